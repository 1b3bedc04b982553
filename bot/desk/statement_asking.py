"""How the tick finds what a nudge about a sign-off or a fact check is about: the enquiry is locked first."""

from bot.desk import telling
from bot.desk.work import Work
from bot.rules.sign_off_times import AskedFacts, AskedYes
from storage.enquiry import get_enquiry
from storage.statement import get_fact_check, get_sign_off


def find_sign_off(work: Work, sign_off_id: int) -> AskedYes | None:
    """A sign-off with its enquiry, both locked."""
    seen = get_sign_off(work.session, sign_off_id)
    enquiry = get_enquiry(work.session, seen.enquiry_id, lock=True) if seen else None
    one = get_sign_off(work.session, sign_off_id, lock=True)
    return AskedYes(enquiry, one) if enquiry and one else None


def find_facts(work: Work, check_id: int) -> AskedFacts | None:
    """A fact check with its enquiry, both locked."""
    seen = get_fact_check(work.session, check_id)
    enquiry = get_enquiry(work.session, seen.enquiry_id, lock=True) if seen else None
    check = get_fact_check(work.session, check_id, lock=True)
    return AskedFacts(enquiry, check) if enquiry and check else None


def show_card(work: Work, asked: AskedYes | AskedFacts) -> None:
    """The card shows who is asked."""
    telling.show_card(work, asked.enquiry)
