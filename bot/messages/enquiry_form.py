"""The form that raises an enquiry, and the one that adds to it. First what someone worried needs; then four questions."""

from typing import Any

from bot.messages import known_asker
from bot.messages.ids import Field, View
from bot.messages.involved_forms import left_out_question
from bot.messages.mrkdwn import MOST_NAME, inline, telephone
from bot.messages.parts import (
    MOST_INITIAL,
    Block,
    Element,
    asked,
    boxes,
    choice,
    context,
    menu,
    modal,
    quoted,
    section,
    writing,
)
from bot.messages.people import area_of, duty_line, seen_by
from bot.messages.wording import elections, enquiries, forms
from bot.messages.wording.names import MARK
from bot.rules.involved import around
from bot.rules.pre_election import period_at
from bot.rules.typed_words import TypedEnquiry
from storage.enquiry import Enquiry
from storage.kinds import Mark
from storage.organisation import Organisation, ServiceArea


def view(
    organisation: Organisation, person: str, typed: TypedEnquiry, *, private_metadata: str = "", link: str = ""
) -> dict[str, Any]:
    """The form as it opens for this person, with what they typed after the command already in it. `link`: to the message it began with."""
    area = area_of(organisation, person)
    blocks = [
        section(before_anything(organisation)),
        section(forms.SAY_NOW),
        context(forms.HOW_TO_WRITE, _seen_by(organisation, area), forms.FREE_TO_SPEAK),
        known_asker.question(),
        *_questions(typed),
        *([context(forms.LINK_GOES_ALONG.format(link=link))] if link else []),
        *_area(organisation, area),
        left_out_question(),
    ]
    title, submit, close = forms.ENQUIRY_TITLE, forms.ENQUIRY_SUBMIT, forms.CANCEL
    return modal(View.ENQUIRY, title, blocks, submit=submit, close=close, metadata=private_metadata)


def before_anything(organisation: Organisation) -> str:
    """Danger first, then a voice to talk to."""
    number = organisation.danger_number
    or_number = forms.OR_NUMBER.format(number=telephone(number)) if number else ""
    return f"{forms.DANGER.format(or_number=or_number)}\n{_talk(organisation)}"


def _talk(organisation: Organisation) -> str:
    who, phone = duty_line(organisation)
    if not phone:
        return forms.TALK_NO_NUMBER
    talk = forms.TALK_NO_NAME if who == enquiries.DUTY_NAME else forms.TALK
    return talk.format(name=who, phone=telephone(phone))


def _seen_by(organisation: Organisation, area: ServiceArea | None) -> str:
    """Who will read it. Outside private service areas that is also whoever is in the press office's channel."""
    names = seen_by(organisation, area)
    if area is None:
        return forms.SEEN_BY_LATER.format(names=names)
    return (forms.SEEN_BY if area.restricted else forms.SEEN_BY_CHANNEL).format(names=names)


def _questions(typed: TypedEnquiry) -> list[Block]:
    """The four questions; what was typed and is too long for its box stands above it, so that nothing is dropped."""
    return [
        *_question(Field.OUTLET, forms.OUTLET, forms.OUTLET_HINT, typed.outlet),
        *_question(Field.JOURNALIST, forms.JOURNALIST, forms.JOURNALIST_HINT, typed.journalist),
        *_question(Field.DEADLINE, forms.DEADLINE, forms.DEADLINE_HINT, typed.deadline_words),
        *_question(Field.QUESTION, forms.QUESTION, forms.QUESTION_HINT, typed.question, lines=True),
    ]


def _question(field: Field, label: str, hint: str, typed: str, *, lines: bool = False) -> list[Block]:
    over = typed[MOST_INITIAL - 1 :] if len(typed) > MOST_INITIAL else ""
    spilled = [section(forms.OVERFLOW), quoted(over)] if over else []
    return [*spilled, asked(field, label, writing(lines=lines, initial=typed), hint=hint)]


def _area(organisation: Organisation, area: ServiceArea | None) -> list[Block]:
    """The service area of the person's team, shown; asked for where it is not known."""
    if area is not None:
        return [context(forms.AREA_KNOWN.format(area=inline(area.name, MOST_NAME)))]
    choices = area_choices(organisation)
    return [asked(Field.SERVICE_AREA, forms.SERVICE_AREA, menu(choices, forms.CHOOSE))] if choices else []


def area_choices(organisation: Organisation) -> list[Element]:
    """The service areas to choose from, in the organisation's order."""
    return [choice(area.name, area.key) for area in organisation.service_areas.values()]


def more_view(enquiry: Enquiry, organisation: Organisation) -> dict[str, Any]:
    """What else the person knows, when the first four answers are safe. It opens with what was added before."""
    marks = [choice(MARK[mark], mark) for mark in Mark]
    ticked = [one for one in marks if one["value"] in enquiry.marks]
    wanted = [
        asked(Field.MARKS, forms.MARKS, boxes(marks, ticked), optional=True),
        _more(Field.HOW_IT_CAME, forms.HOW_IT_CAME, enquiry.how_it_came, forms.HOW_IT_CAME_HINT),
        _more(Field.ANGLE, forms.ANGLE, enquiry.angle),
        _more(Field.SAID_ALREADY, forms.SAID_ALREADY, enquiry.said_already, forms.SAID_ALREADY_HINT),
        _more(Field.LINKS, forms.LINKS, enquiry.links),
        *_political(enquiry, organisation),
    ]
    organisation = around(organisation, enquiry)
    area = organisation.service_areas.get(enquiry.service_area)
    readers = forms.MORE_PRIVATE if enquiry.restricted else forms.MORE_RESTRICTED
    privacy = [forms.HOW_TO_WRITE, readers, forms.SEEN_BY.format(names=seen_by(organisation, area))]
    blocks = [section(forms.MORE_INTRO), context(*privacy), *wanted]
    title = forms.MORE_TITLE.format(reference=enquiry.reference)
    return modal(View.ENQUIRY_MORE, title, blocks, submit=forms.SAVE, close=forms.CANCEL, metadata=str(enquiry.id))


def _political(enquiry: Enquiry, organisation: Organisation) -> list[Block]:
    """Asked only of what came in the weeks before an election."""
    if period_at(organisation, enquiry.raised_at) is None:
        return []
    box = choice(elections.POLITICAL_BOX, "political")
    ticked = [box] if enquiry.political else []
    return [asked(Field.POLITICAL, elections.ASK_POLITICAL, boxes([box], ticked), optional=True)]


def _more(field: Field, label: str, already: str, hint: str = "") -> Block:
    return asked(field, label, writing(lines=True, initial=already), hint=hint, optional=True)
