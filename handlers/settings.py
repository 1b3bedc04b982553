"""The settings, for those who look after Close Ties: their pages, their forms, and the beginning where nobody has set anything up."""

import json
from functools import partial
from typing import Any

from bot.desk import settings
from bot.keeping import practice
from bot.messages import first_run, settings_form, settings_page
from bot.messages.ids import Action, View
from bot.messages.settings_form import BOXES, ONE_PERSON, PEOPLE
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.settings_forms import marks, seen_again, shown, touched
from bot.rules.settings_kinds import SettingsForm, SettingsKind, box, people_in, written
from handlers import settings_slack, trouble
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import open_form


def opened(call: Call) -> None:
    """Settings, on App Home."""
    open_form(call, lambda: _page(call, settings_page.FRONT))


def turned(call: Call) -> None:
    """Another page of them, in the place of this one."""
    page = _page(call, call.value)
    call.ack()
    call.later(lambda: call.update(call.view_underneath, page), trouble.unheard)


def _page(call: Call, page: str) -> dict[str, Any]:
    return settings_page.view(page, settings.standing(call.desk, person=call.person))


def ask(call: Call) -> None:
    """Change, Add or Mend: the form."""
    kind, _, key = call.value.partition(":")
    open_form(call, lambda: _asked_form(call, SettingsKind(kind), key))


def _asked_form(call: Call, kind: SettingsKind, key: str) -> dict[str, Any]:
    """The form; where nobody looks after Close Ties any more, the one with which somebody begins to."""
    if settings.nobody_yet(call.desk.refresh()):
        return _first_form(call)
    return _form_view(call, kind, key)


def _form_view(call: Call, kind: SettingsKind, key: str) -> dict[str, Any]:
    if kind == SettingsKind.PERSON and key and key not in call.desk.refresh().people:
        return _new_person_view(call, key)
    organisation, values = settings.form_values(call.desk, kind, key, person=call.person)
    return settings_form.view(kind, key, values, organisation)


def _new_person_view(call: Call, person: str) -> dict[str, Any]:
    """Somebody who has a part here and is not known yet: the form of a new person, with them in it."""
    organisation, new = settings.form_values(call.desk, SettingsKind.PERSON, "", person=call.person)
    values = {**new, "set_person": person}
    return settings_form.view(SettingsKind.PERSON, "", values, organisation, seen=marks(new))


def own(call: Call) -> None:
    """My hours, on App Home: one's own hours, number, and how one is reached."""
    open_form(call, lambda: _form_view(call, SettingsKind.OWN, call.person))


def begin(call: Call) -> None:
    """Nobody has set it up yet: whoever looks after the workspace begins."""
    open_form(call, lambda: _first_form(call))


def _first_form(call: Call) -> dict[str, Any]:
    organisation = call.desk.refresh()
    if not settings.nobody_yet(organisation):
        return _page(call, settings_page.FRONT)
    if not settings_slack.looks_after_workspace(call):
        raise Refused(Reason.NOT_WORKSPACE_ADMIN)
    values = shown(SettingsKind.OFFICE, "", organisation)
    return settings_form.view(SettingsKind.OFFICE, "", values, organisation)


def submitted(call: Call) -> None:
    """A form came back. Somebody else changed the same first: it stays, shows what, and keeps what was typed."""
    form = _typed(call)
    begins = settings.nobody_yet(call.desk.refresh())
    may_begin = begins and settings_slack.looks_after_workspace(call)
    form = _looked_up(call, form, begins=may_begin)
    try:
        key = settings.change(call.desk, form, person=call.person, may_begin=may_begin)
    except FormRefused as refused:
        if all(problem.reason != Reason.CHANGED_MEANWHILE for problem in refused.problems.values()):
            raise
        call.ack(response_action="update", view=_again(call, form))
    else:
        _done(call, form.kind, key)


def _typed(call: Call) -> SettingsForm:
    carried = json.loads(call.metadata)
    fields = settings_form.fields_of(call.view.get("blocks", []))
    typed = {field: _value(call, field) for field in fields}
    return SettingsForm(kind=SettingsKind(carried["kind"]), key=carried["key"], typed=typed, seen=carried["seen"])


def _value(call: Call, field: str) -> str:
    if field in PEOPLE:
        return written(call.people(field))
    if field in BOXES:
        return box(bool(call.ticked(field)))
    return call.typed(field).strip()


def _looked_up(call: Call, form: SettingsForm, *, begins: bool) -> SettingsForm:
    """The form with what Slack says of whom and what was chosen in it. Raises FormRefused."""
    changed = touched(form)
    settings_slack.check_channels(
        call, {field: form.typed[field] for field in settings_slack.CHANNELS if field in changed and form.typed[field]}
    )
    known = call.desk.organisation.people
    chosen = {
        field: [person for person in people_in(form.typed[field]) if person not in known]
        for field in sorted((PEOPLE | ONE_PERSON) & changed)
    }
    if (begins or form.kind == SettingsKind.OWN) and call.person not in known:
        chosen[call.first_field()] = [call.person]
    names = settings_slack.names_of(call, chosen)
    return SettingsForm(kind=form.kind, key=form.key, typed=form.typed, seen=form.seen, names=names)


def _again(call: Call, form: SettingsForm) -> dict[str, Any]:
    organisation, now = settings.form_values(call.desk, form.kind, form.key, person=call.person)
    values = {field: form.typed.get(field, value) for field, value in now.items()}
    return settings_form.view(form.kind, form.key, values, organisation, now=now, seen=seen_again(form, now))


def practise(call: Call) -> None:
    """A practice enquiry: the form that everyone uses, filled in."""
    open_form(call, lambda: first_run.practice(call.person, settings.standing(call.desk, person=call.person)))


def finished(call: Call) -> None:
    """We are done: the practice is erased, and the first steps go from App Home."""
    practice.erase(call.desk, person=call.person)
    settings.finish(call.desk, person=call.person)
    call.ack()


def removed(call: Call) -> None:
    """Take out, pressed in the form: the list it stood in takes the form's place."""
    kind, _, key = call.value.partition(":")
    settings.remove(call.desk, SettingsKind(kind), key, person=call.person)
    call.ack()
    page = _page(call, settings_page.PAGE_OF[SettingsKind(kind)])
    for view_id in dict.fromkeys((call.view_underneath, str(call.view.get("id", "")))):
        call.later(partial(call.update, view_id, page), trouble.unheard)


def _done(call: Call, kind: SettingsKind, key: str) -> None:
    """Saved: the page underneath shows it, where there is one."""
    call.ack()
    under = call.view_underneath
    if under:
        page = settings_page.page_of(kind, key, call.desk.organisation)
        call.later(lambda: call.update(under, _page(call, page)), trouble.unheard)


ROUTES = [
    Route(Kind.ACTION, Action.SETTINGS, opened),
    Route(Kind.ACTION, Action.SETTINGS_LIST, turned),
    Route(Kind.ACTION, Action.SETTINGS_EDIT, ask),
    Route(Kind.ACTION, Action.SETTINGS_REMOVE, removed),
    Route(Kind.ACTION, Action.SETTINGS_OWN, own),
    Route(Kind.ACTION, Action.SETTINGS_PRACTISE, practise),
    Route(Kind.ACTION, Action.SETTINGS_FINISH, finished),
    Route(Kind.ACTION, Action.SETTINGS_BEGIN, begin),
    Route(Kind.SUBMISSION, View.SETTINGS_FORM, submitted),
]
