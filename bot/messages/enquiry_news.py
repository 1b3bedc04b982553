"""News for the person who raised an enquiry: private, one message for each thing that happens."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.messages import pre_election_note, response_news
from bot.messages.enquiry_facts import deadline_line, deadline_spoken, outcome_words
from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import in_words, inline, listed, moment
from bot.messages.parts import Block, Element, actions, button, quoted, section
from bot.messages.people import duty, name
from bot.messages.wording import enquiries, statements, working
from bot.rules.involved import around
from bot.rules.sign_off import CHANGED_AFTER_YES
from storage.enquiry import Enquiry, reference_of
from storage.kinds import NudgeState, Step
from storage.nudge import Nudge
from storage.organisation import Organisation

MOST_RESPONSE = 3_000


def news(
    what: str, enquiry: Enquiry, organisation: Organisation, now: datetime, nudges: Sequence[Nudge] = ()
) -> Message:
    """What happened: recorded, claimed, closed and so on; "unlinked:7" names the other, "changed_after_yes:terms" what was changed.
    Raises KeyError for anything else.

    `nudges` are the enquiry's: "recorded" says who has been told so far, and who will be.
    """
    if what == "recorded":
        return _recorded(enquiry, organisation, now, nudges)
    what, _, other = what.partition(":")
    if what == CHANGED_AFTER_YES:
        return _changed_after_yes(enquiry, other.split(","))
    return (
        _unlinked(enquiry, organisation, int(other)) if what == "unlinked" else _NEWS[what](enquiry, organisation, now)
    )


def _recorded(enquiry: Enquiry, organisation: Organisation, now: datetime, nudges: Sequence[Nudge]) -> Message:
    organisation = around(organisation, enquiry)  # nobody is told to ring someone who is left out
    thanks = enquiries.NEWS_RECORDED.format(reference=enquiry.reference)
    urgent = {"duty": duty(organisation)}
    shown = [
        f"{thanks} {_told(nudges, organisation, moment)}\n{deadline_line(enquiry, organisation, now)}",
        *([enquiries.NEWS_URGENT.format(**urgent)] if enquiry.urgent else []),
        enquiries.NEWS_NEXT,
    ]
    said = [
        thanks,
        _told(nudges, organisation, in_words),
        f"{deadline_spoken(enquiry, organisation, now)}.",
        *([enquiries.NEWS_URGENT_SPOKEN.format(**urgent)] if enquiry.urgent else []),
        enquiries.NEWS_NEXT_SPOKEN,
        pre_election_note.spoken(enquiry.raised_at, organisation),
    ]
    more = button(Action.ENQUIRY_MORE, enquiries.ADD_MORE, enquiry.id, enquiry.reference)
    election = pre_election_note.note(enquiry.raised_at, organisation)
    return Message(
        " ".join(one for one in said if one), [*(section(one) for one in shown), *election, *actions([more])]
    )


def _told(nudges: Sequence[Nudge], organisation: Organisation, when: Callable[[datetime, str], str]) -> str:
    """Who has been told by name, and who will be when the office opens: nobody is said to know who does not."""
    arrival = [one for one in nudges if one.step in (Step.OFFICER_NEW, Step.LEAD_NEW)]
    told = [one for one in arrival if one.state in (NudgeState.SENT, NudgeState.SETTLED)]
    later = [one for one in arrival if one.state == NudgeState.PLANNED]
    said = [enquiries.NEWS_TOLD.format(names=_names(told, organisation))] if told else []
    if later:
        opening = when(min(one.due_at for one in later), organisation.calendar.zone)
        names = _names(later, organisation)
        said.append(enquiries.NEWS_LATER.format(names=names, moment=opening, duty=duty(organisation)))
    return " ".join(said) or enquiries.NEWS_TOLD_NOBODY


def _names(nudges: Sequence[Nudge], organisation: Organisation) -> str:
    return listed(list(dict.fromkeys(name(organisation, one.person) for one in nudges)))


def _claimed(enquiry: Enquiry, organisation: Organisation, _now: datetime) -> Message:
    officer = name(organisation, enquiry.officer)
    return _sentence(enquiries.NEWS_CLAIMED.format(officer=officer, reference=enquiry.reference))


def _acknowledged(enquiry: Enquiry, organisation: Organisation, _now: datetime) -> Message:
    lead = name(organisation, enquiry.lead_acknowledged_by or enquiry.lead)
    return _sentence(enquiries.NEWS_ACKNOWLEDGED.format(lead=lead, reference=enquiry.reference))


def _responded(enquiry: Enquiry, organisation: Organisation, now: datetime) -> Message:
    if enquiry.restricted:
        return _private(enquiries.NEWS_RESPONDED_PRIVATE, enquiry)
    at, zone = enquiry.responded_at or now, organisation.calendar.zone
    facts = {"reference": enquiry.reference, "who": name(organisation, enquiry.responded_by)}
    said = enquiries.NEWS_RESPONDED.format(**facts, moment=in_words(at, zone))
    shown = section(enquiries.NEWS_RESPONDED.format(**facts, moment=moment(at, zone)))
    spoken = f"{said} {inline(enquiry.response, 2_000)}"
    return Message(spoken, [shown, *_words(enquiry.response)])


def _closed(enquiry: Enquiry, _organisation: Organisation, _now: datetime) -> Message:
    if enquiry.duplicate_of:
        other = reference_of(enquiry.duplicate_of)
        return _sentence(working.CLOSED_DUPLICATE.format(reference=enquiry.reference, other=other))
    if enquiry.restricted:
        return _private(enquiries.NEWS_CLOSED_PRIVATE, enquiry)
    said = enquiries.NEWS_CLOSED.format(reference=enquiry.reference, outcome=outcome_words(enquiry))
    if not enquiry.outcome_note:
        return _sentence(said)
    return Message(f"{said} {inline(enquiry.outcome_note, 1_000)}", [section(said), *_words(enquiry.outcome_note)])


def _taken_back(enquiry: Enquiry, _organisation: Organisation, _now: datetime) -> Message:
    return _sentence(working.TAKEN_BACK.format(reference=enquiry.reference))


def _taken_back_office(enquiry: Enquiry, organisation: Organisation, _now: datetime) -> Message:
    who = name(organisation, enquiry.raised_by)
    said = working.TAKEN_BACK_OFFICE.format(who=who, reference=enquiry.reference)
    if enquiry.restricted:
        return Message(said, [section(said), *actions([_opening(enquiry)])])
    return Message(f"{said} {inline(enquiry.outcome_note, 1_000)}", [section(said), *_words(enquiry.outcome_note)])


def _reopened(enquiry: Enquiry, organisation: Organisation, _now: datetime) -> Message:
    officer = name(organisation, enquiry.officer)
    return _sentence(working.REOPENED.format(reference=enquiry.reference, officer=officer))


def _unlinked(enquiry: Enquiry, organisation: Organisation, other: int) -> Message:
    if enquiry.responded_at is not None:
        who = working.UNLINKED_ANSWERED
    elif enquiry.officer is None:
        who = working.UNLINKED_NOBODY
    else:
        who = working.UNLINKED_WITH.format(officer=name(organisation, enquiry.officer))
    facts = {"reference": enquiry.reference, "other": reference_of(other)}
    return _sentence(working.UNLINKED.format(**facts, who=who))


def _changed_after_yes(enquiry: Enquiry, fields: Sequence[str]) -> Message:
    """To whoever has said yes to its words: they said so of another question, or on other terms. No word of it."""
    what = listed([working.FIELD[field] for field in fields])
    said = statements.CHANGED_AFTER_YES.format(reference=enquiry.reference, what=what)
    return Message(said, [section(said), *actions([_opening(enquiry)])])


def _private(sentence: str, enquiry: Enquiry) -> Message:
    """A restricted enquiry's news: no word of it, and the button that opens it."""
    said = sentence.format(reference=enquiry.reference)
    return Message(said, [section(said), *actions([_opening(enquiry)])])


def _opening(enquiry: Enquiry) -> Element:
    return button(Action.ENQUIRY_OPEN, enquiries.OPEN, enquiry.id, enquiry.reference)


def _sentence(said: str) -> Message:
    return Message(said, [section(said)])


def _words(text: str) -> list[Block]:
    return [quoted(text, MOST_RESPONSE)] if text else []


_NEWS: dict[str, Callable[[Enquiry, Organisation, datetime], Message]] = {
    "claimed": _claimed,
    "lead_acknowledged": _acknowledged,
    "responded": _responded,
    "closed": _closed,
    "corrected": response_news.corrected,
    "taken_back": _taken_back,
    "taken_back_office": _taken_back_office,
    "reopened": _reopened,
}
