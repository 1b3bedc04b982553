"""People who are part of a matter themselves: those left out of it hear nothing, those who may be named are not asked to deal with it.

The chain goes round both. Every rule that looks people up for an enquiry does so in the organisation that `around` or `asked_around`
gives, so that there is one place where someone can be forgotten.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from bot.rules.deeds import Deed
from bot.rules.form_checks import Problems, stripped
from bot.rules.reasons import Reason, Refused
from storage.enquiry import Enquiry
from storage.kinds import Role
from storage.organisation import Organisation, ServiceArea


def is_left_out(person: str, enquiry: Enquiry) -> bool:
    """Whether this person is to hear nothing of it."""
    return person in enquiry.excluded


def around(organisation: Organisation, enquiry: Enquiry) -> Organisation:
    """The organisation as far as this enquiry goes: without those who hear nothing of it."""
    return without(organisation, enquiry.excluded)


def asked_around(organisation: Organisation, enquiry: Enquiry) -> Organisation:
    """The same without those who may be named in it: they may read what they could before, but nobody asks them to lead or to answer."""
    return without(organisation, (*enquiry.excluded, *enquiry.named))


def without(organisation: Organisation, people: Collection[str]) -> Organisation:
    """The organisation as if these people had no part in it. Their names stay known: records may hold them."""
    if not people:
        return organisation
    roles = {role: tuple(one for one in holders if one not in people) for role, holders in organisation.roles.items()}
    roles[Role.HEAD_OF_COMMS] = _heads(organisation, roles)
    areas = {key: _area_without(area, people) for key, area in organisation.service_areas.items()}
    on_call = organisation.on_call if organisation.on_call not in people else None
    rung = organisation.rung if organisation.rung not in people else None
    left = replace(
        organisation,
        roles=roles,
        service_areas=areas,
        on_call=on_call,
        rung=rung,
        **_turns_without(organisation, people),
    )
    return _with_another_voice(left, organisation, people)


def _heads(organisation: Organisation, roles: dict[Role, tuple[str, ...]]) -> tuple[str, ...]:
    """Where no head is left: an administrator stands in, or else the press officers, so that nothing stops half-way."""
    left = roles.get(Role.HEAD_OF_COMMS, ())
    if left or not organisation.holders(Role.HEAD_OF_COMMS):
        return left
    return roles.get(Role.ADMINISTRATOR, ())[:1] or roles.get(Role.PRESS_OFFICER, ())


def stands_in_for(person: str, organisation: Organisation) -> tuple[str, ...]:
    """The people who, all left out of a matter, make this administrator its head of communications. Nobody where they are none."""
    heads, administrators = organisation.holders(Role.HEAD_OF_COMMS), organisation.holders(Role.ADMINISTRATOR)
    if not heads or person not in administrators:
        return ()
    return (*heads, *administrators[: administrators.index(person)])


def _turns_without(organisation: Organisation, people: Collection[str]) -> dict[str, Any]:
    """Neither their turns nor their standing in for somebody else."""
    absences = (replace(one, deputy=None) if one.deputy in people else one for one in organisation.absences)
    return {
        "rota": tuple(one for one in organisation.rota if one.person not in people),
        "absences": tuple(absences),
    }


def _area_without(area: ServiceArea, people: Collection[str]) -> ServiceArea:
    return replace(
        area,
        lead=None if area.lead in people else area.lead,
        deputies=tuple(one for one in area.deputies if one not in people),
        press_officer=None if area.press_officer in people else area.press_officer,
    )


def _with_another_voice(left: Organisation, organisation: Organisation, people: Collection[str]) -> Organisation:
    """Nobody is told to ring somebody who is left out: the number of the next in the press office is named instead."""
    known = [organisation.people[one] for one in people if one in organisation.people]
    answers = any(
        organisation.duty_name == one.name or (one.phone and organisation.duty_phone == one.phone) for one in known
    )
    if not answers and not (organisation.on_call in people and not organisation.duty_phone):
        return left
    office = (*left.holders(Role.HEAD_OF_COMMS), *left.holders(Role.PRESS_OFFICER))
    others = [left.people[one] for one in office if one in left.people and left.people[one].phone]
    other = others[0] if others else None
    return replace(left, duty_name=other.name if other else "", duty_phone=other.phone if other else "")


def check_leaving_out(people: Collection[str], raised_by: str, organisation: Organisation) -> Refused | None:
    """Why these people cannot all be left out, or None where they can: someone has to be there to deal with it."""
    if raised_by in people:
        return Refused(Reason.RAISED_IT)
    left = without(organisation, people)
    if people and not any(left.holders(role) for role in (Role.PRESS_OFFICER, Role.HEAD_OF_COMMS)):
        return Refused(Reason.NOBODY_LEFT)
    return None


def check_not_left_out(person: str, enquiry: Enquiry) -> None:
    """The same sentence that anybody gets who may not read it: being left out is not to be noticed."""
    if is_left_out(person, enquiry):
        raise Refused(Reason.NOT_ALLOWED_TO_READ)


STANDS_BACK_FROM = frozenset(
    {Deed.CLAIM, Deed.ACKNOWLEDGE, Deed.HAND_ON, Deed.HAND_TO, Deed.APPROVE, Deed.ASK_CHANGE, Deed.RESPOND}
)
"""What somebody who may be named leaves to others: nobody signs off words about themselves."""


def stands_back(deed: Deed, person: str, enquiry: Enquiry) -> bool:
    """Whether this is for someone else to do, since this person may be named in what is published."""
    return deed in STANDS_BACK_FROM and person in enquiry.named


def check_may_deal(deed: Deed, person: str, enquiry: Enquiry) -> None:
    """Raises `Refused` for those who are part of the matter themselves."""
    check_not_left_out(person, enquiry)
    if stands_back(deed, person, enquiry):
        raise Refused(Reason.STANDS_BACK)


@dataclass(frozen=True, slots=True)
class TellForm:
    """Someone is told though the person who may be named did not choose it: who, and why their safety needs it."""

    people: tuple[str, ...]
    because: str


def check_tell(form: TellForm, enquiry: Enquiry) -> TellForm:
    """The form as it can be kept. Raises `FormRefused`."""
    tidy = stripped(form)
    problems = Problems()
    _people(tidy.people, enquiry, problems)
    problems.need({"told_because": tidy.because})
    problems.limit({"told_because": tidy.because}, {"told_because": 500})
    problems.keep_private({"told_because": tidy.because})
    problems.refuse()
    return tidy


def check_choice(people: tuple[str, ...], enquiry: Enquiry) -> None:
    """Whom the person who may be named wants told. Raises `FormRefused`."""
    problems = Problems()
    _people(people, enquiry, problems, field="told_people")
    problems.refuse()


def check_named(person: str, enquiry: Enquiry) -> None:
    """Who may be named. Raises `FormRefused`: they cannot be told first of what they are not to hear of."""
    problems = Problems()
    problems.need({"named_person": person})
    if person and is_left_out(person, enquiry):
        problems.add("named_person", Refused(Reason.ASK_US_FIRST, by=person))
    problems.refuse()


def _people(people: tuple[str, ...], enquiry: Enquiry, problems: Problems, field: str = "told_people") -> None:
    if not people:
        problems.add(field, Refused(Reason.MISSING))
    left_out = [one for one in people if is_left_out(one, enquiry)]
    if left_out:
        problems.add(field, Refused(Reason.ASK_US_FIRST, by=left_out[0]))
