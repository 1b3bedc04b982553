"""Who asks, on an enquiry's page and card: earlier enquiries, what was said last time, and whether someone has checked who they are."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.messages.card_shown import Shown
from bot.messages.home_state import state
from bot.messages.ids import Action, Field, View
from bot.messages.mrkdwn import cut, listed, moment, telephone
from bot.messages.page_reader import Reader
from bot.messages.parts import (
    Block,
    Element,
    actions,
    asked,
    button,
    context,
    header,
    modal,
    plain,
    quoted,
    section,
    writing,
)
from bot.messages.people import name
from bot.messages.wording import forms, press
from bot.rules.deeds import Deed
from bot.rules.press import EARLIER_A_PAGE
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import Status
from storage.organisation import Organisation
from storage.press import Press

MOST_SAID = 600
MOST_ASKED = 160


def part(brief: Brief, reader: Reader) -> list[Block]:
    """What is known of who asks, as far as this reader may see; and for the press office, the button that says they were checked."""
    known = brief.press
    if known is None:
        return []
    return [
        header(press.HEADLINE),
        quoted(_before(brief.enquiry, known, reader.organisation), 600, *_all_of_them(brief, known)),
        *_last_said(known),
        *_checked(brief, known, reader),
    ]


def _all_of_them(brief: Brief, known: Press) -> list[Element]:
    if not known.past.count:
        return []
    return [button(Action.JOURNALIST_PAST, press.ALL_OF_THEM, brief.enquiry.id, brief.enquiry.reference)]


def past_view(brief: Brief, found: Sequence[Enquiry], start: int, reader: Reader) -> dict[str, Any]:
    """A page of what this journalist asked before, the latest first, each with what became of it."""
    known = brief.press or Press()
    rows = [block for one in found for block in _past_row(one, reader)]
    blocks = [
        quoted(_before(brief.enquiry, known, reader.organisation), 600),
        *rows,
        *_turning(len(found), known.past.count, start),
    ]
    return modal(View.JOURNALIST_PAST, press.PAST_TITLE, blocks, close=forms.CLOSE, metadata=str(brief.enquiry.id))


def _past_row(enquiry: Enquiry, reader: Reader) -> list[Block]:
    """Of a restricted one no word: reading it is written down."""
    opening = button(Action.ENQUIRY_OPEN, press.OPEN, enquiry.id, enquiry.reference)
    line = press.SIMILAR_PRIVATE if enquiry.restricted else press.SIMILAR_LINE
    said = line.format(reference=enquiry.reference, day=day(enquiry, reader.organisation), outlet=enquiry.outlet)
    if enquiry.restricted:
        return [quoted(said, 300, opening), context(press.PAST_PRIVATE)]
    asks, stands = " ".join(enquiry.question.split()), state(enquiry, reader.organisation)
    return [
        quoted(f"{said}\n{cut(asks, MOST_ASKED)}".strip(), 600, opening),
        context(" ".join([*_in_time(enquiry), f"{stands[:1].upper()}{stands[1:]}."])),
    ]


def _in_time(enquiry: Enquiry) -> list[str]:
    if enquiry.responded_at is None:
        return []
    if enquiry.deadline is None:
        return [press.PAST_ANSWERED]
    return [press.PAST_IN_TIME if enquiry.responded_at <= enquiry.deadline else press.PAST_LATE]


def _turning(shown: int, count: int, start: int) -> list[Block]:
    if not start and shown >= count:
        return []
    back = button(Action.JOURNALIST_PAST_BACK, press.BACK, max(0, start - EARLIER_A_PAGE))
    more = button(Action.JOURNALIST_PAST_MORE, press.MORE, start + EARLIER_A_PAGE)
    return [
        context(press.PAST_SHOWN.format(first=start + 1, last=start + shown, count=count)),
        *actions([*([back] if start else []), *([more] if start + shown < count else [])]),
    ]


def _before(enquiry: Enquiry, known: Press, organisation: Organisation) -> str:
    """In plain text, since an outlet's and a journalist's name are foreign words."""
    journalist = known.journalist.name if known.journalist else ""
    who = f"{journalist or press.NOBODY}, {known.outlet.name if known.outlet else enquiry.outlet}"
    if known.journalist is None or known.past.last is None:
        return press.FIRST_TIME.format(who=who if known.journalist else cut(enquiry.journalist, 120))
    past, last = known.past, known.past.last
    count = press.ONE if past.count == 1 else press.MANY.format(count=past.count)
    said = [press.BEFORE.format(who=who, count=count, day=day(last, organisation), reference=last.reference)]
    if past.deadlines:
        said.append(press.KEPT.format(kept=past.kept, deadlines=past.deadlines))
    if known.elsewhere:
        said.append(press.ELSEWHERE.format(outlets=listed([cut(one.name, 80) for one in known.elsewhere[:3]])))
    return " ".join(said)


def day(enquiry: Enquiry, organisation: Organisation) -> str:
    """The day on which an enquiry came in, in plain text."""
    local = enquiry.raised_at.astimezone(ZoneInfo(organisation.calendar.zone))
    return f"{local.day} {local:%B %Y}"


def _last_said(known: Press) -> list[Block]:
    """What was said last time; of a restricted enquiry only where it stands, since reading it there is written down."""
    last = known.past.last_answered
    if last is None:
        return []
    opening = button(Action.ENQUIRY_OPEN, press.OPEN, last.id, last.reference)
    if last.restricted:
        return [section(press.LAST_SAID_PRIVATE, opening)]
    said = press.LAST_SAID.format(reference=last.reference)
    return [section(said, opening), quoted(cut(last.response, MOST_SAID))]


def _checked(brief: Brief, known: Press, reader: Reader) -> list[Block]:
    enquiry, organisation = brief.enquiry, reader.organisation
    if known.journalist is not None and known.journalist.verified_at is not None:
        when = moment(known.journalist.verified_at, organisation.calendar.zone)
        return [context(press.VERIFIED.format(who=name(organisation, known.journalist.verified_by), moment=when))]
    if enquiry.responded_at is not None or not enquiry.is_open:
        return [context(press.NEVER_VERIFIED)]
    may = reader.may(Deed.VERIFY_JOURNALIST, brief)
    i_have = button(Action.JOURNALIST_VERIFY, press.I_HAVE, enquiry.id, enquiry.reference)
    return [section(press.UNVERIFIED.format(newsroom=_newsroom(known))), *(actions([i_have]) if may else [])]


def _newsroom(known: Press) -> str:
    number = known.outlet.newsroom if known.outlet else ""
    return press.NEWSROOM.format(number=telephone(number)) if number else ""


def on_card(brief: Brief, _organisation: Organisation, _now: datetime) -> Shown:
    """On the card that everyone reads: that nobody has checked who asks, until an answer has gone."""
    known = brief.press
    done = brief.enquiry.status in (Status.RESPONDED, Status.CLOSED)
    if known is None or done or (known.journalist is not None and known.journalist.verified_by is not None):
        return Shown()
    newsroom = _newsroom(known)
    unverified = context(press.UNVERIFIED.format(newsroom=newsroom))
    return Shown([unverified], press.UNVERIFIED_SPOKEN.format(newsroom=newsroom))


def verify_view(brief: Brief) -> dict[str, Any]:
    """The form that says how to check, and takes the newsroom's number."""
    known = brief.press or Press()
    number = known.outlet.newsroom if known.outlet else ""
    blocks = [
        {"type": "section", "text": plain(cut(f"{brief.enquiry.journalist}, {brief.enquiry.outlet}", 600))},
        section(press.INTRO),
        asked(Field.NEWSROOM, press.NUMBER, writing(initial=number), hint=press.NUMBER_HINT, optional=True),
    ]
    title = press.TITLE.format(reference=brief.enquiry.reference)
    about = str(brief.enquiry.id)
    return modal(View.JOURNALIST_VERIFIED, title, blocks, submit=press.SUBMIT, close=forms.CANCEL, metadata=about)
