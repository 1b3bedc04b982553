"""The weekly good news in the gallery: the post, the preview in each of its states, its forms, and what is said around it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.demo import specimens
from bot.demo.cast import cast
from bot.demo.exhibit import Built
from bot.messages import digest, digest_form, digest_notes, digest_preview
from bot.messages.digest_preview import Shown
from bot.rules.digest import Wait
from bot.rules.digest_text import Placed, WholeDigest, digest_of
from storage.digest import Digest, DigestStory
from storage.kinds import NudgeState, Step, StoryStatus, Subject, Use
from storage.organisation import Organisation, Pause
from storage.story import StoryIdea
from storage.story_told import Telling

LINK = "https://slack.com/archives/C0PRESSDESK/p1760000000000100"
ANSWERED = 12


def build(told: Organisation, now: datetime) -> Built:
    """Everything about the digest."""
    shown = _shown(now)
    two = [specimens.story(told, now, StoryStatus.PICKED_UP), specimens.another_story(told, now)]
    whole = _whole(shown, two, told)
    many = _whole(shown, [_numbered(told, now, number) for number in range(1, 10)], told)
    yield "digests: digest of 2", digest.post(whole, told)
    yield "digests: digest of 9, late", digest.post(replace(many, late=True), told)
    yield "digests: what flows into the thread", digest.part(many, 1)
    yield "digests: nothing of it may stand any more", digest.post(replace(whole, stories=()), told)
    yield from _previews(shown, whole, many, told, now)
    yield from _notes(shown, told, now)
    yield from _news(shown, two[0], told)
    yield from _forms(shown, two[0], told)


def _shown(now: datetime) -> Digest:
    """This week's, as the comms team sees it the day before."""
    return _with(specimens.digest(now + timedelta(days=1)), previewed_at=now)


def _with(shown: Digest, **changes: Any) -> Digest:
    facts: dict[str, Any] = {"state": "preview", "previewed_at": shown.previewed_at, **changes}
    made = Digest(week=shown.week, nominal_day=shown.nominal_day, due_at=shown.due_at, **facts)
    made.id = shown.id
    return made


def _numbered(told: Organisation, now: datetime, number: int) -> StoryIdea:
    made = specimens.story(
        told, now, StoryStatus.PICKED_UP, form_id=f"V{number}", title=f"The garden that glows, week {number}"
    )
    made.id = number
    return made


def _whole(shown: Digest, stories: Sequence[StoryIdea], told: Organisation) -> WholeDigest:
    placed = [
        Placed(
            story, DigestStory(digest_id=shown.id, story_id=story.id, position=at), tellings=_elsewhere(story, shown)
        )
        for at, story in enumerate(stories)
    ]
    return digest_of(shown, placed, told, ANSWERED)


def _elsewhere(story: StoryIdea, shown: Digest) -> list[Telling]:
    told = Telling(
        story_id=story.id,
        use=Use.WEBSITE,
        told_on=shown.nominal_day,
        told_by=story.officer or "",
        noted_at=shown.due_at,
        link="https://www.northbank.example/news/garden",
    )
    return [told]


def _previews(shown: Digest, whole: WholeDigest, many: WholeDigest, told: Organisation, now: datetime) -> Built:
    officer = cast(told, "adults").officer
    waiting = replace(told, digest_unapproved="wait")
    paused = replace(told, good_news_paused=Pause(by=officer, at=now, why="A hard week for all of us."))
    states: dict[str, tuple[Digest, Organisation, dict[str, Any]]] = {
        "it goes out by itself": (shown, told, {}),
        "it waits for a yes": (shown, waiting, {"why": Wait.UNAPPROVED}),
        "nobody has said yes": (shown, waiting, {"why": Wait.UNAPPROVED, "due": True}),
        "it can go": (_with(shown, approved_at=now, approved_by=officer), told, {}),
        "held": (_with(shown, held_at=now, held_by=officer), told, {"why": Wait.HELD}),
        "paused": (shown, paused, {"why": Wait.PAUSED}),
        "a private enquiry has come in": (shown, told, {"why": Wait.PRIVATE, "due": True}),
        "stuck": (_with(shown, state="stuck"), told, {"due": True}),
        "on its way": (_with(shown, state="posted"), told, {"due": True}),
        "out": (_with(shown, state="posted", posted_at=now), told, {"due": True, "link": LINK}),
        "over": (_with(shown, state="kept"), told, {"due": True}),
    }
    for name, (made, house, facts) in states.items():
        yield f"digests: preview, {name}", digest_preview.preview(Shown(digest=made, whole=whole, **facts), house)
    none = replace(whole, stories=())
    yield "digests: preview, nothing in it", digest_preview.preview(Shown(digest=shown, whole=none), told)
    kept = replace(whole, held=("GN-0007", "GN-0009"))
    yield "digests: preview, a place is kept", digest_preview.preview(Shown(digest=shown, whole=kept), told)
    empty = Shown(digest=_with(shown, state="empty"), whole=none, due=True)
    yield "digests: preview, nothing was posted", digest_preview.preview(empty, told)
    yield "digests: preview of a long week", digest_preview.preview(Shown(digest=shown, whole=many), told)
    yield "digests: preview of a long week, in the thread", digest_preview.part(Shown(digest=shown, whole=many), 1)


def _notes(shown: Digest, told: Organisation, now: datetime) -> Built:
    people = cast(told, "adults")
    yield "digests: no story yet", digest_notes.none_yet(shown, [people.lead], told)
    yield "digests: no story at first", digest_notes.none_yet(shown, [], told, stories=1)
    yield "digests: no story to the last", digest_notes.none_yet(_with(shown, state="empty"), [], told)
    yield "digests: no stories", digest_notes.empty(told)
    yield "digests: missed", digest_notes.missed(shown, told)
    for what in ("private", "unapproved"):
        yield f"digests: waits, {what}", digest_notes.waits(what, shown, told)
    yield "digests: waits, held", digest_notes.waits("held", _with(shown, held_at=now, held_by=people.officer), told)
    yield "digests: stuck", digest_notes.waits("stuck", _with(shown, state="stuck"), told)
    yield "digests: dealt with", digest_notes.waits("private", _with(shown, state="posted"), told)
    paused = replace(told, good_news_paused=Pause(by=people.head, at=now, why="A hard week for all of us."))
    stamp = int(now.timestamp())
    yield "digests: good news paused", digest_notes.paused(stamp, paused)
    yield "digests: good news was paused", digest_notes.paused(stamp, told)
    yield "digests: good news goes on", digest_notes.resumed(people.officer, told)
    for resumed in (True, False):
        yield f"digests: asked to go on, {resumed}", digest_notes.answered(resumed=resumed)
    for state in (NudgeState.SENT, NudgeState.SETTLED):
        about: dict[str, Any] = {"subject": Subject.DIGEST, "state": state, "settled_at": now}
        asked = specimens.nudge(Step.DIGEST_WAITS, people.officer, now, **about)
        yield f"digests: nudge {Step.DIGEST_WAITS}, {state}", digest_notes.nudge(asked, shown, LINK, told)
    yield "digests: a lead is asked", digest_notes.ask_lead(shown, told.service_areas["adults"], told)


def _news(shown: Digest, story: StoryIdea, told: Organisation) -> Built:
    yield "digests: your story will be in it", digest_notes.soon(story, shown, told, there=True)
    yield "digests: not after all", digest_notes.soon(story, shown, told, there=False)
    yield "digests: back in the preview", digest_notes.place_of(story, shown, there=True, back=True)
    yield "digests: had left the preview", digest_notes.place_of(story, shown, there=True, back=False)
    yield "digests: no place in it any more", digest_notes.place_of(story, shown, there=False, back=True)
    story.held_at = shown.previewed_at
    yield "digests: not just now", digest_notes.soon(story, shown, told, there=False)
    yield "digests: its place in the preview is kept", digest_notes.place_of(story, shown, there=True, back=False)
    story.held_at = None
    liked = _with(shown, state="posted", reactions=14, replies=1)
    yield "digests: how it was met", digest_notes.liked(story, liked)
    counted = {"posted_at": shown.due_at, "counted_at": shown.due_at + timedelta(days=12)}
    later = _with(shown, state="posted", reactions=14, replies=1, **counted)
    yield "digests: how it was met, counted later", digest_notes.liked(story, later)


def _forms(shown: Digest, story: StoryIdea, told: Organisation) -> Iterator[tuple[str, dict[str, Any]]]:
    place = DigestStory(digest_id=shown.id, story_id=story.id, title="A garden for the night")
    yield "digests: a story's words", digest_form.words_view(story, place, shown)
    typed = ("The garden at four in the morning", story.what_happened)
    yield "digests: its words, changed meanwhile", digest_form.words_view(story, place, shown, typed=typed)
    usual = digest.usual_opening(shown.week, told)
    yield "digests: the opening", digest_form.opening_view(shown, usual)
    yield "digests: the opening, changed meanwhile", digest_form.opening_view(shown, usual, typed="Hello, all.")
    yield "digests: add a story", digest_form.add_view(shown.id, [story])
    yield "digests: nothing to add", digest_form.add_view(shown.id, [])
    yield "digests: pause good news", digest_form.pause_view(told)
