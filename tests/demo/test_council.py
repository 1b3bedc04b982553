"""Northbank as it is when the demo opens: nobody looks at an empty page, nothing is out of place, everybody has a face."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from bot.demo import ORGANISATION, WORKSPACE, history
from bot.demo.chatter import CHATTER
from bot.demo.faces import FACES, faces
from bot.demo.moments import moments
from bot.demo.stage import Stage, opening
from bot.organisation.file import read_organisation_file
from bot.organisation.findings import Finding
from bot.organisation.holes import findings
from bot.organisation.slack_check import slack_findings
from sandbox import load_workspace
from sandbox.people.seen import Message
from storage import audit
from storage.digest import untold_stories

COUNCIL = load_workspace(WORKSPACE)
SHARERS = ("ibrahim", "tomasz", "rosa")
PEOPLE = sorted(person.name for person in COUNCIL.humans())


def test_there_are_about_a_dozen_people_each_with_a_face_a_title_and_a_zone() -> None:
    assert len(PEOPLE) == 13
    assert sorted(FACES) == PEOPLE
    assert all(person.title and person.email.endswith("@northbank.example") for person in COUNCIL.humans())
    assert {person.tz for person in COUNCIL.humans()} == {"Europe/London", "Europe/Istanbul"}


@pytest.mark.parametrize("name", sorted(faces()))
def test_a_face_is_a_small_picture_that_can_do_nothing(name: str) -> None:
    picture = faces()[name]
    tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(picture).iter()}

    assert tags <= {"svg", "g", "rect", "circle", "ellipse", "path"}
    assert len(picture) < 4_000


def test_no_two_faces_are_the_same() -> None:
    assert len(set(faces().values())) == len(PEOPLE) + 1


def test_the_organisation_has_no_holes_and_slack_agrees(stage: Stage) -> None:
    found: list[Finding] = [
        *findings(read_organisation_file(ORGANISATION)),
        *slack_findings(stage.organisation, stage.bot.client),
    ]
    assert [finding.sentence for finding in found] == []


def test_everybody_says_something_where_they_can(stage: Stage) -> None:
    assert {stage.slack.workspace.person(remark.who).name for remark in CHATTER} | {"ibrahim.saleh"} <= set(PEOPLE)
    empty = [channel.name for channel in stage.slack.workspace.channels.values() if not channel.messages]
    assert empty == []


def test_what_happened_before_is_there_to_be_seen(stage: Stage) -> None:
    priya, dewi, rosa = map(stage.slack.person, ("priya", "dewi", "rosa"))
    desk = [message.readable.splitlines()[0] for message in priya.in_channel("press-desk").messages]
    of_a_day = [line for line in desk if "day 1" in line and " November: " in line]  # said when the bot comes to it
    assert [line for line in desk if line not in of_a_day and "how the good news looks" not in line] == [
        "ME-0001: The Northbank Herald",
        "GN-0001: The garden that glows",
        "GN-0002: Bread on Thursdays",
        "ME-0002: private enquiry",
        "GN-0003: story idea",
        "GN-0004: Forty kitchens, one Saturday",
        "GN-0005: A phrase book for first visits",
        "GN-0006: story idea",
        "SH-0003 Priya Nair said yes, with changes, to Ibrahim Saleh.",
        "ME-0003: Northbank Echo",
        "GN-0007: Nineteen people came to ask",
        "I am at the library opening on Thursday morning. @Priya Nair has the phone.",
        "ME-0004: private enquiry",
        "ME-0005: Coastline FM",
        "GN-0008: story idea",
        "GN-0009: Saturday mornings at Harbour Road",
        "GN-0010: The phrase book is here",
        "SH-0005 Rosa Lindqvist asks: may I speak? Answer by Today at 13:25.",
        "Somebody outside is asking about Larkfield on the town's page. Nothing to do yet; I keep an eye on it.",
    ]
    assert "placement" not in dewi.in_channel("press-restricted").text
    digest = rosa.in_channel("good-news").last
    assert digest.text == (
        "Good news this week, 3 stories: The garden that glows, thanks to the night team at Elm House; Bread on Thursdays, thanks to "
        "Mr A, and the Larkfield kitchen, who hold the tin; Forty kitchens, one Saturday, thanks to Grace and the therapy team. "
        "A story was taken out."
    )
    assert (digest.reactions, len(digest.thread)) == ({"tada": 3, "heart": 2, "bread": 1}, 1)
    with stage.database.read() as session:
        assert audit.verify(session) == []


def test_adults_good_news_stands_in_a_channel_of_its_own_too_and_a_months_best_is_asked_for(stage: Stage) -> None:
    there = stage.slack.person("amara").in_channel("social-care").messages
    (edition,) = [one.readable for one in there if one.readable.startswith("Good news from Adults' social care\n")]
    assert "The garden that glows" in edition
    assert "A front door of her own" not in edition
    assert any(
        words.startswith("Month's best, ") for words in moments(stage.bot.desk.organisation, stage.slack.clock.now())
    )


def test_what_waits_for_this_weeks_good_news_is_from_every_service(stage: Stage) -> None:
    with stage.database.read() as session:
        waiting = [(one.reference, one.service_area) for one in untold_stories(session)]
    assert waiting == [("GN-0007", "fostering"), ("GN-0009", "children"), ("GN-0010", "adults")]


def test_what_somebody_does_not_agree_to_any_more_stands_nowhere(stage: Stage) -> None:
    slack = stage.slack
    for word in ("A front door of her own", "nineteen, has the key"):
        said = [
            one.readable
            for place in slack.workspace.channels.values()
            for one in _read(stage, place.id)
            if word in one.readable
        ]
        assert said == []
    (asked,) = [one for one in slack.person("dewi").inbox.messages if "take GN-0003 down" in one.readable]
    assert "It is down" in asked.buttons
    told = slack.person("tomasz").inbox.text
    assert "Somebody in GN-0003 has changed their mind, as anyone may." in told
    assert "will not be in this week's good news" not in told


def _read(stage: Stage, channel: str) -> list[Message]:
    place = stage.slack.workspace.channels[channel]
    reader = next(one for one in place.members if stage.slack.workspace.people[one].is_human)
    return stage.slack.person(reader).in_channel(channel).messages


def test_each_light_is_there_to_be_seen(stage: Stage) -> None:
    lights = {
        who: [light for light in ("Green:", "Amber:", "Red:") if light in stage.slack.person(who).inbox.text]
        for who in SHARERS
    }
    assert lights == {"ibrahim": ["Green:"], "tomasz": ["Red:"], "rosa": ["Amber:"]}
    assert "You shared it: SH-0001." in stage.slack.person("grace").inbox.text
    assert "has answered your idea SH-0002" in stage.slack.person("yusuf").inbox.text
    assert "JG-0001" in stage.slack.person("helen").inbox.text


def test_it_opens_on_a_wednesday_morning_with_little_unread(stage: Stage) -> None:
    slack = stage.slack
    assert f"{slack.clock.now():%A %H}" in ("Wednesday 09", "Wednesday 10")
    held = slack.run(slack.actions.client("amara"))["conversations"]
    assert {each["name"]: each["unread"] for each in held if each["unread"]} == {"general": 1, "social-care": 1}
    assert slack.person("amara").inbox.messages == []


@pytest.mark.parametrize(
    ("today", "opens"),
    [
        (date(2026, 11, 22), date(2026, 11, 18)),  # an ordinary week
        (date(2026, 11, 18), date(2026, 11, 18)),
        (date(2026, 4, 9), date(2026, 3, 25)),  # Good Friday was on the third, Easter Monday on the sixth
        (date(2027, 1, 2), date(2026, 12, 16)),  # between the years
    ],
)
def test_it_opens_after_a_week_without_bank_holidays(today: date, opens: date) -> None:
    calendar = read_organisation_file(ORGANISATION).calendar
    assert opening(calendar, today, days_before=history.DAYS).date() == opens
