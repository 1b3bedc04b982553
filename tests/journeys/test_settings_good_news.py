"""Good news set up in Slack: a service's own channel, a month's best, and whose work is listened for. The same stands in the file."""

from dataclasses import replace

from bot.organisation.file import organisation_from, organisation_text
from tests.journeys.council import Council
from tests.journeys.previewing import FRIDAY, THURSDAY, a_story, at
from tests.journeys.setting_up import changes, organisation_now, press_row, settings
from tests.journeys.test_editions import APRIL, looked, own

VOICES = "Night staff: night, nights\nDrivers: minibus, driver"


def test_a_services_own_channel_is_chosen_and_its_good_news_stands_there(either_council: Council) -> None:
    council = either_council
    settings(council)
    press_row(council, "*Service areas*")
    form = press_row(council, "Adults' social care")
    form.fill(set_edition_channel="C0SOCIALCR").submit()
    assert form.errors == {
        "set_edition_channel": "The service's good-news channel #social-care: the bot is not in it. Write /invite @Close Ties in it."
    }
    form.fill(set_edition_channel="C0GOODNEWS").submit()
    assert form.errors == {
        "set_edition_channel": "All the good news is told in this channel already. Please choose another one, or none."
    }
    assert not form.fill(set_edition_channel="C0INTAKE").submit().is_open
    council.person("helen").form.wait_until(
        lambda page: "Its good news is told in #ask-the-press-office too." in page.text
    )
    assert changes(council) == [{"area.adults.edition_channel": ["", "C0INTAKE"]}]

    a_story(council, 1)
    at(council, THURSDAY)
    at(council, FRIDAY)
    looked(council)
    (edition,) = own(council)
    assert edition.readable.startswith("Good news from Adults' social care\n")


def test_a_months_best_and_voices_are_set_and_the_file_says_the_same(council: Council) -> None:
    settings(council)
    form = press_row(council, "*The good-news post*")
    assert (form.values["set_best_of"], form.values["set_voices"].splitlines()[0]) == (
        [],
        "Night staff: night, nights, night-time, overnight",
    )
    form.fill(set_best_of=["yes"], set_voices="Night staff").submit()
    assert form.errors == {
        "set_voices": "Please write this line another way: Night staff. Like this: Night staff: night, nights."
    }
    assert not form.fill(set_voices=VOICES).submit().is_open
    said = "When a month is over, the press office is asked for its best."
    council.person("helen").form.wait_until(lambda page: said in page.text)
    now = organisation_now(council)
    assert (now.best_of, now.voices) == (True, {"Night staff": ["night", "nights"], "Drivers": ["minibus", "driver"]})
    assert organisation_from(organisation_text(now)) == replace(now, version=0)

    a_story(council, 1)
    at(council, THURSDAY)
    at(council, FRIDAY)
    at(council, APRIL)
    looked(council)
    asked = council.person("priya").in_channel("press-desk").last
    assert asked.readable.startswith(
        "Which good news was the best of March 2026? One story told then may be told again."
    )
    assert "Drivers: not in the last year" in council.person("priya").types("/story-idea fairness")


def test_what_a_file_sets_is_shown_in_the_form_and_left_alone(council: Council) -> None:
    lines = 'day = "fri"\nbest_of = true\neditions = { adults = "C0INTAKE" }\nvoices = { "Drivers" = ["minibus"] }'
    council.change_organisation(lambda text: text.replace('day = "fri"', lines))
    before = organisation_now(council)
    settings(council)
    form = press_row(council, "*The good-news post*")
    assert (form.values["set_best_of"], form.values["set_voices"]) == (["yes"], "Drivers: minibus")
    assert not form.fill(set_promise_days="2").submit().is_open
    after = organisation_now(council)
    assert after == replace(before, promise_days=2, version=after.version)
