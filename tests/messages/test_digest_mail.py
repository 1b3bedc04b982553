"""The weekly good news as a mail: well made, whole without pictures, safe whatever people typed, and as plain text."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from bot.messages.digest_mail import as_html
from bot.messages.digest_mail_text import as_text
from bot.rules.digest_text import ToldPicture, ToldStory, WholeDigest
from tests.messages.everything_digest import many
from tests.messages.samples import T0, organisation
from tests.messages.test_hostile_text import HOSTILE

POSTED = "https://slack.com/archives/C0GOODNEWS/p1772791205000100"
VOID = frozenset({"meta", "br"})
GARDEN = ToldStory(
    id=7,
    reference="GN-0007",
    title="A garden for everyone",
    words="Neighbours and residents planted it together.\nIt took a week.\n\nThen it rained.",
    why="Nobody has to ask to go outside.",
    credit="Amara and the day team",
    area="Adults' social care",
    picture=ToldPicture("F0GARDEN1", "Six people around a raised bed"),
    link="https://www.northbank.example/news/garden?a=1&b=2",
)


def a_week(*stories: ToldStory, **changes: object) -> WholeDigest:
    made = WholeDigest(
        id=3,
        week="2026-W49",
        nominal_day=T0.date(),
        due_at=T0,
        late=False,
        opening="Hello all.",
        stories=stories,
        answered=12,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # any of its fields


class Reading(HTMLParser):
    """Reads a page as strictly as we want ours written: every tag closed in its turn, every attribute once."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if len(dict(attrs)) != len(attrs):
            self.wrong.append(f"<{tag}> says something twice")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open[-1:] != ["style"]:
            self.said.append(" ".join(data.split()))

    def __call__(self, page: str) -> "Reading":
        self.feed(page)
        self.close()
        self.wrong += [f"<{tag}> is never closed" for tag in self.open]
        return self


def read(page: str) -> Reading:
    return Reading()(page)


def test_it_says_everything_in_order() -> None:
    page = read(as_html(a_week(GARDEN), organisation(), POSTED))

    assert page.wrong == []
    assert page.said == [
        "Good news this week from Northbank Council",
        "Good news this week from Northbank Council",
        f"Week of {T0.day} {T0:%B %Y}",
        "Hello all.",
        "A garden for everyone",
        "Neighbours and residents planted it together.",
        "It took a week.",
        "Then it rained.",
        "Why it matters: Nobody has to ask to go outside.",
        "Thanks to Amara and the day team · Adults' social care",
        "Picture: Six people around a raised bed",
        "It stays in Slack, where it can be taken down for everyone at once.",
        "See it there",
        "See where else it was told",
        "Behind the headlines",
        (
            "This week 12 questions from journalists were answered, with care, by people who stopped what they were doing to help. "
            "Thank you."
        ),
        "Something good happened where you work?",
        "Tell us in Slack with /story-idea, or tell whoever passed this on to you. Two sentences are enough.",
        (
            "For colleagues only. The people in these stories agreed to be told of inside Northbank Council, and may change their mind: "
            "please do not publish this or send it on outside."
        ),
    ]
    assert [at["href"] for tag, at in page.tags if tag == "a"] == [POSTED, GARDEN.link]


def test_it_is_made_for_mail_programs() -> None:
    source = as_html(a_week(GARDEN), organisation(), POSTED)
    page = read(source)

    assert source.startswith('<!DOCTYPE html>\n<html lang="en-GB">\n')
    assert [at for tag, at in page.tags if tag in {"img", "script", "link", "form", "svg"}] == [], "nothing is fetched"
    assert {at.get("role") for tag, at in page.tags if tag == "table"} == {"presentation"}
    assert [tag for tag, _ in page.tags if tag in {"h1", "h2", "h3"}] == ["h1", "h2", "h2", "h2"]
    assert {"name": "color-scheme", "content": "light dark"} in [at for tag, at in page.tags if tag == "meta"]
    assert "@media (prefers-color-scheme: dark)" in source
    assert 'width="600"' in source
    assert all(at.get("style") for tag, at in page.tags if tag in {"p", "h1", "h2", "td", "a"} and "align" not in at)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=list(HOSTILE))
def test_hostile_words_stay_words(words: str) -> None:
    whole = many(words, 3, organisation(name=words))
    whole = replace(whole, stories=tuple(replace(one, link="javascript:alert(1)") for one in whole.stories))
    page = read(as_html(whole, organisation(name=words), POSTED))
    harmless = read(as_html(many("Words.", 3, organisation()), organisation(), POSTED))

    assert page.wrong == []
    kinds = ("html", "head", "title", "style", "body", "table", "tr", "td", "h1", "h2", "p", "a", "meta", "br")
    assert {tag for tag, _ in page.tags} <= set(kinds)
    assert {name for _, at in page.tags for name in at} <= {name for _, at in harmless.tags for name in at} | {"href"}
    assert {at["href"] for tag, at in page.tags if tag == "a"} <= {POSTED}
    for made in (as_html(whole, organisation(name=words)), as_text(whole, organisation(name=words))):
        assert [one for one in made if ord(one) < 32 and one != "\n"] == []
        assert [one for one in made if "\u202a" <= one <= "\u202e" or "\u2066" <= one <= "\u2069"] == []


def test_as_plain_text() -> None:
    text = as_text(a_week(GARDEN, answered=0), organisation(), POSTED)

    assert text == (
        "Good news this week from Northbank Council\n"
        "------------------------------------------\n\n"
        f"Week of {T0.day} {T0:%B %Y}\n\n"
        "Hello all.\n\n"
        "A garden for everyone\n"
        "---------------------\n\n"
        "Neighbours and residents planted it together.\nIt took a week.\n\nThen it rained.\n\n"
        "Why it matters: Nobody has to ask to go outside.\n\n"
        "Thanks to Amara and the day team · Adults' social care\n\n"
        "Picture: Six people around a raised bed\n\n"
        "It stays in Slack, where it can be taken down for everyone at once.\n\n"
        f"See it there:\n{POSTED}\n\n"
        f"See where else it was told:\n{GARDEN.link}\n\n"
        "Something good happened where you work?\n"
        "---------------------------------------\n\n"
        "Tell us in Slack with /story-idea, or tell whoever passed this on to\nyou. Two sentences are enough.\n\n"
        "For colleagues only. The people in these stories agreed to be told of\n"
        "inside Northbank Council, and may change their mind: please do not\n"
        "publish this or send it on outside.\n"
    )


def test_a_long_week_keeps_its_width() -> None:
    lines = as_text(many("word " * 600, 60, organisation()), organisation(), POSTED).splitlines()
    assert max(map(len, lines)) <= 72
    assert read(as_html(many("word " * 600, 60, organisation()), organisation(), POSTED)).wrong == []


def test_what_was_taken_out_is_said_and_what_is_empty_says_so() -> None:
    one, two = (as_text(a_week(GARDEN, taken_out=count), organisation()) for count in (1, 2))
    assert "One story was taken out since." in one
    assert "2 stories were taken out since." in two
    empty = read(as_html(a_week(taken_out=1), organisation()))
    assert empty.wrong == []
    assert empty.said[-1] == "What stood here was taken down again. Please delete this mail where you have it."
    assert "taken down again" in as_text(a_week(), organisation())
