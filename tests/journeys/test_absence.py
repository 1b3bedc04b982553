"""Being away: said in words, confirmed, handed over with one press each, and told in one message what happened meanwhile."""

from datetime import datetime, timedelta

from bot.delivery.presence import Lookout
from bot.desk import absences
from storage.absence import AbsenceRow, PresenceRow
from storage.kinds import Subject
from tests.journeys.council import LONDON, T0, Council


def the_absence(council: Council) -> AbsenceRow:
    with council.database.read() as session:
        return session.query(AbsenceRow).one()


def presence_of(council: Council, name: str) -> PresenceRow | None:
    with council.database.read() as session:
        return session.get(PresenceRow, council.person(name).id)


def goes_away(council: Council, who: str, words: str) -> None:
    person = council.person(who)
    person.types(f"/press-office {words}")
    person.form.submit()
    council.until_quiet()


def test_said_in_words_and_confirmed(council: Council) -> None:
    shirin = council.person("shirin")
    shirin.types("/press-office away from Monday to Friday, my deputy is Joan")
    assert shirin.form.title == "I'm away"
    shirin.form.submit()
    council.until(lambda: shirin.form.title == "Before you go", "what she holds")
    assert shirin.form.text.splitlines()[1:-1] == [
        "You are noted as away until Friday 13 March. Nothing is with you that somebody else would have to take over."
    ]
    row = the_absence(council)
    assert (row.person, row.deputy) == (shirin.id, council.person("joan").id)
    assert (row.starts_at, row.ends_at) == (
        datetime(2026, 3, 9, tzinfo=LONDON),
        datetime(2026, 3, 14, tzinfo=LONDON),
    )
    assert council.trail(0, Subject.PERSON) == [("Shirin", "went_away")]


def says_back(council: Council, who: str, words: str) -> str:
    """What the bot answers somebody who wrote to it, once these words are in it."""
    return council.person(who).inbox.wait_for(lambda message: words in message.text).text


def test_written_to_the_bot_and_plain_is_noted_at_once_and_can_be_put_right(council: Council) -> None:
    shirin = council.person("shirin")
    shirin.writes("I'm away from Monday to Friday, my deputy is Joan")
    assert says_back(council, "shirin", "You are noted").startswith(
        "You are noted as away from Monday 9 March until Friday 13 March, the last day included. Joan Whitfield stands in for you."
    )
    row = the_absence(council)
    assert (row.starts_at, row.ends_at, row.deputy) == (
        datetime(2026, 3, 9, tzinfo=LONDON),
        datetime(2026, 3, 14, tzinfo=LONDON),
        council.person("joan").id,
    )
    shirin.inbox.last.press("Change it")
    council.until(lambda: shirin.form.title == "I'm away", "the form")
    assert shirin.form.values["away_to"] == "2026-03-13"
    shirin.form.fill(away_to="2026-03-12").submit()
    says_back(council, "shirin", "until Thursday 12 March")
    shirin.form.close(everything=True)
    shirin.inbox.last.press("I'm not away")
    says_back(council, "shirin", "Welcome back.")
    assert absences.standing(council.bot.desk, person=shirin.id) is None
    assert [did for _, did in council.trail(0, Subject.PERSON)] == ["went_away", "went_away", "came_back"]


def test_what_was_guessed_is_asked_about_before_anything_is_noted(council: Council) -> None:
    council.raises("amara")
    shirin = council.person("shirin")
    shirin.writes("I'm on annual leave next week, ask Joan")
    asked = (
        "I understood that you are away from Monday 9 March until Friday 13 March. Joan Whitfield stands in for you. "
        "Is that right? Nothing is noted yet."
    )
    assert says_back(council, "shirin", "I understood") == asked
    assert absences.standing(council.bot.desk, person=shirin.id) is None
    shirin.inbox.last.press("Yes, note it")
    council.until(lambda: shirin.form.title == "Before you go", "what she holds")
    assert "ME-0001: you are its lead." in shirin.form.text
    council.until_quiet()
    says_back(council, "shirin", "You are noted as away from Monday 9 March until Friday 13 March")
    assert the_absence(council).deputy == council.person("joan").id


def test_half_understood_opens_the_form_and_back_is_understood_too(council: Council) -> None:
    priya = council.person("priya")
    priya.writes("I'm away from Monday")
    says_back(council, "priya", "away from Monday 9 March, and I did not understand until when.")
    assert list(priya.inbox.last.buttons) == ["Open the form"]
    priya.writes("I'm back")
    says_back(council, "priya", "You are not noted as away, so there is nothing to change.")


def test_somebody_who_is_asked_nothing_here_is_answered_as_ever(council: Council) -> None:
    council.person("amara").writes("I'm away from Monday to Friday")
    says_back(council, "amara", "Nothing is waiting for an answer from you just now.")
    with council.database.read() as session:
        assert session.query(AbsenceRow).all() == []


def test_while_the_lead_is_away_whoever_stands_in_is_asked(council: Council) -> None:
    goes_away(council, "shirin", "away this week, my deputy is Rosa")
    council.raises("amara")
    assert ("lead_new", "Rosa") in council.asked()
    assert "Shirin" not in [name for _, name in council.asked()]
    council.person("amara").types("/press-office who", channel="general")
    said = council.private_word("amara", "general")
    assert "Adults' social care: Rosa Lindqvist on 01632 960 107. Shirin Daryaei is away." in said


def test_what_is_held_goes_to_the_deputy_with_one_press(council: Council) -> None:
    council.raises("amara")
    council.card().press("I'll take it")
    council.until_quiet()
    priya = council.person("priya")
    priya.types("/press-office away from tomorrow to Friday, my deputy is Dewi")
    priya.form.submit()
    council.until(lambda: priya.form.title == "Before you go", "what she holds")
    assert "ME-0001: you are dealing with it." in priya.form.text
    priya.form.press("Hand to Dewi Hughes")
    council.until(lambda: "All of it is handed over." in priya.form.text, "the list is empty")
    council.until_quiet()
    assert council.enquiry().officer == council.person("dewi").id
    assert council.trail()[-1] == ("Priya", "handed_over")


def test_what_a_lead_is_asked_goes_to_the_deputy_and_what_they_have_is_opened(council: Council) -> None:
    council.raises("amara")
    council.raises("grace", question="Will the day centre open on Saturdays?")
    council.person("shirin").inbox.last.press("I have it")
    council.until_quiet()
    shirin = council.person("shirin")
    shirin.types("/press-office away from tomorrow to Friday, my deputy is Rosa")
    shirin.form.submit()
    council.until(lambda: shirin.form.title == "Before you go", "what she holds")
    assert [line for line in shirin.form.text.splitlines() if line.startswith("ME-")] == [
        "ME-0001: you are its lead.",
        "ME-0002: you have it for your service.",
    ]
    shirin.form.press("Hand to Rosa Lindqvist")
    council.until(lambda: "ME-0001" not in shirin.form.text, "it is handed over")
    council.until_quiet()
    assert council.enquiry().lead == council.person("rosa").id
    assert any("ME-0001" in one for one in council.said_to("rosa"))
    shirin.form.press("Open")
    council.until(lambda: shirin.form.title == "ME-0002", "its page")


def test_back_again_one_message_says_what_happened(council: Council) -> None:
    council.raises("amara")
    council.card().press("I'll take it")
    council.until_quiet()
    priya = council.person("priya")
    priya.types("/press-office away today to Friday, my deputy is Dewi")
    priya.form.submit()
    council.until(lambda: priya.form.title == "Before you go", "what she holds")
    priya.form.press("Hand to Dewi Hughes")
    council.until(lambda: "All of it is handed over." in priya.form.text, "the list is empty")
    council.until_quiet()
    priya.form.close(everything=True)
    before = len(council.said_to("priya"))

    council.move_to(datetime(2026, 3, 7, 10, tzinfo=LONDON))  # a Saturday: over, but nobody is at work
    assert absences.tick(council.bot.desk) == 0
    council.move_to(datetime(2026, 3, 9, 9, 1, tzinfo=LONDON))
    assert absences.tick(council.bot.desk) == 1
    assert absences.tick(council.bot.desk) == 0
    council.until_quiet()
    told = [one for one in council.said_to("priya")[before:] if one.startswith("Welcome back.")]
    assert [one.split("\nWaiting for you now")[0] for one in told] == [
        (
            "Welcome back. This is what happened while you were away, from Wednesday 4 March to Friday 6 March.\n"
            "Handed to others\n"
            "ME-0001 went to Dewi Hughes."
        )
    ]


def test_back_early_by_the_word_and_by_app_home(council: Council) -> None:
    goes_away(council, "helen", "away this week")
    helen = council.person("helen")
    helen.form.close(everything=True)
    helen.home.open()
    council.until_quiet()
    assert "You are noted as away until Friday 6 March. Nobody is named to stand in for you." in helen.home.readable
    helen.home.press("I'm back")
    council.until_quiet()
    assert "You are noted as away" not in helen.home.readable
    assert the_absence(council).ended_at == T0
    assert council.trail(0, Subject.PERSON) == [("Helen", "went_away"), ("Helen", "came_back")]
    assert council.said_to("helen")[-1].splitlines()[:2] == [
        "Welcome back. This is what happened while you were away, on Wednesday 4 March.",
        "Nothing that concerns you happened meanwhile.",
    ]
    helen.types("/press-office back", channel="general")
    assert council.private_word("helen", "general") == "You are not noted as away, so there is nothing to change."


def test_what_slack_shows_is_kept(council: Council) -> None:
    slack, marcus = council.slack, council.person("marcus")
    friday = T0 + timedelta(days=2)
    slack.on_loop(lambda: slack.workspace.set_status(marcus.id, "Out sick", ":face_with_thermometer:", friday))
    council.until(lambda: presence_of(council, "marcus") is not None, "the status is seen")
    row = presence_of(council, "marcus")
    assert row is not None
    assert (row.away, row.away_until, row.status) == (False, friday, "")
    council.until(lambda: marcus.id in council.bot.desk.organisation.presence, "the rules know")
    assert council.bot.desk.organisation.presence[marcus.id].away_until == friday

    slack.on_loop(lambda: slack.workspace.snooze(marcus.id, T0 + timedelta(hours=2)))
    council.until(lambda: quiet(council) == T0 + timedelta(hours=2), "the quiet time is seen")
    slack.on_loop(lambda: slack.workspace.snooze(marcus.id, None))
    council.until(lambda: quiet(council) is None, "the end of it too")


def quiet(council: Council) -> datetime | None:
    row = presence_of(council, "marcus")
    return row.quiet_until if row else None


def test_a_slow_look_finds_what_no_event_told(council: Council) -> None:
    slack, marcus = council.slack, council.person("marcus")
    slack.on_loop(lambda: setattr(slack.workspace.people[marcus.id], "deactivated", True))
    lookout, desk = Lookout(council.bot.client), council.bot.desk
    looked = 0
    while lookout.tick(desk):
        looked += 1
        assert looked < 50
    assert looked == 7  # everyone of whom something may be asked
    assert desk.organisation.presence[marcus.id].deactivated
    assert lookout.tick(desk) is False
