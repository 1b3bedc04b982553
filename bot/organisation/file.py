"""An organisation from a TOML file, and back into one."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import time
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.organisation.shape import CalendarPart, OrganisationPart, looks_like_slack_id
from bot.organisation.toml_text import as_toml
from storage.kinds import Reach, Role
from storage.organisation import Organisation, Person, ServiceArea, WorkingCalendar


class OrganisationFileProblems(Exception):  # noqa: N818 - it is a list of things to put right
    """Everything in the file that is not understood, a sentence each, naming the place."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def read_organisation_file(path: Path) -> Organisation:
    """Read a file. Raises `OrganisationFileProblems`; holes in the chain are `bot.rules.holes`' business."""
    try:
        return organisation_from(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as refused:
        raise OrganisationFileProblems(
            [f"{path}: it cannot be read: {getattr(refused, 'strerror', None) or refused}"]
        ) from refused


def organisation_from(text: str) -> Organisation:
    """The organisation that this TOML describes. Raises `OrganisationFileProblems`."""
    try:
        part = OrganisationPart.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as refused:
        raise OrganisationFileProblems([f"It is not TOML: {refused}"]) from refused
    except ValidationError as refused:
        raise OrganisationFileProblems(_sentence(error) for error in refused.errors()) from refused
    return _Reader(part).organisation()


def organisation_text(organisation: Organisation) -> str:
    """The same organisation as TOML: what `organisation_from` reads back unchanged, save for its version."""
    return as_toml(tables_of(organisation))


def _sentence(error: Mapping[str, Any]) -> str:
    place = ".".join(str(step) for step in error["loc"] if step != "[key]")
    if error["type"] == "extra_forbidden":
        return f"{place}: no setting has this name."
    message = str(error["msg"]).removeprefix("Value error, ")
    return f"{place}: {message[0].lower()}{message[1:]}."


class _Reader:
    """Turns the file's short names into Slack ids, gathering every name that nobody has."""

    def __init__(self, part: OrganisationPart) -> None:
        self._part = part
        self._ids = {key: person.slack for key, person in part.people.items()}
        self._problems: list[str] = []

    def organisation(self) -> Organisation:
        part, office = self._part, self._part.press_office
        self._check_people()
        made = Organisation(
            name=part.name,
            triage_channel=part.channels.triage,
            restricted_channel=part.channels.restricted,
            intake_channel=part.channels.intake,
            good_news_channel=part.channels.good_news,
            comms_channel=part.channels.comms,
            calendar=_calendar(part.calendar),
            digest_day=part.digest.day,
            digest_time=part.digest.time,
            preview_time=part.digest.preview,
            digest_unapproved=part.digest.unapproved,
            good_news_reaction=part.digest.reaction,
            promise_days=part.digest.promise_days,
            best_of=part.digest.best_of,
            editions=self._editions(),
            voices={name: list(words) for name, words in part.digest.voices.items()},
            share_promise=part.sharing.promise_hours,
            share_turns_green=part.sharing.turns_green,
            share_rules=dict(part.sharing.rules),
            change_days=part.sharing.change_days,
            joint_group=self._all(part.sharing.joint_group, "sharing.joint_group"),
            joint_days=part.sharing.joint_days,
            danger_number=office.danger_number,
            duty_name=office.duty_name,
            duty_phone=office.duty_phone,
            on_call=self._one(office.on_call, "press_office.on_call"),
            retention={str(kind): period for kind, period in part.retention.periods.items()},
            keeps_by_itself=part.retention.by_itself,
            foi_team=part.others.foi_team,
            nudging={str(step): changes.model_dump(exclude_none=True) for step, changes in part.nudging.items()},
            people=self._people(),
            service_areas=self._service_areas(),
            roles=self._roles(),
        )
        if self._problems:
            raise OrganisationFileProblems(self._problems)
        return made

    def _check_people(self) -> None:
        seen: dict[str, str] = {}
        for key, person in self._part.people.items():
            if person.slack in seen:
                self._problems.append(f"people.{key}.slack: {person.slack} is {seen[person.slack]} already.")
            seen.setdefault(person.slack, key)
            if person.service_area and person.service_area not in self._part.service_areas:
                self._problems.append(f"people.{key}.service_area: there is no [service_areas.{person.service_area}].")

    def _editions(self) -> dict[str, str]:
        """Each service's own channel for its good news."""
        for key in self._part.digest.editions:
            if key not in self._part.service_areas:
                self._problems.append(f"digest.editions: there is no [service_areas.{key}].")
        return dict(self._part.digest.editions)

    def _people(self) -> dict[str, Person]:
        return {
            person.slack: Person(
                id=person.slack,
                name=person.name,
                phone=person.phone,
                service_area=person.service_area,
                hours={str(day): span for day, span in person.hours.items()},
                reach=Reach(person.reach),
            )
            for person in self._part.people.values()
        }

    def _service_areas(self) -> dict[str, ServiceArea]:
        return {
            key: ServiceArea(
                key=key,
                name=area.name,
                lead=self._one(area.lead, f"service_areas.{key}.lead"),
                deputies=self._all(area.deputies, f"service_areas.{key}.deputies"),
                press_officer=self._one(area.press_officer, f"service_areas.{key}.press_officer"),
                restricted=area.restricted,
            )
            for key, area in self._part.service_areas.items()
        }

    def _roles(self) -> dict[Role, tuple[str, ...]]:
        office, others = self._part.press_office, self._part.others
        head = [office.head] if office.head else []
        holders = {
            Role.PRESS_OFFICER: self._all(office.officers, "press_office.officers"),
            Role.HEAD_OF_COMMS: self._all(head, "press_office.head"),
            Role.APPROVER: self._all(others.approvers, "others.approvers"),
            Role.LEGAL: self._all(others.legal, "others.legal"),
            Role.ADMINISTRATOR: self._all(others.administrators, "others.administrators"),
            Role.MONITORING_OFFICER: self._all(others.monitoring_officers, "others.monitoring_officers"),
        }
        return {role: people for role, people in holders.items() if people}

    def _all(self, names: list[str], place: str) -> tuple[str, ...]:
        found = (self._one(name, place) for name in dict.fromkeys(names))
        return tuple(person for person in found if person)

    def _one(self, name: str | None, place: str) -> str | None:
        """The Slack id behind a short name. A member id of somebody outside [people] passes: `check` reports them."""
        if not name:
            return None
        if name in self._ids:
            return self._ids[name]
        if looks_like_slack_id(name, "UW"):
            return name
        self._problems.append(f"{place}: nobody under [people] is called {name!r}.")
        return None


def _calendar(part: CalendarPart) -> WorkingCalendar:
    plain = WorkingCalendar(zone=part.zone, nation=part.nation, closures=frozenset(part.closures))
    if part.hours is None:
        return plain
    return WorkingCalendar(
        zone=part.zone,
        nation=part.nation,
        closures=plain.closures,
        hours={str(day): span for day, span in part.hours.items()},
    )


def tables_of(organisation: Organisation) -> dict[str, Any]:
    """The file's tables as plain values."""
    keys = _short_names(organisation)

    def names(people: Iterable[str]) -> list[str]:
        return [keys.get(person, person) for person in people]

    def name(person: str | None) -> str | None:
        return keys.get(person, person) if person else None

    return {
        "name": organisation.name,
        "channels": {
            "triage": organisation.triage_channel,
            "restricted": organisation.restricted_channel,
            "intake": organisation.intake_channel,
            "good_news": organisation.good_news_channel,
            "comms": organisation.comms_channel,
        },
        "press_office": {
            "officers": names(organisation.holders(Role.PRESS_OFFICER)),
            "head": name(organisation.head_of_comms),
            "on_call": name(organisation.on_call),
            "duty_name": organisation.duty_name,
            "duty_phone": organisation.duty_phone,
            "danger_number": organisation.danger_number,
        },
        "others": {
            "approvers": names(organisation.holders(Role.APPROVER)),
            "legal": names(organisation.holders(Role.LEGAL)),
            "administrators": names(organisation.holders(Role.ADMINISTRATOR)),
            "monitoring_officers": names(organisation.holders(Role.MONITORING_OFFICER)),
            "foi_team": organisation.foi_team,
        },
        "calendar": _calendar_table(organisation.calendar),
        "digest": _digest_table(organisation),
        "sharing": _sharing_table(organisation, names(organisation.joint_group)),
        "retention": {"by_itself": organisation.keeps_by_itself, "periods": organisation.retention},
        "nudging": organisation.nudging,
        "people": {keys[person.id]: _person_table(person) for person in organisation.people.values()},
        "service_areas": {
            area.key: {
                "name": area.name,
                "lead": name(area.lead),
                "deputies": names(area.deputies),
                "press_officer": name(area.press_officer),
                "restricted": area.restricted,
            }
            for area in organisation.service_areas.values()
        },
    }


def _digest_table(organisation: Organisation) -> dict[str, Any]:
    return {
        "day": organisation.digest_day,
        "time": _written(organisation.digest_time),
        "preview": _written(organisation.preview_time),
        "unapproved": organisation.digest_unapproved,
        "reaction": organisation.good_news_reaction,
        "promise_days": organisation.promise_days,
        "best_of": organisation.best_of,
        "editions": dict(organisation.editions),
        "voices": {name: list(words) for name, words in organisation.voices.items()},
    }


def _sharing_table(organisation: Organisation, joint_group: list[str]) -> dict[str, Any]:
    return {
        "promise_hours": organisation.share_promise,
        "turns_green": organisation.share_turns_green,
        "change_days": organisation.change_days,
        "joint_group": joint_group,
        "joint_days": organisation.joint_days,
        "rules": organisation.share_rules,
    }


def _person_table(person: Person) -> dict[str, Any]:
    return {
        "slack": person.id,
        "name": person.name,
        "phone": person.phone,
        "service_area": person.service_area,
        "reach": str(person.reach) if person.reach != Reach.SLACK else None,
        **({"hours": _hours_table(person.hours)} if person.hours else {}),
    }


def _calendar_table(calendar: WorkingCalendar) -> dict[str, Any]:
    closures = sorted(calendar.closures)
    hours = _hours_table(calendar.hours)
    return {"zone": calendar.zone, "nation": calendar.nation, "closures": closures, "hours": hours}


def _hours_table(hours: dict[str, tuple[time, time]]) -> dict[str, str]:
    return {day: f"{_written(opens)}-{_written(closes)}" for day, (opens, closes) in hours.items()}


def _written(moment: time) -> str:
    return moment.isoformat(timespec="auto" if moment.microsecond else "seconds" if moment.second else "minutes")


def _short_names(organisation: Organisation) -> dict[str, str]:
    """A short name for each person: their first name where nobody shares it, else the whole name, else the Slack id."""
    taken: dict[str, str] = {}
    for person in organisation.people.values():
        words = [
            "".join(letter for letter in word if letter.isascii() and letter.isalnum())
            for word in person.name.lower().split()
        ]
        for key in (words[0] if words else "", "-".join(filter(None, words))[:64], person.id.lower()):
            if key and key not in taken:
                taken[key] = person.id
                break
    return {person: key for key, person in taken.items()}
