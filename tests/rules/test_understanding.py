"""What someone tells in plain words, sorted into the form, and what of it may be said back."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.intake import read
from bot.rules.typed_words import TypedEnquiry, offers_switched
from bot.rules.understanding import Understood, may_be_said_back, read_typed, understand
from bot.rules.understanding_text import heard, plain_words
from storage.organisation import Organisation, Person, ServiceArea

ELM = "the BBC just rang me about Elm House, they want an answer by 4"


@pytest.mark.parametrize(
    ("words", "outlet", "journalist", "deadline", "topic"),
    [
        (ELM, "BBC", "", "by 4", "Elm House"),
        (
            "Sam Poole from the Echo called about the ramp. Deadline noon tomorrow.",
            "Echo",
            "Sam Poole",
            "noon tomorrow",
            "the ramp",
        ),
        (
            "A reporter called Jo Bell, jo@herald.example, wants a comment before Friday 10am",
            "",
            "Jo Bell, jo@herald.example",
            "before Friday 10am",
            "",
        ),
        ("Someone rang at 9am about the garden, no deadline", "", "", "no deadline", "the garden"),
        (
            "Sky News want us live today on beds, ring Asha Patel on 07700 900876",
            "Sky News",
            "Asha Patel, 07700 900876",
            "today",
            "",
        ),
        ("door-stepped by the Sun at home", "Sun", "", "", ""),
        (
            "hiya sorry channel 4 rang re the closures need it before lunch",
            "channel 4",
            "",
            "before lunch",
            "the closures",
        ),
        ("northern echo want quote tomorrow am about day centres", "northern echo", "", "tomorrow am", "day centres"),
        ("guy from sky called tom says he needs something by COP today", "sky", "", "COP today", ""),
        ("argus rang, close of business please", "argus", "", "close of business", ""),
        ("bbc rang want callback by 3.30 thx", "bbc", "", "3.30", ""),
        ("sky news live at 1 want a line", "sky news", "", "by 1", ""),
        ("Panorama going out monday 8pm they want our side by friday noon", "Panorama", "", "friday noon", ""),
        ("stv want a comment by half four on the bus", "stv", "", "half four", "the bus"),
        ("BBC want a statement on the record by 4", "BBC", "", "by 4", ""),
        ("chronicle are printing tonight", "chronicle", "", "tonight", ""),
        (
            "Daily Mail journalist emailed me - Dan Carr, 07700 900123 - about bed blocking. He says he's going to press at 6 tonight",
            "Daily Mail",
            "Dan Carr, 07700 900123",
            "6 tonight",
            "bed blocking",
        ),
        (
            "The Gazette, Jo Bell jo.bell@gazette.example, about the bus, wants it end of play fri",
            "Gazette",
            "Jo Bell, jo.bell@gazette.example",
            "end of play fri",
            "the bus",
        ),
        (
            "record called re dogs in care homes, ring Kim on 07700 900456 by ten",
            "record",
            "Kim, 07700 900456",
            "ten",
            "dogs in care homes",
        ),
        ("I looked after him for two hours", "", "", "", ""),
        ("", "", "", "", ""),
    ],
)
def test_what_is_understood(words: str, outlet: str, journalist: str, deadline: str, topic: str) -> None:
    assert understand(words) == Understood(TypedEnquiry(outlet, journalist, deadline, words), topic)


@given(st.text(max_size=200))
def test_anything_can_be_read_and_no_word_is_dropped(words: str) -> None:
    assert understand(words).typed.question == words


def test_a_list_is_read_as_a_list_and_a_sentence_as_a_sentence() -> None:
    assert read_typed("BBC, Sam Poole 020 7946 0000, 4pm today, they ask if Elm House is to close") == TypedEnquiry(
        "BBC", "Sam Poole 020 7946 0000", "4pm today", "they ask if Elm House is to close"
    )
    assert read_typed(ELM) == TypedEnquiry("BBC", "", "by 4", ELM)
    assert read_typed("care home closure") == TypedEnquiry(question="care home closure")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<@U0BOT> hello", "hello"),
        ("<@U0BOT|close>, hello", "hello"),
        ("ask <#C0INTAKE|press> or <#C1>", "ask #press or"),
        ("see <https://example.org/a|our page>, <https://example.org>", "see our page, https://example.org"),
        ("<mailto:sam@example.org|sam@example.org> <tel:+44|020 7946>", "sam@example.org 020 7946"),
        ("AT&amp;T &lt;b&gt; it\u2019s", "AT&T <b> it's"),
        ("<!channel> <!subteam^S1|@press> one\n\n two\x00", "one\n\ntwo"),
    ],
)
def test_slacks_marks_are_undone(text: str, plain: str) -> None:
    assert plain_words(text) == plain


def test_a_supported_persons_number_is_not_kept() -> None:
    words = heard("Asked about 943 476 5919. <@U0BOT> ring 020 7946 0000")
    assert words == "Asked about (left out). ring 020 7946 0000"
    assert understand(words).left_out


def north() -> Organisation:
    areas = {
        "adults": ServiceArea(key="adults", name="Adults"),
        "children": ServiceArea(key="children", name="Children", restricted=True),
    }
    people = {key: Person(id=key, name=key, service_area=key) for key in areas}
    return Organisation(name="North", service_areas=areas, people=people)


@pytest.mark.parametrize(
    ("words", "person", "may"),
    [
        (ELM, "adults", True),
        (ELM, "children", False),
        (ELM, "somebody we do not know", False),
        ("The Echo asked about a death at Elm House", "adults", False),
        ("The Echo asked about the boy", "adults", False),
        ("The Echo asked about 4 Elm Road, NB1 4AA", "adults", False),
        ("The Echo asked about (left out)", "adults", False),
    ],
)
def test_what_may_be_said_back(words: str, person: str, may: bool) -> None:
    assert may_be_said_back(words, person, north()) is may


@pytest.mark.parametrize(
    ("text", "on"), [("offers on", True), ("Offers  OFF.", False), ("offer on!", True), ("on", None), ("offers", None)]
)
def test_offers_are_switched_by_two_words(text: str, on: bool | None) -> None:
    assert offers_switched(text) is on


@pytest.mark.parametrize(
    "piece", ["by ", "by 4 at ", "Aaa ", "<", "a@", "0 ", "about ", "said to be ", "from Aaa Bbb ", "&amp;", "a"]
)
def test_however_long_it_is_read_at_once(piece: str) -> None:
    """Slack takes 40,000 characters. A tenth of a second is what it takes; two are allowed, for a busy machine."""
    begun = process_time()
    words = heard((piece * 40_000)[:40_000])
    understand(words)
    may_be_said_back(words, "adults", north())
    read(words)
    assert process_time() - begun < 2
