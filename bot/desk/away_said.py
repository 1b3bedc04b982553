"""What somebody wrote to the bot of their being away: kept at once where it is plain, asked about where it is not."""

from dataclasses import dataclass, fields, replace
from datetime import date

from bot.desk import absences
from bot.desk.doors import Written
from bot.desk.work import Desk, Work, verb
from bot.rules.absence_words import Heard, heard, says_away, says_back
from bot.rules.absences import AwayForm
from bot.rules.reasons import FormRefused
from bot.rules.rota import has_a_part
from bot.rules.thread_notes import moment_of
from storage.kinds import DeliveryKind, Subject
from storage.notes import first_sight, was_seen

AWAY = "away"
"""How the detail of a reply begins that says back what was understood."""

ASK, NOTED, BACK, NOT_AWAY = "ask", "noted", "back", "not_away"
NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Said:
    """What is said back: a delivery's detail and a button's value. Days and ids alone; "" where nothing was said."""

    state: str
    starts: str = ""
    ends: str = ""
    deputy: str = ""
    event_id: str = ""  # of the message that it answers

    def written(self) -> str:
        """As a button's value; a delivery's detail has `AWAY` before it."""
        return " ".join(getattr(self, each.name) or NOTHING for each in fields(self))

    @classmethod
    def read(cls, words: str) -> "Said":
        """From a button's value."""
        return cls(*("" if one == NOTHING else one for one in words.split()))

    @property
    def understood(self) -> Heard:
        """The same, for the form."""
        starts, ends = (date.fromisoformat(day) if day else None for day in (self.starts, self.ends))
        return Heard(starts_on=starts, ends_on=ends, deputy=self.deputy or None)


def written(desk: Desk, message: Written) -> bool:
    """Whether a direct message says that somebody is away, or back; if so it is dealt with, once however often it comes."""
    if message.thread_ts or not has_a_part(desk.organisation, message.person):
        return False
    back = says_back(message.text)
    if not back and not says_away(message.text):
        return False
    said = Said(BACK) if back else _understood(desk, message)
    if said is None:
        return False
    with desk.database.read() as session:
        if was_seen(session, message.event_id):
            return True
    _answer(desk, message, replace(_done(desk, said, message.person), event_id=message.event_id))
    return True


def _understood(desk: Desk, message: Written) -> Said | None:
    """What was understood; None where no day was, so that it was hardly meant. "Tomorrow" is the day after it was written."""
    found = heard(message.text, desk.organisation, message.person, moment_of(message.ts))
    if found.starts_on is None and found.ends_on is None:
        return None
    starts, ends = (day.isoformat() if day else "" for day in (found.starts_on, found.ends_on))
    return Said(NOTED if found.sure else ASK, starts, ends, found.deputy or "")


def _done(desk: Desk, said: Said, person: str) -> Said:
    if said.state == BACK:
        return said if absences.back(desk, person=person) else Said(NOT_AWAY)
    if said.state == ASK:
        return said
    try:
        note(desk, said, person=person)
    except FormRefused:
        return replace(said, state=ASK)  # the form says what will not do
    return said


def note(desk: Desk, said: Said, *, person: str) -> None:
    """Keep it as it was understood. Raises FormRefused."""
    absences.go(desk, AwayForm(starts=said.starts, ends=said.ends, deputy=said.deputy), person=person)


@verb
def _answer(work: Work, message: Written, said: Said) -> None:
    if first_sight(work.session, message.event_id, work.now):
        _say(work, message.person, said)


@verb
def say_again(work: Work, said: Said, *, person: str) -> None:
    """What was said back is said as it stands now, in the same message."""
    _say(work, person, said)


def _say(work: Work, person: str, said: Said) -> None:
    work.deliver(
        DeliveryKind.REPLY,
        key=f"reply:{said.event_id}",
        lane=person,
        subject=Subject.PERSON,
        subject_id=0,
        detail=f"{AWAY} {said.written()}",
        urgent=True,
    )
