"""App Home at work: what waits for each with its button, the board narrowed and turned, and everything drawn anew when it changes."""

from datetime import timedelta

from bot.desk import enquiries, home
from bot.rules.enquiry_form import EnquiryForm
from sandbox.people.seen import Home
from storage.delivery import Delivery
from storage.kinds import DeliveryKind
from tests.journeys.council import Council

BOARD, MINE = "Open enquiries, the most pressing first", "My media enquiries"


def _board(page: Home) -> list[str]:
    lines = page.readable.splitlines()
    return [line for line in lines[lines.index(BOARD) : lines.index(MINE)] if line.startswith("ME-")]


def _for_me(page: Home) -> list[str]:
    lines = page.readable.splitlines()
    start = lines.index("For me now") + 1
    return lines[start : next(at for at in range(start, len(lines)) if lines[at] in (BOARD, MINE))]


def _many(council: Council, count: int) -> None:
    """Many enquiries at once, without the forms: two services in turn."""
    for number in range(count):
        who = council.person("amara" if number % 2 else "tomasz")
        form = EnquiryForm("Echo", "Sam Poole, 020 7946 0000", "none given", "Why?")
        enquiries.record(council.bot.desk, form, form_id=f"V{number}", person=who.id)
    council.until_quiet()


def test_the_lead_has_it_from_their_home_and_the_page_says_so(either_council: Council) -> None:
    council = either_council
    council.raises("amara")
    shirin = council.person("shirin")
    page = shirin.home.open().wait_for(lambda words: "For me now" in words)
    assert _for_me(page) == ["ME-0001: please say that you have it", "By Today at 16:00 (in 5 hours)", "I have it"]
    page.press("I have it")
    page = shirin.home.wait_for(lambda words: "Nothing waits for you just now." in words)
    assert council.enquiry().lead_acknowledged_by == shirin.id


def test_what_a_press_officer_holds_waits_with_its_next_step(council: Council) -> None:
    council.raises("amara")
    priya = council.person("priya")
    page = priya.home.open().wait_for(lambda words: "ME-0001" in words)
    assert _for_me(page) == ["Nothing waits for you just now."]
    council.card().press("I'll take it")
    page = priya.home.wait_for(lambda words: "draft the words" in words)
    assert _for_me(page) == ["ME-0001: draft the words, or record the answer", "By Today at 16:00 (in 5 hours)", "Open"]
    page.press("Open")
    assert priya.form.title == "ME-0001"


def test_a_page_is_drawn_anew_for_those_who_look_at_it_and_have_a_part_in_it(council: Council) -> None:
    for who in ("amara", "grace", "priya"):
        council.person(who).home.open()
    council.until_quiet()
    council.raises("amara")
    council.person("amara").home.wait_for(lambda words: "ME-0001" in words)
    council.person("priya").home.wait_for(lambda words: "ME-0001" in words)
    council.until_quiet()
    assert _drawn(council, "grace") == 1  # it is none of hers
    assert _drawn(council, "dewi") == 0  # she has never looked


def test_nobody_is_drawn_for_who_looked_long_ago(council: Council) -> None:
    council.person("priya").home.open()
    council.until_quiet()
    council.move_to(council.slack.clock.now() + timedelta(hours=2))
    council.raises("amara", deadline="none given")
    home.tick(council.bot.desk)
    council.until_quiet()
    assert _drawn(council, "priya") == 1


def test_a_hundred_changes_are_one_drawing(council: Council) -> None:
    priya = council.person("priya")
    priya.home.open()
    council.until_quiet()
    before = _drawn(council, "priya")
    _many(council, 20)
    priya.home.wait_for(lambda words: "20 enquiries" in words)
    council.until_quiet()
    assert _drawn(council, "priya") - before <= 6


def _drawn(council: Council, who: str) -> int:
    """How often someone's page was drawn."""
    person = council.person(who).id
    with council.database.read() as session:
        query = session.query(Delivery).filter(Delivery.kind == DeliveryKind.HOME, Delivery.lane == person)
        return query.count()


def test_the_board_is_narrowed_and_turned_and_remembers_it(council: Council) -> None:
    _many(council, 34)
    priya = council.person("priya")
    page = priya.home.open().wait_for(lambda words: "34 enquiries, showing 1 to 15." in words)
    assert _board(page)[0] == "ME-0001"
    page.press("Next")
    page = priya.home.wait_for(lambda words: "34 enquiries, showing 16 to 30." in words)
    assert _board(page)[0] == "ME-0016: Echo"
    page.press("board_area", "adults")
    page = priya.home.wait_for(lambda words: "17 enquiries, showing 1 to 15." in words)
    assert set(_board(page)) == {f"ME-{number:04d}: Echo" for number in range(2, 31, 2)}
    page.press("board_state", "ready")
    page = priya.home.wait_for(lambda words: "No open enquiry is like this." in words)
    page.press("board_state", "all")
    priya.home.wait_for(lambda words: "17 enquiries, showing 1 to 15." in words)
    council.card("ME-0002").press("I'll take it")
    council.until_quiet()
    page = priya.home.open().wait_for(lambda words: "with Priya Nair" in words)
    page.press("board_officer", priya.id)
    page = priya.home.wait_for(lambda words: "enquiries, showing" not in words)
    assert _board(page) == ["ME-0002: Echo"]
    council.person("helen").home.open().wait_for(lambda words: "34 enquiries" in words)  # or says so


def test_whoever_is_left_out_of_a_matter_sees_nothing_of_it(council: Council) -> None:
    council.raises("amara")
    with council.database.write() as session:
        enquiry = session.get(type(council.enquiry()), 1)
        assert enquiry is not None
        enquiry.excluded = [council.person("dewi").id]
    dewi = council.person("dewi").home.open().wait_for(lambda words: "No enquiry is open." in words)
    assert "ME-0001" not in dewi.readable
