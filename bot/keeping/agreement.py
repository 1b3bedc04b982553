"""Going live asks for the data protection officer's yes. It is kept where nobody can take it back unseen: in the audit trail."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from storage.audit import actions_done
from storage.kinds import Subject

AGREED = "went_live"
HOW_TO_AGREE = "Go through docs/dpia.md with them; once they agree: close-ties organisation go-live --dpo NAME --on DATE (as 2026-03-04)."


def is_agreed(session: Session) -> bool:
    """Whether the yes was recorded in this database."""
    return bool(actions_done(session, Subject.ORGANISATION, 1, AGREED))


def is_on_this_machine(address: str) -> bool:
    """Whether a Slack at this address can only be a sandbox of this machine: the demo's, a test's."""
    host = urlsplit(address).hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
