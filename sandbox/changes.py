"""The signal that something in the workspace changed, so that whoever waits does so by condition."""

import asyncio


class Changes:
    """A version that grows with every change. Waiting happens on the sandbox's loop; bumping may precede it."""

    def __init__(self) -> None:
        self.version = 0
        self._waiting: list[asyncio.Future[int]] = []

    def bump(self) -> None:
        self.version += 1
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(self.version)

    async def changed(self, after: int) -> int:
        """The current version, as soon as it is beyond `after`."""
        if self.version > after:
            return self.version
        future: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        try:
            return await future
        finally:
            if future in self._waiting:
                self._waiting.remove(future)
