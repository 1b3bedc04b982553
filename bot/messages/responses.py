"""The forms that record a response, correct it, and close an enquiry."""

from datetime import datetime
from typing import Any

from bot.messages.enquiry_facts import deadline_line
from bot.messages.ids import Field, View
from bot.messages.mrkdwn import listed
from bot.messages.parts import (
    Block,
    Element,
    asked,
    choice,
    context,
    divider,
    menu,
    modal,
    one_of,
    quoted,
    radio,
    section,
    writing,
)
from bot.messages.people import name
from bot.messages.statement_facts import unusual_terms
from bot.messages.wording import forms
from bot.messages.wording import responses as words
from bot.messages.wording.names import OUTCOME
from bot.rules.pre_election import waits_for_monitoring_officer
from bot.rules.response_form import box_name, in_boxes
from bot.rules.sign_off import approved, may_go_straight
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import Outcome, Part, Role, Status, Teller, Told, Way
from storage.organisation import Organisation


def respond_view(brief: Brief, organisation: Organisation, now: datetime, person: str = "") -> dict[str, Any]:
    """What was said to the journalist, to whom, how and when. The question stands above; the approved words stand in the box.

    A private enquiry is asked first whether the people it is about were told. `person`: who has the form before them.
    """
    enquiry = brief.enquiry
    ready = approved(brief)
    latest = ready or brief.statement
    blocks = [
        section(deadline_line(enquiry, organisation, now)),
        *unusual_terms(brief, organisation),
        *_named_not_told(brief, organisation),
        *_family(enquiry, anew=True),
        section(forms.THEY_ASK),
        quoted(enquiry.question),
        *_standing(brief, head=person in organisation.holders(Role.HEAD_OF_COMMS)),
        *_political(brief, organisation),
        *_boxes(latest.words if latest else ""),
        *_how(f"{enquiry.journalist}, {enquiry.outlet}", Way.EMAIL, now),
        *_override(brief, organisation, person, ""),
    ]
    title = forms.RESPOND_TITLE.format(reference=enquiry.reference)
    return modal(View.RESPOND, title, blocks, submit=forms.RESPOND_SUBMIT, close=forms.CANCEL, metadata=str(enquiry.id))


def correct_view(brief: Brief, organisation: Organisation, now: datetime, person: str = "") -> dict[str, Any]:
    """The same with what was recorded, to be put right."""
    enquiry = brief.enquiry
    way = Way(enquiry.response_way) if enquiry.response_way else None
    blocks = [
        section(words.CORRECT_INTRO),
        *_family(enquiry),
        *_boxes(enquiry.response),
        *_how(enquiry.response_to, way, enquiry.responded_at or now),
        *_override(brief, organisation, person, enquiry.override_because),
    ]
    title = words.CORRECT_TITLE.format(reference=enquiry.reference)
    about = str(enquiry.id)
    return modal(View.RESPONSE_CORRECT, title, blocks, submit=words.CORRECT_SUBMIT, close=forms.CANCEL, metadata=about)


def _named_not_told(brief: Brief, organisation: Organisation) -> list[Block]:
    """Whoever may be named is told first: a reminder while somebody is not."""
    untold = [one.person for one in brief.involved if one.part == Part.MAY_BE_NAMED and one.told_at is None]
    if not untold:
        return []
    sentence = words.NAMED_NOT_TOLD if len(untold) == 1 else words.NAMED_NOT_TOLD_MORE
    return [section(sentence.format(names=listed([name(organisation, person) for person in untold])))]


def _family(enquiry: Enquiry, *, anew: bool = False) -> list[Block]:
    """`anew`: for another answer, which they have to be told of in their turn."""
    if not enquiry.restricted:
        return []
    was_told, teller, wished, why_not = (None, "", "", "") if anew else _family_known(enquiry)
    told = [choice(words.TOLD[one], one) for one in Told]
    tellers = [choice(words.TELLER[one], one) for one in Teller]
    by = menu(tellers, forms.CHOOSE, one_of(tellers, teller))
    wish, because = (writing(lines=True, initial=text) for text in (wished, why_not))
    return [
        section(words.FAMILY_FIRST),
        asked(Field.FAMILY_TOLD, words.FAMILY_TOLD, radio(told, one_of(told, was_told))),
        asked(Field.FAMILY_TOLD_BY, words.FAMILY_TOLD_BY, by, hint=words.FAMILY_TOLD_BY_HINT, optional=True),
        asked(Field.FAMILY_WISH, words.FAMILY_WISH, wish, hint=words.FAMILY_WISH_HINT, optional=True),
        asked(
            Field.FAMILY_NOT_TOLD_BECAUSE,
            words.FAMILY_NOT_TOLD,
            because,
            hint=words.FAMILY_NOT_TOLD_HINT,
            optional=True,
        ),
        divider(),
        section(words.THEN_THE_WORDS),
    ]


def _family_known(enquiry: Enquiry) -> tuple[Told | None, str, str, str]:
    """Whether they were told, by whom, what they wanted, and why they were not."""
    return enquiry.family_told, enquiry.family_told_by, enquiry.family_wish, enquiry.family_not_told_because


def _standing(brief: Brief, *, head: bool) -> list[Block]:
    """What holds of the words: approved, or not yet, where they have to be."""
    ready = approved(brief)
    if ready is not None:
        return [context(words.APPROVED_HERE.format(version=ready.version))]
    if may_go_straight(brief):
        return []
    return [context(words.NEEDS_SIGN_OFF_OR_REASON if head else words.NEEDS_SIGN_OFF)]


def _political(brief: Brief, organisation: Organisation) -> list[Block]:
    """Before an election what is political waits for the monitoring officer, said before anything is typed."""
    waits = waits_for_monitoring_officer(brief.enquiry, brief.tasks, organisation)
    return [context(words.MONITORING_OFFICER_FIRST)] if waits else []


def _boxes(text: str) -> list[Block]:
    """One box, or as many as the words need: a box of Slack's holds 3,000 characters."""
    first, *rest = in_boxes(text)
    hint = forms.RESPONSE_HINT if text else f"{forms.RESPONSE_HINT} {forms.RESPONSE_IF_LONG}"
    written = [asked(Field.RESPONSE, forms.RESPONSE, writing(lines=True, initial=first), hint=hint)]
    for number, box in enumerate(rest, 2):
        label = words.RESPONSE_WENT_ON.format(number=number)
        written.append(asked(Field(box_name(number)), label, writing(lines=True, initial=box), optional=True))
    return written


def _how(to: str, way: Way | None, at: datetime) -> list[Block]:
    ways = [choice(words.WAY[one], one) for one in Way]
    when: Element = {"type": "datetimepicker", "initial_date_time": int(at.timestamp())}
    return [
        asked(Field.RESPONSE_TO, forms.RESPONSE_TO, writing(initial=to)),
        asked(Field.RESPONSE_WAY, words.WAY_ASKED, menu(ways, forms.CHOOSE, one_of(ways, way))),
        asked(Field.RESPONDED_AT, forms.RESPONDED_AT, when, hint=forms.RESPONDED_AT_HINT, optional=True),
    ]


def _override(brief: Brief, organisation: Organisation, person: str, because: str) -> list[Block]:
    """Only the head of communications is asked why other words had to go, and only where there are words to keep to."""
    if person not in organisation.holders(Role.HEAD_OF_COMMS) or may_go_straight(brief):
        return []
    box = writing(lines=True, initial=because)
    return [asked(Field.OVERRIDE_BECAUSE, words.OVERRIDE, box, hint=words.OVERRIDE_HINT, optional=True)]


def close_view(enquiry: Enquiry) -> dict[str, Any]:
    """How it ended. "We answered" is offered where an answer is recorded, and only there; taking it back is its raiser's."""
    answered = enquiry.status == Status.RESPONDED
    never = {Outcome.TAKEN_BACK} if answered else {Outcome.TAKEN_BACK, Outcome.RESPONDED}
    choices = [choice(OUTCOME[one], one) for one in Outcome if one not in never]
    ended = menu(choices, forms.CHOOSE, choices[0] if answered else None)
    blocks = [
        asked(Field.OUTCOME, forms.OUTCOME, ended),
        asked(Field.OUTCOME_NOTE, forms.OUTCOME_NOTE, writing(lines=True), hint=forms.OUTCOME_NOTE_HINT, optional=True),
    ]
    title = forms.CLOSE_TITLE.format(reference=enquiry.reference)
    return modal(View.CLOSE, title, blocks, submit=forms.CLOSE_SUBMIT, close=forms.CANCEL, metadata=str(enquiry.id))
