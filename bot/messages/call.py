"""The message to a press officer that somebody would like to be rung. It quotes nothing, so it suits a private enquiry."""

from datetime import datetime

from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import in_words, inline, moment, telephone
from bot.messages.nudge_answers import beside, waiting
from bot.messages.nudge_late import late
from bot.messages.parts import actions, button, context, section
from bot.messages.people import name
from bot.messages.wording import answers as words
from bot.rules.asked_about import AskedAbout
from storage.call_request import CallRequest
from storage.enquiry import Enquiry
from storage.kinds import NudgeState, Step
from storage.nudge import Nudge
from storage.organisation import Organisation


def asked_for(call: CallRequest, reader: str, enquiry: Enquiry, organisation: Organisation) -> Message:
    """The call as it stands: to be made, made, or not needed any more."""
    who, zone, about = name(organisation, call.person), organisation.calendar.zone, enquiry.reference
    if call.done_at is not None:
        by = words.YOU if call.done_by == reader else name(organisation, call.done_by)
        said, shown = (
            words.CALL_DONE.format(reference=about, by=by, who=who, moment=f(call.done_at, zone))
            for f in (in_words, moment)
        )
        return Message(said, [section(shown)])
    if not enquiry.is_open:
        over = words.CALL_OVER.format(reference=about, who=who)
        return Message(over, [section(over)])
    said, shown = _ask(call, about, organisation, spoken=True), _ask(call, about, organisation, spoken=False)
    rung = button(Action.CALL_MADE, words.CALL_MADE_BUTTON, call.id, about, "primary")
    opening = button(Action.ENQUIRY_OPEN, words.CALL_OPEN, enquiry.id, about)
    return Message(f"{said} {words.CALL_WHY}", [section(shown), context(words.CALL_WHY), *actions([rung, opening])])


def reminder(nudge: Nudge, call: CallRequest, enquiry: Enquiry, organisation: Organisation, now: datetime) -> Message:
    """It is time to ring, or it has passed. Once it is settled it says how."""
    if call.done_at is not None or not enquiry.is_open:
        return asked_for(call, nudge.person, enquiry, organisation)
    who, about = name(organisation, call.person), enquiry.reference
    if nudge.state in (NudgeState.SETTLED, NudgeState.MOOT):
        at, zone = nudge.settled_at or nudge.due_at, organisation.calendar.zone
        said, shown = (
            words.CALL_MOVED.format(reference=about, who=who, moment=f(at, zone)) for f in (in_words, moment)
        )
        return Message(said, [section(shown)])
    said, shown = (_remind(nudge, call, about, organisation, spoken=spoken) for spoken in (True, False))
    late_shown, late_said = late(nudge, organisation)
    waits_shown, waits_said = waiting(nudge, organisation, now)
    why = words.CALL_ON_TIME.format(who=who)
    rung = button(Action.CALL_MADE, words.CALL_MADE_BUTTON, call.id, about, "primary")
    opening = button(Action.ENQUIRY_OPEN, words.CALL_OPEN, enquiry.id, about)
    more = beside(nudge, AskedAbout(enquiry, call), organisation, now)
    blocks = [
        section("\n".join([f"*{shown}*", *waits_shown])),
        context(*late_shown, why),
        *actions([rung, opening, *more]),
    ]
    return Message(" ".join([said, *waits_said, *late_said, why]), blocks)


def _remind(nudge: Nudge, call: CallRequest, about: str, organisation: Organisation, *, spoken: bool) -> str:
    phone = inline(call.number) if spoken else telephone(call.number)
    when = when_words(call, organisation, spoken=spoken)
    said = words.CALL_STILL if nudge.step == Step.CALL_AGAIN else words.CALL_NOW
    return said.format(who=name(organisation, call.person), reference=about, phone=phone, when=when)


def _ask(call: CallRequest, about: str, organisation: Organisation, *, spoken: bool) -> str:
    phone = inline(call.number) if spoken else telephone(call.number)
    when = when_words(call, organisation, spoken=spoken)
    return words.CALL_ASKED.format(who=name(organisation, call.person), reference=about, phone=phone, when=when)


def when_words(
    call: CallRequest, organisation: Organisation, *, spoken: bool = False, soon: str = words.CALL_SOON
) -> str:
    """When to ring."""
    if call.call_at is None:
        return soon
    return (in_words if spoken else moment)(call.call_at, organisation.calendar.zone)
