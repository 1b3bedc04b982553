"""Holes that only Slack knows of: people who are gone, channels without the bot, a restricted channel others can read."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.organisation.findings import Finding
from storage.organisation import Organisation

ASKED_AT_ONCE = 8
_GONE = ("channel_not_found", "not_in_channel", "method_not_supported_for_channel_type")


def slack_findings(organisation: Organisation, client: WebClient) -> list[Finding]:
    """Ask Slack about every person and channel the organisation names.

    Raises what slack_sdk raises when Slack does not answer, or refuses the token; a question that Slack refuses by itself
    becomes a finding.
    """
    client.auth_test()
    return [*_people(organisation, client), *_channels(organisation, client)]


def restricted_channel_findings(organisation: Organisation, client: WebClient) -> list[Finding]:
    """Only what makes the bot refuse to start: looked at by `run` each time, since a channel changes behind our back."""
    if not organisation.restricted_channel:
        return []
    return [finding for finding in _restricted(organisation, client) if finding.refuses]


def channel_findings(what: str, channel: str, client: WebClient) -> list[Finding]:
    """One channel, as soon as it is chosen: "triage", "restricted", or what else it is called. Raises as `slack_findings`."""
    if what == "restricted":
        return list(_restricted(Organisation(name="", restricted_channel=channel), client))
    found = _channel(client, what, channel)
    return [found] if isinstance(found, Finding) else list(_usable(f"The {what} channel #{found['name']}", found))


def _people(organisation: Organisation, client: WebClient) -> Iterator[Finding]:
    named = _named_people(organisation)
    for person, name in named.items():
        try:
            user = client.users_info(user=person)["user"]
        except SlackApiError as refused:
            yield Finding(_about_person(name, person, _error(refused)))
            continue
        if user.get("deleted"):
            yield Finding(f"{name} ({person}) is deactivated in Slack: nothing can reach them there.")
        elif user.get("is_bot"):
            yield Finding(f"{name} ({person}) is a bot in Slack, not a person.")


def _named_people(organisation: Organisation) -> dict[str, str]:
    """Everybody the organisation counts on, by Slack id, each once."""
    named = {person.id: person.name for person in organisation.people.values()}
    for area in organisation.service_areas.values():
        for person in (area.lead, *area.deputies, area.press_officer):
            if person:
                named.setdefault(person, f"Somebody named in {area.name}")
    for role, people in organisation.roles.items():
        for person in people:
            named.setdefault(person, f"Somebody named as {role.value.replace('_', ' ')}")
    if organisation.on_call:
        named.setdefault(organisation.on_call, "The press officer on call")
    return named


def _about_person(name: str, person: str, error: str) -> str:
    if error in ("user_not_found", "user_not_visible", "users_not_found"):
        return f"{name}: nobody in Slack has the id {person}."
    return f"{name} ({person}): Slack would not say who this is ({error})."


def _channels(organisation: Organisation, client: WebClient) -> Iterator[Finding]:
    for what, channel in (
        ("triage", organisation.triage_channel),
        ("intake", organisation.intake_channel),
        ("good news", organisation.good_news_channel),
        ("comms", organisation.comms_channel),
        *_editions(organisation),
    ):
        if channel:
            found = _channel(client, what, channel)
            if isinstance(found, Finding):
                yield found
            else:
                yield from _usable(f"The {what} channel #{found['name']}", found)
    if organisation.restricted_channel:
        yield from _restricted(organisation, client)


def _editions(organisation: Organisation) -> Iterator[tuple[str, str]]:
    """Each service's own channel for its good news, with what to call it."""
    areas = organisation.service_areas
    yield from (
        (f"{areas[key].name} good-news", channel) for key, channel in organisation.editions.items() if key in areas
    )


def _channel(client: WebClient, what: str, channel: str) -> dict[str, Any] | Finding:
    """The channel as Slack describes it, or why it cannot be seen. Only a visible restricted channel is known to be private."""
    refuses = what == "restricted"
    try:
        answer: dict[str, Any] = client.conversations_info(channel=channel)["channel"]
    except SlackApiError as refused:
        error = _error(refused)
        if error in _GONE:
            sentence = (
                f"The {what} channel {channel} is not there, or the bot is not in it. Write /invite @Close Ties in it."
            )
            return Finding(sentence, refuses)
        return Finding(f"The {what} channel {channel}: Slack would not say what it is ({error}).", refuses)
    return answer


def _usable(name: str, channel: dict[str, Any]) -> Iterator[Finding]:
    if channel.get("is_archived"):
        yield Finding(f"{name} is archived: nothing can be posted in it.")
    elif not channel.get("is_member"):
        yield Finding(f"{name}: the bot is not in it. Write /invite @Close Ties in it.")


def _restricted(organisation: Organisation, client: WebClient) -> Iterator[Finding]:
    found = _channel(client, "restricted", organisation.restricted_channel)
    if isinstance(found, Finding):
        yield found
        return
    name = f"The restricted channel #{found['name']}"
    if not found.get("is_private"):
        yield Finding(f"{name} is public: anyone could read of restricted enquiries. Make it private.", refuses=True)
    if any(found.get(key) for key in ("is_ext_shared", "is_pending_ext_shared", "is_org_shared", "is_shared")):
        yield Finding(f"{name} is shared with another organisation. Stop sharing it.", refuses=True)
    yield from _usable(name, found)
    for guest in _guests(client, organisation.restricted_channel):
        yield Finding(f"{name} holds a guest, {guest}. Remove them from it.", refuses=True)


def _guests(client: WebClient, channel: str) -> Iterator[str]:
    """Members of a channel who are guests, or come from elsewhere. Somebody Slack will not describe counts as one."""

    def guest(member: str) -> str:
        try:
            user = client.users_info(user=member)["user"]
        except SlackApiError as refused:
            return f"{member} ({_error(refused)})"
        return f"{user.get('real_name') or user.get('name')} ({member})" if is_guest(user) else ""

    with ThreadPoolExecutor(ASKED_AT_ONCE) as asking:  # someone may be waiting for a form
        yield from filter(None, asking.map(guest, _members(client, channel)))


def is_guest(user: Mapping[str, Any]) -> bool:
    """Whether Slack describes somebody who is a guest, or comes from elsewhere."""
    return any(user.get(key) for key in ("is_restricted", "is_ultra_restricted", "is_stranger"))


def _members(client: WebClient, channel: str) -> Iterator[str]:
    try:
        for page in client.conversations_members(channel=channel, limit=200):
            yield from page["members"]
    except SlackApiError as refused:
        if _error(refused) not in _GONE:
            raise


def _error(refused: SlackApiError) -> str:
    return str(refused.response.get("error", "an answer without an error"))
