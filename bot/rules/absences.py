"""Being away: the days that someone gives, and what Slack shows of someone, as it is kept."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.rules.form_checks import Problems
from bot.rules.reasons import Reason, Refused
from bot.rules.working_time import local, moment
from storage.absence import Presence
from storage.organisation import Organisation

LONGEST = timedelta(days=400)
"""A year of parental leave, and a little; what is longer has a slip of the pen in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayForm:
    """First and last day as typed, and who stands in ("": nobody was named)."""

    starts: str
    ends: str
    deputy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedAway:
    """From when to when, and who stands in."""

    starts_at: datetime
    ends_at: datetime
    deputy: str | None


def check_away(form: AwayForm, person: str, organisation: Organisation, now: datetime) -> CheckedAway:
    """The form as it can be kept: whole days, both included; of today, what is left. Raises `FormRefused`."""
    problems = Problems()
    problems.need({"away_from": form.starts, "away_to": form.ends})
    problems.refuse()
    starts, ends = date.fromisoformat(form.starts), date.fromisoformat(form.ends)
    if ends < starts:
        problems.add("away_to", Refused(Reason.ENDS_BEFORE))
    elif ends - starts > LONGEST:
        problems.add("away_to", Refused(Reason.AWAY_TOO_LONG))
    elif ends < local(organisation.calendar, now).date():
        problems.add("away_to", Refused(Reason.DATE_PASSED))
    if form.deputy == person:
        problems.add("away_deputy", Refused(Reason.OWN_DEPUTY))
    elif form.deputy and _gone(organisation, form.deputy):
        problems.add("away_deputy", Refused(Reason.HAS_LEFT, by=form.deputy))
    problems.refuse()
    calendar = organisation.calendar
    begins = moment(calendar, starts, time(0))
    return CheckedAway(
        starts_at=max(begins, now),
        ends_at=moment(calendar, ends + timedelta(days=1), time(0)),
        deputy=form.deputy or None,
    )


def _gone(organisation: Organisation, person: str) -> bool:
    seen = organisation.presence.get(person)
    return seen is not None and seen.deactivated


# -- what Slack shows

AWAY_SIGNS = frozenset(
    f":{sign}:"
    for sign in (
        "palm_tree",
        "beach_with_umbrella",
        "desert_island",
        "umbrella_on_ground",
        "face_with_thermometer",
        "thermometer",
        "airplane",
        "airplane_departure",
        "luggage",
    )
)
_AWAY_WORDS = re.compile(
    r"\b(?:on (?:annual |sick |parental |maternity |paternity |study |carer'?s )?leave|annual leave|on holiday|vacationing|out sick"
    r"|off sick|sick|out of (?:the )?office|ooo|not working|on sabbatical|maternity|paternity)\b|^away$",
    re.IGNORECASE,
)


def shown(user: Mapping[str, Any], quiet_until: datetime | None, now: datetime) -> Presence:
    """What Slack's picture of a person says: gone, away by their status and until when, not to be disturbed until when."""
    profile = user.get("profile") or {}
    expires = int(profile.get("status_expiration") or 0)
    until = datetime.fromtimestamp(expires, UTC) if expires else None
    says_so = says_away(str(profile.get("status_emoji") or ""), str(profile.get("status_text") or ""))
    over = until is not None and until <= now
    return Presence(
        deactivated=bool(user.get("deleted")),
        quiet_until=quiet_until,
        away=says_so and not over and until is None,
        away_until=until if says_so and not over else None,
    )


def says_away(emoji: str, text: str) -> bool:
    """Whether a status says that someone is away. "In a meeting", "Commuting" and "Working remotely" do not."""
    return emoji in AWAY_SIGNS or _AWAY_WORDS.search(text) is not None


def quiet_now(dnd: Mapping[str, Any], now: datetime) -> datetime | None:
    """Until when Slack keeps someone undisturbed, when it does so now; a quiet night still to come is not kept."""
    ends = [int(dnd.get("snooze_endtime") or 0)] if dnd.get("snooze_enabled") else []
    if dnd.get("dnd_enabled") and int(dnd.get("next_dnd_start_ts") or 0) <= now.timestamp():
        ends.append(int(dnd.get("next_dnd_end_ts") or 0))
    latest = max(ends, default=0)
    return datetime.fromtimestamp(latest, UTC) if latest > now.timestamp() else None
