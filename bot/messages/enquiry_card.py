"""The card: the one message that always shows an enquiry's present state."""

from datetime import datetime

from bot.messages import card_parts
from bot.messages.enquiry_facts import (
    open_lines,
    open_spoken,
    outcome_words,
    private_lines,
    private_spoken,
    private_spoken_facts,
)
from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import moment
from bot.messages.parts import (
    Block,
    Element,
    actions,
    asking_first,
    button,
    context,
    header,
    quoted,
    quoted_context,
    section,
)
from bot.messages.people import name
from bot.messages.wording import enquiries, statements
from bot.rules.sensitivity import standing_marks
from bot.rules.sign_off import may_go_straight, wants_new_words
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import Status
from storage.organisation import Organisation

MOST_QUESTION = 2_500
MOST_RESPONSE = 2_500


def card(enquiry: Enquiry, organisation: Organisation, now: datetime, around: Brief | None = None) -> Message:
    """The card in the triage channel. A restricted enquiry only ever gets its stub there.

    `around`: what is known around it; without it the card shows the enquiry's own fields alone.
    """
    if enquiry.restricted:
        return stub(enquiry, organisation, now)
    more = card_parts.shown(card_parts.OPEN, around or Brief(enquiry=enquiry), organisation, now)
    blocks = [
        header(f"{enquiry.reference}: {enquiry.outlet}"),
        section(open_lines(enquiry, organisation, now)),
        quoted(enquiries.JOURNALIST.format(journalist=enquiry.journalist)),
        *_deadline_words(enquiry),
        *_text(enquiries.THEY_ASK, enquiry.question, MOST_QUESTION),
        *more.blocks,
        *_answer(enquiry, organisation),
        *_end(enquiry, organisation),
        _raised(enquiry, organisation),
        *actions([*_moves(around or Brief(enquiry=enquiry)), _open(enquiry)]),
    ]
    return Message(f"{open_spoken(enquiry, organisation, now)}{more.spoken}", blocks)


def restricted_card(
    enquiry: Enquiry, organisation: Organisation, now: datetime, around: Brief | None = None
) -> Message:
    """The card in the restricted channel: no word of the enquiry itself, all the buttons. Once opened up it says so."""
    if not enquiry.restricted:
        return _opened_up(enquiry, organisation, now)
    more = card_parts.shown(card_parts.PRIVATE, around or Brief(enquiry=enquiry), organisation, now)
    blocks = [
        header(enquiries.RESTRICTED_HEADER.format(reference=enquiry.reference)),
        section(private_lines(enquiry, organisation, now)),
        *more.blocks,
        context(enquiries.RESTRICTED_NOTE),
        *actions([*_moves(around or Brief(enquiry=enquiry)), _open(enquiry), *_unrestrict(enquiry)]),
    ]
    return Message(f"{private_spoken(enquiry, organisation, now)}{more.spoken}", blocks)


def _opened_up(enquiry: Enquiry, organisation: Organisation, now: datetime) -> Message:
    note = enquiries.OPENED_UP_NOTE.format(who=name(organisation, enquiry.opened_up_by, enquiries.SOMEONE))
    lines = section(private_lines(enquiry, organisation, now))
    blocks = [header(enquiry.reference), lines, context(note), *actions([_open(enquiry)])]
    return Message(f"{enquiry.reference}: {note} {private_spoken_facts(enquiry, organisation, now)}", blocks)


def stub(enquiry: Enquiry, organisation: Organisation, now: datetime) -> Message:
    """What the triage channel sees of a restricted enquiry: that it is there, and when it is due."""
    blocks = [
        header(enquiries.RESTRICTED_HEADER.format(reference=enquiry.reference)),
        section(private_lines(enquiry, organisation, now)),
        context(enquiries.STUB_NOTE),
        *actions([_open(enquiry)]),
    ]
    return Message(private_spoken(enquiry, organisation, now), blocks)


def _text(label: str, words: str, most: int) -> list[Block]:
    shown = [section(label), quoted(words, most)]
    return shown if len(words) <= most else [*shown, context(enquiries.CUT_HERE)]


def _deadline_words(enquiry: Enquiry) -> list[Block]:
    """What was typed, where no moment came of it ("as soon as you can")."""
    if enquiry.deadline or not enquiry.deadline_words.strip():
        return []
    return [quoted_context(enquiries.DEADLINE_WORDS.format(words=enquiry.deadline_words))]


def _answer(enquiry: Enquiry, organisation: Organisation) -> list[Block]:
    if not enquiry.response or not enquiry.responded_at:
        return []
    when = moment(enquiry.responded_at, organisation.calendar.zone)
    label = enquiries.ANSWERED.format(who=name(organisation, enquiry.responded_by), moment=when)
    return _text(label, enquiry.response, MOST_RESPONSE)


def _end(enquiry: Enquiry, organisation: Organisation) -> list[Block]:
    if enquiry.status != Status.CLOSED or not enquiry.closed_at:
        return []
    when = moment(enquiry.closed_at, organisation.calendar.zone)
    ended = section(enquiries.ENDED.format(outcome=outcome_words(enquiry), moment=when))
    return [ended, quoted(enquiry.outcome_note, 1_500)] if enquiry.outcome_note else [ended]


def _raised(enquiry: Enquiry, organisation: Organisation) -> Block:
    when = moment(enquiry.raised_at, organisation.calendar.zone)
    return context(enquiries.RAISED.format(raiser=name(organisation, enquiry.raised_by), moment=when))


def _moves(brief: Brief) -> list[Element]:
    """The next obvious step first, and the end; everything else is on the page."""
    enquiry = brief.enquiry
    about = enquiry.reference
    close = button(Action.ENQUIRY_CLOSE, enquiries.CLOSE, enquiry.id, about)
    match enquiry.status:
        case Status.CLOSED:
            return []
        case Status.NEW:
            return [button(Action.ENQUIRY_CLAIM, enquiries.TAKE, enquiry.id, about, "primary"), close]
        case Status.IN_PROGRESS:
            return [*_words(brief), close]
        case Status.READY:
            return [button(Action.ENQUIRY_RESPOND, enquiries.RESPOND, enquiry.id, about, "primary"), close]
        case _:
            return [close]


def _words(brief: Brief) -> list[Element]:
    """Towards an answer: words, somebody's yes to them, or straight away where a simple answer is enough."""
    enquiry, about = brief.enquiry, brief.enquiry.reference
    steps = [(Action.STATEMENT_DRAFT, statements.DRAFT)]
    if brief.statement is not None:
        steps = [(Action.SIGN_OFF_ASK, statements.ASK_SIGN_OFF), (Action.STATEMENT_DRAFT, statements.DRAFT_AGAIN)]
        steps = steps[::-1] if wants_new_words(brief) else steps
    if may_go_straight(brief):
        steps.insert(1, (Action.ENQUIRY_RESPOND, enquiries.RESPOND))
    styles = ("primary", "", "")
    return [
        button(action, words, enquiry.id, about, style) for (action, words), style in zip(steps, styles, strict=False)
    ]


def _open(enquiry: Enquiry) -> Element:
    return button(Action.ENQUIRY_OPEN, enquiries.OPEN, enquiry.id, enquiry.reference)


def _unrestrict(enquiry: Enquiry) -> list[Element]:
    """Lifting is offered where no mark keeps it private: the rules refuse it otherwise."""
    if standing_marks(enquiry) or not enquiry.is_open:
        return []
    plain_button = button(Action.ENQUIRY_UNRESTRICT, enquiries.UNRESTRICT, enquiry.id, enquiry.reference)
    text = enquiries.UNRESTRICT_TEXT.format(reference=enquiry.reference)
    yes, no = enquiries.UNRESTRICT_YES, enquiries.UNRESTRICT_NO
    return [asking_first(plain_button, enquiries.UNRESTRICT_TITLE, text, yes, no)]
