"""The digest before it goes out, for the comms team: as it will look, with what can be done about it."""

from dataclasses import dataclass

from bot.messages import digest as post
from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import escape, in_words, listed, moment
from bot.messages.parts import (
    Block,
    Element,
    actions,
    asking_first,
    button,
    choice,
    context,
    divider,
    header,
    overflow,
    section,
)
from bot.messages.people import name, place
from bot.messages.wording import digest as words
from bot.rules.digest import Wait
from bot.rules.digest_text import ToldStory, WholeDigest
from storage.digest import UNDECIDED, Digest
from storage.organisation import Organisation

MOST_KEPT = 20

WAITING = {
    Wait.PAUSED: words.STATE_PAUSED,
    Wait.HELD: words.STATE_HELD,
    Wait.PRIVATE: words.STATE_PRIVATE,
    Wait.UNAPPROVED: words.STATE_UNAPPROVED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A digest as the comms team sees it. `why`: what it waits for; `due`: whether its hour has come; `link`: to the post."""

    digest: Digest
    whole: WholeDigest
    why: Wait | None = None
    due: bool = False
    link: str = ""


def preview(shown: Shown, organisation: Organisation) -> Message:
    """The preview, and what has become of it since."""
    digest, zone = shown.digest, organisation.calendar.zone
    said, state = in_words(digest.due_at, zone), _state(shown, organisation)
    count, titles = post.count_of(len(shown.whole.stories)), post.titles(shown.whole.stories, 2_000)
    held = _held(shown)
    pattern = words.PREVIEW_SPOKEN if shown.whole.stories else words.PREVIEW_SPOKEN_EMPTY
    spoken = pattern.format(moment=said, count=count, titles=titles, state=f"{state} {held}".strip())
    blocks = [
        section(_top(shown).format(place=place(organisation), moment=moment(digest.due_at, zone))),
        *_body(shown, organisation),
        divider(),
        section(state),
        *([context(held)] if held else []),
        *actions(_buttons(shown)),
    ]
    return Message(spoken, blocks)


def _held(shown: Shown) -> str:
    if shown.digest.state not in UNDECIDED or not shown.whole.held:
        return ""
    return words.PREVIEW_KEPT.format(references=listed(list(shown.whole.held[:MOST_KEPT])))


def part(shown: Shown, number: int) -> Message:
    """What will flow into the thread."""
    told = post.stories_on(shown.whole, number)
    if not told:
        return Message(words.NOTHING_LEFT_PART, [section(words.NOTHING_LEFT_PART)])
    blocks = [section(words.PREVIEW_TOP_PART), header(words.HEADER_MORE), *post.stories(told, _menu_of(shown))]
    return Message(post.spoken(told, words.SPOKEN_MORE), blocks)


def _top(shown: Shown) -> str:
    return words.PREVIEW_TOP if shown.digest.state in UNDECIDED else words.PREVIEW_TOP_PAST


def _body(shown: Shown, organisation: Organisation) -> list[Block]:
    if not shown.whole.stories:
        return [header(words.HEADER), context(words.SEND)]
    begin = _opening_button(shown.digest) if shown.digest.state in (*UNDECIDED, "posted") else None
    return post.body(shown.whole, organisation, _menu_of(shown), begin)


def _opening_button(digest: Digest) -> Element:
    return button(Action.DIGEST_OPENING, words.VIEWS["opening"], digest.id, about(digest))


def _menu_of(shown: Shown) -> post.Menu:
    """The menu beside each story, by where it stands."""
    order = [story.id for story in shown.whole.stories]
    if shown.digest.state == "posted":
        return lambda story: overflow(Action.DIGEST_STORY, [_choice("words", shown.digest, story)])
    if shown.digest.state not in UNDECIDED:
        return post.no_menu
    return lambda story: overflow(Action.DIGEST_STORY, _choices(shown.digest, story, order.index(story.id), len(order)))


def _choices(digest: Digest, story: ToldStory, at: int, count: int) -> list[Element]:
    return [
        *([_choice("up", digest, story, at - 1)] if at > 0 else []),
        *([_choice("down", digest, story, at + 1)] if at < count - 1 else []),
        *([_choice("top", digest, story, 0)] if at > 1 else []),
        _choice("words", digest, story),
        _choice("out", digest, story),
    ]


def _choice(what: str, digest: Digest, story: ToldStory, to: int = 0) -> Element:
    doing = "move" if what in ("up", "down", "top") else what
    return choice(words.MENU[what], f"{doing} {digest.id} {story.id} {to}")


def _state(shown: Shown, organisation: Organisation) -> str:
    digest = shown.digest
    match digest.state:
        case "posted" if digest.posted_at is None:
            return words.STATE_SENDING
        case "posted":
            return words.STATE_OUT.format(link=escape(shown.link)) if shown.link else words.STATE_OUT_PLAIN
        case "stuck":
            return words.STATE_STUCK.format(place=place(organisation))
        case "empty":
            return words.STATE_EMPTY
        case "preview":
            return _before(shown, organisation)
        case _:
            return words.STATE_OVER


def _before(shown: Shown, organisation: Organisation) -> str:
    if not shown.whole.stories and shown.why is None:
        return words.STATE_EMPTY_YET
    if shown.why in (Wait.PAUSED, Wait.HELD, Wait.PRIVATE) or (shown.why and shown.due):
        return WAITING[shown.why].format(who=name(organisation, shown.digest.held_by))
    if shown.digest.approved_at is not None:
        return words.STATE_APPROVED.format(who=name(organisation, shown.digest.approved_by))
    return words.STATE_WAIT if organisation.digest_unapproved == "wait" else words.STATE_SEND


def _buttons(shown: Shown) -> list[Element]:
    digest = shown.digest
    if digest.state not in UNDECIDED:
        return []
    if shown.why == Wait.PAUSED:
        return [button(Action.GOOD_NEWS_RESUME, words.VIEWS["resume"], "now", about(digest), "primary")]
    held = shown.why == Wait.HELD
    wanted = digest.state == "preview" and (digest.approved_at is None or shown.why is not None)
    has = bool(shown.whole.stories)
    return [
        *([approve_button(digest)] if wanted and has else []),
        button(Action.DIGEST_ADD, words.VIEWS["add"], digest.id, about(digest)),
        *([send_button(digest)] if has else []),
        *([] if held else [hold_button(digest)]),
        button(Action.GOOD_NEWS_PAUSE, words.VIEWS["pause"], "now", about(digest)),
    ]


def about(digest: Digest) -> str:
    """Which digest a button is about, for those who only hear it."""
    return words.ABOUT.format(day=f"{digest.nominal_day.day} {digest.nominal_day:%B}")


def approve_button(digest: Digest) -> Element:
    """It can go as it is."""
    return button(Action.DIGEST_APPROVE, words.VIEWS["approve"], digest.id, about(digest), "primary")


def hold_button(digest: Digest) -> Element:
    """Hold."""
    return button(Action.DIGEST_HOLD, words.VIEWS["hold"], digest.id, about(digest))


def send_button(digest: Digest) -> Element:
    """Send now, asking first."""
    label = words.VIEWS["again" if digest.state == "stuck" else "send"]
    plain = button(Action.DIGEST_SEND, label, digest.id, about(digest))
    return asking_first(plain, words.SEND_TITLE, words.SEND_TEXT, words.SEND_YES, words.SEND_NO)
