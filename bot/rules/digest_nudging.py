"""Asking someone of the comms team whether the digest can go, an hour before it does."""

from datetime import datetime

from bot.rules.deciding import Decision, Moot, said_to
from bot.rules.digest import ask_at
from bot.rules.planning import PlannedNudge
from bot.rules.recipients import officer_on_duty
from storage.digest import Digest
from storage.kinds import Step
from storage.nudge import Nudge
from storage.organisation import Organisation


def plan_waits(digest: Digest, organisation: Organisation, now: datetime) -> list[PlannedNudge]:
    """One nudge, where there is time for it before its hour."""
    due, person = ask_at(organisation, digest.due_at), officer_on_duty(organisation, "", now)
    return [PlannedNudge(Step.DIGEST_WAITS, person, due)] if person and due > now else []


def asked_about_digest(_nudge: Nudge, _digest: Digest, organisation: Organisation, now: datetime) -> str | None:
    """Whoever is on duty when it is asked, or the head of communications."""
    return officer_on_duty(organisation, "", now)


def decide_waits(nudge: Nudge, digest: Digest, organisation: Organisation, now: datetime) -> Decision:
    """Moot once somebody has said a word, or there is nothing to be said a word about."""
    said = digest.approved_at or digest.held_at or organisation.good_news_paused
    if digest.state != "preview" or said or now >= digest.due_at:
        return Moot("answered" if said else "passed")
    return said_to(nudge, officer_on_duty(organisation, "", now), organisation, now)
