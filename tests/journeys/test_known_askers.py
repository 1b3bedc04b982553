"""Nobody who has asked before is typed twice: the form offers them while someone types, and tells nobody what is not theirs to know."""

import pytest

from bot.messages.ids import Action
from bot.rules.known_asker import Known, looked_for, read_choice
from handlers.door import Kind
from handlers.routes import ROUTES
from sandbox.people.form import Form
from storage.enquiry import Enquiry
from storage.press import Outlet
from tests.handlers.pressing import press
from tests.journeys.council import ENQUIRY, Council
from tests.journeys.test_restricted import SECRET

MENU = Action.KNOWN_ASKER


def opened(council: Council, who: str, words: str = "") -> Form:
    council.person(who).types(f"/media-enquiry {words}".strip(), channel="general")
    return council.person(who).form


def raised(council: Council, who: str = "amara", **answers: str) -> None:
    council.raises(who, **answers)
    with council.database.read() as session:
        newest = session.query(Enquiry).count()
    council.until(lambda: council.enquiry(newest).journalist_id is not None, "they are remembered")


def test_someone_who_has_asked_is_chosen_and_what_was_typed_stays(either_council: Council) -> None:
    council = either_council
    raised(council)
    raised(council, outlet="BBC North", journalist="Jo Reed 07700 900125", question="Will the pool open on Sunday?")
    form = opened(council, "amara").fill(question="Is it to close?", deadline="4pm today", journalist="Sa")
    assert form.suggestions(MENU, "po") == ["Sam Poole, Northbank Echo"]
    assert form.suggestions(MENU, "echo") == ["Sam Poole, Northbank Echo", "Northbank Echo: someone new"]
    assert form.suggestions(MENU, "nor") == [
        "Jo Reed, BBC North",
        "Sam Poole, Northbank Echo",
        "BBC North: someone new",
        "Northbank Echo: someone new",
    ]
    assert [form.suggestions(MENU, typed) for typed in ("p", "%%", "07700", "Poole Jo")] == [[], [], [], []]
    form.press(MENU, "poole")
    form.wait_until(lambda one: one.values["outlet"] == "Northbank Echo")
    assert {field: form.values[field] for field in ENQUIRY} == {
        "outlet": "Northbank Echo",
        "journalist": "Sam Poole",
        "deadline": "4pm today",
        "question": "Is it to close?",
    }
    assert "We have their number already." in form.text
    form.press(MENU, "reed")
    form.wait_until(lambda one: one.values["outlet"] == "BBC North")
    assert not form.submit().is_open
    council.until_quiet()
    third = council.enquiry(3)
    assert (third.outlet, third.journalist, third.question) == (
        "BBC North",
        "Jo Reed, 07700 900125",
        "Is it to close?",
    )


def test_the_press_office_sees_the_number_at_once(council: Council) -> None:
    raised(council)
    form = opened(council, "priya").press(MENU, "poole")
    form.wait_until(lambda one: one.values["journalist"] == "Sam Poole, 020 7946 0000")
    assert "We have their number already." not in form.text


def test_an_outlet_with_someone_new_leaves_the_journalist_as_typed(council: Council) -> None:
    raised(council)
    form = opened(council, "amara").fill(journalist="Ada Bell 07700 900126")
    assert form.suggestions(MENU, "north") == ["Sam Poole, Northbank Echo", "Northbank Echo: someone new"]
    form.press(MENU, "Northbank Echo: someone new")
    form.wait_until(lambda one: one.values["outlet"] == "Northbank Echo")
    assert form.values["journalist"] == "Ada Bell 07700 900126"


@pytest.mark.parametrize("who", ["amara", "tomasz", "priya", "helen"])
def test_who_asked_only_in_private_is_offered_to_nobody(council: Council, who: str) -> None:
    raised(council, "tomasz", **SECRET)
    outlet, name = SECRET["outlet"].split()[-1], SECRET["journalist"].split()[0]
    form = opened(council, who)
    assert [form.suggestions(MENU, typed) for typed in (outlet, name)] == [[], []]
    desk = council.bot.desk
    route = next(one for one in ROUTES if one.kind == Kind.ACTION and one.id == MENU)
    for choice in ("journalist:1", "outlet:1", "journalist:99", "nobody", "journalist:-1"):
        option = {"selected_option": {"value": choice}}
        answered = press(desk, route, council.person(who).id, action=option, view={"id": "V1", "type": "modal"})
        assert (answered.opened, answered.said) == ([], "This could not be found. It may have been removed.")


def test_whoever_was_left_out_is_offered_nobody_of_that_matter(council: Council) -> None:
    grace = council.person("grace").id
    amara = council.person("amara")
    amara.types("/media-enquiry", channel="general")
    amara.form.fill(**ENQUIRY, excluded=[grace]).submit()
    council.until_quiet()
    council.until(lambda: council.enquiry().journalist_id is not None, "they are remembered")
    assert opened(council, "ibrahim").suggestions(MENU, "poole") == [], "such an enquiry is private"
    with council.database.write() as session:
        found = session.get(Enquiry, 1)
        assert found is not None
        found.restricted = False
    assert opened(council, "grace").suggestions(MENU, "poole") == []
    assert opened(council, "ibrahim").suggestions(MENU, "poole") == ["Sam Poole, Northbank Echo"]


def test_someone_known_by_a_number_alone_is_not_offered(council: Council) -> None:
    raised(council, journalist="020 7946 0000")
    assert opened(council, "amara").suggestions(MENU, "020") == []
    with council.database.read() as session:
        assert session.query(Outlet).count() == 1


@pytest.mark.parametrize(
    ("chosen", "read"),
    [
        ("journalist:12", (Known.JOURNALIST, 12)),
        ("outlet:3", (Known.OUTLET, 3)),
        ("outlet:", None),
        ("outlet:²", None),
        ("story:3", None),
        ("", None),
        ("outlet:9999999999", None),
    ],
)
def test_what_a_choice_stands_for(chosen: str, read: tuple[Known, int] | None) -> None:
    assert read_choice(chosen) == read


def test_what_is_looked_for() -> None:
    assert looked_for("  É. O’Brien-Jones ") == ["e", "obrien", "jones"]
    assert looked_for("s") == looked_for(" .% ") == []
