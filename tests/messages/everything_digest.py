"""Exhibits: the weekly digest, its preview in every state, its forms, and what is said around it, with words of any kind and length."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Any

from bot.messages import digest as posts
from bot.messages import digest_form, digest_notes, digest_preview, home
from bot.messages.digest_preview import Shown
from bot.messages.message import Message
from bot.rules.digest import Wait
from bot.rules.digest_text import Placed, WholeDigest, digest_of, pages
from storage.digest import DigestStory
from storage.home import Home
from storage.kinds import NudgeState, Recognisable, Step, StoryStatus, Subject, Use
from storage.nudge import Nudge
from storage.organisation import Organisation, Pause
from storage.story import StoryIdea
from storage.story_around import Picture
from storage.story_told import Telling
from tests.messages.samples import HEAD, LEAD, OFFICER, T0, digest, story

Built = Iterator[tuple[str, Message]]
Views = Iterator[tuple[str, dict[str, Any]]]
LINK = "https://slack.com/archives/C0GOODNEWS/p1"
STATES = ("preview", "stuck", "posted", "empty", "missed", "kept", "skipped")


def placed(one: StoryIdea, words: str) -> Placed:
    """A story in the digest, worded anew, with a picture, told elsewhere too."""
    pictures = [
        Picture(story_id=one.id, file=f"F{one.id:09d}", words=one.title, state=state) for state in ("gone", "good")
    ]
    told = Telling(
        story_id=one.id,
        use=Use.WEBSITE,
        told_on=T0.date(),
        told_by=OFFICER,
        noted_at=T0,
        link=f"https://slack.com/archives/C0WEBSITE/p{one.id}",
    )
    return Placed(one, DigestStory(digest_id=3, story_id=one.id, title=words, words=words), pictures, [told])


def many(words: str, count: int, told: Organisation, **changes: Any) -> WholeDigest:
    """A digest of so many stories, everything in each of them of these words."""
    areas = ("adults", "children", "") * count
    stories = [
        story(number, title=words, what_happened=words, credit=words, why_it_matters=words, service_area=area)
        for number, area in zip(range(1, count + 1), areas, strict=False)
    ]
    worded = [placed(one, words) for one in stories]
    return digest_of(digest(opening=words, **changes), worded, told, 5)


def messages(words: str, told: Organisation) -> Built:
    """The post, the preview, and what is said around them."""
    for count in (0, 1, 7, 8, 60):
        whole = many(words, count, told, late=True)
        yield f"digest of {count}", posts.post(whole, told)
        yield f"preview of {count}", digest_preview.preview(Shown(digest=digest(state="preview"), whole=whole), told)
        for number in range(1, len(pages(whole.stories)) + 1):
            yield f"digest of {count}, part {number}", posts.part(whole, number)
            shown = Shown(digest=digest(state="preview"), whole=whole)
            yield f"preview of {count}, part {number}", digest_preview.part(shown, number)
    yield from _states(many(words, 3, told), words, told)
    yield from _around(words, told)


def _states(whole: WholeDigest, words: str, told: Organisation) -> Built:
    paused = replace(told, good_news_paused=Pause(by=HEAD, at=T0, why=words))
    for state in STATES:
        for why in (None, *Wait):
            made = digest(state=state, held_by=OFFICER, approved_by=LEAD, approved_at=T0)
            shown = Shown(digest=made, whole=whole, why=why, due=True, link=LINK)
            yield f"preview, {state}, {why}", digest_preview.preview(shown, paused)
            bare = replace(shown, digest=digest(state=state, posted_at=T0), due=False, link="")
            for house in (told, replace(told, digest_unapproved="wait")):
                yield (
                    f"preview, {state}, {why}, nobody yet, {house.digest_unapproved}",
                    digest_preview.preview(bare, house),
                )
    kept = replace(whole, held=tuple(f"GN-{number:04d}" for number in range(1, 61)))
    yield "preview, places are kept", digest_preview.preview(Shown(digest=digest(state="preview"), whole=kept), told)
    empty = replace(whole, stories=())
    yield "preview, empty", digest_preview.preview(Shown(digest=digest(state="preview"), whole=empty), told)


def _around(words: str, told: Organisation) -> Built:
    one = digest(due_at=T0 + timedelta(days=1))
    for asked in ([], [LEAD], [LEAD, HEAD]):
        yield f"no story yet, {len(asked)} asked", digest_notes.none_yet(one, asked, told)
    yield "no story at first", digest_notes.none_yet(one, [], told, stories=2)
    yield "no story to the last", digest_notes.none_yet(digest(state="empty"), [LEAD], told)
    yield "no stories", digest_notes.empty(told)
    yield "missed", digest_notes.missed(one, told)
    for what in ("held", "private", "unapproved", "stuck"):
        for state in ("preview", "stuck", "posted"):
            yield f"waits, {what}, {state}", digest_notes.waits(what, digest(state=state), told)
    for why in (words, ""):
        paused = replace(told, good_news_paused=Pause(by=HEAD, at=T0, why=why))
        yield "paused", digest_notes.paused(int(T0.timestamp()), paused)
    yield "paused before", digest_notes.paused(int(T0.timestamp()), told)
    yield "resumed", digest_notes.resumed(OFFICER, told)
    for resumed in (True, False):
        yield f"answered, {resumed}", digest_notes.answered(resumed=resumed)
    for state_ in NudgeState:
        for late in (True, False):
            asked_ = Nudge(
                subject=Subject.DIGEST, subject_id=3, step=Step.DIGEST_WAITS, person=OFFICER, due_at=T0, state=state_
            )
            asked_.id, asked_.late = 5, late
            for link in (LINK, ""):
                yield f"nudge, {state_}, {late}", digest_notes.nudge(asked_, one, link, told)
    for area in told.service_areas.values():
        yield f"a lead is asked, {area.key}", digest_notes.ask_lead(one, area, told)
    for status in (StoryStatus.PICKED_UP, StoryStatus.WITHDRAWN):
        for there in (True, False):
            yield f"soon, {status}, {there}", digest_notes.soon(story(status=status), one, told, there=there)
    for held_at, state, there in product((None, T0), ("preview", "posted"), (True, False)):
        one_held = story(status=StoryStatus.PICKED_UP, held_at=held_at)
        called = f"{held_at is not None}, {state}, {there}"
        for back in (True, False):
            noted = digest_notes.place_of(one_held, digest(state=state), there=there, back=back)
            yield f"place, {called}, {back}", noted
        yield f"soon, {called}", digest_notes.soon(one_held, digest(state=state), told, there=there)
    for reactions, replies in ((1, 0), (0, 1), (14, 3)):
        yield (
            f"liked {reactions}, {replies}",
            digest_notes.liked(story(), digest(reactions=reactions, replies=replies)),
        )


def views(words: str, told: Organisation) -> Views:
    """The preview's forms, and App Home while good news is paused."""
    for recognisable in (Recognisable.NOBODY, Recognisable.AGREED):
        one = story(title=words, what_happened=words, recognisable=recognisable)
        place = DigestStory(digest_id=3, story_id=one.id, title=words, words=words)
        yield f"words, {recognisable}", digest_form.words_view(one, place, digest(state="posted"))
        yield f"words, {recognisable}, changed", digest_form.words_view(one, place, digest(), typed=(words, words))
    usual = posts.usual_opening("2026-W49", told)
    for opening in ("", words):
        yield "opening", digest_form.opening_view(digest(opening=opening), usual)
        yield "opening, changed", digest_form.opening_view(digest(opening=opening), usual, typed=words)
    for count in (0, 1, 120):
        yield f"add {count}", digest_form.add_view(3, [story(number, title=words) for number in range(1, count + 1)])
    yield "pause", digest_form.pause_view(told)
    paused = replace(told, good_news_paused=Pause(by=HEAD, at=T0, why=words))
    yield "home, paused", home.view(OFFICER, paused, T0, Home())
