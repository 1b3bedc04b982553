"""Consent in the gallery: one person's form, who has agreed on a story's page, what those who wrote it hear, and what has to come down."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.demo import specimens
from bot.demo.cast import cast
from bot.demo.exhibit import Built
from bot.messages import agreements_page, consent_form, consent_news, story_card, story_nudge, story_page, take_down
from bot.messages.consent_form import About
from bot.messages.story_reader import StoryReader
from bot.messages.wording import consents as words
from bot.rules.consent_form import ConsentForm
from bot.rules.deeds import Deed
from bot.rules.story_nudging import CONSENT_AHEAD
from storage.agreements import Agreements
from storage.kinds import DecidedBy, NudgeState, Recognisable, Step, StoryStatus, Subject, Use
from storage.organisation import Organisation
from storage.story import Consent, StoryIdea
from storage.story_brief import StoryBrief
from storage.story_told import TakeDown, Telling

PLACE = "The council's website, under What's on"
LINK = "https://northbank.example/news/garden"
TAKE_DOWNS = (Step.TAKE_DOWN, Step.TAKE_DOWN_AGAIN, Step.TAKE_DOWN_HEAD)


def build(told: Organisation, now: datetime) -> Built:
    """Everything about consent."""
    story = specimens.story(told, now, StoryStatus.TOLD, recognisable=Recognisable.AGREED)
    known = people(told, now)
    yield from _forms(story, known[0])
    yield from _pages(told, now, story, known)
    for what in words.NEWS:
        about = _gone(story, now) if what in ("ended", "ran_out_told", "all_down") else story
        yield f"consent: news {what}", consent_news.news(what, about, known)
    for theirs in words.REPLY:
        yield f"consent: changed their mind, {theirs}", consent_news.reply(theirs, story)
    yield "consent: changed their mind, long since", consent_news.reply("told", _gone(story, now))
    yield "consent: card of a story that was taken out", story_card.card(_gone(story, now), known, told, now)
    held = specimens.story(told, now, StoryStatus.TOLD, recognisable=Recognisable.AGREED, held_at=now)
    yield "consent: card of a story that is held", story_card.card(held, known, told, now)
    officer = StoryReader(cast(told, "adults").officer, told, now)
    yield "consent: page of a story that is held", story_page.view(StoryBrief(story=held, consents=known), officer)
    yield "consent: page of a story that is held, nobody named", story_page.view(StoryBrief(story=held), officer)
    yield from _agreements(told, now, story, known)
    yield from _asked(told, now, story, known)
    yield from _come_down(told, now, story)


def people(told: Organisation, now: datetime) -> tuple[Consent, ...]:
    """An adult who decides, one who cannot, a child, and somebody who was not asked yet."""
    whole = specimens.consent(told, now)
    whole.seen_words = True
    plain: dict[str, Any] = {"story_id": whole.story_id, "recorded_by": whole.recorded_by, "recorded_at": now}
    uses = [Use.COLLEAGUES.value]
    made = (
        whole,
        Consent(**plain, who="Mrs K.", uses=uses, how="Her key worker asked", decided_by=DecidedBy.BEST_INTERESTS),
        Consent(
            **plain,
            who="J., nine",
            uses=uses,
            how="Form signed, and J. was asked at home",
            child=True,
            decided_by=DecidedBy.DELEGATED,
            decider="Supervising social worker",
            decided_on=now.date() - timedelta(days=2),
            childs_view="“You can say I grew the biggest one.”",
            seen_words=True,
            described_as="A nine-year-old gardener",
        ),
        Consent(**plain, who="A neighbour"),
    )
    for number, one in enumerate(made, 1):
        one.id = number
    return made


def _agreements(told: Organisation, now: datetime, story: StoryIdea, known: tuple[Consent, ...]) -> Built:
    """Who has agreed, over all stories."""
    held = specimens.another_story(told, now)
    held.held_at = now - timedelta(hours=1)
    _, down = _places(told, now)
    ends = specimens.consent(told, now)
    ends.until = now.date() + timedelta(days=9)
    found = Agreements(held=(held,), down=((down, story),), ending=((ends, story),), unasked=((story, known),))
    yield "consent: who has agreed, everything", agreements_page.view(found, told, office=True)
    yield "consent: who has agreed, one's own", agreements_page.view(Agreements(), told, office=False)


def _forms(story: StoryIdea, known: Consent) -> Built:
    yield "consent: form", consent_form.adding(story)
    for by in DecidedBy:
        form = replace(consent_form.form_of(known), decided_by=by.value)
        yield f"consent: form {by}", consent_form.view(About("change", known.id, story.reference), form)
    yield "consent: form, agrees for longer", consent_form.renewing(known, story)
    yield "consent: form, changed their mind", consent_form.ending(known, story)
    yield "consent: easy words", consent_form.easy_words(story)
    yield "consent: form, nothing written", consent_form.view(About("add", 1, story.reference), ConsentForm(who=""))


def _pages(told: Organisation, now: datetime, story: StoryIdea, known: tuple[Consent, ...]) -> Built:
    officer = StoryReader(cast(told, "adults").officer, told, now)
    yield "consent: page", story_page.view(StoryBrief(story=story, consents=known), officer)
    place, down = _places(told, now)
    over = Consent(
        story_id=story.id, who="Mr B, resident", recorded_by=known[0].recorded_by, recorded_at=now, withdrawn_at=now
    )
    over.id = 9
    gone = StoryBrief(story=_gone(story, now), consents=(over,), tellings=(place,), take_downs=(down,))
    yield "consent: page of a story that was taken out", story_page.view(gone, officer)


def _gone(story: StoryIdea, now: datetime) -> StoryIdea:
    made = StoryIdea(
        form_id="gone",
        author=story.author,
        sent_in_at=story.sent_in_at,
        title="",
        what_happened="",
        credit="",
        service_area=story.service_area,
        recognisable=Recognisable.AGREED,
        status=StoryStatus.TOLD,
        taken_out_at=now,
    )
    made.id = story.id
    return made


def _asked(told: Organisation, now: datetime, story: StoryIdea, known: tuple[Consent, ...]) -> Built:
    head = cast(told, "adults").head
    for step in (*CONSENT_AHEAD, Step.STORY_CHANGE_OF_MIND):
        asked = specimens.nudge(step, head, now, subject=Subject.STORY)
        yield f"consent: asked {step}", story_nudge.message(asked, story, known, told, now)
    elsewhere = [_places(told, now)[0]]
    yield "consent: asked, it stands elsewhere", story_nudge.message(asked, story, known, told, now, elsewhere)
    for how in words.SETTLED_HOW:
        over: dict[str, Any] = {"state": NudgeState.SETTLED, "settled_at": now, "settled_how": how}
        settled = specimens.nudge(Step.STORY_CONSENT, head, now, subject=Subject.STORY, **over)
        yield f"consent: asked, {how}", story_nudge.message(settled, story, known, told, now)


def _places(told: Organisation, now: datetime) -> tuple[Telling, TakeDown]:
    officer = cast(told, "adults").officer
    place = Telling(
        story_id=specimens.STORY_NUMBER,
        use=Use.WEBSITE,
        told_on=now.date(),
        told_by=officer,
        noted_at=now,
        place=PLACE,
        link=LINK,
    )
    place.id = 1
    down = TakeDown(
        story_id=specimens.STORY_NUMBER,
        telling_id=1,
        owner=officer,
        asked_at=now - timedelta(hours=8),
        because="withdrawn",
        what=PLACE,
    )
    down.id = 1
    return place, down


def _come_down(told: Organisation, now: datetime, story: StoryIdea) -> Built:
    people_here = cast(told, "adults")
    place, down = _places(told, now)
    for step in TAKE_DOWNS:
        person = people_here.head if step == Step.TAKE_DOWN_HEAD else people_here.officer
        asked = specimens.nudge(step, person, now, subject=Subject.TAKE_DOWN)
        yield f"consent: take down, {step}", take_down.message(asked, down, place, story, told, now)
    yield "consent: take down, somebody else", take_down.hand_view(down, story, told)
    over: dict[str, Any] = {
        "state": NudgeState.SETTLED,
        "settled_at": now,
        "settled_how": Deed.HAND_TAKE_DOWN.value,
    }
    handed = specimens.nudge(Step.TAKE_DOWN, people_here.head, now, subject=Subject.TAKE_DOWN, **over)
    yield "consent: take down, with somebody else now", take_down.message(handed, down, place, story, told, now)
    down.done_at, down.done_by = now, people_here.officer
    settled = specimens.nudge(Step.TAKE_DOWN, people_here.officer, now, subject=Subject.TAKE_DOWN)
    yield "consent: taken down", take_down.message(settled, down, place, story, told, now)
