"""Sending a story idea: the form grows by its answers, pictures come along, and what cannot be shown is said without losing the story."""

from typing import Any

import pytest

from sandbox.people.form import Form
from storage.engine import Database
from storage.kinds import Subject
from storage.story_around import Picture, pictures_of
from tests.journeys.council import STORY, Council

CONSENT_FIELDS = {"consent_who", "consent_how", "consent_uses", "consent_until"}
GARDEN = ("garden.jpg", b"\xff\xd8\xff\xe0 a very small picture")
SENT = "Thank you. Your story idea is GN-0001. The press office will answer within three working days."


def opened(council: Council, who: str = "amara", words: str = "") -> Form:
    person = council.person(who)
    person.types(f"/story-idea {words}".strip())
    return person.form


def on_top(council: Council, who: str, title: str) -> Form:
    """What someone has before them, once it is this."""
    council.until(lambda: council.person(who).form.title == title, f"{who} sees {title}")
    return council.person(who).form


def pictures(database: Database, number: int = 1) -> list[Picture]:
    with database.read() as session:
        return pictures_of(session, [number])[number]


def states(council: Council, number: int = 1) -> list[tuple[str, str]]:
    return [(one.words, one.state) for one in pictures(council.database, number)]


def test_the_form_asks_only_what_the_answers_call_for_and_keeps_what_was_typed(council: Council) -> None:
    form = opened(council, words="A garden for everyone")
    assert set(form.fields) == {
        *("title", "what_happened", "why_it_matters", "credit", "service_area"),
        *("tell_where", "tell_colleagues", "story_about", "recognisable"),
    }
    form.fill(what_happened="We planted it.", tell_where=["website", "press"], recognisable="not_asked")
    assert "consent_who" in form.fields
    assert CONSENT_FIELDS & form.fields.keys() == {"consent_who"}
    form.fill(consent_who="the tenant", recognisable="agreed")
    assert form.fields.keys() >= CONSENT_FIELDS
    assert form.values["consent_who"] == "the tenant"
    form.press("Add pictures").press("I wrote it with others")
    assert {"photo", "photo_words", "story_authors"} <= form.fields.keys()
    assert list(form.buttons) == ["Save as a draft"]
    form.fill(story_about=["child"])
    assert "A child: initials or “the child”, never a name or a school." in form.text
    form.fill(recognisable="nobody")
    assert CONSENT_FIELDS & form.fields.keys() == set()
    kept = [form.values[field] for field in ("title", "what_happened", "tell_where", "recognisable")]
    assert kept == [
        "A garden for everyone",
        "We planted it.",
        ["website", "press"],
        "nobody",
    ]


def test_what_was_said_beside_the_story_stands_on_its_page(council: Council) -> None:
    council.sends_in("amara", tell_where=["website", "social"], story_about=["child", "court"])
    story = council.story()
    assert (story.tell_where, story.about_child, story.court) == (["website", "social"], True, True)
    council.person("amara").types("/story-idea mine")
    council.person("amara").inbox.last.press("Open")
    page = on_top(council, "amara", "GN-0001").text
    for said in (
        "Where it might be told: on our website, on social media",
        "It is about a child or a young person.",
        "There is a court case, or something that may not be reported.",
    ):
        assert said in page


def test_pictures_are_looked_at_and_those_that_cannot_be_shown_are_told_of(either_council: Council) -> None:
    council = either_council
    form = opened(council).press("Add pictures")
    files = [GARDEN, ("minutes.heic", b"not one that Slack shows"), ("rose.png", b"\x89PNG")]
    form.fill(**STORY, photo=files, photo_words="Two people plant a rose.\n\n3. A red rose").submit()
    assert not form.is_open, form.errors
    council.until_quiet()
    assert states(council) == [("Two people plant a rose.", "good"), ("", "not_a_picture"), ("A red rose", "good")]
    assert council.said_to("amara") == [
        SENT,
        (
            "About GN-0001: your story is safe with the press office, but picture 2 is of a kind that cannot be shown here "
            "(JPG, PNG and GIF can). If you have another one, open the story and press Change it.\nOpen"
        ),
    ]
    council.person("amara").inbox.last.press("Open")
    page = on_top(council, "amara", "GN-0001")
    assert (
        "1. Two people plant a rose.\n2. Nobody has said yet what it shows\nThis is not a picture that Slack can show"
        in page.text
    )
    page.press("See the pictures")
    shown = [block for block in on_top(council, "amara", "Pictures: GN-0001").blocks if block["type"] == "image"]
    assert [one["alt_text"] for one in shown] == ["Two people plant a rose.", "A red rose"]
    assert [one["slack_file"]["id"] for one in shown] == [council.story().photos[0], council.story().photos[2]]
    assert council.slack.log.problems() == []


def test_ten_pictures_of_ten_megabytes(council: Council) -> None:
    form = opened(council).press("Add pictures")
    large = b"\xff\xd8\xff\xe0".ljust(10 * 1024 * 1024, b"\0")
    form.fill(**STORY, photo=[(f"{number}.jpg", large) for number in range(10)]).submit()
    council.until_quiet()
    assert [state for _, state in states(council)] == ["good"] * 10
    assert council.said_to("amara") == [SENT]


def test_a_picture_that_was_deleted_and_one_that_came_in_its_place(council: Council) -> None:
    amara = council.person("amara")
    form = opened(council).press("Add pictures").fill(**STORY, photo=[GARDEN], photo_words="Two people plant a rose.")
    put_in = next(iter(council.slack.workspace.files))
    council.slack.on_loop(lambda: council.slack.workspace.files.pop(put_in))
    form.submit()
    council.until_quiet()
    assert states(council) == [("Two people plant a rose.", "gone")]
    assert (
        "picture 1 cannot be opened: it was deleted, or I am not in the channel where it stands"
        in council.said_to("amara")[1]
    )

    amara.inbox.last.press("Open")
    on_top(council, "amara", "GN-0001").press("Change it")
    change = on_top(council, "amara", "Change GN-0001")
    change.fill(pictures_kept=[], photo=[("rose.png", b"\x89PNG")], photo_words="\nA red rose").submit()
    council.until_quiet()
    assert states(council) == [("A red rose", "good")]
    assert council.said_to("amara")[1] == "All pictures of GN-0001 can be shown now. Thank you."
    on_top(council, "amara", "GN-0001").wait_until(
        lambda shown: "1. A red rose" in shown.text
    )  # the page underneath was drawn anew
    assert council.trail(1, Subject.STORY) == [("Amara", "sent_in"), ("Amara", "story_changed")]
    assert council.timeline("GN-0001") == ["Amara Okafor changed GN-0001."]


@pytest.mark.parametrize(
    "answers",
    [
        {"title": "🌱" * 150, "what_happened": "👩‍👩‍👧 planted 🌹🌹 " * 100},
        {"title": "حديقة للجميع", "what_happened": "زرع الجيران الحديقة معًا."},
        {"title": "<!channel> *garden*", "what_happened": "`code` & <https://x.example|click>"},
    ],
    ids=["emoji", "right to left", "marks"],
)
def test_words_of_every_kind_come_through_as_typed(council: Council, answers: dict[str, Any]) -> None:
    council.sends_in("amara", **answers)
    assert (council.story().title, council.story().what_happened) == (
        answers["title"],
        answers["what_happened"].strip(),
    )
    assert council.slack.log.problems() == []


def test_a_title_of_three_thousand_characters_is_refused_beside_it_and_nothing_is_lost(council: Council) -> None:
    form = opened(council).fill(**{**STORY, "title": "T" * 3_000})
    before = form.values
    form.submit()
    assert form.errors == {"title": "This is longer than will fit. Please shorten it to 150 characters."}
    assert form.values == before


def test_sent_at_the_very_moment_in_which_the_form_would_have_grown(council: Council) -> None:
    form = opened(council).fill(**STORY)
    council.slack.faults.set("error", methods=["views.update"], times=1)
    form.fill(recognisable="agreed")
    on_top(council, "amara", "Close Ties").close()  # it could not be drawn, and says so
    form.submit()
    assert form.is_open
    assert form.fields.keys() >= CONSENT_FIELDS
    assert "Nearly there. The form has some more questions now, since someone can be recognised:" in form.text
    assert form.values["what_happened"] == STORY["what_happened"]
