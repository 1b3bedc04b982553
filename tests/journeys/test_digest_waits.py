"""A digest that waits: paused, held, not approved, a private enquiry since the preview, its channel gone, Slack down at its hour."""

from datetime import timedelta

from storage.digest import Digest
from tests.journeys.council import Council
from tests.journeys.previewing import (
    FRIDAY,
    THURSDAY,
    WEDNESDAY,
    a_story,
    at,
    digest,
    done,
    good_news,
    notes,
    preview,
    previews,
    settled,
    state,
)

WEEK = timedelta(days=7)
SECRET = "Did Callum hurt the child?"


def waits(council: Council, text: str) -> str:
    """What to replace in the organisation file so that it waits for a yes."""
    return text.replace("[digest]\n", '[digest]\nunapproved = "wait"\n')


def test_where_the_organisation_wants_a_yes_it_waits_for_one(council: Council) -> None:
    council.change_organisation(lambda text: waits(council, text))
    a_story(council, 1)
    at(council, THURSDAY)
    assert state(council).startswith("It waits until someone says that it can go.\nIt can go as it is")
    at(council, FRIDAY)
    at(council, FRIDAY + timedelta(minutes=30))
    assert good_news(council) == []
    (note,) = notes(council)
    assert "waits: nobody has said yet that it can go.\nIt can go as it is\nHold" in note
    council.person("dewi").in_channel("press-desk").last.press("It can go as it is")
    settled(council)
    assert "This comes a little late today" in good_news(council)[0]
    assert notes(council)[0].endswith("dealt with.")


def test_held_it_goes_when_someone_lets_it_even_days_later(council: Council) -> None:
    a_story(council, 1)
    at(council, THURSDAY)
    preview(council).press("Hold")
    settled(council)
    assert state(council).startswith("Priya Nair is holding it. It waits until someone says that it can go.")
    at(council, FRIDAY)
    at(council, FRIDAY + timedelta(days=3))
    assert good_news(council) == []
    (note,) = notes(council)
    assert note.endswith("waits: Priya Nair is holding it. Can it go now?\nIt can go as it is")
    preview(council, "dewi").press("It can go as it is")
    settled(council)
    assert len(good_news(council)) == 1
    assert notes(council)[0].endswith("dealt with.")
    assert council.story(1).status == "told"


def test_what_waits_until_the_next_preview_goes_on_to_that(council: Council) -> None:
    a_story(council, 1)
    at(council, THURSDAY)
    preview(council).press("It can go as it is")
    settled(council)
    preview(council).press("Hold")
    settled(council)
    at(council, THURSDAY + WEEK)
    old, new = previews(council)
    assert "It did not go out. Its stories are kept for the next one." in old.readable
    assert "A garden for everyone" in new.readable
    assert council.said_to("amara")[2] == (
        "Your story GN-0001 will not be in this week's good news after all. It is not lost: it is kept for another week."
    )
    at(council, FRIDAY + WEEK)
    assert len(good_news(council)) == 1


def test_a_private_enquiry_since_the_preview_makes_it_wait_and_is_not_spoken_of(council: Council) -> None:
    a_story(council, 1)
    at(council, THURSDAY)
    preview(council).press("It can go as it is")
    settled(council)
    council.raises("tomasz", question=SECRET, outlet="The Secret Echo")
    council.person("tomasz").inbox.last.press("Add more")
    council.person("tomasz").form.fill(marks=["identifiable"]).submit()
    settled(council)
    before = council.standing()
    at(council, FRIDAY)
    assert good_news(council) == []
    note = next(one for one in notes(council) if "private enquiry" in one)
    assert note.endswith(
        "waits: a private enquiry has come in since the preview. Can it still go?\nIt can go as it is\nHold"
    )
    assert state(council).startswith("A private enquiry has come in since the preview. It waits")
    assert SECRET not in council.standing() or SECRET in before
    assert "ME-0001" not in note + state(council)
    preview(council).press("It can go as it is")
    settled(council)
    assert len(good_news(council)) == 1
    assert [action for _, action in done(council)][-3:] == ["digest_waits", "digest_approved", "digest_posted"]


def test_paused_nothing_is_posted_until_a_person_lets_it_go_on(either_council: Council) -> None:
    council = either_council
    a_story(council, 1)
    at(council, THURSDAY)
    preview(council).press("Pause good news")
    council.person("priya").form.fill(paused_because="A hard week for all of us.").submit()
    settled(council)
    (said,) = notes(council)
    assert said == (
        "Priya Nair has paused good news. Nothing is posted until someone lets it go on.\n"
        "Why: A hard week for all of us.\nLet good news go on"
    )
    assert state(council) == "Good news is paused, so it waits.\nLet good news go on"
    council.person("dewi").home.open()
    assert "Priya Nair paused good news" in council.person("dewi").home.readable
    assert "paused good news" not in council.person("amara").home.open().readable
    at(council, FRIDAY)
    assert good_news(council) == []
    council.person("dewi").types("/press-office resume")
    settled(council)
    assert len(good_news(council)) == 1
    assert [one.partition("(")[0] for one in notes(council)] == [
        "Good news was paused ",
        "Dewi Hughes has let good news go on. What should have gone out on an earlier day waits for your word.",
    ]
    assert council.slack.log.problems() == []


def test_paused_over_its_day_it_is_not_sent_out_of_the_blue(council: Council) -> None:
    a_story(council, 1)
    at(council, THURSDAY)
    council.person("priya").types("/press-office pause")
    council.person("priya").form.submit()
    settled(council)
    at(council, FRIDAY + timedelta(days=3))
    council.person("priya").types("/press-office resume")
    settled(council)
    assert good_news(council) == []
    assert state(council).startswith("Priya Nair is holding it.")
    preview(council).press("Send now")
    settled(council)
    assert len(good_news(council)) == 1


def test_paused_before_the_preview_nothing_is_shown_and_nobody_is_told_that_it_was_missed(council: Council) -> None:
    a_story(council, 1)
    at(council, WEDNESDAY)
    council.person("priya").types("/press-office pause")
    council.person("priya").form.submit()
    settled(council)
    at(council, THURSDAY)
    at(council, FRIDAY)
    assert council.count(Digest) == 1, "last week's alone"
    at(council, FRIDAY + timedelta(days=2))
    council.person("priya").types("/press-office resume")
    settled(council)
    assert [one for one in notes(council) if "away" in one] == []
    assert digest(council).state == "kept"
    at(council, FRIDAY + WEEK)
    assert len(good_news(council)) == 1


def test_only_the_press_office_pauses(council: Council) -> None:
    said = council.person("amara").types("/press-office resume")
    assert "press office" in said
    council.person("amara").types("/press-office pause")
    assert not council.person("amara").has_form


def test_pressed_while_it_is_paused_send_now_says_so(council: Council) -> None:
    a_story(council, 1)
    at(council, THURSDAY)
    shown = preview(council)
    council.person("dewi").types("/press-office pause")
    council.person("dewi").form.submit()
    shown.press("Send now") if "Send now" in preview(council).buttons else None
    settled(council)
    at(council, FRIDAY)
    assert good_news(council) == []


def test_slack_down_at_its_hour_it_goes_out_later_and_says_that_it_is_late(council: Council) -> None:
    a_story(council, 1)
    at(council, THURSDAY)
    council.slack.faults.set("error", status=503, methods=["chat.postMessage"])
    council.move_to(FRIDAY)
    council.until(lambda: digest(council).state == "posted", "its hour has come")
    council.move_to(FRIDAY + timedelta(hours=1))
    assert good_news(council) == []
    council.slack.faults.clear()
    council.until_quiet(60)
    assert "This comes a little late today" in good_news(council)[0]
    assert len(good_news(council)) == 1


def test_paused_while_slack_is_down_it_does_not_slip_out(council: Council) -> None:
    a_story(council, 1)
    at(council, THURSDAY)
    council.slack.faults.set("error", status=503, methods=["chat.postMessage"])
    council.move_to(FRIDAY)
    council.until(lambda: digest(council).state == "posted", "its hour has come")
    council.person("priya").types("/press-office pause")
    council.person("priya").form.submit()
    council.slack.faults.clear()
    council.until_quiet(60)
    assert good_news(council) == []
    assert digest(council).state == "preview"
    council.person("priya").types("/press-office resume")
    settled(council)
    assert len(good_news(council)) == 1


def test_its_channel_was_archived_the_press_office_hears_and_it_goes_when_that_is_mended(council: Council) -> None:
    a_story(council, 1)
    at(council, THURSDAY)
    _archive(council, archived=True)
    at(council, FRIDAY)
    at(council, FRIDAY + timedelta(minutes=35))
    told = [one for one in notes(council) if "could not be posted in #good-news" in one]
    assert len(told) == 1
    assert told[0].endswith("Once it is mended, you can also send it here.\nTry again now")
    assert council.story(1).status == "picked_up"
    _archive(council, archived=False)
    at(council, FRIDAY + timedelta(minutes=70))
    assert "This comes a little late today" in good_news(council)[0]
    assert council.story(1).status == "told"
    assert notes(council)[-1].endswith("dealt with.")


def _archive(council: Council, *, archived: bool) -> None:
    workspace = council.slack.workspace
    council.slack.on_loop(lambda: workspace.archive(workspace.channels["C0GOODNEWS"], archived=archived))


def test_set_to_another_hour_after_the_preview_it_goes_then(council: Council) -> None:
    a_story(council, 1)
    at(council, THURSDAY)
    preview(council).press("It can go as it is")
    settled(council)
    assert "Tomorrow at 10:00" in preview(council).readable
    council.change_organisation(lambda text: text.replace('time = "10:00"', 'time = "14:30"'))
    settled(council)
    assert "Tomorrow at 14:30" in preview(council).readable
    assert "14:30" in council.said_to("amara")[-1]
    at(council, FRIDAY)
    assert good_news(council) == []
    at(council, FRIDAY + timedelta(hours=4, minutes=30))
    assert len(good_news(council)) == 1
    assert "late" not in good_news(council)[0]
    assert [action for _, action in done(council)] == [
        "digest_shown",
        "digest_approved",
        "digest_due_anew",
        "digest_posted",
    ]


def test_an_hour_that_is_over_already_moves_nothing(council: Council) -> None:
    a_story(council, 1)
    at(council, THURSDAY)
    council.change_organisation(lambda text: text.replace('day = "fri"', 'day = "wed"'))
    settled(council)
    assert "Tomorrow at 10:00" in preview(council).readable
    at(council, FRIDAY)
    assert len(good_news(council)) == 1


def test_the_office_shuts_for_its_day_and_it_comes_the_day_before(council: Council) -> None:
    early = 'day = "fri"\npreview = "08:30"'
    council.change_organisation(lambda text: text.replace('day = "fri"', early))
    a_story(council, 1)
    at(council, THURSDAY.replace(hour=8, minute=30))
    assert "Tomorrow at 10:00" in preview(council).readable
    shut = "[calendar]\nclosures = [2026-03-06]"
    council.change_organisation(lambda text: text.replace("[calendar]", shut).replace('day = "fri"', early))
    settled(council)
    assert "Today at 10:00" in preview(council).readable
    at(council, THURSDAY)
    assert len(good_news(council)) == 1
