"""Finding and seeing with much to look through: App Home, lists, search, and what is like a new enquiry, on both kinds of database."""

import random
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert, text

from bot.demo import ORGANISATION
from bot.desk import finding, home, known_askers, press
from bot.desk.work import Desk
from bot.messages import home as home_messages
from bot.messages import list_answer
from bot.organisation.file import read_organisation_file
from bot.rules.finding import Asked, Question, scope_of
from storage.brief import Brief
from storage.engine import Database
from storage.enquiry import Enquiry, get_enquiry
from storage.insert import table_of, values_of
from storage.kinds import Role, Status
from storage.organisation import Organisation, save_organisation
from storage.press import Journalist, Outlet
from tests.bench.figures import Part, Target, Times
from tests.bench.stage import database_of
from tests.storage.records import statements

SIZES = (1_000, 10_000, 100_000)
OPEN = 500
ROUNDS = 30
MOST_MS = 100
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
COMMON = [
    "care",
    "home",
    "council",
    "staff",
    "children",
    "closure",
    "budget",
    "review",
    "school",
    "family",
    "support",
    "waiting",
]
FIRST = ["bram", "carl", "dun", "elm", "fen", "gar", "hol", "ken", "lin", "mar", "nor", "oak"]
LAST = [
    "bury",
    "croft",
    "dale",
    "field",
    "ford",
    "gate",
    "ham",
    "ley",
    "ridge",
    "side",
    "stead",
    "ton",
    "ville",
    "wick",
    "wood",
    "worth",
]
RARE = [f"{first}{last}" for first in FIRST for last in LAST]
STAFF, OUTLETS, JOURNALISTS = 3_000, 400, 2_000


def finding_and_seeing() -> Part:
    """Each kind of database, filled to each size."""
    rows: list[dict[str, Any]] = []
    worst: dict[str, float] = {}
    for kind in ("SQLite", "PostgreSQL"):
        with database_of(kind) as database:
            if database is not None:
                for what, times in _measured(database):
                    rows.append({"what": what, "on": kind, **times})
                    worst[kind] = max(worst.get(kind, 0.0), *(times[name] for name in times if "p95" in name))
    targets = [
        Target(f"finding and seeing, slowest p95 on {kind}", slow, "ms", MOST_MS) for kind, slow in worst.items()
    ]
    note = (
        f"So many enquiries, {OPEN} of them open; {ROUNDS} times each; the same number of SQL statements at each size."
    )
    return Part("Finding and seeing", note, rows, targets)


class _Clock:
    def now(self) -> datetime:
        return NOW


def _measured(database: Database) -> Iterator[tuple[str, dict[str, Any]]]:
    organisation = read_organisation_file(ORGANISATION)
    with database.write() as session:
        save_organisation(session, organisation)
    desk = Desk(database, _Clock())
    desk.refresh()
    rows: dict[str, dict[str, Any]] = {}
    for size in SIZES:
        _fill(database, organisation, size)
        for what, ask in _asked(desk, size).items():
            with statements(database) as sent:
                ask()
            row = rows.setdefault(what, {})
            row["SQL"] = len(sent) if row.get("SQL", len(sent)) == len(sent) else "NOT CONSTANT"
            row[f"p95 ms at {size:,}"] = round(Times(what, tuple(_timed(ask) for _ in range(ROUNDS))).at(95), 1)
    yield from rows.items()


def _timed(ask: Callable[[], object]) -> float:
    began = time.perf_counter()
    ask()
    return 1000 * (time.perf_counter() - began)


def _asked(desk: Desk, size: int) -> dict[str, Callable[[], object]]:
    """What people ask: a press officer, a lead, and a social worker with a handful of their own."""
    organisation = desk.organisation
    officer = organisation.holders(Role.PRESS_OFFICER)[0]
    lead = organisation.service_areas["children"].lead or ""
    dice = random.Random(size)

    def see_home() -> object:
        return home_messages.view(officer, organisation, NOW, home.home_of(desk, officer))

    def listed(asked: Asked, person: str, words: Callable[[], str] = str) -> Callable[[], object]:
        def ask() -> object:
            question = Question(asked, words())
            page = finding.page_of(desk, question, person=person, most=list_answer.MOST)
            return list_answer.answer(asked, page, organisation, NOW)

        return ask

    def like_a_new_one() -> object:
        with desk.database.read() as session:
            enquiry = get_enquiry(session, size - dice.randrange(OPEN // 2))
            assert enquiry is not None
            enquiry.status = Status.NEW
            return press.around(session, Brief(enquiry=enquiry), scope_of(officer, organisation), NOW)

    return {
        "App Home of a press officer": see_home,
        "list": listed(Asked.LIST, officer),
        "mine": listed(Asked.MINE, officer),
        "find one rare word": listed(Asked.FIND, officer, lambda: dice.choice(RARE)),
        "find two common words": listed(Asked.FIND, officer, lambda: " ".join(dice.sample(COMMON, 2))),
        "find a common word, as a lead": listed(Asked.FIND, lead, lambda: dice.choice(COMMON)),
        "find a common word among one's own": listed(Asked.FIND, "U0STAFF7", lambda: dice.choice(COMMON)),
        "similar ones, and who asks": like_a_new_one,
        "who has asked before, two letters": lambda: known_askers.offered(desk, "re", person="U0STAFF7"),
        "who has asked before, a whole name": lambda: known_askers.offered(
            desk, f"reporter {dice.randrange(JOURNALISTS)}", person=officer
        ),
    }


def _fill(database: Database, organisation: Organisation, size: int) -> None:
    """Up to so many enquiries: the last OPEN of them open, the others closed."""
    with database.write() as session:
        begin = session.query(Enquiry).count()
        if begin == 0:
            session.execute(insert(table_of(Outlet)), [_outlet(number) for number in range(1, OUTLETS + 1)])
            session.execute(insert(table_of(Journalist)), [_journalist(number) for number in range(1, JOURNALISTS + 1)])
        session.execute(table_of(Enquiry).update().values(status="closed"))
    dice, areas = random.Random(begin), list(organisation.service_areas)
    officers = organisation.holders(Role.PRESS_OFFICER)
    plain = values_of(Enquiry(form_id="", raised_by="", raised_at=NOW, outlet="", journalist="", question=""))
    for start in range(begin, size, 5_000):
        rows = [
            _enquiry(number, size, dice, areas, officers, plain)
            for number in range(start + 1, min(start + 5_000, size) + 1)
        ]
        with database.write() as session:
            session.execute(insert(table_of(Enquiry)), rows)
    if not database.is_sqlite:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ANALYZE"))


def _outlet(number: int) -> dict[str, Any]:
    return {"key": f"outlet {number}", "name": f"Outlet {number}", "first_seen": NOW, "newsroom": ""}


def _journalist(number: int) -> dict[str, Any]:
    name, phone = f"Reporter {number}", f"07700 90{number % 10_000:04d}"
    outlet = number % OUTLETS + 1
    return {"outlet_id": outlet, "key": name.lower(), "name": name, "contact": phone, "first_seen": NOW, "note": ""}


def _enquiry(
    number: int, size: int, dice: random.Random, areas: list[str], officers: tuple[str, ...], plain: dict[str, Any]
) -> dict[str, Any]:
    journalist, is_open, area = dice.randrange(JOURNALISTS) + 1, number > size - OPEN, dice.choice(areas)
    words = [*dice.choices(COMMON, range(len(COMMON), 0, -1), k=8), *dice.choices(RARE, k=2)]
    raised_at = NOW - timedelta(hours=size - number)
    status = dice.choice([Status.NEW, Status.IN_PROGRESS, Status.READY]) if is_open else Status.CLOSED
    return {
        **plain,
        "form_id": f"bench {number}",
        "raised_by": f"U0STAFF{dice.randrange(STAFF)}",
        "raised_at": raised_at,
        "outlet": f"Outlet {journalist % OUTLETS + 1}",
        "journalist": f"Reporter {journalist} 07700 90{journalist % 10_000:04d}",
        "question": f"Is it true that {' '.join(words)}?",
        "deadline": raised_at + timedelta(hours=dice.randrange(1, 200)),
        "service_area": area,
        "restricted": area == "children",
        "status": status,
        "officer": None if status == Status.NEW else dice.choice(officers),
        "response": "" if is_open else f"We can say that {' '.join(words[:4])}.",
        "responded_at": None if is_open else raised_at + timedelta(hours=dice.randrange(1, 100)),
        "outlet_id": journalist % OUTLETS + 1,
        "journalist_id": journalist,
    }
