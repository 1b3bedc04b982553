"""On what terms a journalist and the press office speak. An embargo is between the two: nothing of it is published before its time.

An answer may be given to the journalist before: what is held back is the publishing, and the terms say so wherever the words stand.
"""

from datetime import datetime

from bot.rules.reasons import FormRefused, Reason, Refused
from storage.enquiry import Enquiry
from storage.kinds import Terms


def settled_terms(kind: str, until: datetime | None, enquiry: Enquiry, now: datetime) -> tuple[Terms, datetime | None]:
    """The terms as they can be kept: an embargo has a time, and nothing else has one. Raises `FormRefused`.

    A new time makes it an embargo, as the form says. ValueError for what no form offers.
    """
    terms, new_time = Terms(kind), until is not None and until != enquiry.embargo_until
    if new_time:
        terms = Terms.EMBARGOED
    if terms != Terms.EMBARGOED:
        return terms, None
    if until is None:
        raise FormRefused({"embargo_until": Refused(Reason.MISSING)})
    if until <= now and (new_time or enquiry.terms != Terms.EMBARGOED):
        raise FormRefused({"embargo_until": Refused(Reason.DATE_PASSED)})
    return terms, until
