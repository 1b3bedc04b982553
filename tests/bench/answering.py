"""How soon Slack is answered: everything that is compared takes turns in the same run, at the same load."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from tests.bench.figures import Part, Target, Times
from tests.bench.load import Deeds, Shot, all_at_once, on_a_timetable
from tests.bench.stage import SLACK_ANSWERS_IN, Json, Process

A_SECOND = 10  # of each kind
SECONDS_A_BLOCK = 5
BLOCKS = 12  # half of them with Slack slower still
SLOWER = 1000
BURSTS = (10, 30, 100)
BURST_ROUNDS = 3
TOO_LATE = 3000.0  # milliseconds: Slack gives up

SUBMISSION = "/media-enquiry sent in, committed"
BUTTON = "I'll take it, committed"
OWN = "the bot's own listener that only acks"
DEFAULT = "bare Bolt that only acks, default mode"
FLOOR = "bare Bolt that only acks, answering after the listener"
COMMIT = "the transaction alone, in a bare Bolt"


@dataclass(frozen=True)
class Contest:
    """Everyone who takes part, and what they are asked."""

    bot: Process
    default: Process
    floor: Process
    commit: Process
    deeds: Deeds


class Taken:
    """Milliseconds by kind and by how slow Slack was."""

    def __init__(self) -> None:
        self._taken: dict[tuple[str, int], list[float]] = defaultdict(list)
        self.slack_ms = SLACK_ANSWERS_IN

    def shot(self, process: Process, name: str, payload: Json) -> Shot:
        """A request whose answer is noted here. An answer that refuses is a fault of the bench."""
        slack_ms = self.slack_ms

        def heard(milliseconds: float, said: Json) -> None:
            if "response_action" in said:
                raise RuntimeError(f"{name} was refused: {said}")
            self._taken[(name, slack_ms)].append(float(said.get("milliseconds", milliseconds)))

        return Shot(process.slack, payload, heard)

    def times(self, name: str, slack_ms: int = SLACK_ANSWERS_IN) -> Times:
        """All that was measured of a kind."""
        return Times(name, tuple(self._taken[(name, slack_ms)]))


def steady(contest: Contest, first_unclaimed: int) -> list[Part]:
    """Everyone in turn, at a steady pace, in blocks of which every second has Slack at a whole second."""
    taken, enquiries = Taken(), iter(range(first_unclaimed, 10**9))
    for block in range(BLOCKS):
        taken.slack_ms = (SLACK_ANSWERS_IN, SLOWER)[block % 2]
        contest.bot.slack.faults.set("slow", ms=taken.slack_ms)
        on_a_timetable(_turns(contest, taken, enquiries), 1 / (A_SECOND * 6))
    contest.bot.slack.faults.set("slow", ms=SLACK_ANSWERS_IN)
    return [_answers(taken), _slower(taken)]


def _turns(contest: Contest, taken: Taken, enquiries: Iterator[int]) -> Iterator[Shot]:
    deeds = contest.deeds
    for _ in range(A_SECOND * SECONDS_A_BLOCK):
        yield taken.shot(contest.default, DEFAULT, deeds.submission())
        yield taken.shot(contest.bot, SUBMISSION, deeds.submission())
        yield taken.shot(contest.floor, FLOOR, deeds.submission())
        yield taken.shot(contest.bot, BUTTON, deeds.claim(next(enquiries)))
        yield taken.shot(contest.commit, COMMIT, deeds.submission())
        yield taken.shot(contest.bot, OWN, deeds.put_away())


def _answers(taken: Taken) -> Part:
    names = (SUBMISSION, BUTTON, OWN, DEFAULT, FLOOR, COMMIT)
    times = {name: taken.times(name) for name in names}
    note = f"{A_SECOND} of each a second, in turn; Slack's API answers in {SLACK_ANSWERS_IN} ms. The transaction alone is timed inside."
    part = Part("Time to the acknowledgement", note, [times[name].row() for name in names])
    submission, button = times[SUBMISSION].at(50), times[BUTTON].at(50)
    default, floor, commit = (times[name].at(50) for name in (DEFAULT, FLOOR, COMMIT))
    part.targets = [
        Target("ack of a submission, p50", submission, "ms", 0.6, "bare Bolt that only acks, default mode", default),
        Target("ack of a button, p50", button, "ms", 0.6, "the same", default),
        Target("submission above the floor, p50", submission - floor, "ms", 1.5, "the transaction alone", commit),
    ]
    return part


def _slower(taken: Taken) -> Part:
    part = Part("When Slack is slow", "The same run, in alternate blocks.")
    for name in (SUBMISSION, BUTTON):
        quick, slow = taken.times(name), taken.times(name, SLOWER)
        part.rows += [
            {**each.row(), "what": f"{name}, Slack at {ms} ms"}
            for each, ms in ((quick, SLACK_ANSWERS_IN), (slow, SLOWER))
        ]
        part.targets.append(
            Target(
                f"{name}: p99 with Slack at {SLOWER} ms",
                slow.at(99),
                "ms",
                1.3,
                f"at {SLACK_ANSWERS_IN} ms",
                quick.at(99),
            )
        )
    return part


def bursts(contest: Contest) -> Part:
    """So many forms in the same moment, the bot's and the bare Bolt's in turn."""
    part = Part(
        "Bursts",
        f"So many forms in the same moment, {BURST_ROUNDS} times; Slack's API answers in {SLACK_ANSWERS_IN} ms.",
    )
    late = 0.0
    for size in BURSTS:
        ours, theirs = _burst(contest, size)
        late = max(late, ours.share_over(TOO_LATE))
        part.rows += [{**each.row(), "over 3 s": f"{each.share_over(TOO_LATE):.0f} %"} for each in (ours, theirs)]
    part.targets = [Target("acks over 3 s in any burst", late, "%", 0.0)]
    return part


def _burst(contest: Contest, size: int) -> tuple[Times, Times]:
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(BURST_ROUNDS):
        for process, kept in ((contest.bot, ours), (contest.default, theirs)):
            answers = all_at_once(process.slack, [contest.deeds.submission() for _ in range(size)])
            kept += [milliseconds for milliseconds, _ in answers]
    return Times(f"{size} at once: /media-enquiry", tuple(ours)), Times(f"{size} at once: {DEFAULT}", tuple(theirs))
