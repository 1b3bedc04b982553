"""Nudging, all of it at one door: what is planned when something comes in, and what becomes of each nudge when its moment comes."""

from bot.rules.deciding import (
    Decision,
    Later,
    Moot,
    Send,
    decide,
    decide_story,
    merged,
    now_or_at,
    reached_at,
    recipient,
    said_to,
    story_recipient,
)
from bot.rules.nudge_policy import settled_steps
from bot.rules.planning import PlannedNudge, plan_anew, plan_enquiry, plan_hand_on, plan_story, time_left
from bot.rules.recipients import first_lead, hand_on
from bot.rules.urgency import answer_by, is_hurried

__all__ = [
    "Decision",
    "Later",
    "Moot",
    "PlannedNudge",
    "Send",
    "answer_by",
    "decide",
    "decide_story",
    "first_lead",
    "hand_on",
    "is_hurried",
    "merged",
    "now_or_at",
    "plan_anew",
    "plan_enquiry",
    "plan_hand_on",
    "plan_story",
    "reached_at",
    "recipient",
    "said_to",
    "settled_steps",
    "story_recipient",
    "time_left",
]
