"""One move of an enquiry as a line in its card's thread. It names people and references only, so it suits a restricted one too."""

from bot.messages import edit_line
from bot.messages.enquiry_facts import outcome_words
from bot.messages.message import Message
from bot.messages.mrkdwn import listed
from bot.messages.parts import section
from bot.messages.people import name
from bot.messages.wording import enquiries
from bot.messages.wording.names import OUTCOME
from bot.rules.deeds import Deed
from storage.audit import AuditEntry
from storage.enquiry import Enquiry
from storage.kinds import Outcome
from storage.organisation import Organisation


def line(entry: AuditEntry, enquiry: Enquiry, organisation: Organisation) -> Message:
    """What was done and by whom. Of `entry.details` only people, a version and an outcome are read."""
    if entry.action == Deed.EDIT and not enquiry.restricted:
        return edit_line.line(entry, enquiry, organisation)
    said = sentence(entry, enquiry, organisation)
    return Message(said, [section(said)])


def sentence(entry: AuditEntry, enquiry: Enquiry, organisation: Organisation, *, opened: bool = False) -> str:
    """The line itself, safe in mrkdwn. `opened`: for someone who has the enquiry open before them, with what was changed."""
    if opened and entry.action == Deed.EDIT:
        return edit_line.sentence(entry, enquiry, organisation, shown=True)
    to = person_named(entry)
    return enquiries.LINE.get(entry.action, enquiries.LINE_OTHER).format(
        who=name(organisation, entry.actor),
        reference=enquiry.reference,
        to=name(organisation, to, enquiries.SOMEONE),
        outcome=_outcome(entry, enquiry),
        **_words(entry, organisation),
    )


def _outcome(entry: AuditEntry, enquiry: Enquiry) -> str:
    """How it ended then: it may have been opened again since."""
    kept = (entry.details or {}).get("outcome")
    if not isinstance(kept, str) or kept == enquiry.outcome:
        return outcome_words(enquiry)
    return OUTCOME[Outcome(kept)]


def _words(entry: AuditEntry, organisation: Organisation) -> dict[str, str]:
    """Which words a deed was about, whom it asked and in whose place it was done: numbers and people, never somebody's text."""
    details = entry.details or {}
    version, place = details.get("version"), details.get("for_whom")
    people = details.get("people") if entry.action == Deed.ASK_SIGN_OFF else None
    return {
        "words": enquiries.LINE_VERSION.format(version=version) if isinstance(version, int) else enquiries.LINE_WORDS,
        "place": enquiries.LINE_PLACE.format(who=name(organisation, str(place))) if place else "",
        "people": listed([name(organisation, one) for one in people]) if people else enquiries.SOMEONE,
        "overridden": enquiries.LINE_OVERRIDDEN if details.get("override_because") else "",
    }


def person_named(entry: AuditEntry) -> str:
    """The person that a deed names in `to` or `person`. Other deeds keep people's words in their details: those are not looked at."""
    if entry.action not in enquiries.NAMES_SOMEONE:
        return ""
    details = entry.details or {}
    return str(details.get("to") or details.get("person") or "")
