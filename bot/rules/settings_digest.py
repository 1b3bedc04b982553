"""The settings of good news: when it is told, what nobody need say, a month's best, and whose work is listened for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import time

from bot.rules.fairness import VOICES
from bot.rules.form_checks import Problems
from bot.rules.reactions import EMOJI
from bot.rules.reasons import Reason, Refused
from bot.rules.settings_kinds import Part, Put, box
from storage.organisation import Organisation

MOST_PROMISE_DAYS = 10
"""Working days: whoever sends an idea in has forgotten it after that."""

Voices = dict[str, list[str]]


def _shown(organisation: Organisation, _: str) -> dict[str, str]:
    return {
        "set_digest_day": organisation.digest_day,
        "set_digest_time": f"{organisation.digest_time:%H:%M}",
        "set_preview_time": f"{organisation.preview_time:%H:%M}",
        "set_unapproved": organisation.digest_unapproved,
        "set_promise_days": str(organisation.promise_days),
        "set_reaction": organisation.good_news_reaction,
        "set_best_of": box(organisation.best_of),
        "set_voices": voices_written(organisation.voices or VOICES),
    }


def _put(put: Put) -> tuple[Organisation, str]:
    needed = ("set_digest_day", "set_digest_time", "set_preview_time", "set_unapproved", "set_promise_days")
    put.problems.need({name: put.values[name] for name in needed})
    at, shown_at = (_time_in(put, name) for name in ("set_digest_time", "set_preview_time"))
    changed = replace(
        put.organisation,
        digest_day=put.values["set_digest_day"],
        digest_time=at,
        preview_time=shown_at,
        digest_unapproved=put.values["set_unapproved"],
        promise_days=put.count("set_promise_days", MOST_PROMISE_DAYS, put.organisation.promise_days),
        good_news_reaction=_reaction_in(put),
        best_of=put.ticked("set_best_of"),
        voices=_voices_in(put),
    )
    return changed, put.key


def _reaction_in(put: Put) -> str:
    name = put.values["set_reaction"].strip(": ")
    if name and not EMOJI.fullmatch(name):
        put.problems.add("set_reaction", Refused(Reason.EMOJI_NOT_UNDERSTOOD))
    return name


def _time_in(put: Put, field: str) -> time:
    at = time.fromisoformat(put.values[field] or "10:00")
    if at.hour == 1:
        put.problems.add(field, Refused(Reason.HOUR_SKIPPED))
    return at


def _voices_in(put: Put) -> Voices:
    """Whose work is listened for; the usual is not written down, and what nobody touched stays as a file has it."""
    typed, standing = put.values["set_voices"], put.organisation.voices
    if typed == voices_written(standing or VOICES):
        return standing
    found = voices_from(typed, "set_voices", put.problems)
    return {} if voices_written(found) == voices_written(VOICES) else found


def voices_written(voices: Mapping[str, Sequence[str]]) -> str:
    """Each on a line, with the words that a story about them has: "Night staff: night, nights"."""
    return "\n".join(f"{name}: {', '.join(words)}" for name, words in voices.items())


def voices_from(text: str, field: str, problems: Problems) -> Voices:
    """The same read back. A line that names nobody, or no word, is a problem."""
    return dict(filter(None, (_voice_of(line, field, problems) for line in _lines(text))))


def _lines(text: str) -> Iterator[str]:
    yield from filter(None, (" ".join(line.split()) for line in text.splitlines()))


def _voice_of(line: str, field: str, problems: Problems) -> tuple[str, list[str]] | None:
    name, _, listed = line.partition(":")
    words = [word for word in (one.strip() for one in listed.split(",")) if word]
    if name.strip() and words:
        return name.strip(), words
    problems.add(field, Refused(Reason.VOICE_NOT_UNDERSTOOD, words=line[:40]))
    return None


DIGEST = Part(_shown, _put)
