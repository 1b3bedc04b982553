"""A story idea: sent in with all it needs, answered by a person, and its author hears, whatever the answer."""

from datetime import date, datetime
from typing import Any

import pytest

from storage.kinds import Subject
from storage.story import StoryIdea
from tests.journeys.council import LONDON, STORY, Council

CONSENT: dict[str, Any] = {
    "recognisable": "agreed",
    "consent_who": "the tenant, her neighbour",
    "consent_how": "Each told their social worker on Monday and has seen the words.",
    "consent_uses": ["colleagues", "website"],
    "consent_until": "2026-12-31",
}
PICTURE = ("garden.jpg", b"\xff\xd8\xff\xe0 a very small picture")


def test_sent_in_with_everything_and_picked_up(either_council: Council) -> None:
    council = either_council
    amara, priya = council.person("amara"), council.person("priya")
    amara.types("/story-idea A garden for everyone", channel="general")
    form = amara.form
    assert form.values["title"] == "A garden for everyone"
    assert form.values["service_area"] == "adults"
    form.press("Add pictures")
    form.fill(
        **{
            **STORY,
            **CONSENT,
            "photo": [PICTURE],
            "photo_words": "Two people plant a rose.",
            "why_it_matters": "People who hardly met now do.",
        }
    ).submit()
    council.until_quiet()

    assert not form.is_open
    assert council.said_to("amara") == [
        "Thank you. Your story idea is GN-0001. The press office will answer within three working days."
    ]
    assert council.card("GN-0001").readable.splitlines() == [
        "GN-0001: A garden for everyone",
        "From: Amara Okafor",
        "Service area: Adults' social care",
        "Status: Waiting for the press office",
        "Press officer: nobody yet",
        "Could anyone be recognised? Yes, and they have agreed",
        "May colleagues be told now? Yes",
        "Photos: 1",
        STORY["what_happened"],
        "Who did it: Amara and the day team",
        "Why it matters: People who hardly met now do.",
        "Pick up",
        "Ask the author",
        "Decline",
        "Tell it here",
        "Open",
    ]
    assert [(one.who, one.uses, one.until) for one in council.consents()] == [
        ("the tenant", ["colleagues", "website"], date(2026, 12, 31)),
        ("her neighbour", ["colleagues", "website"], date(2026, 12, 31)),
    ]
    assert council.slack.workspace.files[council.story().photos[0]].name == "garden.jpg"

    council.card("GN-0001").press("Open")
    page = priya.form.text
    priya.form.close()
    assert "the tenant" in page
    assert "How: Each told their social worker on Monday and has seen the words." in page
    assert "Agreed to: Told to colleagues, On our website. Until: 31 December 2026." in page

    council.card("GN-0001").press("Pick up")
    council.until_quiet()
    assert council.said_to("amara")[1:] == [
        "Good news: Priya Nair in the press office has picked up your story idea GN-0001."
    ]
    assert "Status: Picked up\nPress officer: Priya Nair" in council.card("GN-0001").readable
    assert list(council.card("GN-0001").buttons) == ["Tell it here", "Ask the author", "Decline", "Open"]
    assert council.timeline("GN-0001") == ["Priya Nair picked up GN-0001."]
    assert council.trail(1, Subject.STORY) == [("Amara", "sent_in"), ("Priya", "picked_up")]
    assert council.slack.log.problems() == []


def test_declined_with_a_reason_and_a_suggestion(council: Council) -> None:
    council.sends_in("amara")
    council.card("GN-0001").press("Decline")
    form = council.person("priya").form
    assert form.text.splitlines()[:3] == [
        "Decline: GN-0001",
        "Amara Okafor will get your words. Thank them, say why, and say what would work.",
        "A garden for everyone",
    ]
    form.fill(declined_because="We told of a garden last week.", suggestion="Tell us again at harvest.").submit()
    council.until_quiet()

    assert council.said_to("amara")[1:] == [
        (
            "Thank you for GN-0001. Priya Nair in the press office cannot use it this time, and says why.\n"
            "Why\nWe told of a garden last week.\nA suggestion\nTell us again at harvest."
        )
    ]
    assert council.timeline("GN-0001") == ["Priya Nair answered GN-0001: not this time, with a reason."]
    assert council.story().status == "declined"


@pytest.mark.parametrize(
    ("answers", "errors"),
    [
        (
            {"recognisable": "agreed"},
            dict.fromkeys(
                ("consent_who", "consent_how", "consent_uses"),
                "Please fill this in: a person can only appear in a story once their agreement is written down here.",
            ),
        ),
        (
            {**CONSENT, "consent_until": "2026-03-01"},
            {"consent_until": "That date has already passed. Please give a later one."},
        ),
        ({"title": "T" * 151}, {"title": "This is longer than will fit. Please shorten it to 150 characters."}),
        (
            {"what_happened": "AB123456C planted a rose."},
            {
                "what_happened": "Please take this out: AB123456C. It looks like a National Insurance number. "
                "“The person” says enough."
            },
        ),
    ],
    ids=["consent not written down", "run out", "too long", "personal data"],
)
def test_what_cannot_be_kept_is_said_beside_its_field_and_everything_typed_stays(
    council: Council, answers: dict[str, object], errors: dict[str, str]
) -> None:
    amara = council.person("amara")
    amara.types("/story-idea")
    form = amara.form.press("Add pictures").fill(**{**STORY, **answers, "photo": [PICTURE]})
    before = form.values
    form.submit()
    assert form.errors == errors
    assert form.values == before
    assert council.count(StoryIdea) == 0

    form.fill(**STORY).submit()
    council.until_quiet()
    assert not form.is_open
    assert council.story().title == STORY["title"]


def test_someone_who_was_not_asked_yet_stays_inside(council: Council) -> None:
    council.sends_in("amara", recognisable="not_asked")
    assert council.said_to("amara")[:1] == [
        (
            "Thank you. Your story idea is GN-0001. The press office will answer within three working days.\n"
            "It stays with the press office until the people in it have been asked and have agreed."
        )
    ]
    assert (
        "Someone can be recognised and their agreement is not recorded, so the story is not shown here. Press Open to read it."
        in council.card("GN-0001").readable
    )
    standing = council.standing()
    assert [words for words in (STORY["what_happened"], STORY["title"]) if words in standing] == []


def test_nobody_answers_within_three_working_days(council: Council) -> None:
    council.sends_in("amara")
    council.move_to(datetime(2026, 3, 9, 10, 11, tzinfo=LONDON))  # a weekend lies between
    council.until_quiet()
    assert council.asked(1, Subject.STORY) == []
    council.move_to(datetime(2026, 3, 9, 10, 12, tzinfo=LONDON))
    council.until_quiet()
    assert council.said_to("priya") == [
        (
            "GN-0001 has waited three working days for an answer. Please pick it up, or decline it kindly.\n"
            "A garden for everyone\n"
            "You are asked because you look after story ideas.\n"
            "Pick up\nDecline\nOpen"
        )
    ]
    council.move_to(datetime(2026, 3, 10, 10, 12, tzinfo=LONDON))
    council.until_quiet()
    assert council.asked(1, Subject.STORY) == [("story_answer", "Priya"), ("story_head", "Helen")]

    council.person("helen").inbox.last.press("Pick up")
    council.until_quiet()
    assert council.said_to("priya") == [
        "GN-0001: Helen Brooks picked it up, Today at 10:12. Nothing more is needed from you."
    ]


def test_the_answer_was_lost_and_the_same_is_sent_again(either_council: Council) -> None:
    council = either_council
    amara = council.person("amara")
    amara.types("/story-idea")
    form = amara.form.fill(**STORY)
    council.loses_the_next_answer()
    form.submit()
    council.slack_is_patient_again()
    form.submit()
    council.until_quiet()
    assert not form.is_open
    assert council.count(StoryIdea) == 1
    assert len(council.said_to("amara")) == 1


def test_the_answer_was_lost_and_the_person_corrects_and_sends_again(council: Council) -> None:
    amara = council.person("amara")
    amara.types("/story-idea")
    form = amara.form.fill(**STORY)
    council.loses_the_next_answer()
    form.submit()
    council.slack_is_patient_again()
    council.until_quiet()
    form.fill(**{**CONSENT, "title": "A garden for all of us"}).submit()
    council.until_quiet()
    assert not form.is_open
    assert council.count(StoryIdea) == 1
    assert council.card("GN-0001").readable.startswith("GN-0001: A garden for all of us")
    assert [one.who for one in council.consents()] == ["the tenant", "her neighbour"]
    assert council.trail(1, Subject.STORY) == [("Amara", "sent_in"), ("Amara", "amended")]
