"""A nudge about a question on sharing: somebody waits for our answer. Its words are shown only where nobody is in it."""

from datetime import datetime

from bot.messages.ids import Action
from bot.messages.message import Message, within
from bot.messages.mrkdwn import in_words, inline, moment
from bot.messages.nudge_answers import beside, waiting
from bot.messages.nudge_late import late
from bot.messages.parts import actions, button, context, section
from bot.messages.people import name, you_or
from bot.messages.share_answer import quoted_words
from bot.messages.share_card import answering, because
from bot.messages.wording import sharing as words
from bot.rules.asked_about import AskedAbout
from bot.rules.share_rules import about_someone
from storage.kinds import NudgeState, ShareState, Step
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.share import ShareAsk

MOST_SAID = 1_500

ASK = {
    Step.SHARE_ANSWER: words.ASK_SHARE,
    Step.SHARE_HEAD: words.ASK_SHARE_HEAD,
    Step.CHANGE_NEW: words.ASK_CHANGE,
    Step.CHANGE_AGAIN: words.ASK_CHANGE_AGAIN,
    Step.CHANGE_HEAD: words.ASK_CHANGE_HEAD,
}


def message(nudge: Nudge, ask: ShareAsk, organisation: Organisation, now: datetime) -> Message:
    """The nudge as it stands now: asking, or settled."""
    if nudge.state in (NudgeState.SETTLED, NudgeState.MOOT) or ask.state != ShareState.OPEN:
        return _settled(nudge, ask, organisation)
    zone, due = organisation.calendar.zone, ask.due_at or ask.asked_at
    facts = {"who": name(organisation, ask.asked_by), "reference": ask.reference}
    shown, said = (ASK[Step(nudge.step)].format(**facts, moment=f(due, zone)) for f in (moment, in_words))
    late_shown, late_said = late(nudge, organisation)
    waits_shown, waits_said = waiting(nudge, organisation, now)
    kept_back = about_someone(ask.answers)
    small = [*late_shown, *([words.CARD_PERSON] if kept_back else []), *([because(ask)] if because(ask) else [])]
    opening = button(Action.SHARE_OPEN, words.OPEN, ask.id, ask.reference)
    blocks = [
        section("\n".join([f"*{shown}*", *waits_shown])),
        *([] if kept_back else quoted_words(ask)),
        *([context(*small)] if small else []),
        *actions([*answering(ask), opening, *beside(nudge, AskedAbout(ask), organisation, now)]),
    ]
    spoken = [said, *waits_said, *([] if kept_back else [inline(ask.words, MOST_SAID)]), *late_said]
    spoken += [words.CARD_PERSON] if kept_back else []
    return Message(within(spoken), blocks)


def _settled(nudge: Nudge, ask: ShareAsk, organisation: Organisation) -> Message:
    answered = ask.answered_by is not None and not ask.by_itself
    pattern = words.SETTLED if answered else words.SETTLED_OTHER
    said = pattern.format(reference=ask.reference, who=you_or(organisation, ask.answered_by, nudge.person))
    return Message(said, [section(said)])
