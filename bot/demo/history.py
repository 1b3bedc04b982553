"""What happened at Northbank in the week before the demo opens: played by its people through the bot, so that no page is empty."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from bot.demo.chatter import CHATTER
from bot.demo.enquiries import Enquiries
from bot.demo.good_news import GoodNews
from bot.demo.sharing import Sharing
from bot.demo.week import Week
from bot.desk import absences
from bot.rules.absences import AwayForm

if TYPE_CHECKING:
    from bot.demo.stage import Stage

DAYS = 8
"""How many days before the opening it begins: on the Tuesday of the week before."""
UNREAD_FROM = (0, "09:30")
"""What was said since this moment is still new to everybody."""

Deed = tuple[int, str, Callable[[], object]]


def begins(opens: datetime) -> datetime:
    """The first moment of it, when the demo opens then."""
    return (opens - timedelta(days=DAYS)).replace(hour=8, minute=30)


def play(stage: "Stage", opens: datetime, told: Callable[[str], None]) -> None:
    """Play it all, and leave the clock at the opening. `told` hears each day as it begins."""
    week = Week(stage, opens)
    said = [(*remark.when, lambda remark=remark: week.says(remark)) for remark in CHATTER]
    for days, deeds in groupby(sorted([*_deeds(week), *said], key=itemgetter(0, 1)), key=itemgetter(0)):
        told(f"  {week.day(days):%A}")
        for _, at, deed in deeds:
            week.moves_to(days, at)
            deed()
    stage.wait_until_quiet()
    week.moves_to(0, f"{opens:%H:%M}")


def _deeds(week: Week) -> list[Deed]:
    enquiries, news, sharing = Enquiries(week), GoodNews(week), Sharing(week)
    return [
        (-8, "09:30", news.where_else_it_is_told),
        (-7, "09:40", enquiries.ramps_are_asked_about),
        (-7, "10:15", enquiries.ramps_have_words),
        (-7, "11:30", enquiries.ramps_are_answered),
        (-7, "15:20", news.the_night_garden),
        (-7, "16:05", news.bread_on_thursdays),
        (-6, "09:15", enquiries.a_private_enquiry),
        (-6, "09:35", news.a_first_front_door),
        (-6, "09:45", news.forty_kitchens),
        (-6, "10:02", news.a_phrase_book),
        (-6, "10:20", enquiries.ramps_are_in_the_paper),
        (-6, "10:40", news.the_preview),
        (-6, "11:05", enquiries.the_private_enquiry_ends),
        (-6, "11:20", news.the_front_door_is_on_the_website),
        (-6, "11:40", news.a_quiz_that_was_ours),
        (-6, "15:10", sharing.forty_kitchens_on_linkedin),
        (-5, "10:00", news.the_digest),
        (-5, "11:30", news.bread_is_told_outside),
        (-2, "10:30", sharing.a_box_for_first_visits),
        (-2, "14:00", sharing.the_box_has_an_answer),
        (-1, "11:00", sharing.come_and_work_nights),
        (-1, "13:30", sharing.a_talk_about_a_case),
        (-1, "14:10", enquiries.carers_pay_is_asked_about),
        (-1, "14:50", enquiries.carers_pay_is_drafted),
        (-1, "15:30", news.open_evening),
        (-1, "16:10", lambda: _rosa_will_be_away(week)),
        (0, "08:50", news.the_front_door_closes),
        (0, "09:02", enquiries.a_form_is_asked_about),
        (0, "09:12", enquiries.carers_pay_is_asked_about_by_another),
        (0, "09:20", news.the_piano),
        (0, "09:22", news.saturday_mornings),
        (0, "09:24", news.the_phrase_book_is_here),
        (0, "09:25", sharing.on_the_radio),
        (*UNREAD_FROM, week.all_is_read),
    ]


def _rosa_will_be_away(week: Week) -> None:
    """All of next week; Marcus stands in for her."""
    monday = week.opens.date() + timedelta(days=7 - week.opens.weekday())
    away = AwayForm(starts=f"{monday}", ends=f"{monday + timedelta(days=4)}", deputy=week.id_of("marcus"))
    absences.go(week.desk, away, person=week.id_of("rosa"))
