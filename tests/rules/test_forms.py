"""The forms: what is kept, what is refused at which field, and the numbers that must never be kept."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.messages.ids import Field
from bot.rules.enquiry_form import (
    CheckedEnquiry,
    CloseForm,
    EnquiryForm,
    MoreForm,
    can_be_reached,
    check_close,
    check_enquiry,
    check_more,
)
from bot.rules.privacy import Kind, personal_data
from bot.rules.reasons import FormRefused, Reason
from bot.rules.response_form import ResponseForm, check_response
from bot.rules.story_form import DeclineForm, StoryForm, check_decline, check_story, people_agreed
from storage.kinds import Recognisable, Status
from tests.rules.northbank import at, enquiry, organisation

NOW = at("2026-11-25 09:30")
NHS = "943 476 5919"
WHOLE = EnquiryForm("BBC", "Sam Poole 020 7946 0000", "4pm today", "Is Elm House closing?", "adults")
STORY = StoryForm("A garden", "They planted one.", "The Elm House team", "adults")


def problems(refused: FormRefused) -> dict[str, tuple[Reason, dict[str, object]]]:
    assert set(refused.problems) <= set(Field)
    return {field: (problem.reason, dict(problem.facts)) for field, problem in refused.problems.items()}


def enquiry_problems(**changes: Any) -> dict[str, tuple[Reason, dict[str, object]]]:
    with pytest.raises(FormRefused) as refused:
        check_enquiry(replace(WHOLE, **changes), organisation(), NOW)
    return problems(refused.value)


def test_four_answers_are_enough() -> None:
    typed = replace(WHOLE, outlet="  BBC ", question="Is Elm House closing?\n")
    assert check_enquiry(typed, organisation(), NOW) == CheckedEnquiry(WHOLE, at("2026-11-25 16:00"))


def test_none_given_is_an_answer() -> None:
    assert check_enquiry(replace(WHOLE, deadline_words="none given"), organisation(), NOW).deadline is None


def test_every_missing_answer_is_named_at_once() -> None:
    empty = dict.fromkeys(("outlet", "journalist", "deadline_words", "question", "service_area"), " ")
    missing: tuple[Reason, dict[str, object]] = (Reason.MISSING, {})
    assert enquiry_problems(**empty) == dict.fromkeys(
        ("outlet", "journalist", "deadline", "question", "service_area"), missing
    )


def test_where_there_are_no_service_areas_none_is_asked() -> None:
    house = organisation(service_areas={})
    assert check_enquiry(replace(WHOLE, service_area=""), house, NOW).form.service_area == ""


def test_a_service_area_that_is_gone_is_asked_again() -> None:
    assert enquiry_problems(service_area="gone") == {"service_area": (Reason.MISSING, {})}


@pytest.mark.parametrize(("field", "limit"), [("outlet", 150), ("journalist", 300), ("question", 3000)])
def test_limits(field: str, limit: int) -> None:
    longest = "020 7946 0000 ".ljust(limit, "x")
    check_enquiry(replace(WHOLE, **{field: longest}), organisation(), NOW)  # type: ignore[arg-type]  # a text field each
    assert enquiry_problems(**{field: longest + "x"}) == {field: (Reason.TOO_LONG, {"limit": limit})}


def test_a_deadline_that_goes_on_and_on_is_too_long() -> None:
    assert enquiry_problems(deadline_words="4pm " * 50) == {"deadline": (Reason.TOO_LONG, {"limit": 150})}


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("9am", (Reason.DEADLINE_PASSED, {"deadline": at("2026-11-25 09:00")})),
        ("teatime", (Reason.DEADLINE_NOT_UNDERSTOOD, {"words": "teatime"})),
    ],
)
def test_a_deadline_refused_is_refused_at_its_field(words: str, problem: tuple[Reason, dict[str, object]]) -> None:
    assert enquiry_problems(deadline_words=words) == {"deadline": problem}


@pytest.mark.parametrize(
    ("journalist", "reached"),
    [
        ("Sam Poole 020 7946 0000", True),
        ("Sam Poole, 07700 900123", True),
        ("Sam +44 (0)20 7946 0000 ext 12", True),
        ("sam.poole@example.org", True),
        ("Sam Poole +1 212 555 0100", True),
        ("Sam Poole", False),
        ("Sam Poole, ext 41", False),
        ("@sampoole", False),
    ],
)
def test_a_way_to_reach_the_journalist(journalist: str, reached: bool) -> None:
    assert can_be_reached(journalist) is reached


def test_without_a_way_to_reach_them_the_form_stays_open() -> None:
    assert enquiry_problems(journalist="Sam Poole") == {"journalist": (Reason.NO_WAY_TO_REACH, {})}


def test_personal_data_is_caught_in_the_question_and_not_in_the_journalists_field() -> None:
    assert enquiry_problems(question=f"About {NHS}") == {
        "question": (Reason.PERSONAL_DATA, {"words": (NHS,), "kinds": (Kind.NHS_NUMBER,)})
    }
    check_enquiry(replace(WHOLE, journalist=f"Sam Poole {NHS}"), organisation(), NOW)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("His number is 943 476 5919.", ("943 476 5919",)),
        ("9434765919 and 943-476-5919", ("9434765919", "943-476-5919")),
        ("aged 12 943 476 5919", ("943 476 5919",)),
        ("CHI 0101900007", ("0101900007",)),
        ("3200000007", ("3200000007",)),  # Northern Ireland's begin with 32 to 39
        ("pupil B801200005001", ("B801200005001",)),
        ("pupil b 8012 0000 5001", ("b 8012 0000 5001",)),
        ("NI AB 12 34 56 C", ("AB 12 34 56 C",)),
        ("ni ab123456c", ("ab123456c",)),
        ("943 476 5918", ()),  # the check digit is wrong
        ("ring 020 7946 0000 or 07700 900123", ()),
        ("ring +44 943 476 5919", ()),
        ("GB 12 34 56 C", ()),  # never issued
        ("ref ME-0042, 25/11/2026, 1,200 beds", ()),
        ("ring 0124250009", ()),  # a telephone number of ten digits whose check digit happens to be right
        ("12943476591987", ()),  # part of something longer
    ],
)
def test_numbers_that_identify_a_person(text: str, found: tuple[str, ...]) -> None:
    assert personal_data(text) == found


def test_more_keeps_marks_and_catches_numbers() -> None:
    assert check_more(MoreForm(("court",), " by telephone ")) == MoreForm(("court",), "by telephone")
    with pytest.raises(FormRefused) as refused:
        check_more(MoreForm(said_already=NHS, links="x" * 3001))
    assert problems(refused.value) == {
        "said_already": (Reason.PERSONAL_DATA, {"words": (NHS,), "kinds": (Kind.NHS_NUMBER,)}),
        "links": (Reason.TOO_LONG, {"limit": 3000}),
    }


def test_a_mark_that_no_form_offers_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="gossip"):
        check_more(MoreForm(("gossip",)))


def test_a_response_is_words_said_by_now() -> None:
    assert check_response(ResponseForm(" No. ", responded_at=NOW), NOW) == ResponseForm("No.", responded_at=NOW)
    ahead = ResponseForm("No.", responded_at=NOW + timedelta(minutes=2))  # a phone's clock is not ours
    assert check_response(ahead, NOW) == ahead
    with pytest.raises(FormRefused) as refused:
        check_response(ResponseForm("", responded_at=NOW + timedelta(minutes=3)), NOW)
    assert problems(refused.value) == {"response": (Reason.MISSING, {}), "responded_at": (Reason.TIME_AHEAD, {})}


@pytest.mark.parametrize(
    ("form", "found"),
    [
        (CloseForm(""), {"outcome": (Reason.MISSING, {})}),
        (CloseForm("lost"), {"outcome": (Reason.MISSING, {})}),
        (CloseForm("duplicate", " "), {"outcome_note": (Reason.MISSING, {})}),
        (CloseForm("responded"), {"outcome": (Reason.RESPOND_FIRST, {})}),
    ],
)
def test_closing_needs_an_outcome_that_is_true(form: CloseForm, found: dict[str, object]) -> None:
    with pytest.raises(FormRefused) as refused:
        check_close(form, enquiry())
    assert problems(refused.value) == found


def test_closing() -> None:
    assert check_close(CloseForm("duplicate", " of ME-0007 ")) == CloseForm("duplicate", "of ME-0007")
    assert check_close(CloseForm("responded"), enquiry(status=Status.RESPONDED)) == CloseForm("responded")


def story_problems(**changes: Any) -> dict[str, tuple[Reason, dict[str, object]]]:
    with pytest.raises(FormRefused) as refused:
        check_story(replace(STORY, **changes), organisation(), NOW)
    return problems(refused.value)


def test_a_story_in_which_nobody_can_be_recognised_needs_no_consent() -> None:
    assert check_story(replace(STORY, title=" A garden "), organisation(), NOW) == STORY


def test_agreed_needs_who_how_and_for_what() -> None:
    needed: tuple[Reason, dict[str, object]] = (Reason.CONSENT_NEEDED, {})
    fields = ("consent_who", "consent_how", "consent_uses")
    assert story_problems(recognisable=Recognisable.AGREED.value, consent_who=" , ") == dict.fromkeys(fields, needed)


def test_a_consent_that_has_run_out_is_none() -> None:
    agreed = replace(
        STORY, recognisable="agreed", consent_who="J, M", consent_how="in writing", consent_uses=("colleagues",)
    )
    last_day = replace(agreed, consent_until=date(2026, 11, 25))
    assert check_story(last_day, organisation(), NOW) == last_day
    assert people_agreed(agreed) == ("J", "M")
    with pytest.raises(FormRefused) as refused:
        check_story(replace(agreed, consent_until=date(2026, 11, 24)), organisation(), NOW)
    assert problems(refused.value) == {"consent_until": (Reason.DATE_PASSED, {"date": date(2026, 11, 24)})}


def test_not_asked_is_an_honest_answer() -> None:
    form = replace(STORY, recognisable=Recognisable.NOT_ASKED.value)
    assert check_story(form, organisation(), NOW) == form


def test_what_is_wrong_with_a_story_is_named_at_once() -> None:
    found = story_problems(title="x" * 151, what_happened="", credit=NHS, recognisable="perhaps", service_area="")
    assert found == {
        "title": (Reason.TOO_LONG, {"limit": 150}),
        "what_happened": (Reason.MISSING, {}),
        "credit": (Reason.PERSONAL_DATA, {"words": (NHS,), "kinds": (Kind.NHS_NUMBER,)}),
        "recognisable": (Reason.MISSING, {}),
        "service_area": (Reason.MISSING, {}),
    }


def test_a_no_needs_its_reason() -> None:
    assert check_decline(DeclineForm(" Told last week. ", "Try March")) == DeclineForm("Told last week.", "Try March")
    with pytest.raises(FormRefused) as refused:
        check_decline(DeclineForm(" ", "Try March"))
    assert problems(refused.value) == {"declined_because": (Reason.MISSING, {})}
