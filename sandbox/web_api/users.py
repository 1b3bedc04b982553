"""The people of the workspace, whether they are there, and whether they want to be left alone."""

from sandbox.records import Json, Person
from sandbox.shapes import person_json, seconds_of
from sandbox.web_api.call import Call, SlackError
from sandbox.web_api.paging import page


def _known(call: Call, person_id: str) -> Person:
    person = call.workspace.people.get(person_id)
    if person is None:
        raise SlackError("user_not_found")
    return person


def _shown(call: Call, person: Person) -> Json:
    return person_json(person, call.workspace, with_email="users:read.email" in call.scopes)


def info(call: Call) -> Json:
    user = _shown(call, _known(call, call.required("user")))
    return {"user": user | ({"locale": "en-GB"} if call.flag("include_locale") else {})}


def list_(call: Call) -> Json:
    """Everybody, bots, Slackbot and the deactivated included; all at once unless a limit is given."""
    people = list(call.workspace.people.values())
    shown, metadata = page(call, people, default=max(1, len(people)))
    now = seconds_of(call.core.clock.now())
    return {"members": [_shown(call, person) for person in shown], "cache_ts": now, "response_metadata": metadata}


def lookup_by_email(call: Call) -> Json:
    """Somebody by address; whoever is deactivated is not found."""
    wanted = call.required("email").casefold()
    for person in call.workspace.humans():
        if person.email.casefold() == wanted and not person.deactivated:
            return {"user": _shown(call, person)}
    raise SlackError("users_not_found")


def get_presence(call: Call) -> Json:
    person = _known(call, call.text("user") or call.bot.id)
    return {"presence": person.presence}


def dnd_info(call: Call) -> Json:
    """Do Not Disturb: when the next, or present, quiet time begins and ends. None at all reads as Slack's second 1."""
    person = _known(call, call.text("user") or call.bot.id)
    until = person.snoozed_until
    now = call.core.clock.now()
    if until is None or until <= now:
        return {"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1}
    return {"dnd_enabled": True, "next_dnd_start_ts": seconds_of(now), "next_dnd_end_ts": seconds_of(until)}
