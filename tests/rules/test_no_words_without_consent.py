"""Whatever people agreed to, and whatever became of it: no surface shows a story's words where they may not be told there.

Each surface is made from the same story and consents; its words are one word that stands nowhere else.
"""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.messages import consent_news, nudge, story_card, story_nudge, take_down
from bot.messages.wording import consents as words
from bot.rules.consent import current, uses_covered
from bot.rules.digest import choose
from bot.rules.sharing import is_kept_quiet, may_be_prepared, may_be_told
from bot.rules.story_nudging import STORY_FOLLOW_STEPS
from storage.kinds import DecidedBy, Recognisable, Step, StoryStatus, Subject, Use
from storage.story import Consent, StoryIdea
from storage.story_told import TakeDown
from tests.messages.samples import HEAD, OFFICER, SOCIAL_WORKER, T0, organisation, story
from tests.messages.samples import nudge as sent

WORD = "zqsecretgarden"
TODAY = T0.date()
HOUSE = organisation()
DAYS = st.none() | st.integers(-2, 2).map(lambda days: TODAY + timedelta(days=days))


@st.composite
def consents(draw: st.DrawFn) -> list[Consent]:
    """Any number of people, each in any state; some of them given anew."""
    made = []
    for number in range(1, draw(st.integers(0, 3)) + 1):
        one = Consent(
            story_id=7,
            who="the tenant",
            recorded_by=SOCIAL_WORKER,
            recorded_at=T0,
            uses=draw(st.lists(st.sampled_from([use.value for use in Use]), unique=True)),
            until=draw(DAYS),
            withdrawn_at=draw(st.none() | st.just(T0)),
            child=draw(st.booleans()),
            decided_by=draw(st.sampled_from(DecidedBy)),
            decider=draw(st.sampled_from(["", "social worker"])),
            decided_on=draw(st.none() | st.just(date(2026, 11, 1))),
            childs_view=draw(st.sampled_from(["", "Happy."])),
            seen_words=draw(st.booleans()),
            renews=draw(st.none() | st.integers(1, number - 1)) if number > 1 else None,
        )
        one.id = number
        made.append(one)
    return made


@st.composite
def ideas(draw: st.DrawFn) -> StoryIdea:
    """A story in any state, with one word in each of its texts."""
    taken_out = draw(st.none() | st.just(T0))
    typed: dict[str, Any] = dict.fromkeys(("title", "what_happened", "credit", "why_it_matters"), WORD)
    return story(
        **typed,
        status=draw(st.sampled_from(StoryStatus)),
        recognisable=draw(st.sampled_from(Recognisable)),
        taken_out_at=taken_out,
        held_at=draw(st.none() | st.just(T0)),
        officer=draw(st.none() | st.just(OFFICER)),
        about_child=draw(st.booleans()),
        second_look_by=draw(st.none() | st.just(HEAD)),
        photos=["F1"],
    )


@settings(deadline=None)
@given(ideas(), consents())
def test_the_card_shows_words_only_where_everybody_agreed_to_something(idea: StoryIdea, known: list[Consent]) -> None:
    card = story_card.card(idea, known, HOUSE, T0)
    shown = WORD in card.text or WORD in str(card.blocks)
    assert shown is may_be_prepared(idea, known, TODAY)
    if shown and idea.recognisable != Recognisable.NOBODY:
        assert all(uses_covered(one, TODAY) for one in current(known))


@settings(deadline=None)
@given(ideas(), consents())
def test_the_digest_takes_only_what_colleagues_may_be_told(idea: StoryIdea, known: list[Consent]) -> None:
    idea.tell_colleagues_now = True
    chosen = choose([idea], {idea.id: known}, HOUSE, TODAY)
    assert chosen == [] or may_be_told(idea, known, Use.COLLEAGUES, TODAY)


@settings(deadline=None)
@given(ideas(), consents())
def test_nobody_is_told_of_anywhere_whose_own_consent_does_not_cover_it(idea: StoryIdea, known: list[Consent]) -> None:
    for use in Use:
        if idea.held_at is not None:
            assert not may_be_told(idea, known, use, TODAY), "until it is clear"
        if may_be_told(idea, known, use, TODAY) and idea.recognisable != Recognisable.NOBODY:
            assert known
            for one in current(known):
                assert use in one.uses
                assert one.withdrawn_at is None
                assert one.until is None or one.until >= TODAY
                assert one.seen_words or use == Use.COLLEAGUES
                assert not one.child or (one.decider and one.childs_view)


@settings(deadline=None)
@given(ideas(), consents())
def test_what_is_said_about_consents_and_taking_down_holds_no_words_of_the_story(
    idea: StoryIdea, known: list[Consent]
) -> None:
    said = [consent_news.news(what, idea, known) for what in words.NEWS]
    said += [consent_news.reply(theirs, idea) for theirs in words.REPLY]
    down = TakeDown(story_id=7, telling_id=None, owner=OFFICER, asked_at=T0, because="withdrawn", what="the website")
    down.id = 1
    said += [
        take_down.message(sent(step, OFFICER, subject=Subject.TAKE_DOWN), down, None, idea, HOUSE, T0)
        for step in (Step.TAKE_DOWN, Step.TAKE_DOWN_AGAIN, Step.TAKE_DOWN_HEAD)
    ]
    assert [one.text for one in said if WORD in one.text or WORD in str(one.blocks)] == []


@settings(deadline=None)
@given(ideas(), consents())
def test_a_nudge_names_a_story_only_while_its_words_are_there(idea: StoryIdea, known: list[Consent]) -> None:
    """To the comms team alone, who may read all of it; but not once somebody has said no."""
    asked = [story_nudge.message(sent(step, HEAD), idea, known, HOUSE, T0) for step in STORY_FOLLOW_STEPS]
    asked += [nudge.message(sent(step, HEAD), idea, HOUSE, T0) for step in (Step.STORY_ANSWER, Step.STORY_HEAD)]
    if is_kept_quiet(idea):
        assert [one.text for one in asked if WORD in one.text or WORD in str(one.blocks)] == []
