"""One council with its past for the whole module: playing the past takes a few seconds."""

from collections.abc import Iterator

import pytest

from bot.demo.keeping import Kept
from bot.demo.stage import Stage, set_up_kept


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return Kept(tmp_path_factory.mktemp("northbank"))


@pytest.fixture(scope="module")
def stage(kept: Kept) -> Iterator[Stage]:
    with set_up_kept(kept, told=lambda _: None) as council:
        council.slack.limits.on = False
        yield council
