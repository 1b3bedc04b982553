"""The answer to a question about sharing: yes, yes with changes, not yet; to an idea for the organisation; or none in time."""

from bot.desk import telling
from bot.desk.share_telling import deliver_again, news
from bot.desk.shares import the_ask
from bot.desk.work import Desk, Work, verb
from bot.rules.deeds import Deed
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from bot.rules.share_form import AnswerForm, check_answer
from bot.rules.share_rules import UNASKED
from bot.rules.share_times import decide_share, share_asked, turns_green
from storage.kinds import Light, ShareState, Subject
from storage.share import ShareAsk, asks_overdue, get_share

BOT = "close-ties"


@verb
def yes(work: Work, share_id: int, *, person: str) -> ShareAsk:
    """Yes, go ahead. Raises Refused where somebody is in it who has not agreed."""
    asked = _to_answer(work, share_id, person)
    if UNASKED & set(asked.rules):
        raise Refused(Reason.SHARE_NOT_AGREED)
    if asked.state == ShareState.OPEN:
        _answered(work, asked, person, Light.GREEN, AnswerForm(""))
    return asked


@verb
def yes_with_changes(work: Work, share_id: int, form: AnswerForm, *, person: str) -> ShareAsk:
    """Yes, once this is changed. Raises FormRefused, Refused."""
    form = check_answer(form, needs_possible=False)
    return _in_words(work, share_id, person, Light.GREEN, form)


@verb
def not_yet(work: Work, share_id: int, form: AnswerForm, *, person: str) -> ShareAsk:
    """Not yet: why, and what would make it possible. Raises FormRefused, Refused."""
    form = check_answer(form, needs_possible=True)
    return _in_words(work, share_id, person, Light.RED, form)


@verb
def reply(work: Work, share_id: int, form: AnswerForm, *, person: str) -> ShareAsk:
    """The answer to an idea for the organisation. Raises FormRefused, Refused."""
    form = check_answer(form, needs_possible=False)
    return _in_words(work, share_id, person, Light.AMBER, form)


def _in_words(work: Work, share_id: int, person: str, light: Light, form: AnswerForm) -> ShareAsk:
    asked = _to_answer(work, share_id, person, words=form)
    if asked.state == ShareState.OPEN:
        _answered(work, asked, person, light, form)
    return asked


def _to_answer(work: Work, share_id: int, person: str, words: AnswerForm | None = None) -> ShareAsk:
    """The question, locked. The same answer by the same person again is no second answer. Raises Refused."""
    asked = the_ask(work, share_id, Deed.ANSWER_SHARE, person)
    said = words or AnswerForm("")
    again = asked.answered_by == person and (asked.answer, asked.possible) == (said.answer, said.possible)
    if not again:
        check_open(asked, person)
    return asked


def check_open(asked: ShareAsk, person: str) -> None:
    """Pass, or raise Refused: it is one's own, was taken back, or has its answer."""
    if person == asked.asked_by:
        raise Refused(Reason.SHARE_YOUR_OWN)
    if asked.state == ShareState.TAKEN_BACK:
        raise Refused(Reason.SHARE_TAKEN_BACK)
    if asked.state != ShareState.OPEN:
        raise Refused(Reason.SHARE_ANSWERED, by=asked.answered_by)


def _answered(work: Work, asked: ShareAsk, person: str, light: Light, form: AnswerForm) -> None:
    asked.state, asked.light = ShareState.ANSWERED, light
    asked.answer, asked.possible = form.answer, form.possible
    asked.answered_by, asked.answered_at, asked.version = person, work.now, asked.version + 1
    telling.close_requests(work, Subject.SHARE, asked.id, None, person, Deed.ANSWER_SHARE.value)
    work.audit(person, Deed.ANSWER_SHARE.value, Subject.SHARE, asked.id, {"light": str(light)})
    deliver_again(work, asked)
    news(work, asked, "answered")


def to_answer(desk: Desk, share_id: int, *, person: str) -> ShareAsk:
    """A question for the form of an answer, checked as the answer itself will be. Raises Refused."""
    with desk.database.read() as session:
        asked = get_share(session, share_id)
        if asked is None:
            raise Refused(Reason.NOT_FOUND)
        check(Deed.ANSWER_SHARE, person, desk.organisation, asked)
        if asked.emptied_at is not None:
            raise Refused(Reason.SHARE_EMPTIED)
        check_open(asked, person)
        return asked


# -- nobody has answered in time


def tick(desk: Desk) -> int:
    """What is overdue and has nobody in it is a yes, where the organisation chose so. How many there were."""
    if not desk.organisation.share_turns_green:
        return 0
    with desk.database.read() as session:
        late = asks_overdue(session, desk.clock.now())
    return sum(turned_green(desk, share_id) for share_id in late)


@verb
def turned_green(work: Work, share_id: int) -> bool:
    """We are late, nobody is in it: it is a yes, and both sides hear so."""
    asked = get_share(work.session, share_id, lock=True)
    if asked is None or asked.due_at is None or asked.due_at > work.now or not turns_green(asked, work.organisation):
        return False
    asked.state, asked.light, asked.by_itself = ShareState.ANSWERED, Light.GREEN, True
    asked.answered_by, asked.answered_at, asked.version = BOT, work.now, asked.version + 1
    telling.close_requests(work, Subject.SHARE, asked.id, None, BOT, "turned_green")
    work.audit(BOT, "turned_green", Subject.SHARE, asked.id)
    deliver_again(work, asked)
    news(work, asked, "answered")
    return True


# -- for the tick of nudges


def find(work: Work, share_id: int) -> ShareAsk | None:
    """A question, locked."""
    return get_share(work.session, share_id, lock=True)


decide, recipient = decide_share, share_asked
