"""What a press officer is told when an enquiry has been given to them."""

from datetime import datetime

from bot.messages import nudge as nudges
from bot.messages import nudge_answers
from bot.messages.enquiry_facts import deadline_line, deadline_spoken
from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import inline
from bot.messages.nudge_late import late
from bot.messages.parts import Block, actions, button, context, quoted, section
from bot.messages.people import name
from bot.messages.wording import enquiries
from bot.messages.wording import nudges as nudge_words
from bot.messages.wording import working as words
from bot.rules.asked_about import AskedAbout
from bot.rules.deeds import Deed
from storage.audit import AuditEntry
from storage.enquiry import Enquiry
from storage.kinds import NudgeState
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.thread_note import ThreadNote

GIVING: dict[str, str] = {
    Deed.ASSIGN: words.GIVEN_TO_YOU,
    Deed.HAND_OVER: words.HANDED_TO_YOU,
    Deed.REOPEN: words.REOPENED_FOR_YOU,
    "holder_left": words.LEFT_TO_YOU,
}
MOST_QUESTION = 1_500


def message(
    nudge: Nudge,
    enquiry: Enquiry,
    given: AuditEntry | None,
    note: ThreadNote | None,
    organisation: Organisation,
    now: datetime,
) -> Message:
    """The nudge as it stands. `given`: the move by which they got it, `note`: what they should know. Of a private one neither is shown."""
    if nudge.state in (NudgeState.SETTLED, NudgeState.MOOT):
        return nudges.message(nudge, enquiry, organisation, now)
    who = name(organisation, given.actor if given else None, enquiries.SOMEONE)
    sentence = GIVING.get(given.action, words.GIVEN_TO_YOU) if given else words.GIVEN_TO_YOU
    ask = f"{nudge_words.URGENT if enquiry.urgent else ''}{sentence.format(who=who, reference=enquiry.reference)}"
    about = enquiry.reference
    late_shown, _ = late(nudge, organisation)
    shown, said = _words(enquiry, who, note)
    waits_shown, waits_said = nudge_answers.waiting(nudge, organisation, now)
    blocks = [
        section(f"*{ask}*"),
        section("\n".join([deadline_line(enquiry, organisation, now), *waits_shown])),
        *shown,
        context(*late_shown, words.WHY_GIVEN),
        *actions(
            [
                button(Action.NUDGE_OPEN, enquiries.OPEN, nudge.id, about, "primary"),
                button(Action.ENQUIRY_ASSIGN, words.HAND_OVER, enquiry.id, about),
                *nudge_answers.beside(nudge, AskedAbout(enquiry), organisation, now),
            ]
        ),
    ]
    spoken = [ask, f"{deadline_spoken(enquiry, organisation, now)}.", *waits_said, *said, words.WHY_GIVEN]
    return Message(" ".join(spoken), blocks)


def _words(enquiry: Enquiry, who: str, note: ThreadNote | None) -> tuple[list[Block], list[str]]:
    """What it is about and the note, shown and said; of a private enquiry only that there is something to open."""
    if enquiry.restricted:
        private = words.NOTE_IS_THERE if note else words.PRIVATE
        return [section(private)], [private]
    shown, said = [quoted(enquiry.outlet), quoted(enquiry.question, MOST_QUESTION)], []
    said.append(f"{inline(enquiry.outlet, 150)}: {inline(enquiry.question, MOST_QUESTION)}")
    if note:
        says = words.SAYS.format(who=who)
        shown += [section(says), quoted(note.words, MOST_QUESTION)]
        said.append(f"{says} {inline(note.words, MOST_QUESTION)}")
    return shown, said
