"""Enquiries that hang together: asked twice, and other reporters on the same story."""

import pytest

from bot.desk import enquiries, involved, links, responses, working
from bot.rules.enquiry_form import CloseForm, MoreForm
from bot.rules.reasons import Reason, Refused
from bot.rules.response_form import ResponseForm
from bot.rules.working_forms import LinkForm
from storage.kinds import LinkKind, NudgeState, Status, Step, Told
from tests.journeys.council import QUESTION, Council
from tests.journeys.test_working import opened, presses

BBC = "BBC Northbank"
ANSWER = "Elm House stays open."


def two(council: Council) -> None:
    """Two reporters ask about Elm House."""
    council.raises("amara")
    council.raises("ibrahim", outlet=BBC)


def answers(council: Council, number: int) -> None:
    """Priya answers one."""
    desk, priya = council.bot.desk, council.person("priya").id
    working.claim(desk, number, person=priya)
    responses.respond(desk, number, ResponseForm(ANSWER, response_to="Sam Poole", way="email"), person=priya)
    council.until_quiet()


def test_another_reporter_on_the_same_story_is_linked_by_reference(council: Council) -> None:
    two(council)
    opened(council, "priya", "ME-0002")
    presses(council, "priya", "Link to another")
    form = council.person("priya").form
    assert form.fill(other_reference="ME-0009").submit().errors == {
        "other_reference": "No enquiry that you can see has this reference. It looks like ME-0042."
    }
    assert form.fill(other_reference="me-2").submit().errors == {
        "other_reference": "That is this enquiry itself. Please give the reference of the other one."
    }
    form.fill(other_reference="ME-0001").submit()
    council.until_quiet()

    assert "Same story: ME-0002, BBC Northbank" in council.card("ME-0001: ").readable
    assert "Same story: ME-0001, Northbank Echo" in council.card("ME-0002: ").readable
    assert "Same story: ME-0001, Northbank Echo." in council.card("ME-0002: ").sentence
    assert council.timeline("ME-0002: ")[-1] == "Priya Nair linked ME-0002 with another enquiry."
    assert "Same story: ME-0001, Northbank Echo. New: nobody has taken it yet." in council.person("priya").form.text


def test_one_that_asks_alike_is_linked_by_one_press(council: Council) -> None:
    two(council)
    opened(council, "priya", "ME-0002: ")
    council.person("priya").form.press("Same story")
    council.until_quiet()
    assert "Same story: ME-0001, Northbank Echo" in council.card("ME-0002: ").readable


def test_an_answer_given_to_one_is_offered_to_the_other(council: Council) -> None:
    two(council)
    links.link(council.bot.desk, 2, LinkForm(LinkKind.SAME_STORY, "1"), person=council.person("priya").id)
    answers(council, 1)
    assert "Same story: ME-0001, Northbank Echo, answered already" in council.card("ME-0002: ").readable

    working.claim(council.bot.desk, 2, person=council.person("dewi").id)
    council.until_quiet()
    opened(council, "dewi", "ME-0002: ")
    assert ANSWER in council.person("dewi").form.text
    council.person("dewi").form.press("Use their answer")
    council.until_quiet()
    assert council.enquiry(2).statement_id is not None
    assert council.timeline("ME-0002: ")[-1] == "Dewi Hughes drafted version 1 of the words for ME-0002."
    assert "Use their answer" not in council.person("dewi").form.buttons


def test_what_is_asked_twice_is_closed_for_the_other_and_both_say_so(council: Council) -> None:
    two(council)
    opened(council, "priya", "ME-0002: ")
    presses(council, "priya", "Link to another")
    council.person("priya").form.fill(link_kind="duplicate", other_reference="ME-0001").submit()
    council.until_quiet()

    enquiry = council.enquiry(2)
    assert (enquiry.status, enquiry.outcome, enquiry.duplicate_of) == (Status.CLOSED, "duplicate", 1)
    assert council.said_to("ibrahim")[-1] == (
        "ME-0002 is closed, since it asks the same as ME-0001: the press office deals with both there. Thank you for telling us."
    )
    assert "Also asked by: ME-0002, BBC Northbank" in council.card("ME-0001: ").readable
    assert "How it ended: It is a duplicate of ME-0001" in council.card("ME-0002: ").readable
    assert council.timeline("ME-0002: ")[-1] == "Priya Nair closed ME-0002. It is a duplicate of ME-0001."

    opened(council, "priya", "ME-0002: ")
    presses(council, "priya", "Open it again")
    council.person("priya").form.fill(reopened_because="It is another matter.").submit()
    council.until_quiet()
    assert council.enquiry(2).duplicate_of is None
    assert "Also asked by" not in council.card("ME-0001: ").readable


def test_of_a_private_one_only_the_reference_is_posted(council: Council) -> None:
    two(council)
    desk = council.bot.desk
    links.link(desk, 2, LinkForm(LinkKind.SAME_STORY, "1"), person=council.person("priya").id)
    council.until_quiet()
    enquiries.add_more(desk, 2, MoreForm(marks=("police",)), person=council.person("priya").id)
    council.until_quiet()
    assert "Same story: ME-0002\n" in council.card("ME-0001: ").readable
    assert BBC not in council.standing()
    assert "Same story: ME-0001\n" in council.card("ME-0002", channel="press-restricted").readable


def test_a_private_answer_stays_private(council: Council) -> None:
    two(council)
    desk, priya = council.bot.desk, council.person("priya").id
    links.link(desk, 2, LinkForm(LinkKind.SAME_STORY, "1"), person=priya)
    answers(council, 1)
    enquiries.add_more(desk, 1, MoreForm(marks=("police",)), person=priya)
    working.claim(desk, 2, person=priya)
    council.until_quiet()
    opened(council, "priya", "ME-0002: ")
    assert "Use their answer" not in council.person("priya").form.buttons
    with pytest.raises(Refused) as refused:
        links.use_answer(desk, 1, person=priya, enquiry_id=2)
    assert refused.value.reason == Reason.ANSWER_PRIVATE


def test_who_is_left_out_of_the_other_does_not_find_it(council: Council) -> None:
    two(council)
    involved.leave_out(council.bot.desk, 1, [council.person("dewi").id], person=council.person("priya").id)
    council.until_quiet()
    opened(council, "dewi", "ME-0002: ")
    presses(council, "dewi", "Link to another")
    form = council.person("dewi").form
    assert "One of these?" not in form.text
    assert form.fill(other_reference="ME-0001").submit().errors == {
        "other_reference": "No enquiry that you can see has this reference. It looks like ME-0042."
    }


def test_a_link_is_taken_off(council: Council) -> None:
    two(council)
    links.link(council.bot.desk, 2, LinkForm(LinkKind.SAME_STORY, "1"), person=council.person("priya").id)
    council.until_quiet()
    opened(council, "priya", "ME-0001: ")
    council.person("priya").form.press("Take the link off")
    council.until_quiet()
    assert "Same story" not in council.card("ME-0001: ").readable + council.card("ME-0002: ").readable
    assert council.timeline("ME-0001: ")[-1] == "Priya Nair took a link off ME-0001."


def test_closing_as_a_duplicate_links_too(council: Council) -> None:
    two(council)
    working.close(council.bot.desk, 2, CloseForm("duplicate", "the same as ME-0001"), person=council.person("priya").id)
    council.until_quiet()
    assert "Also asked by: ME-0002, BBC Northbank" in council.card("ME-0001: ").readable
    assert QUESTION in council.card("ME-0001: ").readable


def asked_twice(council: Council) -> None:
    """Ibrahim's is closed for Amara's, which Priya has not answered yet."""
    two(council)
    form = LinkForm(LinkKind.DUPLICATE, "1")
    links.link(council.bot.desk, 2, form, person=council.person("priya").id)
    council.until_quiet()


HEARD = (
    "There is an answer to what you told us about in ME-0002. Someone else had asked the same in ME-0001, and "
    "Priya Nair in the press office gave these words:"
)


CORRECTED = "The words we told you about for ME-0002 were not quite right. These are the ones that the journalist was given in ME-0001:"


def test_whoever_asked_the_same_hears_the_answer_too(council: Council) -> None:
    asked_twice(council)
    answers(council, 1)
    assert council.said_to("ibrahim")[-1].splitlines() == [HEARD, ANSWER]
    assert f"{HEARD} {ANSWER}" == council.person("ibrahim").inbox.last.sentence
    council.person("ibrahim").types("/media-enquiry ME-0002", channel="general")
    assert f"The answer that was given there:\n{ANSWER}" in council.person("ibrahim").form.text

    right = ResponseForm("Elm House stays open until 2030.", response_to="Sam Poole", way="email", override_because="x")
    responses.correct(council.bot.desk, 1, right, person=council.person("helen").id)
    council.until_quiet()
    assert council.said_to("ibrahim")[-2:] == [
        f"{HEARD}\nElm House stays open until 2030.",
        f"{CORRECTED}\nElm House stays open until 2030.",
    ]


def test_what_is_closed_for_one_that_was_answered_is_told_at_once(council: Council) -> None:
    two(council)
    answers(council, 1)
    working.close(council.bot.desk, 2, CloseForm("duplicate", "ME-0001"), person=council.person("priya").id)
    council.until_quiet()
    assert council.said_to("ibrahim")[-1].splitlines() == [HEARD, ANSWER]


def test_whoever_asked_the_same_hears_that_it_ended_without_an_answer(council: Council) -> None:
    asked_twice(council)
    working.close(council.bot.desk, 1, CloseForm("declined"), person=council.person("priya").id)
    council.until_quiet()
    assert council.person("ibrahim").inbox.last.sentence == (
        "What you told us about in ME-0002 has ended. Someone else had asked the same in ME-0001, and that is closed without an "
        "answer to the journalist. If anyone still waits for one, please ring Priya Nair on 01632 960 100."
    )


@pytest.mark.parametrize("private", [1, 2])
def test_of_a_private_one_no_words_are_sent(council: Council, private: int) -> None:
    asked_twice(council)
    priya = council.person("priya").id
    answers(council, 1)
    enquiries.add_more(council.bot.desk, private, MoreForm(marks=("police",)), person=priya)
    council.until_quiet()
    said = council.said_to("ibrahim")[-1]
    start = "There is an answer to what you told us about in ME-0002: it was given in ME-0001. The words are not in this message"
    assert said.startswith(start)
    assert ANSWER not in "".join(council.said_to("ibrahim"))
    buttons = council.person("ibrahim").inbox.last.buttons
    assert ("Open" in buttons, "Ring Priya Nair on 01632 960 100" in said) == (private == 2, private == 1)


def test_whoever_is_left_out_of_the_other_hears_nothing_of_its_answer(council: Council) -> None:
    asked_twice(council)
    involved.leave_out(council.bot.desk, 1, [council.person("ibrahim").id], person=council.person("priya").id)
    council.until_quiet()
    before = council.said_to("ibrahim")
    form = ResponseForm(
        ANSWER,
        response_to="Sam Poole",
        way="email",
        family_told=Told.NOBODY_CONCERNED,
        override_because="They print at once.",
    )
    working.claim(council.bot.desk, 1, person=council.person("priya").id)
    responses.respond(council.bot.desk, 1, form, person=council.person("helen").id)
    council.until_quiet()
    assert council.enquiry(1).status == Status.RESPONDED
    assert council.said_to("ibrahim") == before


@pytest.mark.parametrize("page", ["ME-0001: ", "ME-0002: "])
def test_a_wrong_duplicate_goes_back_to_where_it_was(either_council: Council, page: str) -> None:
    council = either_council
    asked_twice(council)
    opened(council, "priya", page)
    council.person("priya").form.press("Take the link off")
    council.until_quiet()
    enquiry = council.enquiry(2)
    assert (enquiry.status, enquiry.duplicate_of, enquiry.outcome, enquiry.closed_at) == (Status.NEW, None, None, None)
    assert "Also asked by" not in council.card("ME-0001: ").readable
    assert "New: nobody has taken it yet" in council.card("ME-0002: ").readable
    assert council.timeline("ME-0002: ")[-1] == "Priya Nair took a link off ME-0002."
    assert council.said_to("ibrahim")[-1] == (
        "ME-0002 is not the same as ME-0001 after all. It is open again, and the press office has been told that nobody has "
        "taken it yet."
    )
    asked = {one.step for one in council.nudges(2) if one.state == NudgeState.SENT and one.round > 1}
    assert asked == {Step.OFFICER_NEW, Step.LEAD_NEW}


def test_one_that_somebody_had_is_theirs_again(council: Council) -> None:
    two(council)
    desk, priya, dewi = council.bot.desk, council.person("priya").id, council.person("dewi").id
    working.claim(desk, 2, person=dewi)
    links.link(desk, 2, LinkForm(LinkKind.DUPLICATE, "1"), person=priya)
    council.until_quiet()
    links.take_off(desk, 1, person=priya, enquiry_id=1)
    council.until_quiet()
    enquiry = council.enquiry(2)
    assert (enquiry.status, enquiry.officer) == (Status.IN_PROGRESS, dewi)
    assert council.said_to("ibrahim")[-1] == (
        "ME-0002 is not the same as ME-0001 after all. It is open again, and Dewi Hughes in the press office has it."
    )
    with pytest.raises(Refused) as refused:
        links.take_off(desk, 1, person=priya, enquiry_id=1)
    assert refused.value.reason == Reason.NOT_FOUND


def test_one_of_three_that_were_closed_in_a_ring_can_become_private(council: Council) -> None:
    two(council)
    council.raises("amara", outlet="Elm Radio")
    desk, priya = council.bot.desk, council.person("priya").id
    for number, other in ((1, "2"), (2, "3"), (3, "1")):
        links.link(desk, number, LinkForm(LinkKind.DUPLICATE, other), person=priya)
    enquiries.add_more(desk, 1, MoreForm(marks=("police",)), person=priya)
    council.until_quiet()
    assert [council.enquiry(number).restricted for number in (1, 2, 3)] == [True, False, False]
