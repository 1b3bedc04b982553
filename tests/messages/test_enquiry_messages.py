"""What the press office, the lead and the person who raised it read about an enquiry."""

from datetime import timedelta
from typing import Any

import pytest

from bot.messages import enquiry_card, enquiry_line, enquiry_news, responses
from bot.messages import nudge as nudges
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import NudgeState, Outcome, Status, Step
from tests.messages.samples import (
    DEPUTY,
    FOUR,
    HEAD,
    LEAD,
    OFFICER,
    SOCIAL_WORKER,
    T0,
    enquiry,
    entry,
    heard,
    nudge,
    organisation,
    page,
    seen,
    seen_in,
    words_of_buttons,
)


def closed(**changes: Any) -> Enquiry:
    """Answered by Ada at half past nine and closed."""
    return enquiry(
        status=Status.CLOSED,
        officer=OFFICER,
        lead_acknowledged_by=LEAD,
        response="No decision has been made.",
        responded_by=OFFICER,
        responded_at=T0,
        outcome=Outcome.RESPONDED,
        closed_by=OFFICER,
        closed_at=T0,
        **changes,
    )


def test_a_new_card() -> None:
    card = enquiry_card.card(enquiry(urgent=True), organisation(), T0)
    assert seen(card) == [
        "ME-0042: BBC North",
        "Urgent",
        "Deadline: Today at 16:00 (in 6 hours)",
        "Service area: Adults' social care",
        "Status: New: nobody has taken it yet",
        "Press officer: nobody yet",
        "Lead: Priya Shah, not answered yet",
        "Journalist: Sam Poole 020 7946 0000",
        "They ask",
        "Is Elm House closing?",
        "Raised by Meera Nair, Today at 09:30",
        *["I'll take it", "Close", "Open"],
    ]


def test_the_card_says_every_fact_aloud() -> None:
    assert heard(enquiry_card.card(enquiry(urgent=True), organisation(), T0)) == (
        "ME-0042: Urgent. BBC North, Sam Poole 020 7946 0000. Deadline Wednesday 2 December at 16:00, 6 hours 30 minutes left. "
        "Adults' social care. New: nobody has taken it yet. Press officer: nobody yet. Lead: Priya Shah, not answered yet. "
        "Raised by Meera Nair. They ask: Is Elm House closing?"
    )


def test_a_closed_card_says_what_was_said_and_how_it_ended() -> None:
    assert seen(enquiry_card.card(closed(), organisation(), T0))[1:] == [
        "Deadline: Today at 16:00",
        "Service area: Adults' social care",
        "Status: Closed",
        "Press officer: Ada Okoro",
        "Lead: Priya Shah has it",
        "Journalist: Sam Poole 020 7946 0000",
        "They ask",
        "Is Elm House closing?",
        "The answer given by Ada Okoro, Today at 09:30",
        "No decision has been made.",
        "How it ended: We answered, Today at 09:30",
        "Raised by Meera Nair, Today at 09:30",
        "Open",
    ]


@pytest.mark.parametrize(
    ("status", "buttons"),
    [
        (Status.NEW, ["I'll take it", "Close", "Open"]),
        (Status.IN_PROGRESS, ["Draft a statement", "Record the response", "Close", "Open"]),
        (Status.READY, ["Record the response", "Close", "Open"]),
        (Status.RESPONDED, ["Close", "Open"]),
        (Status.CLOSED, ["Open"]),
    ],
)
def test_the_card_offers_what_its_state_allows(status: Status, buttons: list[str]) -> None:
    assert words_of_buttons(enquiry_card.card(enquiry(status=status), organisation(), T0)) == buttons


def test_words_given_instead_of_a_deadline_are_shown() -> None:
    card = seen(enquiry_card.card(enquiry(deadline=None, deadline_words="as soon as you can"), organisation(), T0))
    assert card[1] == "Deadline: none given"
    assert "Deadline as given: as soon as you can" in card


def test_the_restriction_can_be_lifted_only_where_no_mark_stands() -> None:
    for marks, offered in (([], True), (["not_sure"], True), (["court"], False)):
        card = enquiry_card.restricted_card(enquiry(restricted=True, marks=marks), organisation(), T0)
        assert ("Lift restriction" in words_of_buttons(card)) is offered


def test_an_opened_up_enquiry_leaves_a_pointer_in_the_restricted_channel() -> None:
    opened = enquiry(restricted=False, opened_up_by=OFFICER, opened_up_at=T0)
    card = seen(enquiry_card.restricted_card(opened, organisation(), T0))
    assert card[-2:] == ["Ada Okoro lifted the restriction. Its card is in the press office's channel now.", "Open"]


@pytest.mark.parametrize(
    ("action", "actor", "details", "said"),
    [
        ("recorded", SOCIAL_WORKER, {}, "Meera Nair raised ME-0042."),
        ("claimed", OFFICER, None, "Ada Okoro took ME-0042."),
        ("handed_on", LEAD, {"to": DEPUTY}, "Priya Shah handed ME-0042 on to Tom Reed."),
        ("nudged", "close-ties", {"step": "lead_again", "person": LEAD}, "Asked Priya Shah about ME-0042."),
        ("amended", SOCIAL_WORKER, {"to": "her name is"}, "Meera Nair corrected ME-0042."),
        ("closed", OFFICER, {"note": "private"}, "Ada Okoro closed ME-0042. We answered."),
        ("something new", OFFICER, {}, "Ada Okoro changed ME-0042."),
    ],
)
def test_a_move_is_one_sentence_in_the_thread(
    action: str, actor: str, details: dict[str, object] | None, said: str
) -> None:
    line = enquiry_line.line(entry(action, actor, details), closed(), organisation())
    assert (seen(line), line.text) == ([said], said)


def test_the_person_who_raised_it_hears_who_was_told_and_what_comes_next() -> None:
    told = [nudge(Step.OFFICER_NEW, OFFICER), nudge(Step.LEAD_NEW, LEAD)]
    news = enquiry_news.news("recorded", enquiry(urgent=True), organisation(), T0, told)
    assert seen(news) == [
        "Thank you. Your enquiry is ME-0042. We have told Ada Okoro and Priya Shah.",
        "Deadline: Today at 16:00 (in 6 hours)",
        "This one is urgent. If nobody has come back to you within ten minutes, ring Ada Okoro on 0161 496 0100.",
        (
            "What happens next: a press officer takes it and deals with the journalist. You will hear here who has it, what was said, "
            "and how it ended. If the journalist rings again, say that the press office will ring them straight back."
        ),
        "Add more",
    ]


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("claimed", "Ada Okoro in the press office has ME-0042 now, and will deal with the journalist."),
        ("lead_acknowledged", "Priya Shah knows about ME-0042 now and is helping the press office with it."),
        (
            "responded",
            (
                "We have answered the journalist about ME-0042. The words were given by Ada Okoro, Wednesday 2 December at 09:30. "
                "No decision has been made."
            ),
        ),
        ("closed", "ME-0042 is closed. We answered. Thank you for telling us."),
    ],
)
def test_the_person_who_raised_it_hears_each_step(what: str, said: str) -> None:
    assert heard(enquiry_news.news(what, closed(), organisation(), T0)) == said


def test_private_news_has_a_button_instead_of_words() -> None:
    news = enquiry_news.news("responded", closed(restricted=True), organisation(), T0)
    assert seen(news) == ["We have answered the journalist about ME-0042. Press Open to read the words.", "Open"]


def test_news_nobody_has_heard_of_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        enquiry_news.news("forgotten", enquiry(), organisation(), T0)


@pytest.mark.parametrize(
    ("step", "person", "buttons"),
    [
        (Step.OFFICER_NEW, OFFICER, ["I'll take it", "Open"]),
        (Step.LEAD_NEW, LEAD, ["I have it", "Call me", "Hand to my deputy", "Open"]),
        (Step.DEPUTY, DEPUTY, ["I have it", "Call me", "Open"]),
        (Step.STILL_LEAD, LEAD, ["Still on it", "Call me", "Hand to my deputy", "Open"]),
        (Step.STILL_OFFICER, OFFICER, ["Still on it", "Open"]),
        (Step.OFFICER_SILENT, HEAD, ["Give it to someone", "Open"]),
        (Step.HEAD_UNACKNOWLEDGED, HEAD, ["I have it", "Open"]),
        (Step.HEAD_UNCLAIMED, HEAD, ["I'll take it", "Open"]),
        (Step.RAISER_RING, SOCIAL_WORKER, []),
        (Step.OFFICER_DEADLINE, OFFICER, ["I'll take it", "Open"]),
    ],
)
def test_a_nudge_has_the_buttons_that_finish_the_job(step: Step, person: str, buttons: list[str]) -> None:
    assert words_of_buttons(nudges.message(nudge(step, person), enquiry(), organisation(), T0)) == buttons


def test_before_the_deadline_whoever_has_it_can_record_the_response() -> None:
    working = enquiry(status=Status.IN_PROGRESS, officer=OFFICER)
    asked = nudges.message(nudge(Step.OFFICER_DEADLINE, OFFICER), working, organisation(), FOUR - timedelta(minutes=30))
    assert words_of_buttons(asked) == ["Record the response", "Open"]
    assert heard(asked) == (
        "ME-0042 is due soon. If the answer has gone, please record it. If not, please send it, or tell the journalist when it comes. "
        "Deadline Wednesday 2 December at 16:00, 30 minutes left. BBC North: Is Elm House closing? You are told because it is with you."
    )


def test_past_the_deadline_the_head_is_told_whom_to_ask() -> None:
    working = enquiry(status=Status.IN_PROGRESS, officer=OFFICER)
    asked = nudges.message(nudge(Step.HEAD_PASSED, HEAD), working, organisation(), FOUR)
    assert heard(asked).startswith(
        "The deadline for ME-0042 has passed and no answer is recorded. Please ask Ada Okoro how it stands, or give it to someone else."
    )


def test_whoever_said_that_they_have_it_is_asked_for_that_reason() -> None:
    working = enquiry(lead_acknowledged_by=HEAD)
    asked = nudges.message(nudge(Step.STILL_LEAD, HEAD), working, organisation(), T0)
    assert "You are asked because you said that you have it." in seen(asked)


def test_a_late_nudge_says_so() -> None:
    asked = nudges.message(nudge(Step.DEPUTY, DEPUTY, late=True), enquiry(), organisation(), T0)
    assert "This comes late: it was due Today at 09:30, while I was away." in seen(asked)
    assert "it was due Wednesday 2 December at 09:30" in heard(asked)


def test_the_person_who_raised_it_is_told_whom_to_ring() -> None:
    asked = nudges.message(nudge(Step.RAISER_RING, SOCIAL_WORKER), enquiry(urgent=True), organisation(), T0)
    assert seen(asked) == [
        "Urgent: Nobody has been able to pick up ME-0042 yet. Please ring Ada Okoro on 0161 496 0100 now.",
        "Deadline: Today at 16:00 (in 6 hours)",
        "You are told because you raised it and it is urgent.",
    ]


def test_the_head_is_given_the_numbers_to_ring() -> None:
    asked = nudges.message(nudge(Step.HEAD_UNACKNOWLEDGED, HEAD), enquiry(), organisation(), T0)
    assert seen(asked)[0] == (
        "Nobody from Adults' social care has been free to answer about ME-0042. Please ring them: "
        "Priya Shah on 0161 496 0002 and Tom Reed."
    )


def test_a_deputy_to_whom_it_was_handed_hears_so() -> None:
    handed = nudges.message(nudge(Step.LEAD_NEW, DEPUTY, round=2), enquiry(lead=DEPUTY), organisation(), T0)
    assert seen(handed)[0].startswith("ME-0042 has been handed to you: a journalist has been in touch")
    assert "You are asked because you are a deputy for Adults' social care." in seen(handed)


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (
            LEAD,
            (
                "ME-0042: You took it on for the service, Today at 09:30. The press office knows that you have it and will come to "
                "you about the words."
            ),
        ),
        (HEAD, "ME-0042: Priya Shah took it on for the service, Today at 09:30. Nothing more is needed from you."),
    ],
)
def test_a_settled_nudge_says_who_did_what_and_has_no_buttons(person: str, said: str) -> None:
    done = nudge(
        Step.LEAD_NEW,
        person,
        state=NudgeState.SETTLED,
        settled_by=LEAD,
        settled_how="acknowledged",
        settled_at=T0,
    )
    assert seen(nudges.message(done, enquiry(), organisation(), T0)) == [said]


def test_the_response_form_stands_under_the_question() -> None:
    form = responses.respond_view(Brief(enquiry=enquiry()), organisation(), T0)
    assert form["private_metadata"] == "42"
    assert seen_in(form)[:4] == [
        "Response: ME-0042",
        "Deadline: Today at 16:00 (in 6 hours)",
        "They ask",
        "Is Elm House closing?",
    ]
    assert form["blocks"][-1]["element"]["initial_date_time"] == int(T0.timestamp())


def test_we_answered_is_an_ending_only_once_an_answer_is_recorded() -> None:
    before = responses.close_view(enquiry())["blocks"][0]["element"]
    after = responses.close_view(enquiry(status=Status.RESPONDED))["blocks"][0]["element"]
    assert [one["value"] for one in before["options"]] == ["no_comment_needed", "declined", "withdrawn", "duplicate"]
    assert after["initial_option"]["value"] == "responded"
    assert "initial_option" not in before


def test_the_page_of_a_private_enquiry_says_that_opening_was_written_down() -> None:
    moves = [entry("recorded", SOCIAL_WORKER), entry("opened"), entry("claimed")]
    shown = seen_in(page(enquiry(restricted=True, marks=["court"]), organisation(), moves))
    assert shown[1] == "This enquiry is private. That you opened it has been written down."
    assert "Marks: A court case, an arrest or a reporting restriction" in shown
    assert shown[-3:-1] == ["Today at 09:30: Meera Nair raised ME-0042.", "Today at 09:30: Ada Okoro took ME-0042."]
