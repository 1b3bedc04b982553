"""Who is there now, the rota's page and forms."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.messages.ids import Action, Field, View
from bot.messages.message import Message
from bot.messages.mrkdwn import in_words, inline
from bot.messages.parts import (
    Block,
    Element,
    actions,
    asked,
    asking_first,
    button,
    choice,
    colleague,
    colleagues,
    context,
    day,
    menu,
    modal,
    radio,
    section,
    writing,
)
from bot.messages.people import area_name, duty, name, reachable
from bot.messages.wording import rota as words
from bot.rules.deeds import Deed
from bot.rules.permissions import allowed
from bot.rules.rota import has_a_part, may_hold, pages
from bot.rules.who import AreaLead, Who
from bot.rules.working_time import NAMES, local
from storage.kinds import RotaKind
from storage.organisation import Organisation
from storage.rota import Swap, Turn

MOST_AREAS = 10
ALL = "all"
"""The choice of no service area in particular."""


# -- words for a turn


def said(at: datetime, organisation: Organisation) -> str:
    """A change of turns in words: the day, and the time where it is not when the office opens."""
    here = local(organisation.calendar, at)
    opens = organisation.calendar.hours.get(NAMES[here.weekday()])
    if opens and opens[0] == here.time():
        return f"{here:%A} {here.day} {here:%B}"
    return in_words(at, organisation.calendar.zone)


def kind_words(kind: RotaKind, service_area: str, organisation: Organisation, *, title: bool = False) -> str:
    """What a turn is for, safe in mrkdwn."""
    if kind == RotaKind.LEAD and service_area:
        pattern = words.KIND_OF_AREA if title else words.DUTY_OF_AREA
        return pattern.format(area=area_name(organisation, service_area))
    return (words.KIND if title else words.DUTY)[kind]


def about(turn: Turn, organisation: Organisation) -> dict[str, str]:
    """What our sentences say of a turn, safe in mrkdwn."""
    return {
        "starts": said(turn.starts_at, organisation),
        "ends": said(turn.ends_at, organisation),
        "person": name(organisation, turn.person),
        "duty": kind_words(turn.kind, turn.service_area, organisation),
    }


# -- the page


def page(
    person: str, turns: Sequence[Turn], offers: dict[int, Swap], number: int, organisation: Organisation, now: datetime
) -> dict[str, Any]:
    """Four weeks of the rota for one person: with what they may do about each turn."""
    all_pages = pages(turns, now)
    number = max(0, min(number, len(all_pages) - 1))
    keeps = allowed(Deed.KEEP_ROTA, person, organisation)
    shown = all_pages[number] if all_pages else []
    blocks = [block for turn in shown for block in _turn(turn, offers.get(turn.id), person, organisation, keeps=keeps)]
    if not shown:
        blocks = [section(words.ROTA_EMPTY_KEEPER if keeps else words.ROTA_EMPTY)]
    row = _turning(number, len(all_pages)) + ([button(Action.TURN_ADD, words.ADD, "new")] if keeps else [])
    return modal(View.ROTA, words.ROTA_TITLE, [section(words.ROTA_INTRO), *blocks, *actions(row)], metadata=str(number))


def _turning(number: int, count: int) -> list[Element]:
    back = [button(Action.ROTA_BACK, words.BACK, number - 1)] if number > 0 else []
    return back + ([button(Action.ROTA_NEXT, words.NEXT, number + 1)] if number + 1 < count else [])


def _turn(turn: Turn, offer: Swap | None, person: str, organisation: Organisation, *, keeps: bool) -> list[Block]:
    facts = about(turn, organisation)
    kind = kind_words(turn.kind, turn.service_area, organisation, title=True)
    text = words.TURN.format(**{**facts, "kind": kind})
    if offer:
        to = name(organisation, offer.offered_to) if offer.offered_to else ""
        text += "\n" + (words.TURN_OFFERED_TO if to else words.TURN_OFFERED).format(person=facts["person"], to=to)
    buttons = [*_own(turn, offer, person, organisation), *([_remove(turn, organisation)] if keeps else [])]
    if len(buttons) == 1:
        return [section(text, buttons[0])]
    return [section(text), *actions(buttons)]


def _own(turn: Turn, offer: Swap | None, person: str, organisation: Organisation) -> list[Element]:
    spoken = _spoken(turn, organisation)
    if turn.person == person:
        if offer:
            return [button(Action.TURN_TAKE_BACK, words.TAKE_BACK, offer.id, spoken)]
        return [button(Action.TURN_OFFER, words.OFFER, turn.id, spoken)]
    if offer and offer.offered_to in (None, person) and may_hold(organisation, turn.kind, person):
        return [button(Action.TURN_TAKE, words.TAKE, offer.id, spoken, "primary")]
    return []


def _remove(turn: Turn, organisation: Organisation) -> Element:
    text = words.REMOVE_TEXT.format(**{**about(turn, organisation), **_plainly(turn, organisation)})
    remove = button(Action.TURN_REMOVE, words.REMOVE, turn.id, _spoken(turn, organisation))
    return asking_first(remove, words.REMOVE_TITLE, text, words.REMOVE_YES, words.REMOVE_NO)


def _plainly(turn: Turn, organisation: Organisation) -> dict[str, str]:
    area = organisation.service_areas.get(turn.service_area)
    duty_words = words.DUTY_OF_AREA.format(area=area.name) if area else words.DUTY[turn.kind]
    return {"person": _plain_name(organisation, turn.person), "duty": duty_words}


def _plain_name(organisation: Organisation, person: str) -> str:
    """In plain text. Ids are not shown as names there."""
    known = organisation.people.get(person)
    return known.name if known else words.SOMEONE


def _spoken(turn: Turn, organisation: Organisation) -> str:
    return f"{said(turn.starts_at, organisation)}, {_plain_name(organisation, turn.person)}"


# -- forms


def add_view(organisation: Organisation, number: int) -> dict[str, Any]:
    """Turns in order over some people."""
    kinds = [choice(words.KIND[kind], kind) for kind in RotaKind]
    areas = [choice(words.AREA_ALL, ALL), *(choice(one.name, one.key) for one in organisation.service_areas.values())]
    lengths = [choice(said_, length) for length, said_ in words.LENGTH.items()]
    blocks = [
        asked(Field.TURN_KIND, words.KIND_LABEL, radio(kinds, kinds[0])),
        asked(
            Field.TURN_AREA,
            words.AREA_LABEL,
            menu(areas, words.AREA_ALL, areas[0]),
            hint=words.AREA_HINT,
            optional=True,
        ),
        asked(Field.TURN_PEOPLE, words.PEOPLE_LABEL, colleagues(words.PEOPLE_CHOOSE), hint=words.PEOPLE_HINT),
        asked(Field.TURN_FROM, words.FROM_LABEL, day(), hint=words.FROM_HINT),
        asked(Field.TURN_LENGTH, words.LENGTH_LABEL, radio(lengths, lengths[0])),
        asked(Field.TURN_COUNT, words.COUNT_LABEL, writing(), hint=words.COUNT_HINT, optional=True),
    ]
    return modal(
        View.TURN_ADD, words.ADD_TITLE, blocks, submit=words.ADD_SUBMIT, close=words.CANCEL, metadata=str(number)
    )


def offer_view(turn: Turn, organisation: Organisation) -> dict[str, Any]:
    """To whom one's turn is offered."""
    to = asked(Field.TURN_FOR, words.OFFER_TO, colleague(words.OFFER_CHOOSE), hint=words.OFFER_HINT, optional=True)
    blocks = [section(words.OFFER_ABOUT.format(**about(turn, organisation))), to]
    return modal(
        View.TURN_OFFER, words.OFFER_TITLE, blocks, submit=words.OFFER_SUBMIT, close=words.CANCEL, metadata=str(turn.id)
    )


def home_button(person: str, organisation: Organisation) -> list[Element]:
    """For the App Home of those who have a part in it."""
    return [button(Action.ROTA, words.WHO_BUTTON, 0)] if has_a_part(organisation, person) else []


# -- who


def who(there: Who, organisation: Organisation) -> Message:
    """Who is on call, in the office, and leads each service now."""
    lines = [_on_call(there, organisation), _office(there, organisation)]
    lines += [_lead(one, organisation) for one in there.leads[:MOST_AREAS]]
    if len(there.leads) > MOST_AREAS:
        lines.append(words.MORE_AREAS.format(count=len(there.leads) - MOST_AREAS))
    ring = words.RING.format(duty=duty(organisation))
    see = actions([button(Action.ROTA, words.SEE_ROTA, 0, words.SEE_ROTA_ABOUT)])
    return Message(" ".join([*lines, ring]), [section("\n".join(lines)), context(ring), *see])


def _on_call(there: Who, organisation: Organisation) -> str:
    if there.press is None:
        return words.NOBODY_ON_CALL
    person = reachable(organisation, [there.press])
    if there.press_until is None:
        return words.ON_CALL.format(who=person)
    return words.ON_CALL_UNTIL.format(who=person, until=said(there.press_until, organisation))


def _office(there: Who, organisation: Organisation) -> str:
    if there.office:
        return words.IN_THE_OFFICE.format(who=reachable(organisation, there.office))
    return words.OFFICE_SHUT.format(opens=in_words(there.opens, organisation.calendar.zone))


def _lead(one: AreaLead, organisation: Organisation) -> str:
    area = inline(one.area.name, 80)
    if one.person is None:
        return words.NO_LEAD.format(area=area)
    person = reachable(organisation, [one.person])
    if one.away is not None:
        return words.LEAD_AWAY.format(area=area, who=person, away=name(organisation, one.away))
    return words.LEAD_OF.format(area=area, who=person)
