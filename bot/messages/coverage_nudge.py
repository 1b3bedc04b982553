"""The quiet question two working days after an answer: was something published?"""

from datetime import datetime

from bot.messages import nudge as nudges
from bot.messages import nudge_answers
from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import in_words, inline, moment
from bot.messages.parts import actions, button, context, quoted, section
from bot.messages.wording import nudges as nudge_words
from bot.messages.wording import responses as words
from bot.rules.asked_about import AskedAbout
from storage.enquiry import Enquiry
from storage.kinds import NudgeState
from storage.nudge import Nudge
from storage.organisation import Organisation


def message(nudge: Nudge, enquiry: Enquiry, organisation: Organisation, now: datetime) -> Message:
    """The question, or that it has been dealt with. A private enquiry is named by its reference alone."""
    if nudge.state in (NudgeState.SETTLED, NudgeState.MOOT):
        return nudges.message(nudge, enquiry, organisation, now)
    zone, answered = organisation.calendar.zone, enquiry.responded_at or now
    why = words.COVERAGE_WHY_WITH_YOU if nudge.person == enquiry.officer else words.COVERAGE_WHY
    about, private = enquiry.reference, [nudge_words.PRIVATE] if enquiry.restricted else []
    buttons = [
        button(Action.COVERAGE_NOTE, words.NOTE_PIECE, enquiry.id, about, "primary"),
        button(Action.COVERAGE_NONE, words.NOTHING_PUBLISHED, enquiry.id, about),
        button(Action.ENQUIRY_OPEN, words.OPEN, enquiry.id, about),
        *nudge_answers.beside(nudge, AskedAbout(enquiry), organisation, now),
    ]
    waits_shown, waits_said = nudge_answers.waiting(nudge, organisation, now)
    asks = words.COVERAGE_ASK.format(reference=about, day=moment(answered, zone))
    blocks = [
        section("\n".join([asks, *waits_shown])),
        *([] if enquiry.restricted else [quoted(enquiry.outlet, 150)]),
        context(why, *private),
        *actions(buttons),
    ]
    asked = words.COVERAGE_ASK.format(reference=about, day=in_words(answered, zone))
    outlet = [] if enquiry.restricted else [f"{inline(enquiry.outlet, 150)}."]
    return Message(" ".join([asked, *outlet, *waits_said, why, *private]), blocks)
