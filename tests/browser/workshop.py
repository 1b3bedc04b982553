"""A Slack with a small app of its own, for what the page must draw whatever app is at work: piles of forms, every kind of field."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser
from slack_bolt import App
from slack_sdk import WebClient

from sandbox import Sandbox, SandboxClock, load_workspace
from tests.browser.conftest import new_window
from tests.browser.window import Window
from tests.sandbox import bolt
from tests.sandbox.conftest import MANIFEST, T0, WORKSPACE

Json = dict[str, Any]
MORE_SHORTCUTS = [
    {"name": "Log this as an enquiry", "type": "message", "callback_id": "log_this", "description": "From a message"},
    {"name": "Keep as coverage", "type": "message", "callback_id": "coverage", "description": "From a message"},
]


@dataclass
class Workshop:
    """The sandbox, the app, what it was sent, and windows to look through."""

    slack: Sandbox
    app: App
    browser: Browser
    heard: list[Json] = field(default_factory=list)
    windows: list[Window] = field(default_factory=list)

    @property
    def client(self) -> WebClient:
        return self.app.client

    def window(self, who: str, place: str = "", *, phone: bool = False) -> Window:
        channels = {each.name: each.id for each in self.slack.workspace.channels.values() if each.name}
        window = new_window(self.browser, self.slack.url, channels, phone=phone)
        self.windows.append(window)
        return window.open(who, place)

    def posts(self, channel: str, text: str, blocks: list[Json]) -> str:
        """A message of the app; its ts."""
        return str(self.client.chat_postMessage(channel=self.id_of(channel), text=text, blocks=blocks)["ts"])

    def id_of(self, channel: str) -> str:
        return next(each.id for each in self.slack.workspace.channels.values() if each.name == channel)


@contextmanager
def workshop_in(browser: Browser) -> Iterator[Workshop]:
    """A workshop whose app acknowledges every action and remembers it."""
    clock = SandboxClock(T0, flowing=False)
    manifest = copy.deepcopy(MANIFEST)
    manifest["features"]["shortcuts"] += MORE_SHORTCUTS
    with Sandbox(load_workspace(WORKSPACE, clock=clock), manifest, clock=clock) as slack:
        slack.limits.on = False
        app = bolt.build(slack)
        workshop = Workshop(slack, app, browser)
        with bolt.connected(slack, app):
            yield workshop
            problems = [problem for window in workshop.windows for problem in window.problems]
            for window in workshop.windows:
                window.context.close()
        assert problems == []


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def options(*words: str) -> list[Json]:
    return [{"text": plain(each), "value": each.lower()} for each in words]


def button(words: str, action: str) -> Json:
    return {"type": "button", "action_id": action, "text": plain(words), "value": "1"}


def modal(title: str, blocks: list[Json], **more: Any) -> Json:
    return {"type": "modal", "title": plain(title), "close": plain("Cancel"), "blocks": blocks, **more}


def words(text: str, block_id: str = "words") -> Json:
    return {"type": "section", "block_id": block_id, "text": {"type": "mrkdwn", "text": text}}
