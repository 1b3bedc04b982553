"""Questions about sharing and rules that got in the way: their words go in their time, a hold keeps them, and people can be erased."""

from bot.keeping.holding import place
from bot.keeping.persons import erase, everything_about, plan_erasure
from bot.keeping.references import read_reference
from storage import audit
from storage.engine import Database
from storage.kinds import Light, ShareState
from storage.share import get_joint_item, get_share
from tests.keeping.full import AMARA, CLOSED, PRIYA, SECRET, desk_on, everything_in, write_joint_item, write_share
from tests.keeping.test_sweeping import YEAR, over, sweeps

ANSWERED = {"answered_by": PRIYA, "answered_at": CLOSED, "answer": f"{SECRET} is lovely"}


def write(database: Database, **changes: object) -> None:
    with database.write() as session:
        session.add(write_share(**{"state": ShareState.ANSWERED, "light": Light.GREEN, **ANSWERED, **changes}))
        session.add(write_joint_item(**ANSWERED))


def test_the_words_go_two_years_after_the_answer_and_the_skeleton_stays(database: Database) -> None:
    desk = desk_on(database)
    write(database)
    assert over(desk, CLOSED + YEAR) == {}
    assert over(desk, CLOSED + 2 * YEAR) == {"shares": (1, 0), "joint": (1, 0)}
    assert sweeps(desk, CLOSED + 2 * YEAR) == 2
    assert SECRET not in everything_in(database)
    with database.read() as session:
        ask, item = get_share(session, 1), get_joint_item(session, 1)
        assert audit.verify(session) == []
    assert ask is not None
    assert item is not None
    assert (ask.reference, ask.asked_by, ask.owner, ask.rules, ask.light) == ("SH-0001", "", None, ["for_us"], "green")
    assert (item.reference, item.raised_by, item.rule) == ("JG-0001", "", "for_us")


def test_what_waits_for_an_answer_never_goes(database: Database) -> None:
    desk = desk_on(database)
    with database.write() as session:
        session.add(write_share())
        session.add(write_joint_item())
    assert over(desk, CLOSED + 50 * YEAR) == {}


def test_a_hold_by_its_reference_keeps_it(database: Database) -> None:
    desk = desk_on(database)
    write(database)
    place(desk, read_reference("SH-1"), by="Ruth Bell", why="A complaint", details={})
    place(desk, read_reference("jg-0001"), by="Ruth Bell", why="A complaint", details={})
    assert over(desk, CLOSED + 2 * YEAR) == {"shares": (0, 1), "joint": (0, 1)}
    assert sweeps(desk, CLOSED + 2 * YEAR) == 0


def test_whoever_asked_gets_it_whole_and_can_be_erased_once_it_is_answered(database: Database) -> None:
    desk = desk_on(database)
    write(database, form_id="V2")
    with database.read() as session:
        found = everything_about(session, AMARA, restricted=False)
    assert found["share_ask"][0]["words"] == f"{SECRET} has a new garden"
    assert found["joint_item"][0]["words"] == f"Not even {SECRET} can be named"
    erase(desk, AMARA, details={})
    with database.read() as session:
        ask = get_share(session, 1)
    assert ask is not None
    assert ask.asked_by.startswith("former colleague")


def test_nobody_is_erased_who_waits_for_an_answer(database: Database) -> None:
    desk = desk_on(database)
    with database.write() as session:
        session.add(write_share(asked_by="U0SOMEONE"))
    with database.read() as session:
        plan = plan_erasure(session, desk.organisation, "U0SOMEONE")
    assert plan.refusals == ("U0SOMEONE still has a part in what is open: SH-0001. Hand it over or close it first.",)
