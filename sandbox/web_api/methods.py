"""The table of methods: what answers each, in which tier it is, which scopes and which token it takes."""

from collections.abc import Callable
from dataclasses import dataclass

from sandbox.records import Json
from sandbox.scopes import HISTORY, INVITE, OPEN, READ
from sandbox.web_api import auth, chat, conversations, files, history, reactions, team, users, views
from sandbox.web_api.call import Call

BOT = frozenset({"bot"})


@dataclass(frozen=True)
class Method:
    handler: Callable[[Call], Json]
    tier: str
    scopes: tuple[str, ...] = ()
    """Any one of these; which of them a conversation needs by its kind, the handler asks."""
    json_body: bool = False
    """Whether arguments are read from a JSON body; elsewhere Slack looks at forms only."""
    tokens: frozenset[str] = BOT


_READ, _HISTORY = tuple(READ.values()), tuple(HISTORY.values())
_OPEN = ("channels:manage", "groups:write", *OPEN.values())
_INVITE = tuple(scope for scopes in INVITE.values() for scope in scopes)

METHODS: dict[str, Method] = {
    "auth.test": Method(auth.test, "special", json_body=True, tokens=frozenset({"bot", "app"})),
    "apps.connections.open": Method(auth.open_connection, "t3", json_body=True, tokens=frozenset({"app"})),
    "bots.info": Method(team.bots_info, "t3", ("users:read",)),
    "chat.delete": Method(chat.delete, "t3", ("chat:write",), json_body=True),
    "chat.getPermalink": Method(chat.get_permalink, "special"),
    "chat.postEphemeral": Method(chat.post_ephemeral, "t4", ("chat:write",), json_body=True),
    "chat.postMessage": Method(chat.post_message, "special", ("chat:write",), json_body=True),
    "chat.update": Method(chat.update, "t3", ("chat:write",), json_body=True),
    "conversations.history": Method(history.history, "t3", _HISTORY, json_body=True),
    "conversations.info": Method(conversations.info, "t3", _READ),
    "conversations.invite": Method(conversations.invite, "t3", _INVITE, json_body=True),
    "conversations.join": Method(conversations.join, "t3", ("channels:join",), json_body=True),
    "conversations.list": Method(conversations.list_, "t2", _READ),
    "conversations.members": Method(conversations.members, "t4", _READ),
    "conversations.open": Method(conversations.open_, "t3", _OPEN, json_body=True),
    "conversations.replies": Method(history.replies, "t3", _HISTORY),
    "dnd.info": Method(users.dnd_info, "t3", ("dnd:read",)),
    "files.completeUploadExternal": Method(files.complete_upload_external, "t4", ("files:write",), json_body=True),
    "files.delete": Method(files.delete, "t3", ("files:write",), json_body=True),
    "files.getUploadURLExternal": Method(files.get_upload_url_external, "t4", ("files:write",)),
    "files.info": Method(files.info, "t4", ("files:read",)),
    "reactions.add": Method(reactions.add, "t3", ("reactions:write",), json_body=True),
    "reactions.get": Method(reactions.get, "t3", ("reactions:read",)),
    "reactions.remove": Method(reactions.remove, "t2", ("reactions:write",), json_body=True),
    "team.info": Method(team.team_info, "t3", ("team:read",), json_body=True),
    "usergroups.list": Method(team.usergroups_list, "t2", ("usergroups:read",)),
    "usergroups.users.list": Method(team.usergroups_users_list, "t2", ("usergroups:read",)),
    "users.conversations": Method(conversations.of_the_bot, "t3", _READ, json_body=True),
    "users.getPresence": Method(users.get_presence, "t3", ("users:read",)),
    "users.info": Method(users.info, "t4", ("users:read",)),
    "users.list": Method(users.list_, "t2", ("users:read",)),
    "users.lookupByEmail": Method(users.lookup_by_email, "t3", ("users:read.email",)),
    "views.open": Method(views.open_, "t4", json_body=True),
    "views.publish": Method(views.publish, "t4", json_body=True),
    "views.push": Method(views.push, "t4", json_body=True),
    "views.update": Method(views.update, "t4", json_body=True),
}
