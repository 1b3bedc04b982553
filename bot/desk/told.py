"""A direct message, whether it comes as an event or is read afterwards: the first reader that recognises it deals with it."""

from collections.abc import Callable

from bot.desk import away_said, changes_of_mind, doors, story_replies, written_answers
from bot.desk.doors import Written
from bot.desk.work import Desk
from bot.rules.intake import read
from bot.rules.intake_table import Reads
from bot.rules.typed_words import offers_switched
from bot.rules.understanding_text import heard

Reader = Callable[[Desk, Written], bool]
"""True: it was meant for this reader, who has dealt with it, and no other looks. Each deals with a message once, however often it comes."""


def directly(desk: Desk, written: Written) -> None:
    """Somebody wrote to the bot."""
    any(reader(desk, written) for reader in READERS)


def _switches_offers(desk: Desk, written: Written) -> bool:
    """ "Offers on" or "offers off"."""
    on = offers_switched(written.text)
    if on is None:
        return False
    doors.switch_offers(desk, on=on, person=written.person, event_id=written.event_id)
    return True


def _tells_of_the_press(desk: Desk, written: Written) -> bool:
    """What reads like an enquiry is one, whatever else it might be taken for: "I'm off at 5 and the BBC want an answer by 4"."""
    if written.thread_ts or read(heard(written.text)).reads != Reads.ENQUIRY:
        return False
    return _tells_us(desk, written)


def _tells_us(desk: Desk, written: Written) -> bool:
    """Anything else."""
    doors.told_directly(desk, written, event_id=written.event_id)
    return True


READERS: tuple[Reader, ...] = (
    _switches_offers,
    story_replies.replied,
    changes_of_mind.heard,
    _tells_of_the_press,
    away_said.written,
    written_answers.written,
    story_replies.may_answer,
    _tells_us,
)
"""In this order. The last takes every message that is left."""
