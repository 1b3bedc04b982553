"""One move of an enquiry as a line in its card's thread. It names people and references only, so it suits a restricted one too."""

from bot.messages import edit_line
from bot.messages.enquiry_facts import outcome_words
from bot.messages.message import Message
from bot.messages.parts import section
from bot.messages.people import name
from bot.messages.wording import enquiries
from bot.rules.deeds import Deed
from storage.audit import AuditEntry
from storage.enquiry import Enquiry
from storage.organisation import Organisation


def line(entry: AuditEntry, enquiry: Enquiry, organisation: Organisation) -> Message:
    """What was done and by whom. Of `entry.details` only a person is read."""
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
        outcome=outcome_words(enquiry),
    )


def person_named(entry: AuditEntry) -> str:
    """The person that a deed names in `to` or `person`. Other deeds keep people's words in their details: those are not looked at."""
    if entry.action not in enquiries.NAMES_SOMEONE:
        return ""
    details = entry.details or {}
    return str(details.get("to") or details.get("person") or "")
