"""To whoever asked a story's authors something: nobody has answered, and what can be done. The authors are not chased."""

from datetime import datetime

from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import in_words, inline, moment
from bot.messages.nudge_answers import beside, waiting
from bot.messages.nudge_late import late
from bot.messages.parts import Element, actions, button, context, quoted, section
from bot.messages.people import name, working_days
from bot.messages.wording import story_answers as words
from bot.messages.wording.story_follow import OVER
from bot.rules.asked_about import AskedAbout
from bot.rules.sharing import is_kept_quiet
from bot.rules.story_questions import ASKED_LONG_AGO, may_be_asked_again
from storage.kinds import NudgeState
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.story import StoryIdea
from storage.story_around import StoryQuestion

MOST_SAID = 500


def message(
    nudge: Nudge, question: StoryQuestion, story: StoryIdea, organisation: Organisation, now: datetime
) -> Message:
    """The nudge as it stands now: asking, or settled."""
    if nudge.state in (NudgeState.SETTLED, NudgeState.MOOT):
        return _settled(nudge, story, organisation)
    ask = _ask(nudge, question, story, organisation)
    waits_shown, waits_said = waiting(nudge, organisation, now)
    late_shown, late_said = late(nudge, organisation)
    asked = "" if question.fresh or is_kept_quiet(story) else question.question
    blocks = [
        section("\n".join([f"*{ask}*", *waits_shown])),
        *([quoted(asked, 1_500)] if asked else []),
        context(*late_shown, words.UNANSWERED_WHY),
        *actions([*_answers(question, story), *beside(nudge, AskedAbout(story), organisation, now)]),
    ]
    spoken = [ask, *([inline(asked, MOST_SAID)] if asked else []), *waits_said, *late_said, words.UNANSWERED_WHY]
    return Message(" ".join(spoken), blocks)


def _ask(nudge: Nudge, question: StoryQuestion, story: StoryIdea, organisation: Organisation) -> str:
    facts = {
        "reference": story.reference,
        "days": working_days(ASKED_LONG_AGO),
        "officer": name(organisation, question.asked_by),
    }
    if question.fresh:
        return words.UNANSWERED_FRESH.format(**facts)
    if nudge.person != question.asked_by:
        return words.UNANSWERED_OTHER.format(**facts)
    return (words.UNANSWERED if may_be_asked_again(question) else words.UNANSWERED_TWICE).format(**facts)


def _answers(question: StoryQuestion, story: StoryIdea) -> list[Element]:
    about, once_more = story.reference, []
    if may_be_asked_again(question):
        once_more = [button(Action.STORY_ONCE_MORE, words.ONCE_MORE, question.id, about)]
    go_on = button(Action.STORY_GO_ON, words.LEAVE_IT if question.fresh else words.GO_ON, question.id, about)
    return [*once_more, go_on, button(Action.STORY_OPEN, words.OPEN, story.id, about)]


def _settled(nudge: Nudge, story: StoryIdea, organisation: Organisation) -> Message:
    pattern = words.UNANSWERED_SETTLED.get(nudge.settled_how, OVER)
    at, zone = nudge.settled_at or nudge.due_at, organisation.calendar.zone
    said, shown = (pattern.format(reference=story.reference, moment=when(at, zone)) for when in (in_words, moment))
    return Message(said, [section(shown)])
