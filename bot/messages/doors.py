"""What people who come in by their own words are answered: a direct message, a mention, and the offers in the intake channel.

What may be private is not said back, not even to the one who wrote it: Slack keeps what is posted.
"""

from collections.abc import Sequence

from bot.messages.enquiry_form import before_anything
from bot.messages.help import greeting
from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import inline, listed
from bot.messages.parts import Block, actions, button, context, quoted, section
from bot.messages.people import promised
from bot.messages.wording import doors, finding, forms, story_sending
from bot.rules.intake import Reading
from bot.rules.intake_outlets import with_article
from bot.rules.intake_table import Reads, Sign
from bot.rules.thread_notes import references
from bot.rules.typed_words import TypedEnquiry
from bot.rules.understanding import Understood
from storage.enquiry import reference_of
from storage.organisation import Organisation
from storage.story import reference_of as story_reference

MOST_SAID_BACK = 200
MOST_REASONS = 3


def answer(
    reading: Reading, understood: Understood, kept: str, organisation: Organisation, *, say_back: bool
) -> Message:
    """The answer to a direct message or a mention. `kept` gives the words back to a form; without `say_back` none is repeated."""
    if reading.reads == Reads.ENQUIRY:
        return _enquiry_heard(understood, kept, organisation, say_back=say_back)
    if reading.reads == Reads.STORY:
        return _story_heard(understood, kept, organisation)
    about = references(understood.typed.question)
    return _asks_about(about) if about else greeting(organisation)


def _asks_about(enquiries: Sequence[int]) -> Message:
    """Somebody asks how an enquiry stands: its page says so, to those allowed."""
    lines = {one: doors.ASKS_ABOUT.format(reference=reference_of(one)) for one in enquiries}
    opens = {one: button(Action.ENQUIRY_OPEN, finding.OPEN, one, reference_of(one)) for one in enquiries}
    return Message(" ".join(lines.values()), [section(lines[one], opens[one]) for one in enquiries])


def _enquiry_heard(understood: Understood, kept: str, organisation: Organisation, *, say_back: bool) -> Message:
    """Danger and a voice first, then what to say to the journalist now, then what was understood, and the button."""
    facts = _facts(understood) if say_back else _unsaid_facts(understood)
    said = doors.ENQUIRY_HEARD if say_back else doors.KEPT_PRIVATE
    first = [before_anything(organisation), forms.SAY_NOW]
    warned = [doors.LEFT_OUT] if understood.left_out else []
    blocks = [
        *(section(one) for one in first),
        *([section(doors.UNDERSTOOD), quoted("\n".join(facts))] if facts else []),
        *(section(one) for one in (said, *warned)),
        *actions([_open(Action.DOOR_ENQUIRY, doors.OPEN_ENQUIRY, kept)]),
    ]
    heard = [f"{doors.UNDERSTOOD}: {'. '.join(inline(fact) for fact in facts)}."] if facts else []
    return Message(" ".join([*first, *heard, said, *warned]), blocks)


def _facts(understood: Understood) -> list[str]:
    """One fact a line, as plain text; what was not there has no line."""
    typed = understood.typed
    lines = (
        (doors.FROM, typed.outlet),
        (doors.WHO, typed.journalist),
        (doors.BY_WHEN, typed.deadline_words),
        (doors.ABOUT, understood.topic),
    )
    return [line.replace("{words}", " ".join(words.split())[:MOST_SAID_BACK]) for line, words in lines if words]


def _unsaid_facts(understood: Understood) -> list[str]:
    """The deadline, which gives nothing away, and that the rest was heard; not what."""
    typed = understood.typed
    heard = (
        (doors.WHERE_FROM, typed.outlet),
        (doors.WHO_ASKS, typed.journalist),
        (doors.WHAT_ABOUT, understood.topic),
    )
    unsaid = listed([name for name, words in heard if words])
    deadline = _facts(Understood(TypedEnquiry(deadline_words=typed.deadline_words)))
    return [*deadline, *([doors.HEARD_TOO.format(unsaid=unsaid)] if unsaid else [])]


def _story_heard(understood: Understood, kept: str, organisation: Organisation) -> Message:
    heard = doors.STORY_HEARD.format(days=promised(organisation))
    said = [heard, doors.STORY_CONSENT, *([doors.LEFT_OUT] if understood.left_out else [])]
    buttons = [
        _open(Action.DOOR_STORY, doors.OPEN_STORY, kept),
        button(Action.DOOR_ENQUIRY, doors.RATHER_ENQUIRY, kept, doors.YOUR_WORDS),
    ]
    return Message(" ".join(said), [*(section(one) for one in said), *actions(buttons)])


def _open(action: Action, words: str, kept: str) -> dict[str, object]:
    return button(action, words, kept, doors.YOUR_WORDS, style="primary")


def offer(reading: Reading, kept: str, *, name_outlet: bool) -> Message:
    """Shall I log this? Seen by whoever wrote the message, and nobody else. It says why it asks, in words of ours."""
    because = listed(_because(reading, name_outlet=name_outlet))
    if reading.reads == Reads.STORY:
        ask, more = doors.OFFER_STORY.format(because=because), []
        yes = button(Action.DOOR_STORY, doors.OPEN_STORY, kept, doors.YOUR_MESSAGE, style="primary")
    else:
        ask, more = doors.OFFER_ENQUIRY.format(because=because), [section(forms.SAY_NOW)]
        yes = button(Action.DOOR_ENQUIRY, doors.LOG_IT, kept, doors.YOUR_MESSAGE, style="primary")
    buttons = [
        yes,
        button(Action.OFFER_NOT_NOW, doors.NOT_NOW, reading.reads, doors.YOUR_MESSAGE),
        button(Action.OFFER_NEVER, doors.NEVER, reading.reads, doors.YOUR_MESSAGE),
    ]
    spoken = f"{ask} {forms.SAY_NOW} {doors.ONLY_YOU}" if more else f"{ask} {doors.ONLY_YOU}"
    return Message(spoken, [section(ask), *more, *actions(buttons), context(doors.ONLY_YOU)])


def _because(reading: Reading, *, name_outlet: bool) -> list[str]:
    """The weightiest reasons; the outlet by its name where it may be said."""
    return [_reason(sign, reading.outlet if name_outlet else "") for sign in reading.because[:MOST_REASONS]]


def _reason(sign: Sign, outlet: str) -> str:
    if sign == Sign.OUTLET and outlet:
        return doors.NAMED_OUTLET.format(outlet=inline(with_article(outlet), MOST_SAID_BACK))
    return doors.BECAUSE[sign]


def not_again(reads: Reads) -> Message:
    """In place of the offer, when it is not wanted again."""
    said = doors.NEVER_STORY if reads == Reads.STORY else doors.NEVER_ENQUIRY
    return Message(f"{said} {doors.HOW_TO_UNDO}", _paragraphs(said, doors.HOW_TO_UNDO))


def sent(reference: str) -> Message:
    """In place of an answer whose form has been sent: it does not ask for it again, and repeats nothing."""
    said = doors.SENT.format(reference=reference)
    return Message(said, _paragraphs(said))


def put_aside(story_id: int) -> Message:
    """In place of an answer whose form was saved as a draft: it leads to that, and begins no second one."""
    reference = story_reference(story_id)
    said = doors.PUT_ASIDE.format(reference=reference)
    goes_on = button(Action.STORY_CHANGE, story_sending.GO_ON, story_id, reference, "primary")
    return Message(said, [section(said), *actions([goes_on])])


def thrown_away() -> Message:
    """The same, once the draft was thrown away."""
    return Message(doors.THROWN_AWAY, _paragraphs(doors.THROWN_AWAY))


def forgotten() -> Message:
    """In place of an answer whose words are not kept any more: what was told has become private."""
    return Message(doors.FORGOTTEN, _paragraphs(doors.FORGOTTEN))


def offers_switched(*, on: bool) -> Message:
    """The answer to "offers on" and "offers off"."""
    said = doors.OFFERS_ON if on else doors.OFFERS_OFF
    return Message(said, _paragraphs(said))


def _paragraphs(*texts: str) -> list[Block]:
    return [section(one) for one in texts]
