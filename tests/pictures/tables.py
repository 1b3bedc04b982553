"""The tables of docs/nudges.md in words: the policy step by step, and the examples moment by moment."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from bot.messages.mrkdwn import span
from bot.messages.wording.settings import STEP
from bot.rules.call_times import EVERY, SOON
from bot.rules.consent_ends import AGAIN, TO_THE_HEAD
from bot.rules.coverage_asking import COVERAGE_DAYS
from bot.rules.digest import ASKED_BEFORE
from bot.rules.nudge_policy import (
    ALWAYS,
    NOT_CLOSED_DAYS,
    PASSED_STEPS,
    POLICY,
    STORY_HEAD_LATER,
    Asked,
    StepRule,
)
from bot.rules.sign_off_times import FACTS_LONGEST, HALF, LONGEST, QUARTER, SHORTEST
from bot.rules.story_nudging import CONSENT_AHEAD, UNTOLD_AFTER
from bot.rules.story_questions import ASKED_LONG_AGO
from bot.rules.urgency import WAKES
from storage.kinds import Step
from storage.organisation import Organisation
from tests.pictures.examples import LONDON, Example

AS_DELIVERED = Organisation(name="")
PROMISE = AS_DELIVERED.promise_days

WHOM = {
    Asked.OFFICER: "the press officer who has it, or who is on duty",
    Asked.LEAD: "the lead",
    Asked.DEPUTY: "the deputy who is there",
    Asked.SECOND_DEPUTY: "the deputy after",
    Asked.HEAD: "the head of communications",
    Asked.RAISER: "whoever raised it",
}


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def policy() -> str:
    """Every step with its default."""
    rows = [
        (STEP[step], WHOM[rule.asked], _when(step, rule), _promised(step, rule), "no" if step in ALWAYS else "yes")
        for step, rule in POLICY.items()
    ]
    return table(("Step", "Asks", "When", "With no deadline", "Can be switched off"), rows)


def _when(step: Step, rule: StepRule) -> str:
    if step == Step.NOT_CLOSED:
        return f"{NOT_CLOSED_DAYS} working days after the answer"
    if rule.before is not None:
        share = f", or {_percent(rule.share)} of the time left where that is less" if rule.share else ""
        least = f"; not with less than {span(rule.least)} to go" if rule.least else ""
        return f"{span(rule.before)} before the deadline{share}{least}"
    if step in PASSED_STEPS:
        return "at the deadline"
    if step == Step.STILL_UNTAKEN:
        return f"each morning at {WAKES:%H:%M}, and when somebody else comes on duty, until the deadline; only what is urgent"
    if rule.share is None:
        return "at once"
    return _after(step, rule)


def _after(step: Step, rule: StepRule) -> str:
    since = {
        Step.STILL_LEAD: " since they said so",
        Step.STILL_OFFICER: " since they took it",
        Step.LEAD_SILENT: " without a word",
        Step.OFFICER_SILENT: " without a word",
    }.get(step, "")
    urgent = "; only what is urgent" if rule.urgent_only else ""
    least = f"; not with less than {span(rule.least)} to go" if rule.least else ""
    if rule.floor == rule.ceiling:
        return f"after {span(rule.floor)}{since}{urgent}"
    bounds = f"at least {span(rule.floor)}, at most {span(rule.ceiling)}"
    return f"after {_percent(rule.share)} of the time left ({bounds}){since}{urgent}{least}"


def _percent(share: float | None) -> str:
    return f"{100 * (share or 0):g}%"


def _promised(step: Step, rule: StepRule) -> str:
    if rule.urgent_only or step == Step.DEADLINE_SOON:
        return "not asked"
    if step == Step.NOT_CLOSED or (rule.share is None and rule.before is None and step not in PASSED_STEPS):
        return "the same"
    return f"after {span(rule.promised)}" if rule.promised is not None else "the same, up to the promise"


def words() -> str:
    """What is asked about the words of an answer, once there are some."""
    least = f"at least {span(SHORTEST)}"
    half, quarter = f"{_percent(HALF)} of the time left", f"{_percent(QUARTER)} of the time left then"
    rows = (
        ("The facts are to be checked", "whoever knows the case", "at once"),
        (
            "They are not checked yet: again",
            "whoever knows the case",
            f"after {half} ({least}, at most {span(FACTS_LONGEST)})",
        ),
        (
            "Still not: somebody else could be asked",
            "the press officer, with a button that asks somebody else",
            f"after {quarter} ({least}, at most {span(FACTS_LONGEST)})",
        ),
        ("A yes is asked", "the approver", "at once"),
        ("No answer yet: again", "the approver", f"after {half} ({least}, at most {span(LONGEST)})"),
        (
            "Still none: a deputy could be asked",
            "the press officer, with a button that asks the deputy",
            f"after {quarter} ({least}, at most {span(LONGEST)})",
        ),
        (
            "Somebody asked to be rung",
            "the press officer",
            f"at the time they gave, or after {span(SOON)}; again after {span(SOON)}, then every {span(EVERY)}",
        ),
    )
    return table(("Step", "Asks", "When"), rows)


def stories() -> str:
    """What is asked about stories, sharing and coverage, by the same engine."""
    ahead = [span(CONSENT_AHEAD[step]) for step in (Step.STORY_CONSENT, Step.STORY_CONSENT_LAST)]
    rows = (
        (
            "A story idea waits for an answer",
            "the press officer of its service",
            f"after {PROMISE} working days",
        ),
        ("It still waits", "the head of communications", f"after {PROMISE + STORY_HEAD_LATER} working days"),
        ("A consent runs out", "the comms team, never its author", f"{ahead[0]} and {ahead[1]} before"),
        ("Somebody in it may not agree any more", "the comms team, never its author", "at once"),
        ("Picked up, and not told", "the comms team, never its author", f"after {UNTOLD_AFTER.days // 7} weeks"),
        (
            "A question to its authors has no answer",
            "whoever asked it, never its author",
            f"after {ASKED_LONG_AGO} working days",
        ),
        (
            "Nobody has said that the week's good news can go",
            "the press officer on duty",
            f"{span(ASKED_BEFORE)} before its time",
        ),
        *_coming_down(),
        *_sharing(),
        (
            "Answered, and nobody noted what was published",
            "the press officer",
            f"after {COVERAGE_DAYS} working days",
        ),
    )
    return table(("Step", "Asks", "When"), rows)


def _coming_down() -> Iterator[tuple[str, str, str]]:
    yield (
        "A story has to come down where somebody told it",
        "whoever told it there",
        f"at once; again every {span(AGAIN)} of working time until it is done",
    )
    head_hears = f"after {span(TO_THE_HEAD)} of working time, and again as often"
    yield "It is still up", "the head of communications", head_hears


def _sharing() -> Iterator[tuple[str, str, str]]:
    head, promised = "the head of communications", timedelta(hours=AS_DELIVERED.share_promise)
    half = f"after {span(promised / 2)} of working time"
    yield "*Can I share this?* waits for an answer", "the press officer of its service", half
    yield "It still waits", head, f"after {span(promised)} of working time"
    yield (
        "An idea for the organisation waits for an answer",
        "the lead of its service",
        "at once; again before it is due",
    )
    yield "It still waits", head, f"after {AS_DELIVERED.change_days} working days"
    yield "A rule got in someone's way", "each of the joint group", "at once"
    yield "None of them has answered", head, f"after {AS_DELIVERED.joint_days} working days"


def example(one: Example, organisation: Organisation) -> str:
    """The picture again, moment by moment."""
    rows = [
        (str(number), _moment(each.at), organisation.name_of(each.person), STEP[each.step])
        for number, each in enumerate(one.asked, 1)
    ]
    return table(("", "When", "Who", "What"), rows)


def in_a_sentence(one: Example, organisation: Organisation) -> str:
    """For those who hear the picture."""
    end = "An answer is promised by" if one.promised else "The deadline is"
    begins = f"It comes in on {_moment(one.arrives)}. {end} {_moment(one.ends)}. Nobody ever answers."
    said = [
        f"{number}: {_moment(each.at)}, {organisation.name_of(each.person)}. {STEP[each.step]}."
        for number, each in enumerate(one.asked, 1)
    ]
    return " ".join([begins, *said])


def introduction(one: Example) -> str:
    """What is to be seen, in a line or two."""
    end = "An answer is promised by" if one.promised else "The deadline is"
    hurry = "It is urgent: time counts by the clock." if one.urgent else "It is not urgent: only office hours count."
    longest = max((later.at - former.at for former, later in pairwise(one.asked)), default=timedelta())
    pause = f" The longest pause between two of them is {span(longest)}." if one.urgent else ""
    return (
        f"It comes in on {_moment(one.arrives)}. {end} {_moment(one.ends)}. {hurry} "
        f"Where nobody ever answers, {len(one.asked)} nudges are sent.{pause}"
    )


def _moment(at: datetime) -> str:
    return f"{at.astimezone(LONDON):%A %H:%M}"
