"""That a nudge comes late, and when it was due."""

from bot.messages.mrkdwn import in_words, moment
from bot.messages.wording import nudges
from storage.nudge import Nudge
from storage.organisation import Organisation


def late(nudge: Nudge, organisation: Organisation) -> tuple[list[str], list[str]]:
    """To be shown and to be said; nothing where it comes in time."""
    if not nudge.late:
        return [], []
    zone = organisation.calendar.zone
    shown, said = moment(nudge.due_at, zone), in_words(nudge.due_at, zone)
    return [nudges.LATE.format(moment=shown)], [nudges.LATE.format(moment=said)]
