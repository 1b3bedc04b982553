"""Setting up in Slack: the organisation's own settings, changed one small form at a time, each change in the trail with what it was.

Where nobody has set anything up yet, someone who looks after the Slack workspace begins, and is the first administrator.
"""

from dataclasses import replace

from bot.desk import telling
from bot.desk.work import Desk, Work, verb
from bot.rules.deeds import Deed
from bot.rules.permissions import allowed
from bot.rules.reasons import Reason, Refused
from bot.rules.rota import has_a_part
from bot.rules.settings_forms import changed, shown
from bot.rules.settings_kinds import SettingsForm, SettingsKind
from bot.rules.settings_people import without_area, without_person
from storage.enquiry import open_enquiries
from storage.kinds import Role, Subject
from storage.organisation import Organisation, Person, organisation_alone, save_organisation

FIRST_ADMINISTRATOR = "first_administrator"
REMOVED = "settings_removed"
NOTHING_YET = Organisation(name="")


def check_may(organisation: Organisation, person: str, kind: SettingsKind | None = None, key: str = "") -> None:
    """Raises Refused with the name of someone who may. Their own hours and number everyone may set who is asked things here."""
    own = kind == SettingsKind.OWN and key == person and has_a_part(organisation, person)
    if not own and not allowed(Deed.SET_UP, person, organisation):
        raise Refused(Reason.NOT_ADMINISTRATOR, by=next(iter(organisation.holders(Role.ADMINISTRATOR)), ""))


def standing(desk: Desk, *, person: str) -> Organisation:
    """The organisation as it is now, for the settings' pages. Raises Refused."""
    organisation = desk.refresh()
    check_may(organisation, person)
    return organisation


def form_values(desk: Desk, kind: SettingsKind, key: str, *, person: str) -> tuple[Organisation, dict[str, str]]:
    """The organisation, and what stands in a form. Raises Refused."""
    organisation = desk.refresh()
    check_may(organisation, person, kind, key)
    return organisation, shown(kind, key, organisation)


def nobody_yet(organisation: Organisation) -> bool:
    """Whether nobody looks after Close Ties yet, so that someone may begin."""
    return not organisation.holders(Role.ADMINISTRATOR)


def change(desk: Desk, form: SettingsForm, *, person: str, may_begin: bool = False) -> str:
    """Keep a form; the key of what it is about. `may_begin`: Slack says that this person looks after the workspace.

    Raises Refused and FormRefused; what somebody else changed meanwhile is CHANGED_MEANWHILE at its field.
    """
    key = _change(desk, form, person, may_begin)
    _show(desk, person)
    return key


def remove(desk: Desk, kind: SettingsKind, key: str, *, person: str) -> None:
    """Take a service area or a person out. Raises Refused while someone counts on them."""
    _remove(desk, kind, key, person)
    _show(desk, person)


def finish(desk: Desk, *, person: str) -> None:
    """The first steps are over; what they set stays in the settings."""
    _finish(desk, person)
    _show(desk, person)


def _show(desk: Desk, person: str) -> None:
    desk.refresh()
    show_home(desk, person)


@verb
def show_home(work: Work, person: str) -> None:
    """App Home shows what was changed."""
    telling.show_home(work, person, urgent=True)


@verb
def _change(work: Work, form: SettingsForm, person: str, may_begin: bool) -> str:
    before = organisation_alone(work.session)
    organisation = _with_administrator(work, before or NOTHING_YET, person, form, may_begin)
    check_may(organisation, person, form.kind, form.key)
    done = changed(form, organisation)
    if done.changes or organisation is not before:
        save_organisation(work.session, done.organisation)
        work.audit(person, Deed.SET_UP, Subject.ORGANISATION, 1, {"changes": dict(done.changes)})
    return done.key


def _with_administrator(
    work: Work, organisation: Organisation, person: str, form: SettingsForm, may_begin: bool
) -> Organisation:
    """Nobody looks after it yet: whoever begins does. Anyone else is told who can begin."""
    if organisation.holders(Role.ADMINISTRATOR):
        return organisation
    if not may_begin:
        raise Refused(Reason.NOT_WORKSPACE_ADMIN)
    work.audit(person, FIRST_ADMINISTRATOR, Subject.ORGANISATION, 1)
    people = dict(organisation.people)
    if person not in people and person in form.names:
        people[person] = Person(id=person, name=form.names[person])
    roles = {**organisation.roles, Role.ADMINISTRATOR: (person,)}
    return replace(organisation, people=people, roles=roles, being_set_up=not organisation.name)


@verb
def _finish(work: Work, person: str) -> None:
    organisation = organisation_alone(work.session) or NOTHING_YET
    check_may(organisation, person)
    if organisation.being_set_up:
        save_organisation(work.session, replace(organisation, being_set_up=False))
        work.audit(person, "first_steps_finished", Subject.ORGANISATION, 1)


@verb
def _remove(work: Work, kind: SettingsKind, key: str, person: str) -> None:
    before = organisation_alone(work.session) or NOTHING_YET
    check_may(before, person)
    if key not in (before.service_areas if kind == SettingsKind.AREA else before.people):
        return  # the same press twice
    if kind == SettingsKind.AREA:
        if any(enquiry.service_area == key for enquiry in open_enquiries(work.session, limit=10_000)):
            raise Refused(Reason.STILL_OPEN_THERE)
        after, called = without_area(before, key), before.service_areas[key].name
    else:
        after, called = without_person(before, key), before.people[key].name
    save_organisation(work.session, after)
    work.audit(person, REMOVED, Subject.ORGANISATION, 1, {"kind": str(kind), "key": key, "name": called})
