"""What a message in Slack is to us, and when it tells what is private."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.rules.thread_notes import ENOUGH_UNNAMED, Seen, kept_words, may_tell, references, seen, tells
from storage.enquiry import Enquiry
from storage.organisation import Organisation, Person

SAID: dict[str, Any] = {"type": "message", "user": "U0DEWI004", "ts": "1772619120.000300", "text": "I ring them"}
LETTER = {"id": "F1", "name": "letter.pdf", "permalink": "https://northbank.slack.com/files/U0DEWI004/F1/letter.pdf"}


def enquiry(**changes: Any) -> Enquiry:
    facts: dict[str, Any] = {
        "form_id": "V1",
        "raised_by": "U0TOMASZ2",
        "raised_at": datetime(2026, 3, 4, tzinfo=UTC),
        "outlet": "Courier on Sunday",
        "journalist": "Lena Marsh, lena.marsh@courier.example",
        "question": "They ask whether the council knew the family before the fire at Larkfield.",
        "restricted": True,
    }
    return Enquiry(**{**facts, **changes})


def test_a_message_with_its_edit_and_its_files() -> None:
    found = seen(
        {**SAID, "thread_ts": "1772619000.000100", "edited": {"ts": "1772619180.000000"}, "files": [LETTER]}, "C1"
    )
    assert found == Seen(
        channel="C1",
        ts="1772619120.000300",
        thread_ts="1772619000.000100",
        author="U0DEWI004",
        text="I ring them",
        edited_at=datetime(2026, 3, 4, 10, 13, tzinfo=UTC),
        files=(LETTER,),
    )
    assert found.posted_at == datetime(2026, 3, 4, 10, 12, 0, 300, tzinfo=UTC)


def test_the_first_of_a_thread_stands_in_none() -> None:
    found = seen({**SAID, "thread_ts": SAID["ts"]}, "C1")
    assert found is not None
    assert found.thread_ts == ""


@pytest.mark.parametrize(
    "link", ["https://evil.example/files/x", "https://a.slack.com/files/x|y", "javascript:x", None]
)
def test_a_file_elsewhere_is_named_and_not_linked(link: str | None) -> None:
    found = seen({**SAID, "files": [{**LETTER, "permalink": link}]}, "C1")
    assert found is not None
    assert found.files == ({"id": "F1", "name": "letter.pdf", "permalink": ""},)


@pytest.mark.parametrize(
    "nobody",
    [{"bot_id": "B1"}, {"user": ""}, {"subtype": "channel_join"}, {"subtype": "tombstone"}, {"subtype": "bot_message"}],
)
def test_what_no_person_wrote_is_no_message(nobody: dict[str, str]) -> None:
    assert seen({**SAID, **nobody}, "C1") is None


def test_colleagues_are_called_by_name_and_nobodys_details_are_kept() -> None:
    told = Organisation(name="Northbank", people={"U0DEWI004": Person(id="U0DEWI004", name="Dewi Hughes")})
    text = "<@U0DEWI004> and <@U0STRANGER> &amp; the child, NHS number 943 476 5919"
    message = Seen("C1", "1.0", "", "U1", text)
    assert kept_words(message, told) == "@Dewi Hughes and & the child, NHS number (left out)"


def test_the_enquiries_a_message_names() -> None:
    assert references("ME-0042 and me-7, ME-0007 again, not ME-0042x nor HOME-0042") == (42, 7)
    assert references("me7 or ME 8? ring me 9 times") == (7, 8)


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("ME-0042 is late", True),
        ("The Courier rang about Larkfield", True),
        ("A reporter phoned for a comment", True),
        ("Who is in on Friday?", False),
        ("The garden at Larkfield is lovely", False),
    ],
)
def test_what_is_worth_looking_at(text: str, may: bool) -> None:
    assert may_tell(text) is may


def test_without_its_reference_more_is_needed() -> None:
    assert tells("the Courier rang about Larkfield", enquiry(), ENOUGH_UNNAMED) == ()
    assert tells("the Courier rang about the fire at Larkfield", enquiry(), ENOUGH_UNNAMED) != ()


@pytest.mark.parametrize(
    "text",
    [
        "ME-0042: the Courier asks about Larkfield",  # a name and a word
        "ME-0042, Lena Marsh rang",  # two words of a name
        "ME-0042 is the *larkfield* thing, courier",
        "They ask in <https://x.example|ME-0042> about the Larkfield courier",
    ],
)
def test_what_tells(text: str) -> None:
    assert tells(text, enquiry()) != ()


@pytest.mark.parametrize(
    "text",
    [
        "ME-0042",
        "ME-0042 is still open, can someone ring the journalist before noon?",
        "ME-0042: they ask whether the council knew the family",
        "ME-0042: the Courier rang",  # one name alone
        "Is ME-0042 about a fire?",
        "ME-0042 has a deadline on Sunday",
    ],
)
def test_what_does_not(text: str) -> None:
    assert tells(text, enquiry()) == ()


def test_it_says_by_which_words() -> None:
    assert tells("ME-0042: the Courier and the fire at Larkfield", enquiry()) == ("courier", "fire", "larkfield")


def test_the_bbc_has_a_name_too() -> None:
    assert tells("ME-0042: the BBC about Larkfield", enquiry(outlet="BBC North West")) == ("bbc", "larkfield")
