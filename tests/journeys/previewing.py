"""The digest's preview as the press office has it before it: its menus, its state, and what is in it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from bot.desk import delivered
from bot.desk.work import Desk
from bot.messages.ids import Action
from sandbox.people.form import Form
from sandbox.people.seen import Message
from storage.delivery import get_delivery
from storage.digest import Digest, digest_of_week
from storage.kinds import DeliveryKind, Subject
from tests.journeys.council import LONDON, Council

WEDNESDAY = datetime(2026, 3, 4, 11, 0, tzinfo=LONDON)
THURSDAY = datetime(2026, 3, 5, 10, 0, 5, tzinfo=LONDON)
"""When the comms team sees it."""
FRIDAY = datetime(2026, 3, 6, 10, 0, 5, tzinfo=LONDON)
"""When it goes out."""
SENT_BY_ITSELF = "If it is good as it is, say so. If nobody says anything, it goes out as it is."


def a_story(
    council: Council, number: int, title: str = "A garden for everyone", who: str = "amara", **answers: Any
) -> None:
    """Sent in and picked up."""
    council.sends_in(who, title=title, **answers)
    council.card(f"GN-{number:04d}").press("Pick up")
    council.until_quiet()


def at(council: Council, moment: datetime) -> None:
    council.move_to(moment)
    council.until_quiet()


def settled(council: Council) -> None:
    """Everybody has done what they did, and the bot has looked."""
    council.until_quiet()
    council.look()
    council.until_quiet()


def previews(council: Council, reader: str = "priya") -> list[Message]:
    there = council.person(reader).in_channel("press-desk").messages
    return [one for one in there if one.readable.startswith("This is how the good news")]


def preview(council: Council, reader: str = "priya") -> Message:
    """The one preview there is."""
    (found,) = previews(council, reader)
    return found


def state(council: Council) -> str:
    """What the preview says of itself, and its buttons."""
    *_, said = preview(council).readable.split("Type /story-idea and tell us.\n")
    return said


def titles(council: Council, *among: str) -> list[str]:
    """Those of these that stand in the preview, in its order."""
    lines = preview(council).readable.splitlines()
    return [line for line in lines if line in among]


def chooses(council: Council, who: str, story: int, what: str) -> str:
    """Choose from the menu beside a story, in the preview or in its thread."""
    shown = preview(council, who)
    for message in (shown, *shown.thread):
        for block in message.blocks:
            options = block.get("accessory", {}).get("options", [])
            for one in options:
                if one["text"]["text"] == what and one["value"].split()[2] == str(story):
                    place = {"channel": message.seen["channel"], "ts": message.ts, "block_id": block["block_id"]}
                    act = council.slack.actions.press(who, Action.DIGEST_STORY, value=one["value"], **place)
                    return str(council.slack.run(act)["shown"])
    raise AssertionError(f"nothing offers {what!r} for story {story}")


def words_form(council: Council, who: str, story: int) -> Form:
    """The form of a story's words, open before this person."""
    assert chooses(council, who, story, "Edit the words") == ""
    return council.person(who).form


def digest(council: Council, week: str = "2026-W10") -> Digest:
    with council.database.read() as session:
        found = digest_of_week(session, week)
    assert found is not None
    return found


def done(council: Council, week: str = "2026-W10") -> list[tuple[str, str]]:
    """Who did what to the digest."""
    return council.trail(digest(council, week).id, Subject.DIGEST)


def when_slack_has(
    monkeypatch: pytest.MonkeyPatch, council: Council, kind: DeliveryKind, then: Callable[[], object]
) -> None:
    """Something happens once, after Slack took the first message of this kind and before the bot has written down that it did."""
    written, waits = delivered.sent, [then]

    def sent(desk: Desk, delivery_id: int, *where: Any) -> None:
        with council.database.read() as session:
            found = get_delivery(session, delivery_id)
        if found is not None and found.kind == kind and waits:
            waits.pop()()
        written(desk, delivery_id, *where)

    monkeypatch.setattr(delivered, "sent", sent)


def good_news(council: Council) -> list[str]:
    return [message.readable for message in council.person("amara").in_channel("good-news").messages]


def notes(council: Council) -> list[str]:
    """What the press office was told of the good news, beside cards and the preview."""
    others = ("GN-", "ME-", "This is how the good news")
    messages = [one for one in council.person("priya").in_channel("press-desk").messages if not one.files]
    told = [message.readable for message in messages]
    return [one for one in told if "good news" in one.lower() and not one.startswith(others)]
