"""Why am I getting this? The reasons for one nudge, each as a sentence, the most telling first. Never a word of the enquiry itself."""

from datetime import datetime

from bot.messages.mrkdwn import in_words
from bot.messages.people import area_name, name
from bot.messages.wording import nudges, why
from bot.rules.asked_about import AskedAbout
from bot.rules.nudge_reasons import Because, Ground
from bot.rules.part_reasons import every_ground
from storage.nudge import Nudge
from storage.organisation import Organisation


def reasons(nudge: Nudge, about: AskedAbout, organisation: Organisation) -> list[str]:
    """Why this person was asked this, at this moment, in sentences safe in mrkdwn."""
    return [_said(ground, about, organisation) for ground in every_ground(nudge, about, organisation)]


def _said(ground: Ground, about: AskedAbout, organisation: Organisation) -> str:
    until = _moment(ground.until, organisation)
    return why.SAID[ground.because].format(
        share=_share(ground.share),
        person=name(organisation, ground.person, why.WHO_SILENT),
        area=area_name(organisation, about.service_area, nudges.AREA_UNKNOWN),
        absent=why.ABSENT[ground.why] if ground.why and ground.because == Because.NOT_THERE else "",
        until=why.UNTIL.format(moment=until) if until else "",
        moment=until,
    )


def _moment(at: datetime | None, organisation: Organisation) -> str:
    return in_words(at, organisation.calendar.zone) if at else ""


def _share(share: float | None) -> str:
    """The share of the time that had gone, in the words people use for it."""
    if not share:
        return ""
    return next((words for most, words in why.SHARES if share <= most), why.SHARE_MOST)
