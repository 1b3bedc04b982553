"""Loads what the rules would otherwise load when first needed, so that nobody's first enquiry waits a third of a second for it.

Importing the rules loads none of it. The program calls this once it is up, in a thread of its own.
"""

from datetime import datetime

from bot.rules.enquiry_form import can_be_reached
from bot.rules.privacy import findings, questions
from bot.rules.working_time import bank_holidays, local
from storage.organisation import Organisation


def load_ahead(organisation: Organisation, now: datetime) -> None:
    """Telephone numbers, check digits, first names, and this year's and the next's bank holidays. Calling it twice does no harm."""
    can_be_reached("020 7946 0000")
    findings("943 476 5919")
    questions("The boy", restricted=True)
    year = local(organisation.calendar, now).year
    for each in (year, year + 1):
        bank_holidays(organisation.calendar.nation, each)
