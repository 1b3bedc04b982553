"""More has become known about an enquiry: where its words need another yes now, they go back to the press officer, who hears why."""

from bot.desk import statement_ends
from bot.desk.planning import next_round, plan
from bot.desk.work import Work
from bot.rules.deeds import Deed
from bot.rules.sign_off import GIVEN, OPEN, missing
from bot.rules.sign_off_times import plan_news
from storage.brief import read_brief
from storage.enquiry import Enquiry
from storage.kinds import Status, Step, Subject

BOT = "close-ties"


def look_again(work: Work, enquiry: Enquiry) -> None:
    """After a mark or a restriction. What was said stays said; whoever is missing is yet to be asked."""
    if enquiry.statement_id is None or enquiry.status not in (Status.AWAITING_SIGN_OFF, Status.READY):
        return
    brief = read_brief(work.session, enquiry)
    asked = brief.asked_of(brief.statement) if brief.statement else ()
    counted = [one for one in asked if one.state in GIVEN | OPEN]
    if not counted or not missing(counted, enquiry):
        return
    enquiry.status = Status.IN_PROGRESS
    for one in counted:
        statement_ends.settle(work, Subject.SIGN_OFF, one.id, Deed.ADD_MORE, BOT, frozenset({Step.READY_TO_SEND}))
    first = counted[0]
    officer, round_ = enquiry.officer or first.asked_by, next_round(work, Subject.SIGN_OFF, first.id)
    news = plan_news(Step.NEEDS_MORE, officer, enquiry, work.organisation, work.now, round_)
    plan(work, Subject.SIGN_OFF, first.id, [news])
