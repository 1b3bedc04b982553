"""Stories told beside enquiries: as bars in a message and in App Home, and as sentences for those who listen."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from bot.messages.ids import Action
from bot.messages.message import Message, within
from bot.messages.mrkdwn import MOST_NAME, cut, inline
from bot.messages.parts import Block, actions, button, context, preformatted, section
from bot.messages.wording import balance as words
from bot.rules.balance import Cell

BAR_MOST = 14
MOST_AREAS = 24


def answer(cells: Sequence[Cell]) -> Message:
    """The private answer: each quarter, the latest first."""
    by_quarter = [(quarter.name, list(of)) for quarter, of in groupby(cells, key=lambda cell: cell.quarter)][::-1]
    blocks: list[Block] = [section(words.BALANCE), context(words.KEY)]
    said = [words.BALANCE_SPOKEN]
    for at, (name, of) in enumerate(by_quarter):
        title = words.QUARTER_NOW.format(quarter=name) if at == 0 else name
        blocks += [section(f"*{title}*"), preformatted(bars(of, _most(cells)))]
        said += [f"{title}.", *sentences(of)]
    ask = actions([button(Action.BALANCE_FILES, words.ASK_FILES, "balance")])
    return Message(within([*said, *how_not_to_read()]), [*blocks, *(context(one) for one in how_not_to_read()), *ask])


def how_not_to_read() -> tuple[str, str]:
    """Whatever shows these numbers says this too."""
    return words.HOW_NOT, words.PRIVATE


def sentences(cells: Iterable[Cell]) -> list[str]:
    """Each service that told or was asked something, in words."""
    some = [cell for cell in cells if cell.stories or cell.enquiries]
    return [_sentence(cell) for cell in some] or [words.NOTHING]


def _sentence(cell: Cell) -> str:
    return words.CELL_SPOKEN.format(
        area=inline(cell.area or words.NO_AREA, MOST_NAME),
        stories=counted(words.STORY_COUNT, cell.stories),
        enquiries=counted(words.ENQUIRY_COUNT, cell.enquiries),
    )


def counted(one_or_many: tuple[str, str], count: int) -> str:
    """1 story told; 3 stories told."""
    return one_or_many[count != 1].format(count=count)


def bars(cells: Sequence[Cell], most: int) -> str:
    """Two bars for each service, at one scale; the number stands at their end."""
    return "\n".join(line for cell in cells[:MOST_AREAS] for line in _rows(cell, most))


def _rows(cell: Cell, most: int) -> list[str]:
    return [
        cut(cell.area or words.NO_AREA, 60),
        f"{words.ROW_STORIES} {_bar(words.BAR_STORIES, cell.stories, most)}",
        f"{words.ROW_ENQUIRIES} {_bar(words.BAR_ENQUIRIES, cell.enquiries, most)}",
    ]


def _bar(mark: str, count: int, most: int) -> str:
    length = max(1, round(count * BAR_MOST / most)) if count else 0
    return f"{mark * length} {count}".strip()


def _most(cells: Iterable[Cell]) -> int:
    return max((max(cell.stories, cell.enquiries) for cell in cells), default=0) or 1


def home_bars(cells: Sequence[Cell]) -> str:
    """This quarter's, for App Home."""
    return bars(cells, _most(cells))
