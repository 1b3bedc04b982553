"""Every button, form, command and shortcut, used by those who may not: a sentence that says so, and nothing is kept or changed.

A new way in without a row in `refused` or `for_everyone` fails: either it is refused to whoever has no right to it, whatever else they
are in the matter, or it says why it is theirs to use.
"""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from bot.desk import absences
from bot.desk.work import Desk
from bot.messages import refusals
from bot.messages.ids import Action, View
from bot.rules.absences import AwayForm
from bot.rules.reasons import Reason, Refused
from handlers.door import Kind, Route
from handlers.routes import ROUTES
from storage.engine import Database
from storage.kinds import RotaKind, Status
from storage.rota import Swap, TurnRow
from storage.story_around import StoryQuestion
from storage.story_told import TakeDown
from tests.handlers.for_everyone import OPEN
from tests.handlers.pressing import Answered, everything_in, press, send_in
from tests.handlers.refused import (
    DEWI,
    ENQUIRIES,
    GOOD_NEWS,
    HELEN,
    LEAD_ELSEWHERE,
    MAY_NOT,
    REFUSED,
    SETTINGS_AND_ROTA,
    SHARING,
    STRANGER,
    Try,
)
from tests.keeping.full import (
    CLOSED,
    PRIYA,
    SECRET,
    desk_on,
    write_enquiry,
    write_joint_item,
    write_share,
    write_story,
)

NOT_CLOSED: dict[str, Any] = {"outcome": None, "closed_by": None, "closed_at": None}
PRESSED = {Kind.ACTION, Kind.SUBMISSION, Kind.COMMAND, Kind.SHORTCUT}
BY_ID = {route.id: route for route in ROUTES if route.kind in PRESSED}


@pytest.fixture
def desk(file_database: Database) -> Iterator[Desk]:
    """An enquiry in progress with everything around it, a story, and a turn of Priya's that is offered to Dewi."""
    made = desk_on(file_database)
    write_enquiry(file_database, status=Status.IN_PROGRESS, restricted=False, excluded=[], **NOT_CLOSED)
    write_story(file_database)
    write_story(file_database, form_id="V3", title="Another")
    with file_database.write() as session:
        session.add(write_share())
        session.add(write_joint_item())
        session.add(StoryQuestion(story_id=1, question="Words", asked_by=PRIYA, asked_at=CLOSED))
    _offer_a_turn(file_database)
    _ask_to_take_down(file_database)
    made.refresh()
    yield made


def _offer_a_turn(database: Database) -> None:
    with database.write() as session:
        ends = CLOSED + timedelta(days=7)
        session.add(TurnRow(kind=RotaKind.PRESS, person=PRIYA, starts_at=CLOSED, ends_at=ends))
        session.flush()
        session.add(Swap(turn_id=1, offered_by=PRIYA, offered_at=CLOSED, offered_to=DEWI))


def _ask_to_take_down(database: Database) -> None:
    with database.write() as session:
        session.add(TakeDown(story_id=1, telling_id=None, owner=PRIYA, asked_at=CLOSED, because="withdrawn"))


def test_every_way_in_is_tried_or_says_why_it_is_everyones() -> None:
    assert {str(one) for one in (*REFUSED, *OPEN)} == set(BY_ID)
    assert not set(REFUSED) & set(OPEN)
    assert len(REFUSED) == sum(map(len, (ENQUIRIES, GOOD_NEWS, SHARING, SETTINGS_AND_ROTA))), "none is in two tables"


@pytest.mark.parametrize("id_", [str(one) for one in REFUSED])
def test_it_is_refused_with_its_sentence_and_nothing_is_changed(desk: Desk, id_: str) -> None:
    tried, route = REFUSED[id_], BY_ID[id_]
    before = everything_in(desk.database)
    for person in (*MAY_NOT[tried.reason], *tried.too):
        answered = _tries(desk, tried, route, person)
        plain = refusals.at_field if route.kind == Kind.SUBMISSION else refusals.sentence
        facts = {"by": tried.by} if tried.by else {}
        assert answered.said == plain(Refused(tried.reason, **facts), desk.organisation), person
        assert answered.opened == [], person
        assert SECRET not in str(answered), person
    assert everything_in(desk.database) == before


def _tries(desk: Desk, tried: Try, route: Route, person: str) -> Answered:
    view = {"id": "V0PAGE", "type": "modal", "private_metadata": "1", "blocks": []}
    menu = {"selected_option": {"value": tried.chosen}} if tried.chosen else {}
    if route.kind == Kind.SUBMISSION:
        return send_in(desk, route, person, about=tried.about, typed=tried.typed or {"question": "Words"})
    return press(desk, route, person, value=tried.value, view=view, action=menu)


OF_THE_HOUSE = {
    *(Action.LINES, Action.LINES_BACK, Action.LINES_MORE),
    *(Action.LINE_OPEN, Action.LINE_RETIRE, Action.LINE_REVIEW, View.LINE_REVIEW),
}
"""Lines of other matters: nobody is left out of them."""
LEFT_OUT = (DEWI, LEAD_ELSEWHERE)
"""Of a private enquiry: a press officer, and somebody who would have no part in it anyway."""


@pytest.fixture
def private_desk(file_database: Database) -> Desk:
    """A private enquiry of which two people are left out, with everything around it."""
    made = desk_on(file_database)
    write_enquiry(file_database, status=Status.IN_PROGRESS, excluded=list(LEFT_OUT), **NOT_CLOSED)
    made.refresh()
    return made


@pytest.mark.parametrize("id_", [str(one) for one in ENQUIRIES if one not in OF_THE_HOUSE])
def test_who_is_left_out_hears_word_for_word_what_an_outsider_hears(private_desk: Desk, id_: str) -> None:
    tried, route = ENQUIRIES[id_], BY_ID[id_]
    before = everything_in(private_desk.database)
    outsider = _tries(private_desk, tried, route, STRANGER)
    assert outsider.said
    for person in LEFT_OUT:
        answered = _tries(private_desk, tried, route, person)
        assert (answered.said, answered.opened) == (outsider.said, []), person
    assert everything_in(private_desk.database) == before


def test_someone_who_goes_away_hands_on_nothing_that_another_holds(desk: Desk) -> None:
    away = AwayForm(starts="2026-03-06", ends="2026-03-09", deputy=DEWI)
    absences.go(desk, away, person=STRANGER)
    before = everything_in(desk.database)
    held = {"held 1": Reason.NOT_PRESS_OFFICE, "led 1": Reason.NOT_YOUR_NUDGE, "signed 1": Reason.NOT_YOUR_NUDGE}
    for value, reason in {**held, "task 1": Reason.NOT_YOUR_NUDGE, "leading 1": Reason.NO_DEPUTY}.items():
        answered = press(desk, BY_ID[Action.AWAY_HAND], STRANGER, value=value)
        assert answered.said == refusals.sentence(Refused(reason), desk.organisation), value
    assert everything_in(desk.database) == before


@pytest.mark.parametrize("id_", [View.STORY, Action.STORY_DRAFT])
def test_a_form_that_goes_on_with_anothers_story_is_refused(desk: Desk, id_: str) -> None:
    carried = json.dumps({"story_id": 1})
    words = {"title": "A garden", "what_happened": "Words", "credit": "We", "service_area": "adults"}
    typed = {**words, "recognisable": {"selected_option": {"value": "nobody"}}}
    before = everything_in(desk.database)
    for person in (*MAY_NOT[Reason.NOT_YOURS], DEWI, HELEN):
        if id_ == View.STORY:
            answered = send_in(desk, BY_ID[id_], person, about=carried, typed=typed)
            assert answered.said == refusals.at_field(Refused(Reason.NOT_YOURS), desk.organisation), person
        else:
            values = {field: {"field": {"type": "plain_text_input", "value": one}} for field, one in words.items()}
            page = {
                "id": "V0FORM",
                "type": "modal",
                "private_metadata": carried,
                "blocks": [],
                "state": {"values": values},
            }
            answered = press(desk, BY_ID[id_], person, value="draft", view=page)
            assert answered.said == refusals.sentence(Refused(Reason.NOT_YOURS), desk.organisation), person
    assert everything_in(desk.database) == before
