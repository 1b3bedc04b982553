"""What somebody asked about sharing, in their App Home: how each stands, and the answer where there is one."""

from collections.abc import Sequence

from bot.messages.mrkdwn import inline
from bot.messages.parts import Block, context, divider, header, section
from bot.messages.people import name
from bot.messages.share_page import asked_line
from bot.messages.wording import sharing as words
from bot.rules.share_rules import about_someone
from storage.kinds import ShareState
from storage.organisation import Organisation
from storage.share import ShareAsk

MOST = 4
MOST_WORDS = 100
MOST_ANSWER = 200
"""Of a question and its answer so much, in letters: Open has the rest."""


def blocks(asked: Sequence[ShareAsk], organisation: Organisation) -> list[Block]:
    """Nothing for those of whom nothing waits and nothing was answered lately."""
    if not asked:
        return []
    over = [context(words.HOME_MORE)] if len(asked) > MOST else []
    return [divider(), header(words.HOME_ASKED), *(_one(one, organisation) for one in asked[:MOST]), *over]


def _one(ask: ShareAsk, organisation: Organisation) -> Block:
    line = asked_line(ask, organisation)
    return section("\n".join([line.shown, *_words(ask), *_answer(ask, organisation)]), line.opening)


def _words(ask: ShareAsk) -> list[str]:
    """How it begins, so that one is told from another; not where somebody is in it."""
    return [] if about_someone(ask.answers) else [words.HOME_WORDS.format(words=inline(ask.words, MOST_WORDS))]


def _answer(ask: ShareAsk, organisation: Organisation) -> list[str]:
    if ask.state != ShareState.ANSWERED:
        return []
    if ask.by_itself:
        return [words.HOME_BY_ITSELF]
    who = name(organisation, ask.answered_by)
    if not ask.answer:
        return [words.HOME_ANSWERED.format(who=who)]
    return [words.HOME_ANSWER.format(who=who, answer=inline(ask.answer, MOST_ANSWER))]
