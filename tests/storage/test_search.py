"""Finding by words, alike on both kinds of database: nothing typed breaks a query, and nobody finds what they may not read."""

import pytest

from storage.engine import Database
from storage.enquiry import Enquiry, get_enquiry
from storage.finding import NOBODY_IN_PARTICULAR, Filters, Page, Scope, board, due, mine
from storage.kinds import Status
from storage.search import search, similar, tidy_up, words_in
from tests.storage.records import MINUTE, T0, saved_enquiry, statements

OFFICE = Scope("UPRIYA", everything=True)
MAYA = Scope("UMAYA")
LEAD_OF_ADULTS = Scope("ULEAD", areas=("adults",))


def _found(database: Database, words: str, scope: Scope = OFFICE, **paging: int) -> list[int]:
    with database.read() as session:
        return _ids(search(session, words, scope, **paging))


def _ids(page: Page) -> list[int]:
    return [one.id for one in page.enquiries]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Elm House", True),
        ("house ELM", True),
        ("elm hou", True),
        ("closing", True),
        ("closure of Elm House", False),
        ("closes", True),
        ("Lukasz Zielinski", True),
        ("Łukasz Zieliński", True),
        ("7946", True),
        ("echo", True),
        ("elm garden", False),
        ("house elms", True),
    ],
)
def test_words_find_their_enquiry_whatever_their_order_case_ending_or_accent(
    database: Database, typed: str, found: bool
) -> None:
    saved_enquiry(database, outlet="The Northbank Echo", journalist="Łukasz Zieliński, 020-7946 0000")
    assert _found(database, typed) == ([1] if found else [])


SIGNS = """" | elm AND | AND | OR NOT | elm* | * | -elm | words:elm | (elm | elm) | elm NEAR/2 house | elm & ! | '; -- | {a} | ^elm
| elm:* | \\ | % | _ | \x00 | :: | elm <-> house | seen : elm | 'elm | $1 | ? | :asked | %(asked)s | |  """


def test_signs_of_foreign_syntax_are_only_signs(database: Database) -> None:
    saved_enquiry(database)
    for typed in (*(one.strip() for one in SIGNS.split("|")), "|", "a" * 5000, "elm " * 500):
        for scope in (OFFICE, MAYA, NOBODY_IN_PARTICULAR):
            assert _found(database, typed, scope) in ([], [1])
        with database.read() as session:
            assert [one.id for one in similar(session, typed, OFFICE, but=99)] in ([], [1])


def test_the_index_follows_every_change_in_the_same_transaction(database: Database) -> None:
    number = saved_enquiry(database, question="Why was the garden closed?")
    with database.write() as session:
        enquiry = get_enquiry(session, number)
        assert enquiry is not None
        enquiry.question = "Why was the pool drained?"
        session.flush()
        assert _ids(search(session, "pool", OFFICE)) == [number]
    assert _found(database, "garden") == []
    with database.write() as session:
        session.delete(session.get(Enquiry, number))
        tidy_up(session)
    assert _found(database, "pool") == []


def test_deleted_words_are_gone_from_the_file(file_database: Database) -> None:
    number = saved_enquiry(file_database, question="Xylophonist")
    with file_database.write() as session:
        enquiry = get_enquiry(session, number)
        assert enquiry is not None
        enquiry.question = ""
    with file_database.write() as session:
        tidy_up(session)
        session.connection().exec_driver_sql("SELECT 1")
    with file_database.engine.connect() as connection:
        parts = connection.exec_driver_sql("SELECT block FROM enquiry_search_data").scalars().all()
    assert not any(b"xylophon" in part for part in parts)


def test_a_page_and_the_next(database: Database) -> None:
    for _ in range(5):
        saved_enquiry(database)
    with database.read() as session:
        first, last = search(session, "elm", OFFICE, most=3), search(session, "elm", OFFICE, start=3, most=3)
    assert (_ids(first), first.more) == ([5, 4, 3], True)
    assert (_ids(last), last.more) == ([2, 1], False)


RESTRICTED_AND_OPEN = (
    {"service_area": "adults"},
    {"service_area": "children", "restricted": True},
    {"service_area": "adults", "restricted": True, "raised_by": "UTOM"},
    {"service_area": "children", "raised_by": "UTOM", "lead": "ULEAD"},
    {"service_area": "children", "raised_by": "UTOM", "excluded": ["UPRIYA", "UMAYA"]},
    {"service_area": "adults", "excluded": ["ULEAD"]},
)


@pytest.mark.parametrize(
    ("scope", "allowed"),
    [
        (OFFICE, [1, 2, 3, 4, 6]),
        (Scope("UDEWI", everything=True), [1, 2, 3, 4, 5, 6]),
        (MAYA, [1, 2, 6]),
        (LEAD_OF_ADULTS, [1, 3, 4]),
        (Scope("UTOM"), [3, 4, 5]),
        (Scope("UNOBODY"), []),
        (NOBODY_IN_PARTICULAR, [1, 4, 5, 6]),
    ],
)
def test_every_query_for_text_obeys_the_reader(database: Database, scope: Scope, allowed: list[int]) -> None:
    for values in RESTRICTED_AND_OPEN:
        saved_enquiry(database, **values, deadline=T0)
    with database.read() as session:
        found = board(session, scope, Filters(), start=0, most=10)
        assert _ids(found) == allowed
        assert found.count == len(allowed)
        assert _ids(due(session, scope, T0 + MINUTE, start=0, most=10)) == allowed
        assert sorted(_ids(search(session, "elm house", scope))) == allowed
        assert sorted(one.id for one in similar(session, "elm house", scope, but=99)) == allowed


def test_mine_is_what_i_raised_and_what_i_hold_once_each(database: Database) -> None:
    saved_enquiry(database)
    saved_enquiry(database, raised_by="UTOM")
    saved_enquiry(database, raised_by="UTOM", officer="UMAYA")
    saved_enquiry(database, officer="UMAYA")
    saved_enquiry(database, excluded=["UMAYA"])
    with database.read() as session:
        everything = Scope("UMAYA", everything=True)
        first, last = mine(session, everything, start=0, most=2), mine(session, everything, start=2, most=2)
    assert (_ids(first), first.more, _ids(last), last.more) == ([4, 3], True, [1], False)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), [2, 3, 1]),
        (Filters(area="adults"), [1]),
        (Filters(officer="UDEWI"), [2]),
        (Filters(officer="nobody"), [3, 1]),
        (Filters(status="in_progress"), [2]),
        (Filters(area="adults", status="in_progress"), []),
    ],
)
def test_the_board_is_narrowed(database: Database, filters: Filters, found: list[int]) -> None:
    saved_enquiry(database, service_area="adults", deadline=None)
    saved_enquiry(database, service_area="children", officer="UDEWI", status=Status.IN_PROGRESS, deadline=T0)
    saved_enquiry(database, service_area="children", deadline=T0 + MINUTE)
    saved_enquiry(database, service_area="adults", status=Status.CLOSED)
    with database.read() as session:
        page = board(session, OFFICE, filters, start=0, most=10)
    assert (_ids(page), page.count) == (found, len(found))


def test_a_page_beyond_the_last_is_the_last(database: Database) -> None:
    for _ in range(3):
        saved_enquiry(database)
    with database.read() as session:
        assert _ids(board(session, OFFICE, Filters(), start=40, most=2)) == [3]


def test_similar_ones_share_most_words_first_and_the_one_itself_is_left_out(database: Database) -> None:
    saved_enquiry(database, outlet="A", journalist="B", question="Parking at the swimming pool")
    saved_enquiry(
        database, outlet="A", journalist="B", question="When will Elm House close, and where do residents go?"
    )
    saved_enquiry(database, outlet="A", journalist="B", question="Is the house on the corner to be sold?")
    saved_enquiry(database, outlet="A", journalist="B", question="Where will the residents of Elm House go?")
    with database.read() as session:
        found = similar(session, "Where will the residents of Elm House go?", OFFICE, but=4)
    assert [one.id for one in found] == [2, 3]


def test_each_takes_as_many_statements_however_much_there_is(database: Database) -> None:
    costs = []
    for _ in range(2):
        for _ in range(15):
            saved_enquiry(database, deadline=T0)
        with database.read() as session:
            for ask in (
                lambda: search(session, "elm", MAYA),
                lambda: similar(session, "elm", OFFICE, but=99),
                lambda: mine(session, MAYA, start=0, most=10),
                lambda: due(session, MAYA, T0 + MINUTE, start=0, most=10),
                lambda: board(session, MAYA, Filters(), start=0, most=10),
            ):
                with statements(database) as sent:
                    ask()
                costs.append(len(sent))
    assert costs == [1, 1, 1, 1, 2] * 2


def test_words_that_say_nothing_are_left_out() -> None:
    assert words_in("Is it TRUE that the Elm-House is to close, Zoë?") == ("true", "elm", "house", "close", "zoe")
