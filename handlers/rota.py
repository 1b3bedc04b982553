"""Who is there, and the rota: its page, turns added and removed, turns offered and taken."""

from typing import Any

from bot.desk import rota, rota_offers
from bot.messages import rota as messages
from bot.messages.ids import Action, Field, View
from bot.rules.deeds import Deed
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from bot.rules.rota import TurnsForm
from bot.rules.who import who
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import draw_underneath, open_form

WHO = frozenset({"", "who", "who is on call", "who's on call", "on call", "duty", "now"})
ROTA = frozenset({"rota", "rotas", "turns"})


def asked_by_word(call: Call) -> bool:
    """Whether the words after the command ask who is there, or for the rota."""
    words = call.words.casefold().rstrip("?")
    if words in WHO:
        organisation = call.desk.refresh()
        call.answer(messages.who(who(organisation, call.person, call.desk.clock.now()), organisation))
    elif words in ROTA:
        open_form(call, lambda: _page(call, 0))
    else:
        return False
    return True


def _page(call: Call, number: int) -> dict[str, Any]:
    organisation, shown = call.desk.refresh(), rota.read(call.desk)
    return messages.page(call.person, shown.turns, shown.offers, number, organisation, call.desk.clock.now())


def asked(call: Call) -> None:
    """See the rota."""
    open_form(call, lambda: _page(call, int(call.value)))


def turned(call: Call) -> None:
    """Later, or Earlier."""
    _drawn_again(call, int(call.value))


def _drawn_again(call: Call, number: int) -> None:
    """The page shows how it is now, where it is open."""
    draw_underneath(call, lambda: _page(call, number))


def _number(call: Call) -> int:
    return int(call.metadata) if call.metadata.isdecimal() else 0


def ask_turns(call: Call) -> None:
    """Add turns: the form."""
    open_form(call, lambda: _add_form(call))


def _add_form(call: Call) -> dict[str, Any]:
    check(Deed.KEEP_ROTA, call.person, call.desk.organisation)
    return messages.add_view(call.desk.organisation, _number(call))


def added(call: Call) -> None:
    """The form came back."""
    area = call.typed(Field.TURN_AREA)
    form = TurnsForm(
        kind=call.typed(Field.TURN_KIND),
        people=call.people(Field.TURN_PEOPLE),
        starts=call.typed(Field.TURN_FROM),
        length=call.typed(Field.TURN_LENGTH),
        count=call.typed(Field.TURN_COUNT),
        service_area="" if area == messages.ALL else area,
    )
    rota.add(call.desk, form, person=call.person)
    _drawn_again(call, _number(call))


def removed(call: Call) -> None:
    """Remove."""
    rota.remove(call.desk, int(call.value), person=call.person)
    _drawn_again(call, _number(call))


def ask_for_whom(call: Call) -> None:
    """Offer my turn: the form that asks to whom."""
    open_form(call, lambda: _offer_form(call))


def _offer_form(call: Call) -> dict[str, Any]:
    turn = next((one for one in rota.read(call.desk).turns if one.id == int(call.value)), None)
    if turn is None:
        raise Refused(Reason.TURN_OVER)
    if turn.person != call.person:
        raise Refused(Reason.NOT_YOUR_ROTA_TURN)
    return messages.offer_view(turn, call.desk.organisation)


def offered(call: Call) -> None:
    """To whom came back."""
    rota_offers.offer(call.desk, int(call.metadata), call.typed(Field.TURN_FOR) or None, person=call.person)
    _drawn_again(call, 0)


def taken_back(call: Call) -> None:
    """Keep it after all."""
    rota_offers.take_back(call.desk, int(call.value), person=call.person)
    _drawn_again(call, _number(call))


def declined(call: Call) -> None:
    """I can't, in a message."""
    rota_offers.decline(call.desk, int(call.value), person=call.person)
    call.ack()


def taken(call: Call) -> None:
    """Take this turn, in a message or on the page."""
    rota_offers.take(call.desk, int(call.value), person=call.person)
    _drawn_again(call, _number(call))


ROUTES = [
    Route(Kind.ACTION, Action.ROTA, asked),
    Route(Kind.ACTION, Action.ROTA_NEXT, turned),
    Route(Kind.ACTION, Action.ROTA_BACK, turned),
    Route(Kind.ACTION, Action.TURN_ADD, ask_turns),
    Route(Kind.SUBMISSION, View.TURN_ADD, added),
    Route(Kind.ACTION, Action.TURN_REMOVE, removed),
    Route(Kind.ACTION, Action.TURN_OFFER, ask_for_whom),
    Route(Kind.SUBMISSION, View.TURN_OFFER, offered),
    Route(Kind.ACTION, Action.TURN_TAKE_BACK, taken_back),
    Route(Kind.ACTION, Action.TURN_TAKE, taken),
    Route(Kind.ACTION, Action.TURN_DECLINE, declined),
]
