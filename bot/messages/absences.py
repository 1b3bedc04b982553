"""Being away: the form, what one holds, and what someone who is back is told. References and names only, never an enquiry's words."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.messages.ids import Action, Field, View
from bot.messages.message import Message
from bot.messages.mrkdwn import listed
from bot.messages.parts import Block, Element, asked, button, colleague, context, day, modal, section
from bot.messages.people import name
from bot.messages.summary_parts import day_name
from bot.messages.wording import absences as words
from bot.rules.absence_words import Heard
from bot.rules.rota import has_a_part
from bot.rules.working_time import local
from storage.absence import Absence, AbsenceRow
from storage.enquiry import Enquiry
from storage.meanwhile import Meanwhile
from storage.organisation import Organisation

MOST = 20
MOST_OPENED = 5
LEADING = "leading"
MOST_TOLD = 8
Held = tuple[str, int, Enquiry]
"""What it is (`held`, `led`, `task`, `signed`), its number, and the enquiry."""


def form(heard: Heard, carried: str = "") -> dict[str, Any]:
    """When, and who stands in; with what was understood, to be confirmed. `carried`: what it changes, for whoever wrote it."""
    who: Element = colleague(words.AWAY_CHOOSE)
    if heard.deputy:
        who = {**who, "initial_user": heard.deputy}
    blocks = [
        section(words.AWAY_INTRO),
        asked(Field.AWAY_FROM, words.AWAY_FROM, day(heard.starts_on)),
        asked(Field.AWAY_TO, words.AWAY_TO, day(heard.ends_on), hint=words.AWAY_TO_HINT),
        asked(Field.AWAY_DEPUTY, words.AWAY_DEPUTY, who, hint=words.AWAY_DEPUTY_HINT, optional=True),
    ]
    return modal(View.AWAY, words.AWAY_TITLE, blocks, submit=words.AWAY_SUBMIT, close=words.CANCEL, metadata=carried)


def matters(
    row: AbsenceRow, held: Sequence[Held], organisation: Organisation, *, again: bool = False
) -> dict[str, Any]:
    """What someone holds who goes away, each with the button that hands it to whoever stands in."""
    until = _last_day(row.ends_at, organisation)
    deputy = name(organisation, row.deputy) if row.deputy else ""
    if not held:
        said = words.HAND_DONE if again else words.HAND_NOTHING
        return modal(View.AWAY_HAND, words.HAND_TITLE, [section(said.format(until=until))], close=words.CLOSE)
    intro = words.HAND_INTRO if deputy else words.HAND_INTRO_ALONE
    blocks = [section(intro.format(until=until, deputy=deputy))]
    blocks += [_matter(one, row, organisation) for one in held[:MOST]]
    if len(held) > MOST:
        blocks.append(context(words.MORE.format(count=len(held) - MOST)))
    return modal(View.AWAY_HAND, words.HAND_TITLE, blocks, close=words.CLOSE)


def _matter(one: Held, row: AbsenceRow, organisation: Organisation) -> Block:
    what, number, enquiry = one
    known = organisation.people.get(row.deputy or "")
    said = words.MATTER[what].format(reference=enquiry.reference)
    if row.deputy is None or what == LEADING:
        return section(said, button(Action.ENQUIRY_OPEN, words.OPEN, enquiry.id, enquiry.reference))
    label = words.HAND_TO.format(deputy=known.name if known else words.A_COLLEAGUE)
    return section(said, button(Action.AWAY_HAND, label, f"{what} {number}", enquiry.reference))


def _last_day(ends_at: datetime, organisation: Organisation) -> str:
    """The last day away: an absence ends with the end of a day."""
    return day_name(local(organisation.calendar, ends_at - timedelta(seconds=1)).date())


def back(*, was_away: bool) -> Message:
    """The answer to "I'm back"."""
    said = words.BACK if was_away else words.NOT_AWAY
    return Message(said, [section(said)])


# -- App Home


def home_note(person: str, organisation: Organisation, now: datetime) -> list[Block]:
    """That someone is noted as away, or will be, with the button that ends it."""
    absence = _theirs(person, organisation, now)
    if absence is None:
        return []
    stands_in = words.STANDS_IN.format(deputy=name(organisation, absence.deputy))
    facts = {
        "starts": day_name(local(organisation.calendar, absence.starts_at).date()),
        "until": _last_day(absence.ends_at, organisation),
        "deputy": stands_in if absence.deputy else words.NOBODY_STANDS_IN,
    }
    said = words.HOME_AWAY if absence.starts_at <= now else words.HOME_AWAY_SOON
    return [section(said.format(**facts), button(Action.AWAY_BACK, words.BACK_BUTTON, absence.id))]


def _theirs(person: str, organisation: Organisation, now: datetime) -> Absence | None:
    return next((one for one in organisation.absences if one.person == person and one.ends_at > now), None)


def home_button(person: str, organisation: Organisation, now: datetime) -> list[Element]:
    """For those who are asked things here, and are not away already."""
    if not has_a_part(organisation, person) or _theirs(person, organisation, now) is not None:
        return []
    return [button(Action.AWAY, words.AWAY_BUTTON, "new")]


# -- back again


def summary(row: AbsenceRow, happened: Meanwhile, organisation: Organisation) -> Message:
    """What happened meanwhile, in one message."""
    ends = row.ended_at or row.ends_at - timedelta(seconds=1)
    first, last = (day_name(local(organisation.calendar, at).date()) for at in (row.starts_at, ends))
    since = (words.SINCE_ONE_DAY if first == last else words.SINCE).format(starts=first, ends=last)
    parts = [_part(heading, lines) for heading, lines in _told(happened, organisation) if lines]
    quiet = [] if any((happened.handed, happened.answered, happened.settled)) else [words.NOTHING_HAPPENED]
    spoken = " ".join([since, *quiet, *(" ".join(lines) for _, lines in _told(happened, organisation))])
    opening = [_waiting(one) for one in happened.waiting[:MOST_OPENED]]
    blocks = [section(since), *(section(one) for one in (*quiet, *parts)), *opening]
    return Message(spoken, blocks)


def _waiting(one: Enquiry) -> Block:
    said = words.WAITING_ONE.format(reference=one.reference)
    return section(said, button(Action.ENQUIRY_OPEN, words.OPEN, one.id, one.reference))


def _part(heading: str, lines: list[str]) -> str:
    return "\n".join([heading, *lines])


def _told(happened: Meanwhile, organisation: Organisation) -> Iterator[tuple[str, list[str]]]:
    for heading, pattern, pairs in (
        (words.HANDED, words.HANDED_ONE, happened.handed),
        (words.ANSWERED, words.ANSWERED_ONE, happened.answered),
        (words.SETTLED, words.SETTLED_ONE, happened.settled),
    ):
        yield (
            heading,
            [
                *(_one(pattern, enquiry, by, organisation) for enquiry, by in pairs[:MOST_TOLD]),
                *([words.TOLD_MORE.format(count=len(pairs) - MOST_TOLD)] if len(pairs) > MOST_TOLD else []),
            ],
        )
    waiting = listed([one.reference for one in happened.waiting[:MOST]])
    over = [words.WAITING_MORE] if len(happened.waiting) > MOST else []
    yield words.WAITING, [words.WAITING_SAID.format(references=waiting) if waiting else words.WAITING_NONE, *over]


def _one(pattern: str, enquiry: Enquiry, by: str, organisation: Organisation) -> str:
    who = name(organisation, by)
    return pattern.format(reference=enquiry.reference, by=who, to=who)
