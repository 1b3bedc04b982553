"""The rules of sharing: which light each has here, and what becomes of one that got in someone's way."""

from collections.abc import Mapping
from dataclasses import replace

from bot.desk import telling
from bot.desk.planning import plan
from bot.desk.share_telling import joint_news
from bot.desk.work import Desk, Work, verb
from bot.rules.deeds import Deed
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from bot.rules.share_form import RuleForm, check_lights, check_rule
from bot.rules.share_times import joint_due, plan_joint
from bot.rules.working_forms import check_words
from storage.insert import insert_once
from storage.kinds import Subject
from storage.organisation import Organisation, organisation_alone, save_organisation
from storage.share import JointItem, get_joint_item, get_share, item_by_form


def to_set(desk: Desk, *, person: str) -> Organisation:
    """The organisation as it is now, for the form that sets the lights. Raises Refused."""
    organisation = desk.refresh()
    check(Deed.SET_SHARE_RULES, person, organisation)
    return organisation


def set_lights(desk: Desk, lights: Mapping[str, str], *, person: str) -> None:
    """Set each rule's light, within its bounds. Raises FormRefused, Refused."""
    _set(desk, lights, person)
    desk.refresh()


@verb
def _set(work: Work, lights: Mapping[str, str], person: str) -> None:
    organisation = organisation_alone(work.session) or work.organisation
    check(Deed.SET_SHARE_RULES, person, organisation)
    changed = check_lights(lights)
    if changed != organisation.share_rules:
        save_organisation(work.session, replace(organisation, share_rules=changed))
        details: dict[str, object] = {"from": dict(organisation.share_rules), "to": changed}
        work.audit(person, Deed.SET_SHARE_RULES.value, Subject.ORGANISATION, 1, details)


# -- a rule got in the way


@verb
def raise_rule(work: Work, form: RuleForm, *, share_id: int, form_id: str, person: str) -> JointItem:
    """Give it to the joint group, once for each form. Raises FormRefused, Refused."""
    form = check_rule(form)
    check(Deed.RAISE_RULE, person, work.organisation)
    asked = get_share(work.session, share_id) if share_id else None
    item = JointItem(
        form_id=form_id,
        rule=form.rule,
        words=form.words,
        raised_by=person,
        raised_at=work.now,
        due_at=joint_due(work.organisation, work.now),
        share_id=asked.id if asked and asked.asked_by == person else None,
    )
    if not insert_once(work.session, item, JointItem.form_id):
        return _known(work, form_id, person)
    work.audit(person, Deed.RAISE_RULE.value, Subject.JOINT, item.id, {"rule": form.rule})
    joint_news(work, item, "raised")
    plan(work, Subject.JOINT, item.id, plan_joint(item, work.organisation, work.now))
    return item


def _known(work: Work, form_id: str, person: str) -> JointItem:
    item = item_by_form(work.session, form_id)
    if item is None or item.raised_by != person:
        raise Refused(Reason.NOT_YOURS)
    return item


@verb
def answer_rule(work: Work, item_id: int, words: str, *, person: str) -> JointItem:
    """One of the joint group answers for it; whoever raised it hears. Raises FormRefused, Refused."""
    said = check_words("rule_answer", words)
    item = find(work, item_id)
    if item is None:
        raise Refused(Reason.NOT_FOUND)
    check(Deed.ANSWER_RULE, person, work.organisation, item)
    if item.answered_by == person and item.answer == said:
        return item
    _check_unanswered(item)
    item.answer, item.answered_by, item.answered_at = said, person, work.now
    telling.close_requests(work, Subject.JOINT, item.id, None, person, Deed.ANSWER_RULE.value)
    work.audit(person, Deed.ANSWER_RULE.value, Subject.JOINT, item.id)
    work.session.flush()
    telling.show_again(work, Subject.JOINT, item.id)
    joint_news(work, item, "answered")
    return item


def opened(desk: Desk, item_id: int, *, person: str, deed: Deed = Deed.READ_RULE) -> JointItem:
    """An item for its page, or for the form of a deed. Raises Refused."""
    with desk.database.read() as session:
        item = get_joint_item(session, item_id)
        if item is None:
            raise Refused(Reason.NOT_FOUND)
        check(deed, person, desk.organisation, item)
        _check_not_emptied(item)
        return item


def to_answer(desk: Desk, item_id: int, *, person: str) -> JointItem:
    """An item for the form that answers it. Raises Refused."""
    item = opened(desk, item_id, person=person, deed=Deed.ANSWER_RULE)
    _check_unanswered(item)
    return item


def _check_not_emptied(item: JointItem) -> None:
    if item.emptied_at is not None:
        raise Refused(Reason.SHARE_EMPTIED)


def _check_unanswered(item: JointItem) -> None:
    _check_not_emptied(item)
    if item.answered_at is not None:
        raise Refused(Reason.RULE_ANSWERED, by=item.answered_by)


def find(work: Work, item_id: int) -> JointItem | None:
    """An item, locked."""
    return get_joint_item(work.session, item_id, lock=True)
