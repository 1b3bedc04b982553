"""For me now: what waits for someone, each with the button that begins it. No word of an enquiry stands here, only its reference."""

from collections.abc import Iterator
from datetime import datetime

from bot.messages.ids import Action
from bot.messages.mrkdwn import countdown, moment
from bot.messages.parts import Block, Element, button, context, divider, header, section
from bot.messages.wording import finding, sharing, story_answers
from bot.rules.promise import promised_by
from storage.enquiry import Enquiry
from storage.finding import Waiting
from storage.home import Home
from storage.kinds import Status
from storage.organisation import Organisation
from storage.share import ShareAsk
from storage.story import StoryIdea

MOST = 12
"""Each takes one block, of the hundred that a home page may have."""

_CAN_WAIT = {Status.AWAITING_SIGN_OFF: 1, Status.RESPONDED: 2}


def blocks(home: Home, organisation: Organisation, now: datetime) -> list[Block]:
    """What waits, the most pressing kind first. Someone of whom nothing is ever asked is not told that nothing waits."""
    items = [
        *_asked(home.waiting, organisation, now),
        *_held(home.waiting, organisation, now),
        *_good_news(home, organisation, now),
    ]
    if not items and not home.has_role:
        return []
    shown = items[:MOST] or [section(finding.NOTHING_FOR_ME)]
    over = [context(finding.FOR_ME_MORE.format(count=len(items) - MOST))] if len(items) > MOST else []
    return [divider(), header(finding.FOR_ME), *shown, *over]


def _asked(waiting: Waiting, organisation: Organisation, now: datetime) -> Iterator[Block]:
    """What others wait for: sign-offs, the lead's word, fact checks, and things to do for people."""

    def item(words: str, about: Enquiry, due: datetime | None, opening: Element) -> Block:
        return _item(words, about, due, opening, organisation, now)

    for sign_off, enquiry in waiting.sign_offs:
        words = finding.SIGN_OFF.get(sign_off.part, finding.SIGN_OFF_OTHER)
        yield item(words, enquiry, sign_off.due_at, _open(Action.SIGN_OFF_OPEN, sign_off.id, enquiry))
    for nudge, enquiry in waiting.nudges:
        have_it = button(Action.NUDGE_ACKNOWLEDGE, finding.HAVE_IT, nudge.id, enquiry.reference, "primary")
        yield item(finding.AS_LEAD, enquiry, enquiry.deadline, have_it)
    for fact_check, enquiry in waiting.fact_checks:
        yield item(finding.FACT_CHECK, enquiry, fact_check.due_at, _open(Action.FACTS_OPEN, fact_check.id, enquiry))
    for task, enquiry in waiting.tasks:
        words = finding.TASK_OTHER if enquiry.restricted else finding.TASK.get(task.kind, finding.TASK_OTHER)
        yield item(words, enquiry, task.due_at, _open(Action.ENQUIRY_OPEN, enquiry.id, enquiry))


def _held(waiting: Waiting, organisation: Organisation, now: datetime) -> Iterator[Block]:
    """The enquiries that someone deals with, with the next step; those that wait for others come last, and then those answered."""
    for enquiry in sorted(waiting.held, key=lambda one: _CAN_WAIT.get(one.status, 0)):
        opening = _open(Action.ENQUIRY_OPEN, enquiry.id, enquiry)
        if enquiry.status == Status.RESPONDED:
            step = finding.NEXT[enquiry.status].format(reference=enquiry.reference)
            yield section(f"*{step}*\n{finding.NO_HURRY}", opening)
        else:
            yield _item(finding.NEXT[enquiry.status], enquiry, enquiry.deadline, opening, organisation, now)


def _good_news(home: Home, organisation: Organisation, now: datetime) -> Iterator[Block]:
    """Questions to whoever wrote a story; what others asked about sharing; for the press office, ideas. It waits for what is pressing."""
    for question, story in home.questions:
        answering = button(Action.STORY_ANSWER, story_answers.ANSWER, question.id, story.reference)
        yield section(f"*{finding.STORY_ASKED.format(reference=story.reference)}*", answering)
    for ask in home.owed:
        opening = button(Action.SHARE_OPEN, finding.OPEN, ask.id, ask.reference)
        yield _item(sharing.HOME_OWED[ask.kind], ask, ask.due_at, opening, organisation, now)
    for story in home.unanswered:
        opening = button(Action.STORY_OPEN, finding.OPEN, story.id, story.reference)
        due = promised_by(story.sent_in_at, organisation)
        yield _item(finding.STORY_WAITS, story, due, opening, organisation, now)


def _open(action: Action, value: int, enquiry: Enquiry) -> Element:
    return button(action, finding.OPEN, value, enquiry.reference)


def _item(
    words: str,
    about: Enquiry | StoryIdea | ShareAsk,
    due: datetime | None,
    opening: Element,
    organisation: Organisation,
    now: datetime,
) -> Block:
    by = finding.NO_TIME
    if due is not None:
        by = finding.BY.format(moment=moment(due, organisation.calendar.zone), left=countdown(due, now))
    return section(f"*{words.format(reference=about.reference)}*\n{by}", opening)
