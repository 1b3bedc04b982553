"""`kill -9` at any moment: every form that closed is a row, every row is told once, and no row is without a form."""

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from storage.engine import Database
from tests.soak.bot_process import CRASH_POINTS
from tests.soak.burst import Burst, Doom, Figures

KILLS = 200
BURST = 100


def _burst(migrated_file: Path, place: Path, enquiries: int, dooms: Iterator[Doom], chance: random.Random) -> Figures:
    place.mkdir()
    shutil.copy(migrated_file, place / "close-ties.db")
    database = Database(f"sqlite:///{place / 'close-ties.db'}")
    try:
        return Burst(database, place, enquiries, chance).run(dooms)
    finally:
        database.dispose()


def _named(chance: random.Random) -> Iterator[Doom]:
    """Every named point once, in a random order."""
    for point in chance.sample(CRASH_POINTS, len(CRASH_POINTS)):
        yield Doom(point, chance.randint(1, 8))


def _any_moment(chance: random.Random) -> Iterator[Doom]:
    """A life of any length, the shortest of all included."""
    while True:
        yield Doom(seconds=chance.choice((chance.uniform(0.02, 0.6), chance.uniform(0.3, 2.5))))


def _mixed(chance: random.Random) -> Iterator[Doom]:
    """Half at any moment, half at a named point, passed once or many times before."""
    while True:
        yield next(_any_moment(chance))
        yield Doom(chance.choice(CRASH_POINTS), chance.choice((1, 2, 3, chance.randint(4, 60))), seconds=20.0)


@pytest.mark.timeout(600)
def test_killed_at_every_named_point_and_at_any_moment(migrated_file: Path, tmp_path: Path) -> None:
    chance = random.Random(20260304)
    moments = (doom for doom, _ in zip(_any_moment(chance), range(4), strict=False))
    figures = _burst(migrated_file, tmp_path / "one", 40, chain(_named(chance), moments), chance)
    assert set(CRASH_POINTS) <= figures.kills.keys()


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_two_hundred_kills(migrated_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seed = random.SystemRandom().randrange(10**6)
    chance, total, bursts = random.Random(seed), Figures(), 0
    while total.kills.total() < KILLS:
        left = KILLS - total.kills.total()
        dooms = (doom for doom, _ in zip(_mixed(chance), range(left), strict=False))
        total += _burst(migrated_file, tmp_path / f"burst-{bursts}", BURST, dooms, chance)
        bursts += 1
    assert set(CRASH_POINTS) <= total.kills.keys()
    with capsys.disabled():
        print(f"\n{_told(seed, bursts, total)}")


def _told(seed: int, bursts: int, total: Figures) -> str:
    kills = ", ".join(f"{how} {times}" for how, times in Counter(total.kills).most_common())
    return (
        f"seed {seed}: {total.kills.total()} kills ({kills}) in {bursts} bursts of {BURST} enquiries, {total.seconds:.0f} s\n"
        f"{total.enquiries} forms closed, {total.enquiries} rows; sent {total.submissions} times in all\n"
        f"{total.messages} messages in Slack, each once; looked for {total.looks} times before sending again"
    )
