"""A real Bolt app for the sandbox's tests, joined to it by Socket Mode."""

from collections.abc import Iterator
from contextlib import contextmanager

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from sandbox import Sandbox


def build(slack: Sandbox) -> App:
    """A Bolt app of the sandbox's bot, without listeners yet."""
    client = WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    return App(client=client, signing_secret=slack.signing_secret, process_before_response=True)


def handler(slack: Sandbox, app: App) -> SocketModeHandler:
    """Its Socket Mode side, not connected yet."""
    web_client = WebClient(token=slack.app_token, base_url=slack.api_url, retry_handlers=[])
    return SocketModeHandler(app, slack.app_token, web_client=web_client)


@contextmanager
def connected(slack: Sandbox, app: App, connections: int = 1) -> Iterator[None]:
    """The app at work, with so many connections."""
    handlers = [handler(slack, app) for _ in range(connections)]
    try:
        for each in handlers:
            each.connect()  # type: ignore[no-untyped-call]  # slack_bolt leaves it untyped
        slack.wait_for_app(connections)
        yield
    finally:
        leave(handlers)


def leave(handlers: list[SocketModeHandler]) -> None:
    """Disconnect at once: left to itself the SDK first waits up to four seconds for one more word from Slack."""
    for each in handlers:
        client = each.client
        client.auto_reconnect_enabled, client.closed, client.current_session_state.terminated = False, True, True
        assert client.current_session
        client.current_session.ping("good-bye")  # the pong wakes the thread that reads the socket
        client.enqueue_message("")  # and this the one that handles messages
        each.close()  # type: ignore[no-untyped-call]  # slack_bolt leaves it untyped
