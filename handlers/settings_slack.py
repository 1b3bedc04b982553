"""What the settings ask Slack before they are kept: who someone is, whether a channel will do, who looks after the workspace."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from functools import partial
from typing import Any, TypeVar

from slack_sdk.errors import SlackApiError

from bot.organisation.slack_check import channel_findings, is_guest
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.slack_errors import NETWORK_ERRORS
from handlers.door import Call

PATIENCE = 2.2  # seconds for all of it: Slack waits three for our answer
CHANNELS = {
    "set_triage_channel": "triage",
    "set_restricted_channel": "restricted",
    "set_intake_channel": "intake",
    "set_good_news_channel": "good news",
    "set_comms_channel": "comms",
    "set_edition_channel": "service's good-news",
}
Found = TypeVar("Found")


def names_of(call: Call, chosen: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """What Slack calls these people, who are new to us, by the field they were chosen in. Raises FormRefused."""
    fields = {person: field for field, people in chosen.items() for person in people}
    asked = {person: _ask(call, partial(_user, call, person)) for person in fields}
    names: dict[str, str] = {}
    problems: dict[str, Refused] = {}
    for person, answer in asked.items():
        try:
            user = _answered(answer)
            names[person] = _colleague(person, user)
        except Refused as refused:
            problems.setdefault(fields[person], refused)
    if problems:
        raise FormRefused(problems)
    return names


def check_channels(call: Call, chosen: Mapping[str, str]) -> None:
    """Each channel is one that the bot can work in, the restricted one private enough. Raises FormRefused."""
    client = call.door.client
    asked = {
        field: _ask(call, partial(channel_findings, CHANNELS[field], channel, client))
        for field, channel in chosen.items()
    }
    problems: dict[str, Refused] = {}
    for field, answer in asked.items():
        try:
            said = " ".join(finding.sentence for finding in _answered(answer))
        except Refused as refused:
            problems[field] = refused
            continue
        if said:
            problems[field] = Refused(Reason.CHANNEL_NOT_FIT, words=said)
    if problems:
        raise FormRefused(problems)


def looks_after_workspace(call: Call) -> bool:
    """Whether Slack says that this person is an admin or an owner of the workspace. Raises Refused."""
    user = _answered(_ask(call, lambda: _user(call, call.person)))
    return bool(user.get("is_admin") or user.get("is_owner") or user.get("is_primary_owner"))


def _ask(call: Call, question: Callable[[], Found]) -> Future[Found]:
    return call.door.afterwards.submit(question)


def _answered(asked: Future[Found]) -> Found:
    try:
        return asked.result(PATIENCE)
    except (SlackApiError, TimeoutError, *NETWORK_ERRORS) as error:
        raise Refused(Reason.SLACK_SILENT) from error


def _user(call: Call, person: str) -> dict[str, Any]:
    user: dict[str, Any] = call.door.client.users_info(user=person)["user"]
    return user


def _colleague(person: str, user: Mapping[str, Any]) -> str:
    if user.get("is_bot") or person == "USLACKBOT":
        raise Refused(Reason.A_BOT)
    if user.get("deleted"):
        raise Refused(Reason.HAS_LEFT, by=person)
    if is_guest(user):
        raise Refused(Reason.A_GUEST, by=person)
    return str(user.get("real_name") or user.get("name"))
