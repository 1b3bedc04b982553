"""Exhibits: who has agreed to a story, what those who wrote it hear, the easy words, and what has to come down."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from typing import Any

from bot.messages import agreements_page, consent_form, consent_news, story_card, story_nudge, story_page, take_down
from bot.messages.message import Message
from bot.messages.story_reader import StoryReader
from bot.messages.wording import consents as words_for
from bot.rules.consent_ends import Because
from bot.rules.deeds import Deed
from bot.rules.story_nudging import CONSENT_AHEAD
from storage.agreements import Agreements
from storage.kinds import DecidedBy, NudgeState, Recognisable, Step, StoryStatus, Subject, Use
from storage.organisation import Organisation
from storage.story import Consent, StoryIdea
from storage.story_brief import StoryBrief
from storage.story_told import TakeDown, Telling
from tests.messages.samples import HEAD, OFFICER, SOCIAL_WORKER, T0, consent, nudge, story

Built = Iterator[tuple[str, Message]]
Views = Iterator[tuple[str, dict[str, Any]]]

STEPS = (Step.TAKE_DOWN, Step.TAKE_DOWN_AGAIN, Step.TAKE_DOWN_HEAD)


def people(words: str) -> tuple[Consent, ...]:
    """Each kind of person, whole and not, standing and ended, more than a page has room for."""
    typed = dict.fromkeys(("who", "how", "decider", "childs_view", "described_as"), words)
    uses = [use.value for use in Use]
    made = [
        consent(**typed, uses=uses, decided_by=by, child=child, seen_words=seen, decided_on=date(2026, 11, 30))
        for by, child, seen in (
            (DecidedBy.THEMSELVES, False, True),
            (DecidedBy.BEST_INTERESTS, False, False),
            (DecidedBy.PARENTAL, True, True),
            (DecidedBy.DELEGATED, True, False),
        )
    ]
    made += [
        consent(who=words, child=True, decided_by=DecidedBy.PARENTAL),
        consent(who=words, decided_by=DecidedBy.BEST_INTERESTS),
        consent(who=words, uses=[], how=""),
        consent(who=words, until=date(2026, 12, 1)),
        consent(who=words, until=date(2027, 12, 1)),
        consent(who=words, withdrawn_at=T0, withdrawn_by=OFFICER, withdrawn_how="told_me"),
        *(consent(who=words) for _ in range(4)),
    ]
    for number, one in enumerate(made, 1):
        one.id = number
    return tuple(made)


def told_places(words: str) -> tuple[tuple[Telling, ...], tuple[TakeDown, ...]]:
    """Where it was told, and what of that has to come down or is down."""
    places = [
        Telling(
            story_id=7,
            use=use,
            told_on=T0.date(),
            told_by=OFFICER,
            noted_at=T0,
            place=words,
            link="https://slack.com/archives/C0GOODNEWS/p1",
        )
        for use in Use
    ]
    down = []
    for number, place in enumerate(places, 1):
        place.id = number
        done: dict[str, Any] = {"done_at": T0, "done_by": OFFICER} if number == 1 else {}
        one = TakeDown(
            story_id=7, telling_id=number, owner=OFFICER, asked_at=T0, because="withdrawn", what=words, **done
        )
        one.id = number
        down.append(one)
    return tuple(places), tuple(down)


def ideas(words: str) -> Iterator[StoryIdea]:
    """A story while people agree, while nobody knows, and after its words went."""
    typed: dict[str, Any] = dict.fromkeys(("title", "what_happened", "credit", "why_it_matters"), words)
    yield story(**typed, recognisable=Recognisable.AGREED, status=StoryStatus.TOLD, officer=OFFICER)
    yield story(**typed, recognisable=Recognisable.NOT_ASKED)
    yield story(**typed, recognisable=Recognisable.AGREED, status=StoryStatus.TOLD, officer=OFFICER, held_at=T0)
    gone: dict[str, Any] = dict.fromkeys(typed, "")
    yield story(**gone, recognisable=Recognisable.AGREED, status=StoryStatus.WITHDRAWN, taken_out_at=T0)


def messages(words: str, told: Organisation) -> Built:
    """The news, the replies, the nudges, the card."""
    for idea in ideas(words):
        state = f"{idea.status}, {idea.recognisable}"
        for what in words_for.NEWS:
            yield f"consent news {what}: {state}", consent_news.news(what, idea, people(words))
        for theirs in words_for.REPLY:
            yield f"change of mind, {theirs}: {state}", consent_news.reply(theirs, idea)
        yield f"card: {state}", story_card.card(idea, people(words), told, T0)
        for step in (*CONSENT_AHEAD, Step.STORY_CHANGE_OF_MIND):
            asked = nudge(step, HEAD, subject=Subject.STORY)
            yield f"nudge {step}: {state}", story_nudge.message(asked, idea, people(words), told, T0)
            there = told_places(words)[0] * 5
            yield f"nudge {step}, elsewhere", story_nudge.message(asked, idea, people(words), told, T0, there)
            for how in words_for.SETTLED_HOW:
                settled = nudge(
                    step, HEAD, subject=Subject.STORY, state=NudgeState.SETTLED, settled_at=T0, settled_how=how
                )
                yield f"nudge {step}, {how}", story_nudge.message(settled, idea, people(words), told, T0)
        yield from _take_downs(words, idea, told)


def _take_downs(words: str, idea: StoryIdea, told: Organisation) -> Built:
    places, down = told_places(words)
    for step, because, late in product(STEPS, Because, (False, True)):
        one = down[1]
        one.because = because
        asked = nudge(step, OFFICER, subject=Subject.TAKE_DOWN, late=late)
        yield f"nudge {step} {because}", take_down.message(asked, one, places[1], idea, told, T0)
    yield "taken down", take_down.message(nudge(STEPS[0], OFFICER), down[0], places[0], idea, told, T0)
    handed: dict[str, Any] = {"state": NudgeState.SETTLED, "settled_at": T0, "settled_how": Deed.HAND_TAKE_DOWN.value}
    yield "handed on", take_down.message(nudge(STEPS[0], OFFICER, **handed), down[1], None, idea, told, T0)
    over = nudge(STEPS[0], OFFICER, state=NudgeState.MOOT, settled_at=T0 + timedelta(hours=1))
    yield "nothing to take down", take_down.message(over, down[1], None, idea, told, T0)


def views(words: str, told: Organisation) -> Views:
    """The forms, the page and the easy words."""
    known = people(words)
    for idea in ideas(words):
        places, down = told_places(words)
        for person, tellings in product((SOCIAL_WORKER, OFFICER), ((), places)):
            brief = StoryBrief(story=idea, consents=known, tellings=tellings, take_downs=down if tellings else ())
            yield f"page of a story: {idea.status}", story_page.view(brief, StoryReader(person, told, T0))
            bare = StoryBrief(story=idea, tellings=tellings)
            yield f"page, nobody named: {idea.status}", story_page.view(bare, StoryReader(person, told, T0))
        yield "add someone", consent_form.adding(idea)
        yield "somebody else takes it down", take_down.hand_view(told_places(words)[1][1], idea, told)
        rows = tuple((one, idea) for one in known if one.until)
        found = Agreements(
            held=(idea,) * 12,
            down=tuple((one, idea) for one in told_places(words)[1]),
            ending=rows,
            unasked=((idea, known), (idea, ())),
            unreadable=frozenset({idea.id}),
        )
        for office in (True, False):
            yield f"who has agreed, {office}", agreements_page.view(found, told, office=office)
    for one in known:
        yield f"change {one.decided_by}", consent_form.changing(one, story())
        yield f"renew {one.decided_by}", consent_form.renewing(one, story())
        if one.uses:
            yield f"changed their mind {one.decided_by}", consent_form.ending(one, story())
    yield "easy words", consent_form.easy_words(story())
    yield "easy words, sent", consent_form.page_sent()
