"""How long the outbox waits: for Slack's answer, before it tries again, and before it takes over what another left behind."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Timing:
    """All in real time. The crash tests hand in shorter ones; the proportions stay."""

    request: float = 10.0
    """Seconds we wait for Slack's answer; under half the lease."""
    lease: timedelta = timedelta(seconds=30)
    first_pause: float = 1.0
    longest_pause: float = 60.0
    refused: float = 5.0
    """Seconds before the next try when Slack refuses us altogether, or after a fault of ours."""

    def pause(self, attempts: int) -> float:
        """Seconds before the next try: one, two, four ... at most a minute."""
        return min(self.first_pause * 2.0 ** min(max(0, attempts - 1), 30), self.longest_pause)

    def pause_after_silence(self, attempts: int) -> float:
        """The same when no answer came in time: Slack may be doing it still, so that looking at once might be too early."""
        return max(self.pause(attempts), self.request)

    @property
    def safe_to_send(self) -> timedelta:
        """How long after its claim a delivery may still be sent: its answer then comes, or is given up, within the lease."""
        return self.lease - timedelta(seconds=self.request)
