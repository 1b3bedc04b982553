"""What people do beside enquiries and stories: write to the bot, and type words we must not lose."""

from bot.desk.work import Work, verb
from bot.rules.retention import Kept, periods
from storage.kinds import DeliveryKind, Subject
from storage.notes import forget_old, keep_words, take_words
from storage.search import tidy_up

FORM_FAILED = "form_failed"
"""How the detail of a reply begins that offers a form again; the command, the words' id and the reference follow."""


@verb
def keep(work: Work, *, person: str, command: str, words: str) -> str:
    """Keep what was typed after a command whose form could not be opened; answers the id to give it back by."""
    return keep_words(work.session, person, command, words, work.now)


@verb
def offer_form(work: Work, *, person: str, command: str, words_id: str, reference: str) -> None:
    """A form would not open, and there was no channel to say so in: it is said in a direct message, with the button."""
    work.deliver(
        DeliveryKind.REPLY,
        key=f"offer:{words_id}",
        lane=person,
        subject=Subject.PERSON,
        subject_id=0,
        detail=f"{FORM_FAILED} {command} {words_id} {reference}",
    )


@verb
def take(work: Work, words_id: str, *, person: str) -> str:
    """Give back what was typed, to the person who typed it."""
    return take_words(work.session, words_id, person) or ""


@verb
def tidy(work: Work) -> None:
    """Forget the small memories that have had their day, and let the index of words go of those that were deleted."""
    forget_old(work.session, periods(work.organisation.retention)[Kept.KEPT_WORDS].before(work.now))
    tidy_up(work.session)
