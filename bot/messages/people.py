"""What people, places and services are called in our sentences."""

from collections.abc import Iterable

from bot.messages.mrkdwn import MOST_NAME, channel, inline, listed, mention, telephone
from bot.messages.wording import enquiries, forms, names, stories
from storage.kinds import Role
from storage.organisation import Organisation, ServiceArea

MOST_RUNG = 5


def name(organisation: Organisation, person: str | None, nobody: str = enquiries.NOBODY) -> str:
    """A person's name, safe in mrkdwn; a mention where nobody told us their name."""
    if not person:
        return nobody
    if person == "close-ties":
        return enquiries.BOT
    known = organisation.people.get(person)
    return inline(known.name, MOST_NAME) if known else mention(person)


def you_or(organisation: Organisation, person: str | None, reader: str, nobody: str = enquiries.NOBODY) -> str:
    """ "You" for the reader themselves, a name for everybody else: begins a sentence in which both fit, such as "You took it back"."""
    return names.YOU if person and person == reader else name(organisation, person, nobody)


def area_name(organisation: Organisation, key: str, unknown: str = enquiries.AREA_UNKNOWN) -> str:
    """A service area's name, safe in mrkdwn."""
    area = organisation.service_areas.get(key)
    return inline(area.name, MOST_NAME) if area else unknown


def area_of(organisation: Organisation, person: str) -> ServiceArea | None:
    """The service area of a person's team, where it is known."""
    known = organisation.people.get(person)
    return organisation.service_areas.get(known.service_area) if known else None


def duty(organisation: Organisation) -> str:
    """Who to ring just now, as "NAME on NUMBER"."""
    who, phone = duty_line(organisation)
    if not phone:
        return enquiries.DUTY_NO_NUMBER
    return enquiries.DUTY.format(name=who, phone=telephone(phone))


def duty_line(organisation: Organisation) -> tuple[str, str]:
    """Who is to be rung, safe in mrkdwn, and their number as it was written ("" where there is none).

    Whoever has the rota's turn; without a rota, the duty line, or else the one named as on call.
    """
    turn = organisation.people.get(organisation.rung or "")
    on_call = organisation.people.get(organisation.on_call or "")
    who = turn.name if turn else organisation.duty_name or (on_call.name if on_call else "")
    line = organisation.duty_phone or (on_call.phone if on_call else "")
    phone = (turn.phone if turn else "") or line
    return (inline(who, MOST_NAME) if who else enquiries.DUTY_NAME), phone


def reachable(organisation: Organisation, people: Iterable[str]) -> str:
    """People with their numbers, the first few: "Priya Shah on 020 7946 0001 and Tom Reed"."""
    return listed([_with_number(organisation, person) for person in people][:MOST_RUNG])


def _with_number(organisation: Organisation, person: str) -> str:
    known = organisation.people.get(person)
    said = name(organisation, person)
    return enquiries.DUTY.format(name=said, phone=telephone(known.phone)) if known and known.phone else said


def seen_by(organisation: Organisation, area: ServiceArea | None, most: int = 12) -> str:
    """The names of those who may read an enquiry of this area: press office, lead and deputies, approvers, legal."""
    people = dict.fromkeys(_readers(organisation, area))
    names = [name(organisation, person) for person in people]
    if len(names) > most:
        names = [*names[:most], forms.SEEN_BY_MORE.format(count=len(names) - most)]
    return listed(names) or forms.SEEN_BY_NOBODY


def _readers(organisation: Organisation, area: ServiceArea | None) -> Iterable[str]:
    for role in (Role.PRESS_OFFICER, Role.HEAD_OF_COMMS):
        yield from organisation.holders(role)
    if area:
        yield from ([area.lead] if area.lead else [])
        yield from area.deputies
    for role in (Role.APPROVER, Role.LEGAL):
        yield from organisation.holders(role)


def promised(organisation: Organisation, more: int = 0) -> str:
    """Within how many working days a story idea is answered: "three working days"; with `more`, so many days later."""
    return working_days(organisation.promise_days + more)


def working_days(count: int) -> str:
    """Three working days."""
    return stories.ONE_DAY if count == 1 else stories.DAYS.format(count=stories.COUNTED.get(count, str(count)))


def place(organisation: Organisation) -> str:
    """The good-news channel; plain words where none is set."""
    return channel(organisation.good_news_channel) if organisation.good_news_channel else stories.DIGEST_PLACE
