"""Why a story may not be told here, and what would make it possible: said to the press officer who is about to tell it."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.rules.consent import current, is_run_out, missing
from bot.rules.jigsaw import waits_for_second_look
from bot.rules.reasons import Reason, Refused
from bot.rules.sharing import is_over, may_be_told
from storage.kinds import Recognisable, Use
from storage.story import Consent, StoryIdea
from storage.story_around import StoryQuestion
from storage.story_brief import Beside


def why_not(
    story: StoryIdea, consents: Sequence[Consent], questions: Sequence[StoryQuestion], use: Use, today: date
) -> Refused | None:
    """None where it may be told for this use today."""
    if not may_be_told(story, consents, use, today):
        return _what_lacks(story, consents, use, today)
    if use == Use.PRESS and not is_fresh(story, consents, questions):
        return Refused(Reason.TELL_NOT_FRESH)
    return None


def _what_lacks(story: StoryIdea, consents: Sequence[Consent], use: Use, today: date) -> Refused:
    """The most precise reason. What people have not agreed to comes before what colleagues have not done yet."""
    if is_over(story):
        return Refused(Reason.STORY_OVER)
    if story.held_at is not None:
        return Refused(Reason.TELL_HELD)
    if story.recognisable != Recognisable.NOBODY:
        now = current(consents)
        if story.recognisable == Recognisable.NOT_ASKED or not now:
            return Refused(Reason.TELL_NOT_ASKED)
        if any(one.withdrawn_at is not None for one in now):
            return Refused(Reason.TELL_WITHDRAWN)
        if any(is_run_out(one, today) for one in now):
            return Refused(Reason.TELL_RUN_OUT)
        if any(use not in one.uses for one in now):
            return Refused(Reason.TELL_NOT_FOR_THIS, use=use)
        if any(missing(one) for one in now):
            return Refused(Reason.TELL_CONSENT_LACKS)
        if use != Use.COLLEAGUES and not all(one.seen_words for one in now):
            return Refused(Reason.TELL_NOT_SEEN)
    if waits_for_second_look(story, consents):
        return Refused(Reason.TELL_LOOK_FIRST)
    return Refused(Reason.TELL_NOT_ASKED)


def asked_afresh(questions: Sequence[StoryQuestion]) -> datetime | None:
    """When the people in it were last to be asked anew, for use beside a headline."""
    return max((one.asked_at for one in questions if one.fresh), default=None)


def is_fresh(story: StoryIdea, consents: Sequence[Consent], questions: Sequence[StoryQuestion]) -> bool:
    """Nobody was to be asked anew, or everybody who can be recognised has agreed since."""
    since = asked_afresh(questions)
    if since is None or story.recognisable == Recognisable.NOBODY:
        return True
    return all(one.recorded_at > since for one in current(consents))


def how_it_stands(
    story: StoryIdea, consents: Sequence[Consent], questions: Sequence[StoryQuestion], enquiry_id: int
) -> Beside:
    """Whether it may stand beside this enquiry's headline: everyone has been asked anew for it, or nobody can be recognised."""
    if story.recognisable == Recognisable.NOBODY:
        return Beside(story, ready=True)
    asked_here = any(one.fresh and one.beside == enquiry_id for one in questions)
    fresh = is_fresh(story, consents, questions)
    return Beside(story, asked=not fresh, ready=asked_here and fresh)
