"""The weekly good news as files: beside the preview once it is out, exchanged when a story is corrected or taken out."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from sandbox.people.seen import Message
from sandbox.web_api.methods import METHODS
from storage.delivery import Delivery
from storage.kinds import DeliveryKind, DeliveryState, Subject
from tests.journeys.council import Council
from tests.journeys.previewing import FRIDAY, THURSDAY, a_story, at, digest, preview, settled, words_form

NAMES = ["good-news-2026-W10.html", "good-news-2026-W10.txt"]


def shared(council: Council) -> list[Message]:
    """The messages with files in the preview's thread."""
    return [one for one in preview(council).thread if one.files]


def names(council: Council) -> list[list[str]]:
    return [[file["name"] for file in one.files] for one in shared(council)]


def content(council: Council, kind: str) -> str:
    """What is in the one file of this kind that there is."""
    files = council.slack.on_loop(lambda: list(council.slack.workspace.files.values()))
    (found,) = [one for one in files if one.name.endswith(kind)]
    return (found.content or b"").decode()


def out(council: Council) -> None:
    a_story(council, 1)
    a_story(council, 2, "Care leavers cook for the town")
    at(council, THURSDAY)
    assert shared(council) == []
    at(council, FRIDAY)
    settled(council)


def test_the_files_stand_beside_the_preview_once_it_is_out(either_council: Council) -> None:
    council = either_council
    out(council)

    assert names(council) == [NAMES]
    assert shared(council)[0].readable.startswith("The good news as a mail, for colleagues without Slack")
    page, text = content(council, "html"), content(council, "txt")
    for made in (page, text):
        assert "A garden for everyone" in made
        assert "Care leavers cook for the town" in made
    post = council.person("amara").in_channel("good-news").last
    assert f"/archives/C0GOODNEWS/p{post.ts.replace('.', '')}" not in page, "there is no picture to look at"
    assert council.slack.log.problems() == []


def test_a_corrected_word_brings_new_files_in_the_place_of_the_old(council: Council) -> None:
    out(council)
    before = {file["id"] for file in shared(council)[0].files}
    words_form(council, "priya", 1).fill(digest_title="A garden for all of us").submit()
    settled(council)

    assert names(council) == [NAMES]
    assert before.isdisjoint({file["id"] for file in shared(council)[0].files})
    assert "A garden for all of us" in content(council, "html")
    assert "A garden for everyone" not in content(council, "html")


def test_a_story_that_is_taken_back_is_in_no_file_any_more(council: Council) -> None:
    out(council)
    council.person("amara").types("/story-idea GN-0001")
    council.person("amara").form.press("Take it back")
    settled(council)

    assert names(council) == [NAMES]
    assert "A garden for everyone" not in content(council, "html") + content(council, "txt")
    assert "One story was taken out since." in content(council, "txt")


def test_the_same_files_are_never_put_up_twice(council: Council) -> None:
    out(council)
    before = [file["id"] for file in shared(council)[0].files]
    council.restart()
    with council.database.write() as session:
        sent = session.scalars(select(Delivery).where(Delivery.kind == DeliveryKind.DIGEST_MAIL)).one()
        assert sent.ts.split()[:2] == before
        sent.state = DeliveryState.WAITING  # as after a crash before it was written down
        sent.error, sent.ts, sent.channel = "unsure: left by a crash", "", ""
    settled(council)

    assert names(council) == [NAMES]
    assert council.trail(digest(council).id, Subject.DIGEST) != []


def test_without_the_right_to_share_files_everything_else_goes_on(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    method = "files.getUploadURLExternal"
    monkeypatch.setitem(METHODS, method, replace(METHODS[method], scopes=("not:given",)))
    out(council)

    assert shared(council) == []
    said = [one.readable for one in council.person("priya").in_channel("press-desk").messages]
    assert [one for one in said if "could not be" in one and "files" in one] != [], said
    a_story(council, 3, "A choir that anyone can join")
    assert council.card("GN-0003").readable.startswith("GN-0003")
