"""What is said about the rota: a turn offered, taken or kept, and what the week ahead lacks."""

from collections.abc import Callable, Sequence

from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import listed
from bot.messages.parts import actions, button, context, section
from bot.messages.people import name
from bot.messages.rota import about, kind_words, said
from bot.messages.wording import rota as words
from bot.rules.rota import Hole, RotaHole
from storage.kinds import SwapState
from storage.organisation import Organisation
from storage.rota import Swap, Turn

MOST_HOLES = 8
GONE = Message(words.ASKED_GONE, [section(words.ASKED_GONE)])


def asked(swap: Swap, turn: Turn, reader: str, organisation: Organisation, *, declined: bool = False) -> Message:
    """To someone who could take a turn: the question, or how it ended. `declined`: this reader has said that they cannot."""
    facts = {**about(turn, organisation), "person": name(organisation, swap.offered_by)}
    if swap.state == SwapState.OFFERED:
        return _declined(swap, facts) if declined else _question(swap, facts)
    if swap.state == SwapState.ACCEPTED:
        yours = swap.answered_by == reader
        facts["by"] = name(organisation, swap.answered_by)
        text = (words.ASKED_YOURS if yours else words.ASKED_TAKEN).format(**facts)
    else:
        text = _OVER[swap.state].format(**facts)
    return Message(text, [section(text)])


_OVER = {
    SwapState.TAKEN_BACK: words.ASKED_TAKEN_BACK,
    SwapState.DECLINED: words.ASKED_DECLINED,
    SwapState.EXPIRED: words.ASKED_EXPIRED,
}


def _question(swap: Swap, facts: dict[str, str]) -> Message:
    text = words.ASKED.format(**facts)
    row = [
        button(Action.TURN_TAKE, words.TAKE, swap.id, facts["starts"], "primary"),
        button(Action.TURN_DECLINE, words.DECLINE, swap.id, facts["starts"]),
        button(Action.ROTA, words.SEE_ROTA, 0, words.SEE_ROTA_ABOUT),
    ]
    return Message(text, [section(text), *actions(row)])


def _declined(swap: Swap, facts: dict[str, str]) -> Message:
    """Others are asked still; until one of them has it, a change of mind is welcome."""
    text = words.ASKED_OTHERS.format(**facts)
    return Message(
        text, [section(text), *actions([button(Action.TURN_TAKE, words.TAKE_AFTER_ALL, swap.id, facts["starts"])])]
    )


def left(swap: Swap, turn: Turn, organisation: Organisation) -> Message:
    """To whoever offered it: nobody takes it, and it is still theirs."""
    facts = {**about(turn, organisation), "by": name(organisation, swap.answered_by)}
    if swap.state == SwapState.TAKEN_BACK:
        return _kept(facts)
    text = _why_left(swap).format(**facts)
    row = [button(Action.TURN_OFFER, words.OFFER_AGAIN, turn.id, facts["starts"])]
    if swap.state == SwapState.DECLINED:
        row.append(button(Action.TURN_TAKE_BACK, words.TAKE_BACK, swap.id, facts["starts"]))
    return Message(text, [section(text), *actions(row)])


def untaken(swap: Swap, turn: Turn, organisation: Organisation) -> Message:
    """To whoever offered it, in good time: nobody has taken it yet; afterwards how it ended."""
    if swap.state == SwapState.ACCEPTED:
        return taken(swap, turn, organisation)
    if swap.state == SwapState.TAKEN_BACK:
        return _kept(about(turn, organisation))
    facts = {**about(turn, organisation), "to": name(organisation, swap.offered_to)}
    text = (words.UNTAKEN_BY_ONE if swap.offered_to else words.UNTAKEN).format(**facts)
    if swap.state != SwapState.OFFERED:
        return Message(text, [section(text)])
    row = [
        button(Action.TURN_TAKE_BACK, words.TAKE_BACK, swap.id, facts["starts"]),
        button(Action.ROTA, words.SEE_ROTA, 0, words.SEE_ROTA_ABOUT),
    ]
    return Message(text, [section(text), *actions(row)])


def _kept(facts: dict[str, str]) -> Message:
    text = words.KEPT.format(**facts)
    return Message(text, [section(text)])


def _why_left(swap: Swap) -> str:
    if swap.state != SwapState.DECLINED:
        return words.LEFT_EXPIRED
    return words.LEFT_DECLINED if swap.offered_to else words.LEFT_BY_ALL


def taken(swap: Swap, turn: Turn, organisation: Organisation) -> Message:
    """To whoever offered it."""
    text = words.TAKEN.format(**about(turn, organisation), by=name(organisation, swap.answered_by))
    return Message(text, [section(text)])


def to_mend(holes: Sequence[RotaHole], organisation: Organisation) -> Message:
    """To the press office: what the week ahead lacks, or that it lacks nothing any more."""
    see = actions([button(Action.ROTA, words.SEE_ROTA, 0, words.SEE_ROTA_ABOUT)])
    if not holes:
        return Message(words.HOLES_NONE, [section(words.HOLES_NONE), *see])
    lines = [hole_words(hole, organisation, lambda one: name(organisation, one)) for hole in holes[:MOST_HOLES]]
    over = [words.HOLES_MORE.format(count=len(holes) - MOST_HOLES)] if len(holes) > MOST_HOLES else []
    text = " ".join([words.HOLES_INTRO, *lines, *over])
    blocks = [
        section(f"*{words.HOLES_INTRO}*"),
        *(section(line) for line in lines),
        *(context(one) for one in over),
        *see,
    ]
    return Message(text, blocks)


def hole_words(hole: RotaHole, organisation: Organisation, named: Callable[[str], str]) -> str:
    """One thing to mend, as a sentence. `named` gives people's names, for Slack or for a terminal."""
    return _pattern(hole).format(
        duty=kind_words(hole.kind, hole.service_area, organisation),
        starts=said(hole.starts_at, organisation),
        ends=said(hole.ends_at, organisation),
        people=listed([named(one) for one in hole.people]),
    )


def _pattern(hole: RotaHole) -> str:
    """The sentence for it; a gap that has begun, or goes on beyond the week, names no moment of our looking."""
    if hole.what == Hole.DOUBLE and len(hole.people) == 1:
        return words.SAME_TWICE
    gaps = {(True, False): words.GAP_NOW, (False, True): words.GAP_ON, (True, True): words.GAP_NOW_ON}
    found = gaps.get((hole.from_now, hole.goes_on)) if hole.what == Hole.GAP else None
    return found or words.HOLE[hole.what]
