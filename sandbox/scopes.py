"""Which scopes let the app call what, as granted by its manifest."""

from collections.abc import Collection, Iterable, Mapping

from sandbox.records import ChannelKind

PUBLIC, PRIVATE, IM, MPIM = ChannelKind.PUBLIC, ChannelKind.PRIVATE, ChannelKind.IM, ChannelKind.MPIM

READ: Mapping[ChannelKind, str] = {PUBLIC: "channels:read", PRIVATE: "groups:read", IM: "im:read", MPIM: "mpim:read"}
HISTORY: Mapping[ChannelKind, str] = {
    PUBLIC: "channels:history",
    PRIVATE: "groups:history",
    IM: "im:history",
    MPIM: "mpim:history",
}
OPEN: Mapping[ChannelKind, str] = {IM: "im:write", MPIM: "mpim:write"}
INVITE: Mapping[ChannelKind, tuple[str, ...]] = {
    PUBLIC: ("channels:write.invites", "channels:manage"),
    PRIVATE: ("groups:write.invites", "groups:write"),
}


class MissingScope(Exception):  # noqa: N818 - Slack's refusal, not a fault of ours
    """The manifest does not grant what the call needs."""

    def __init__(self, needed: Iterable[str], provided: Iterable[str]) -> None:
        self.needed, self.provided = ",".join(needed), ",".join(provided)
        super().__init__(f"needs {self.needed}, has {self.provided}")


def require_any(wanted: Collection[str], granted: Collection[str]) -> None:
    """Raise `MissingScope` unless one of the wanted scopes is granted; nothing wanted is always fine."""
    if wanted and not any(scope in granted for scope in wanted):
        raise MissingScope(wanted, granted)
