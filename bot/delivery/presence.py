"""A slow look at each of the people the organisation counts on: events may be missed, and a status runs out without one."""

import logging
from dataclasses import dataclass
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.desk import presence
from bot.desk.work import Desk
from bot.slack_errors import NETWORK_ERRORS

log = logging.getLogger("close_ties.presence")

SECONDS_BETWEEN = 20
"""One person each time, with two questions: far below what Slack allows, and everyone of a large organisation within hours."""


@dataclass(frozen=True, slots=True)
class Lookout:
    """Asks Slack about one person at a time."""

    client: WebClient

    def tick(self, desk: Desk) -> bool:
        """Look at whoever was looked at longest ago; whether anybody was."""
        person = presence.next_to_look_up(desk)
        if person is None:
            return False
        try:
            user = self._user(person)
            presence.looked_up(desk, person, user, self._quiet(person))
        except (SlackApiError, *NETWORK_ERRORS) as error:
            log.info("nobody was looked up: %s", type(error).__name__)
            return False
        return True

    def _user(self, person: str) -> dict[str, Any]:
        """As Slack describes them. Somebody Slack does not know any more is gone."""
        try:
            user: dict[str, Any] = self.client.users_info(user=person)["user"]
        except SlackApiError as refused:
            if refused.response.get("error") in ("user_not_found", "user_not_visible"):
                return {"id": person, "deleted": True}
            raise
        return user

    def _quiet(self, person: str) -> dict[str, Any]:
        """Their quiet time. An app that was installed before this was asked for may not see it."""
        try:
            answer: dict[str, Any] = dict(self.client.dnd_info(user=person).data)  # type: ignore[arg-type]  # bytes only for files
        except SlackApiError as refused:
            if refused.response.get("error") in ("missing_scope", "user_not_found"):
                return {}
            raise
        return answer
