"""The morning, the evening, a lead's day and the week: said once, kept up to date, private where they must be."""

from datetime import datetime, timedelta

from bot.desk import summaries
from storage.delivery import Delivery
from storage.kinds import DeliveryKind
from tests.journeys.council import LONDON, T0, Council

THURSDAY = datetime(2026, 3, 5, 9, 1, tzinfo=LONDON)
EVENING = datetime(2026, 3, 4, 16, 50, tzinfo=LONDON)
MONDAY = datetime(2026, 3, 9, 9, 5, tzinfo=LONDON)


def at(council: Council, moment: datetime) -> None:
    """The clock is moved, the nudges go out, and the summaries are looked at, by every process."""
    council.move_to(moment)
    council.until_quiet()
    for bot in council.bots:
        summaries.tick(bot.desk)
    council.until_quiet()


def said(council: Council, channel: str = "press-desk") -> list[str]:
    """What stands in the press office's channel that is no card."""
    messages = council.person("priya").in_channel(channel).messages
    return [one.readable for one in messages if not one.readable.startswith(("GN-", "ME-"))]


def told(council: Council, who: str, beginning: str) -> list[str]:
    return [words for words in council.said_to(who) if words.startswith(beginning)]


def test_the_morning_says_what_waits_and_is_kept_up_to_date(either_council: Council) -> None:
    council = either_council
    council.raises(deadline="4pm today")
    council.raises(deadline="Friday 3pm", outlet="BBC North", question="How many carers were there in May?")
    at(council, T0 + timedelta(minutes=2))

    (morning,) = said(council)
    assert morning == (
        "Wednesday 4 March: 1 due today, 1 due later.\n"
        "Due today\n"
        "ME-0001, Adults' social care. Due: Today at 16:00 (in 5 hours). Nobody has taken it yet. "
        "It waits for Shirin Daryaei to say who has it for the service.\nOpen\n"
        "Due later\n"
        "ME-0002, Adults' social care. Due: Friday, 6 March 2026 at 15:00 (in 2 days). Nobody has taken it yet. "
        "It waits for Shirin Daryaei to say who has it for the service.\nOpen\n"
        "On call for the press: Priya Nair.\n"
        "I keep this up to date through the day."
    )

    council.card("ME-0001").press("I'll take it")
    council.until_quiet()
    at(council, T0 + timedelta(minutes=4))
    assert said(council) == [morning], "not oftener than every five minutes"
    at(council, T0 + timedelta(minutes=8))
    (later,) = said(council)
    assert "ME-0001, Adults' social care. Due: Today at 16:00 (in 5 hours). It waits for Shirin Daryaei" in later
    edits = sum(one.kind == DeliveryKind.SUMMARY and one.lane == "C0PRESSDESK" for one in deliveries(council))
    at(council, T0 + timedelta(minutes=20))
    assert edits == 2
    assert council.slack.log.problems() == []


def deliveries(council: Council) -> list[Delivery]:
    with council.database.read() as session:
        return list(session.query(Delivery).order_by(Delivery.id))


def test_two_processes_and_a_restart_begin_one_morning(two_processes: Council) -> None:
    council = two_processes
    council.raises()
    at(council, T0 + timedelta(minutes=1))
    council.restart()
    at(council, T0 + timedelta(minutes=9))
    assert len(said(council)) == 1
    at(council, THURSDAY)
    assert [words.splitlines()[0] for words in said(council)] == [
        "Wednesday 4 March: 1 due today.",
        "Thursday 5 March: 1 late.",
    ]


def test_what_came_in_over_night_and_nothing_at_all(council: Council) -> None:
    at(council, T0)
    calm = (
        "Wednesday 4 March: nothing waits in the press office.\nOn call for the press: Priya Nair.\n"
        "I keep this up to date through the day."
    )
    assert said(council) == [calm]
    council.move_to(datetime(2026, 3, 4, 19, 30, tzinfo=LONDON))
    council.raises(deadline="Friday 3pm")
    at(council, THURSDAY)
    assert "Came in while the office was shut: ME-0001." in said(council)[-1]


def test_the_evening_is_short_and_nothing_is_said_of_nothing(council: Council) -> None:
    at(council, EVENING)
    assert [one for one in said(council) if "over night" in one] == []
    council.raises(deadline="Friday 3pm")
    at(council, EVENING + timedelta(minutes=6))
    assert [one for one in said(council) if "stay" in one] == [], "the evening was looked at, and nothing was open then"
    at(council, THURSDAY.replace(hour=16, minute=46))
    (evening,) = [one for one in said(council) if "stays open over night" in one]
    assert evening.splitlines()[0] == "One enquiry stays open over night. The office opens again: Tomorrow at 09:00."
    assert evening.splitlines()[-1] == "On call over night: Priya Nair."
    at(council, THURSDAY.replace(hour=17, minute=5))
    at(council, THURSDAY.replace(hour=22))
    assert len([one for one in said(council) if "over night" in one]) == 1


def test_a_private_one_gives_away_nothing(council: Council) -> None:
    council.raises("tomasz", outlet="The Herald", deadline="4pm today")
    at(council, T0 + timedelta(minutes=1))
    (morning,) = [one for one in said(council) if one.startswith("Wednesday 4 March")]
    assert "Private. Nobody has taken it yet." in morning
    for word in ("Herald", "Sam Poole", "Elm House", "Marcus"):
        assert word not in morning


def test_a_lead_hears_only_of_what_has_waited_and_sees_who_settled_it(either_council: Council) -> None:
    council = either_council
    council.raises(deadline="Friday 3pm")
    at(council, T0 + timedelta(minutes=1))
    assert told(council, "shirin", "Good morning") == [], "what came today was asked today"
    for _ in range(6):
        council.advance(hours=1)
    at(council, THURSDAY)
    (waits,) = told(council, "shirin", "Good morning")
    assert waits.splitlines()[0] == "Good morning. One thing waits for you."
    assert "ME-0001 needs somebody of your service. Please say that you have it." in waits
    assert "Elm House" not in waits
    assert told(council, "rosa", "Good morning") == []

    asked = [one for one in council.person("joan").inbox.messages if "has not been free" in one.readable]
    asked[0].press("I have it")
    council.until_quiet()
    at(council, THURSDAY + timedelta(minutes=6))
    assert told(council, "shirin", "Good morning") == []
    (done,) = told(council, "shirin", "Nothing waits for you any more.")
    assert "ME-0001, settled by Joan Whitfield" in done
    at(council, THURSDAY + timedelta(hours=1))
    assert len(told(council, "shirin", "Nothing waits")) == 1


def test_on_monday_the_head_hears_where_nudges_went_further_and_nobody_is_named(either_council: Council) -> None:
    council = either_council
    at(council, T0)
    for number in range(3):
        council.raises(deadline="tomorrow 4pm", question=f"Is it true that home {number} is to close?")
    council.raises("tomasz", deadline="tomorrow 4pm", outlet="BBC", question="Why?")
    for hours in range(1, 50):
        council.move_to(T0 + timedelta(hours=hours))
    council.until_quiet()
    at(council, MONDAY)
    (report,) = told(council, "helen", "Where nudges had to go further")
    lines = report.splitlines()
    assert lines[0] == "Where nudges had to go further last week, Monday 2 March to Sunday 8 March."
    assert lines[1] == "The press office"
    assert "Adults' social care: we were late to take an enquiry, 3 times." in lines
    assert lines[lines.index("Once or twice each:") + 1] == "• Children's social care: we were late to take an enquiry"
    assert lines.index("The services") > lines.index("The press office")
    assert "Adults' social care: the lead was not free, and the deputy was asked, 3 times." in lines
    for who in council.organisation.people.values():
        assert who.name not in report
    at(council, MONDAY + timedelta(hours=2))
    assert len(told(council, "helen", "Where nudges")) == 1
