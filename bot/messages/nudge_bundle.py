"""Several nudges to one person in one message: what each asks, with its own buttons, and what has become of those dealt with.

No words that people typed stand in it: whoever needs them presses Open. So it need not be blanked when one of them becomes private.
"""

from collections.abc import Sequence

from bot.messages.message import Message, within
from bot.messages.parts import Block, context, divider, section
from bot.messages.wording import nudges as wording
from storage.kinds import NudgeState
from storage.nudge import Nudge

SETTLED = (NudgeState.SETTLED, NudgeState.MOOT)


def together(parts: Sequence[tuple[Nudge, Message]]) -> Message:
    """One message of several nudges, each with the message that it would be by itself."""
    waiting = [said for nudge, said in parts if nudge.state not in SETTLED]
    done = [said for nudge, said in parts if nudge.state in SETTLED]
    summary = _summary(len(waiting))
    late = any(nudge.late for nudge, _ in parts)
    blocks: list[Block] = [section(f"*{summary}*"), *([context(wording.TOGETHER_LATE)] if late else [])]
    for said in waiting:
        blocks += [divider(), *_part(said)]
    if done:
        blocks += [divider(), *(section(_asked(said)) for said in done)]
    spoken = [summary, *([wording.TOGETHER_LATE] if late else []), *(_plainly(said) for said in (*waiting, *done))]
    return Message(within(spoken), blocks)


def _summary(count: int) -> str:
    if not count:
        return wording.TOGETHER_DONE
    return wording.TOGETHER.format(count=count) if count > 1 else wording.TOGETHER_ONE


def _part(said: Message) -> list[Block]:
    """What is asked, by when, and the buttons."""
    lines = [block["text"]["text"] for block in said.blocks if _is_ours(block)]
    buttons = [block for block in said.blocks if block["type"] == "actions"]
    return [section("\n".join(lines[:2])), *buttons]


def _is_ours(block: Block) -> bool:
    """A paragraph of ours, not one of somebody's words."""
    return bool(block["type"] == "section" and block["text"]["type"] == "mrkdwn")


def _asked(said: Message) -> str:
    return next((str(block["text"]["text"]) for block in said.blocks if _is_ours(block)), "")


def _plainly(said: Message) -> str:
    return _asked(said).strip("*")
