"""Every form is looked over before it is kept: each text in it, whatever the form. The verb refuses, or this asks once."""

import re
from typing import Any

from slack_bolt.response import BoltResponse

from bot.desk.privacy import names_expected
from bot.messages import privacy
from bot.messages.ids import Action, Field, View
from bot.messages.wording.privacy import STILL_ASKED
from bot.rules.privacy.looked import AskFirst, look
from bot.rules.sensitivity import starts_restricted
from handlers.door import Call, Kind, Route

NOT_LOOKED_AT = frozenset(
    {
        Field.JOURNALIST,
        Field.SET_PHONE,
        Field.SET_DUTY_PHONE,
        Field.SET_DANGER_NUMBER,
        Field.SET_FOI_TEAM,
        Field.SET_CLOSURES,
    }
)
"""A journalist's name, number and address are what the field is for; so are our own numbers, addresses and days in the settings."""

OF_THE_PRESS = frozenset(
    {Field.OUTLET, Field.NEWSROOM, Field.DEADLINE, Field.RESPONSE_TO, Field.LINKS, Field.COVERAGE_LINK}
)
"""Fields that name people of the press: a name there is no question."""

ABOUT_AN_ENQUIRY = frozenset(
    {
        View.ENQUIRY_MORE,
        View.RESPOND,
        View.RESPONSE_CORRECT,
        View.COVERAGE,
        View.LEARNT,
        View.LINE_KEEP,
        View.CLOSE,
        View.STATEMENT_DRAFT,
        View.APPROVE_SURE,
        View.ASK_CHANGE,
        View.STOP,
        View.WAIVE,
        View.CHECK_FACTS,
        View.ASSIGN,
        View.EDIT,
        View.NOTE,
        View.REOPEN,
        View.WITHDRAW,
        View.NOTE_MOVE,
    }
)
"""Forms whose metadata begins with the enquiry's id. In a restricted one, names are asked about. Every form is looked over for the rest."""


def look_over(call: Call) -> None:
    """Look at what was typed. The verb that is called next keeps nothing that may not be kept."""
    texts = _texts(call)
    if any(texts.values()):
        call.looked = look(texts, call.ticked(Field.MAY_STAY), _known_names(call), OF_THE_PRESS)


def _texts(call: Call) -> dict[str, str]:
    inputs = [block for block in call.view.get("blocks", []) if block.get("type") == "input"]
    written = [str(one["block_id"]) for one in inputs if one.get("element", {}).get("type") == "plain_text_input"]
    return {name: call.typed(name) for name in written if name not in NOT_LOOKED_AT}


def _known_names(call: Call) -> tuple[str, ...] | None:
    """Whose names may be written; None where none is asked about."""
    theirs = _names_of_the_press(call)
    if theirs is None:
        return None
    told = call.desk.organisation
    staff = (person.name for person in told.people.values())
    return (*theirs, told.name, *staff, *(area.name for area in told.service_areas.values()))


def _names_of_the_press(call: Call) -> tuple[str, ...] | None:
    kind, about = call.view.get("callback_id"), re.match(r"\d+", call.metadata)
    if kind == View.ENQUIRY:
        person = call.desk.organisation.people.get(call.person)
        area = call.typed(Field.SERVICE_AREA) or (person.service_area if person else "")
        return _as_typed(call) if starts_restricted(call.desk.organisation, area, ()) else None
    if kind in ABOUT_AN_ENQUIRY and about:
        return names_expected(call.desk, int(about[0]))
    return None


def _as_typed(call: Call) -> tuple[str, ...]:
    return (call.typed(Field.JOURNALIST), call.typed(Field.OUTLET))


def ask_first(call: Call, first: AskFirst) -> BoltResponse | None:
    """The form stays open and asks; where it asks the same already, it says so beside the box."""
    view = privacy.asking(call.view, first.asked)
    if _boxes(view) and _boxes(view) == _boxes(call.view):
        return call.ack(response_action="errors", errors={Field.MAY_STAY.value: STILL_ASKED})
    return call.ack(response_action="update", view=view)


def _boxes(view: dict[str, Any]) -> list[str]:
    """What the boxes of a form stand for."""
    asked = [block for block in view["blocks"] if block.get("block_id") == Field.MAY_STAY]
    return [str(option["value"]) for block in asked for option in block["element"]["options"]]


def own_message(call: Call) -> None:
    """Open my message: Slack has opened it; we only say that we heard."""
    call.ack()


ROUTES = [Route(Kind.ACTION, Action.OWN_MESSAGE, own_message)]
