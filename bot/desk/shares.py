"""Can I share this? The verbs of whoever asks: asked, taken back, shared. The plain answer is given in the same moment.

What is owed an answer by a person is the press office's (or an idea's owner's) until they give it: see `bot.desk.share_answers`.
"""

from bot.desk import telling
from bot.desk.enquiries import fingerprint, home_area
from bot.desk.planning import next_round, plan
from bot.desk.share_telling import deliver_again, news, show_card
from bot.desk.work import Desk, Work, verb
from bot.rules.deeds import Deed
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from bot.rules.share_form import SharedForm, ShareForm, check_share, check_shared
from bot.rules.share_owners import owner_of
from bot.rules.share_rules import Question, decide
from bot.rules.share_times import answer_due, plan_share
from storage.insert import insert_once
from storage.kinds import Light, ShareKind, ShareState, Subject, Use
from storage.share import JointItem, ShareAsk, asks_of, get_share, items_of, share_by_form


@verb
def ask(work: Work, form: ShareForm, *, form_id: str, person: str) -> ShareAsk:
    """Keep what was asked, once for each form, and answer it as far as the rules do. Raises FormRefused.

    The same form with changed words is asked anew, until somebody has answered it.
    """
    form = check_share(form)
    asked = ShareAsk(form_id=form_id, kind=form.share_kind, asked_by=person, asked_at=work.now, words="")
    _say(work, asked, form)
    if not insert_once(work.session, asked, ShareAsk.form_id):
        return _again(work, form, form_id=form_id, person=person)
    _decided(work, asked)
    return asked


def _again(work: Work, form: ShareForm, *, form_id: str, person: str) -> ShareAsk:
    asked = share_by_form(work.session, form_id, lock=True)
    if asked is None or asked.asked_by != person:
        raise Refused(Reason.NOT_YOURS)
    if asked.form_digest == fingerprint(form):
        return asked
    _check_goes_on(asked)
    telling.close_requests(work, Subject.SHARE, asked.id, None, person, Deed.ASK_SHARE.value)
    asked.version += 1
    _say(work, asked, form)
    _decided(work, asked)
    return asked


def _say(work: Work, asked: ShareAsk, form: ShareForm) -> None:
    """It is what the form says now, with the light of the rules as they are."""
    asked.kind, asked.words, asked.place = form.share_kind, form.words, form.place
    asked.service_area = form.service_area
    if not asked.service_area and asked.kind != ShareKind.CHANGE:
        asked.service_area = home_area(work, asked.asked_by)
    asked.answers, asked.source_link = dict(form.answers), form.source_link
    answers = {Question(one): so for one, so in form.answers.items()}
    verdict = decide(asked.kind, answers, work.organisation.share_rules)
    asked.light, asked.rules = verdict.light, list(verdict.rules)
    is_owed = verdict.light == Light.AMBER
    asked.state = ShareState.OPEN if is_owed else ShareState.ANSWERED
    asked.answered_at = None if is_owed else work.now
    asked.due_at = answer_due(asked.kind, work.organisation, work.now) if is_owed else None
    asked.owner = owner_of(asked.kind, asked.service_area, asked.asked_by, work.organisation) if is_owed else None
    asked.form_digest = fingerprint(form)


def _decided(work: Work, asked: ShareAsk) -> None:
    """It is written down; whoever asked hears at once, and whoever owes an answer is asked for it."""
    facts: dict[str, object] = {"kind": str(asked.kind), "light": str(asked.light), "rules": list(asked.rules)}
    work.audit(asked.asked_by, Deed.ASK_SHARE.value, Subject.SHARE, asked.id, facts)
    news(work, asked, "asked")
    show_card(work, asked)
    round_ = next_round(work, Subject.SHARE, asked.id)
    plan(work, Subject.SHARE, asked.id, plan_share(asked, work.organisation, work.now, round_))


def the_ask(work: Work, share_id: int, deed: Deed, person: str) -> ShareAsk:
    """A question, locked, for a deed of this person. Raises Refused."""
    asked = get_share(work.session, share_id, lock=True)
    if asked is None:
        raise Refused(Reason.NOT_FOUND)
    check(deed, person, work.organisation, asked)
    if asked.emptied_at is not None:
        raise Refused(Reason.SHARE_EMPTIED)
    return asked


def _check_goes_on(asked: ShareAsk) -> None:
    """Pass, or raise Refused: somebody has answered it, it was shared, or taken back."""
    if asked.state == ShareState.TAKEN_BACK:
        raise Refused(Reason.SHARE_TAKEN_BACK)
    if asked.state == ShareState.TOLD or asked.answered_by is not None:
        raise Refused(Reason.SHARE_ANSWERED, by=asked.answered_by or asked.asked_by)


@verb
def take_back(work: Work, share_id: int, *, person: str) -> ShareAsk:
    """Whoever asked needs no answer any more."""
    asked = the_ask(work, share_id, Deed.TAKE_BACK_SHARE, person)
    if asked.state == ShareState.TAKEN_BACK:
        return asked
    if asked.state != ShareState.OPEN:
        raise Refused(Reason.SHARE_ANSWERED, by=asked.answered_by)
    asked.state, asked.version = ShareState.TAKEN_BACK, asked.version + 1
    telling.close_requests(work, Subject.SHARE, asked.id, None, person, Deed.TAKE_BACK_SHARE.value)
    work.audit(person, Deed.TAKE_BACK_SHARE.value, Subject.SHARE, asked.id)
    deliver_again(work, asked)
    return asked


@verb
def shared(work: Work, share_id: int, form: SharedForm, *, person: str) -> ShareAsk:
    """It is out: where, with a link if there is one. Raises FormRefused, Refused where nobody has said yes."""
    form = check_shared(form)
    asked = the_ask(work, share_id, Deed.MARK_SHARED, person)
    check_green(asked)
    said = (form.place, form.link, form.told_as)
    if asked.state == ShareState.TOLD and (asked.place, asked.link, asked.told_as) == said:
        return asked
    asked.state, asked.told_at, asked.version = ShareState.TOLD, asked.told_at or work.now, asked.version + 1
    asked.place, asked.link, asked.told_as = form.place, form.link, Use(form.told_as)
    work.audit(person, Deed.MARK_SHARED.value, Subject.SHARE, asked.id)
    deliver_again(work, asked)
    news(work, asked, "told")
    return asked


def check_green(asked: ShareAsk) -> None:
    """Pass, or raise Refused: nobody, and no rule, has said yes to it."""
    if asked.light != Light.GREEN or asked.state not in (ShareState.ANSWERED, ShareState.TOLD):
        raise Refused(Reason.SHARE_NOT_GREEN)


def opened(desk: Desk, share_id: int, *, person: str, deed: Deed = Deed.READ_SHARE) -> ShareAsk:
    """A question for its page, or for the form of a deed. Raises Refused."""
    with desk.database.read() as session:
        asked = get_share(session, share_id)
        if asked is None:
            raise Refused(Reason.NOT_FOUND)
        check(deed, person, desk.organisation, asked)
        if asked.emptied_at is not None:
            raise Refused(Reason.SHARE_EMPTIED)
        return asked


def own(desk: Desk, *, person: str) -> list[ShareAsk]:
    """What this person asked, the latest first."""
    with desk.database.read() as session:
        return asks_of(session, person)


def own_rules(desk: Desk, *, person: str) -> list[JointItem]:
    """The rules that got in this person's way, the latest first."""
    with desk.database.read() as session:
        return items_of(session, person)
