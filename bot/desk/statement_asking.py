"""How the tick finds what a nudge about a sign-off or a fact check is about: the enquiry is locked first."""

from bot.desk import telling
from bot.desk.work import Work
from bot.rules.sign_off_times import AskedFacts, AskedYes
from storage.nudge import Nudge
from storage.statement import get_fact_check, get_sign_off


def find_sign_off(work: Work, sign_off_id: int) -> AskedYes | None:
    """A sign-off with its enquiry, both locked."""
    found = work.belonging(get_sign_off, sign_off_id)
    return AskedYes(enquiry=found[1], sign_off=found[0]) if found else None


def find_facts(work: Work, check_id: int) -> AskedFacts | None:
    """A fact check with its enquiry, both locked."""
    found = work.belonging(get_fact_check, check_id)
    return AskedFacts(enquiry=found[1], check=found[0]) if found else None


def show_card(work: Work, _: Nudge, asked: AskedYes | AskedFacts) -> None:
    """The card shows who is asked."""
    telling.show_card(work, asked.enquiry)
