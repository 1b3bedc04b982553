"""App Home as people see it: what waits for them first, then the board, then what they sent in; a hundred blocks at most."""

from bot.messages import home
from storage.finding import Filters, Page, Waiting
from storage.home import ON_A_PAGE, Home
from storage.kinds import SignOffPart, Status, Step, TaskKind
from tests.messages.everything_finding import fact_check, sign_off, task
from tests.messages.everything_sharing import ask
from tests.messages.samples import LEAD, OFFICER, SOCIAL_WORKER, T0, enquiry, nudge, organisation, seen_in, story

MENUS = ["All services", "All press officers", "All states"]


def _seen(person: str, one: Home) -> list[str]:
    return seen_in(home.view(person, organisation(), T0, one))


def test_home_of_a_social_worker() -> None:
    page = _seen(SOCIAL_WORKER, Home(mine=(enquiry(officer=OFFICER, status="in_progress"),), ideas=(story(),)))
    assert page == [
        "The press office is here for you. A journalist has been in touch, or something good happened? Tell us.",
        "Rather talk? Ring Ada Okoro on 0161 496 0100.",
        "The press officer for Adults' social care is Ada Okoro.",
        *["New media enquiry", "New story idea", "Can I share this?"],
        "My media enquiries",
        *["ME-0042: BBC North", "Open", "Deadline: Today at 16:00 (in 6 hours)", "with Ada Okoro"],
        "My story ideas",
        *["GN-0007: A garden for Elm House", "Open", "Waiting for the press office"],
    ]


def test_what_waits_for_someone_comes_first_each_with_its_button() -> None:
    private = enquiry(43, restricted=True, status=Status.READY, deadline=None)
    waiting = Waiting(
        sign_offs=((sign_off(SignOffPart.LEGAL), private),),
        fact_checks=((fact_check(), enquiry()),),
        nudges=((nudge(Step.LEAD_NEW, LEAD), enquiry()),),
        tasks=((task(TaskKind.CHECK_IN), enquiry()), (task(TaskKind.TELL_FIRST), private)),
        held=(enquiry(status=Status.AWAITING_SIGN_OFF), private),
    )
    page = _seen(LEAD, Home(waiting=waiting, has_role=True))
    by = "By Today at 16:00 (in 6 hours)"
    assert page[page.index("For me now") : page.index("My media enquiries")] == [
        "For me now",
        *["ME-0043: please look at the words, for legal", by, "Open"],
        *["ME-0042: please say that you have it", by, "I have it"],
        *["ME-0042: please say whether the facts are right", by, "Open"],
        *["ME-0042: ask how the person is who may be named, now that it has been published", "No time set", "Open"],
        *["ME-0043: there is something to do", "No time set", "Open"],
        *["ME-0043: approved, send the words", "No time set", "Open"],
        *["ME-0042: with its approvers", by, "Open"],
    ]


def test_someone_with_a_role_is_told_that_nothing_waits() -> None:
    page = _seen(LEAD, Home(has_role=True))
    assert page[page.index("For me now") + 1] == "Nothing waits for you just now."
    assert "For me now" not in _seen(SOCIAL_WORKER, Home())


def test_more_than_fits_is_counted() -> None:
    held = tuple(enquiry(number, status=Status.IN_PROGRESS) for number in range(1, 16))
    assert "and 3 more that can wait behind these" in _seen(OFFICER, Home(waiting=Waiting(held=held)))


def test_home_of_a_press_officer_has_the_board_with_its_menus_and_pages() -> None:
    rows = tuple(enquiry(number) for number in range(16, 31))
    page = _seen(OFFICER, Home(board=Page(rows, ON_A_PAGE, more=True, count=500)))
    start = page.index("Open enquiries, the most pressing first")
    assert page[start + 1 : start + 4] == MENUS
    assert page[start + 4 : start + 8] == [
        "ME-0016: BBC North",
        "Open",
        "Deadline: Today at 16:00 (in 6 hours)",
        "Adults' social care: waiting for a press officer",
    ]
    end = page.index("My media enquiries")
    assert page[end - 3 : end] == ["500 enquiries, showing 16 to 30.", "Back", "Next"]


def test_the_menus_stand_at_what_was_chosen() -> None:
    page = _seen(OFFICER, Home(board=Page(count=0), filters=Filters("children", "nobody", "ready")))
    start = page.index("Open enquiries, the most pressing first")
    assert page[start + 1 : start + 5] == [
        "Children's social care",
        "Nobody yet",
        "Approved, not sent yet",
        "No open enquiry is like this. Choose “All” above to see the rest.",
    ]


def test_a_board_with_nothing_on_it_asks_nothing() -> None:
    page = _seen(OFFICER, Home(board=Page(count=0)))
    assert page[page.index("Open enquiries, the most pressing first") + 1] == "No enquiry is open."


def test_all_that_there_can_be_fits_into_a_hundred_blocks() -> None:
    rows = tuple(enquiry(number, status=Status.IN_PROGRESS) for number in range(1, 501))
    full = Home(
        mine=rows[:20],
        ideas=(story(),) * 20,
        waiting=Waiting(held=rows[:20], nudges=((nudge(Step.LEAD_NEW, LEAD), rows[0]),) * 12),
        board=Page(rows[15:30], 15, more=True, count=500),
        has_role=True,
        asked=tuple(ask("A prize", due_at=T0) for _ in range(20)),
        owed=(ask("A prize", due_at=T0),) * 6,
    )
    blocks = home.view(OFFICER, organisation(), T0, full)["blocks"]
    assert len(blocks) <= 100
    assert [one["action_id"] for one in blocks[-1]["elements"]] == ["see_fairness", "see_balance", "see_agreements"]
