"""A form that may not be kept as it is stops at the first thing that would be written, after the verb's own checks and before any number
is given out: a sequence that was asked does not go back, and a reference that nobody has would have to be explained.
"""

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from bot.rules.privacy.looked import Looked


def stop_before_writing(session: Session, looked: Looked) -> None:
    """From now on the session's first write raises what was seen, if there is anything: `FormRefused` or `AskFirst`."""
    if not (looked.problems or looked.asked):
        return

    def executed(state: ORMExecuteState) -> None:
        if state.is_insert or state.is_update or state.is_delete:
            looked.check()

    def flushed(_session: Session, _context: UOWTransaction, _instances: object) -> None:
        looked.check()

    event.listen(session, "do_orm_execute", executed)
    event.listen(session, "before_flush", flushed)
