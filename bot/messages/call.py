"""The message to a press officer that somebody would like to be rung. It quotes nothing, so it suits a private enquiry."""

from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import in_words, inline, moment, telephone
from bot.messages.parts import actions, button, context, section
from bot.messages.people import name
from bot.messages.wording import answers as words
from storage.call_request import CallRequest
from storage.enquiry import Enquiry
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
