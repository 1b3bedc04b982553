"""What someone was asked to take out of a message, and what of it they said may stay, as a delivery's detail: never the words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.rules.privacy import Finding, Kind
from bot.rules.privacy.looked import BOX, Box, mark_of

MOST_MARKS = 8
"""As many as a detail holds. What is left over is pointed out again."""

_BUILDING, _STAYS = "b:", "s:"


@dataclass(frozen=True, slots=True)
class TakeOut:
    """`building`: marks of what may be a public building's address; `stays`: of what its author said is one."""

    note_id: int
    kinds: tuple[Kind, ...] = ()
    building: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()

    def written(self) -> str:
        """As a delivery's detail."""
        marks = [
            f"{sign}{'.'.join(marks)}" for sign, marks in ((_BUILDING, self.building), (_STAYS, self.stays)) if marks
        ]
        return " ".join([str(self.note_id), *self.kinds, *marks])

    @classmethod
    def read(cls, detail: str) -> "TakeOut":
        """From a delivery's detail."""
        note_id, *rest = detail.split()
        marks = {sign: _marks(rest, sign) for sign in (_BUILDING, _STAYS)}
        kinds = tuple(Kind(one) for one in rest if not one.startswith((_BUILDING, _STAYS)))
        return cls(int(note_id), kinds, marks[_BUILDING], marks[_STAYS])

    def of(self, found: Iterable[Finding]) -> "TakeOut":
        """The same message as it is now."""
        left = [one for one in found if not (may_be_building(one.kind) and mark_of(one) in self.stays)]
        building = dict.fromkeys(mark_of(one) for one in left if may_be_building(one.kind))
        kinds = tuple(dict.fromkeys(one.kind for one in left))
        return replace(self, kinds=kinds, building=tuple(building)[: MOST_MARKS - len(self.stays)])

    def let_stay(self) -> "TakeOut":
        """Its author said that these are public buildings."""
        kinds = tuple(one for one in self.kinds if not may_be_building(one))
        return TakeOut(self.note_id, kinds, (), (*self.stays, *self.building))


def may_be_building(kind: Kind) -> bool:
    """Whether nobody's home may be meant."""
    return BOX.get(kind) is Box.BUILDING


def _marks(parts: Iterable[str], sign: str) -> tuple[str, ...]:
    return next((tuple(one.removeprefix(sign).split(".")) for one in parts if one.startswith(sign)), ())
