"""Stories beside enquiries as files, to whoever of the press office asked."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk.balance import cells_in
from bot.desk.work import Desk
from bot.messages.balance_files import files
from bot.messages.message import Files
from bot.messages.wording import balance as words
from bot.rules.deeds import Deed
from bot.rules.permissions import allowed
from bot.rules.working_time import local
from storage.delivery import Delivery


def sent(desk: Desk, session: Session, delivery: Delivery, now: datetime) -> Files | None:
    """A picture and a table, as the numbers are now."""
    if not allowed(Deed.SEE_BALANCE, delivery.lane, desk.organisation):
        return None
    day = local(desk.organisation.calendar, now).date().isoformat()
    return Files(words.FILES_SAID, files(cells_in(session, desk.organisation, now), day))
