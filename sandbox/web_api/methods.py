"""The table of methods: what answers each, in which tier it is, which scopes and which token it takes."""

from collections.abc import Callable
from dataclasses import dataclass

from sandbox.records import Json
from sandbox.web_api import auth
from sandbox.web_api.call import Call

BOT = frozenset({"bot"})


@dataclass(frozen=True)
class Method:
    handler: Callable[[Call], Json]
    tier: str
    scopes: tuple[str, ...] = ()
    """Any one of these; which of them a conversation needs by its kind, the handler asks."""
    json_body: bool = False
    tokens: frozenset[str] = BOT


METHODS: dict[str, Method] = {
    "auth.test": Method(auth.test, "special", json_body=True, tokens=frozenset({"bot", "app"})),
    "apps.connections.open": Method(auth.open_connection, "t3", json_body=True, tokens=frozenset({"app"})),
}
