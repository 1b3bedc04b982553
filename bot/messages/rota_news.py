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


def asked(swap: Swap, turn: Turn, reader: str, organisation: Organisation) -> Message:
    """To someone who could take a turn: the question, or how it ended."""
    facts = {**about(turn, organisation), "person": name(organisation, swap.offered_by)}
    if swap.state == SwapState.OFFERED:
        text = words.ASKED.format(**facts)
        take = button(Action.TURN_TAKE, words.TAKE, swap.id, facts["starts"], "primary")
        return Message(
            text, [section(text), *actions([take, button(Action.ROTA, words.SEE_ROTA, 0, words.SEE_ROTA_ABOUT)])]
        )
    if swap.state == SwapState.TAKEN_BACK:
        text = words.ASKED_TAKEN_BACK.format(**facts)
    elif swap.answered_by == reader:
        text = words.ASKED_YOURS.format(**facts)
    else:
        text = words.ASKED_TAKEN.format(**facts, by=name(organisation, swap.answered_by))
    return Message(text, [section(text)])


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
    same = hole.what == Hole.DOUBLE and len(hole.people) == 1
    return (words.SAME_TWICE if same else words.HOLE[hole.what]).format(
        duty=kind_words(hole.kind, hole.service_area, organisation),
        starts=said(hole.starts_at, organisation),
        ends=said(hole.ends_at, organisation),
        people=listed([named(one) for one in hole.people]),
    )
