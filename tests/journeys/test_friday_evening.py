"""Friday, 16:40, the office has just shut: a private enquiry that is due on Monday at ten. Who hears what, and when."""

from datetime import datetime, timedelta

from bot.desk import summaries
from storage.kinds import Subject
from storage.nudge import nudges_of
from tests.journeys.council import LONDON, Council

FRIDAY = datetime(2026, 3, 6, 16, 40, tzinfo=LONDON)
MONDAY = FRIDAY.replace(hour=0, minute=0) + timedelta(days=3)
SECRET = "Did the council know the family in Canal Street before the fire?"
HERALD = {
    "outlet": "The Herald",
    "journalist": "Lena Marsh, 020 7946 0555",
    "deadline": "Monday 10am",
    "question": SECRET,
}


def it_comes_in(council: Council) -> None:
    council.move_to(FRIDAY)
    council.raises("tomasz", **HERALD)


def time_passes(council: Council, until: datetime) -> None:
    """Five minutes at a time, as they pass."""
    while council.slack.clock.now() < until:
        council.advance(minutes=5)
    council.until_quiet()


def told(council: Council) -> list[str]:
    """Who was asked, when, and at which step."""
    with council.database.read() as session:
        nudges = [one for one in nudges_of(session, Subject.ENQUIRY, 1) if one.sent_at is not None]
    names = council.organisation.name_of
    sent = sorted(
        (one.sent_at.astimezone(LONDON), names(one.person).split()[0], one.step) for one in nudges if one.sent_at
    )
    return [f"{at:%a %H:%M} {who} {step}" for at, who, step in sent]


def test_when_nobody_answers_whoever_is_on_call_is_asked_each_morning_and_nobody_is_woken(council: Council) -> None:
    it_comes_in(council)
    time_passes(council, MONDAY + timedelta(hours=10))
    assert told(council) == [
        "Fri 16:40 Marcus lead_new",
        "Fri 16:40 Priya officer_new",
        "Fri 16:50 Tomasz raiser_ring",
        "Fri 17:40 Priya officer_unclaimed",
        "Fri 18:40 Helen head_unclaimed",
        "Fri 18:40 Marcus lead_again",
        "Fri 20:40 Shirin deputy",
        "Sat 08:00 Helen head_unacknowledged",
        "Sat 08:00 Priya still_untaken",
        "Sun 08:00 Priya still_untaken",
        "Mon 08:00 Priya still_untaken",
        "Mon 09:00 Dewi officer_deadline",
        "Mon 09:45 Dewi deadline_soon",
        "Mon 10:00 Dewi officer_passed",
        "Mon 10:00 Helen head_passed",
    ]
    for who in ("tomasz", "priya", "marcus", "shirin", "helen", "dewi"):
        assert all("Canal Street" not in said and "Herald" not in said for said in council.said_to(who)), who
    assert "Urgent: ME-0001 is due soon, and nobody has taken it. Please take it, or ask a colleague to." in "\n".join(
        council.said_to("dewi")
    )


def test_when_the_officer_and_the_lead_have_it_the_weekend_is_quiet(council: Council) -> None:
    it_comes_in(council)
    council.advance(minutes=4)
    council.person("priya").inbox.last.press("I'll take it")
    council.advance(minutes=2)
    council.person("marcus").inbox.last.press("I have it")
    council.until_quiet()
    time_passes(council, MONDAY + timedelta(hours=9, minutes=1))
    assert told(council) == [
        "Fri 16:40 Marcus lead_new",
        "Fri 16:40 Priya officer_new",
        "Mon 08:01 Priya draft_due",
        "Mon 09:01 Marcus still_on_it_lead",
        "Mon 09:01 Priya officer_deadline",
    ]
    summaries.tick(council.bot.desk)
    council.until_quiet()
    morning = next(
        one for one in council.person("dewi").in_channel("press-desk").messages if "Monday 9 March" in one.readable
    )
    assert "Monday 9 March: 1 due today." in morning.readable
    assert "Came in while the office was shut: ME-0001." in morning.readable
    assert "Canal Street" not in morning.readable


def test_the_person_who_raised_it_knows_by_name_who_has_it(council: Council) -> None:
    it_comes_in(council)
    (first,) = council.said_to("tomasz")
    assert "We have told Priya Nair and Marcus Bell." in first
    assert "If nobody has come back to you within ten minutes, ring Priya Nair on 01632 960 100." in first
    council.advance(minutes=4)
    council.person("priya").inbox.last.press("I'll take it")
    council.until_quiet()
    time_passes(council, FRIDAY + timedelta(hours=1))
    assert [one.partition("\n")[0] for one in council.said_to("tomasz")[1:]] == [
        "Priya Nair in the press office has ME-0001 now, and will deal with the journalist."
    ]


def test_on_a_friday_the_evening_speaks_of_monday(council: Council) -> None:
    council.move_to(FRIDAY.replace(hour=15))
    council.raises(deadline="Monday 3pm")
    council.move_to(FRIDAY.replace(hour=16, minute=16))
    summaries.tick(council.bot.desk)
    council.until_quiet()
    said = [one.readable for one in council.person("dewi").in_channel("press-desk").messages]
    (evening,) = [one for one in said if "stays open" in one]
    assert evening.splitlines()[0].startswith("One enquiry stays open until the office opens again: ")
    assert evening.splitlines()[-1] == "On call until then: Priya Nair."


def test_what_was_kept_for_the_morning_comes_in_one_message_to_each_person_urgent_or_not(
    either_council: Council,
) -> None:
    council = either_council
    for hour, outlet in ((21, "The Herald"), (23, "The Courier")):
        council.move_to(FRIDAY.replace(hour=hour, minute=30))
        council.raises("tomasz", **{**HERALD, "outlet": outlet, "question": f"What does {outlet} ask?"})
    time_passes(council, FRIDAY.replace(hour=23, minute=59))
    assert council.said_to("helen") == []
    council.move_to(FRIDAY.replace(hour=8, minute=0) + timedelta(days=1))
    council.until_quiet()
    (to_helen,) = council.said_to("helen")
    assert to_helen.splitlines()[0] == "4 things are waiting for you."
    for line in (
        "Urgent: Nobody in the press office has taken ME-0001 yet. Please take it, or give it to someone.",
        "Urgent: Nobody in the press office has taken ME-0002 yet. Please take it, or give it to someone.",
        "Urgent: Nobody from Children's social care has been free to answer about ME-0001.",
        "Urgent: Nobody from Children's social care has been free to answer about ME-0002.",
    ):
        assert line in to_helen
    assert "late" not in to_helen
    assert [one.splitlines()[0] for one in council.said_to("priya")[2:]] == ["2 things are waiting for you."]
    council.person("helen").inbox.last.press("I'll take it")
    council.until_quiet()
    (to_helen,) = council.said_to("helen")
    assert to_helen.splitlines()[0] == "3 things are waiting for you."
