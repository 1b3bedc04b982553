"""An enquiry's whole story as plain facts in order, with what may need blacking out marked: for an inquiry or a request for information."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot.keeping.heads import Head
from bot.keeping.marking import Because, Marker, Stretch, marker_for
from bot.keeping.moments import day, on_paper
from bot.keeping.references import written
from bot.keeping.trail import actor_in_words, steps
from bot.messages.wording import story_on_paper as words
from bot.messages.wording.names import MARK, OUTCOME, STATUS
from bot.messages.wording.statements import CANDOUR_ANSWER
from storage.base import Record
from storage.brief import Brief
from storage.kinds import Mark, Outcome, Status, Subject
from storage.organisation import Organisation

PEOPLE = frozenset(
    {
        "raised_by", "officer", "lead", "lead_acknowledged_by", "responded_by", "closed_by", "opened_up_by", "override_by", "person",
        "asked_by", "for_whom", "drafted_by", "added_by", "owner", "about", "done_by", "author",
    }
)  # fmt: skip

ENQUIRY = (
    "raised_at", "raised_by", "outlet", "journalist", "question", "deadline", "deadline_words", "service_area", "how_it_came", "angle",
    "terms", "embargo_until", "marks", "restricted", "urgent", "political", "said_already", "links", "officer", "claimed_at", "lead",
    "lead_acknowledged_by", "lead_acknowledged_at", "opened_up_by", "opened_up_at", "foi_received_on", "foi_reference",
    "foi_handed_to", "foi_handed_at", "status", "outcome", "outcome_note", "closed_by", "closed_at", "learnt",
)  # fmt: skip
RESPONSE = (
    "response", "response_to", "response_way", "responded_by", "responded_at", "override_because", "override_by", "family_told",
    "family_told_by", "family_wish", "family_not_told_because",
)  # fmt: skip
STATEMENT = ("drafted_by", "drafted_at", "words", "note")
SIGN_OFF = ("part", "person", "for_whom", "asked_by", "asked_at", "due_at", "state", "answered_at", "candour", "why")
FACT_CHECK = ("person", "asked_by", "asked_at", "due_at", "state", "answered_at", "note")
INVOLVED = ("person", "part", "added_by", "reason")
COVERAGE = ("published_on", "title", "link", "tone", "our_words", "added_by")
TASK = ("owner", "about", "due_at", "state", "done_by", "done_at", "note")
NOTE = ("author", "posted_at", "edited_at", "deleted_at", "words", "files")


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it; what is marked in it, each stretch with its number in the story's list."""

    label: str
    text: str
    stretches: tuple[Stretch, ...] = ()
    first: int = 0  # the number of the first stretch


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that happened, or is: a heading and its facts."""

    heading: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Redaction:
    """One stretch in the list at the end."""

    number: int
    because: Because
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The whole. `blacked`: what is marked is left out, and a number stands in its place."""

    reference: str
    organisation: str
    made: str
    stands: str
    restricted: bool
    emptied: str
    parts: tuple[Part, ...]
    redactions: tuple[Redaction, ...]
    blacked: bool = False


def tell(brief: Brief, organisation: Organisation, head: Head, *, now: datetime, for_whom: str, why: str) -> Story:
    """The story of an enquiry as it stands. Times are in the organisation's zone."""
    teller = _Teller(brief, organisation, marker_for(brief, organisation))
    parts, redactions = _numbered(part for part in teller.parts() if part.facts)
    zone, emptied_at = organisation.calendar.zone, brief.enquiry.emptied_at
    return Story(
        reference=brief.enquiry.reference,
        organisation=organisation.name,
        made=words.MADE.format(when=on_paper(now, zone), for_whom=for_whom, why=why),
        stands=words.STANDS.format(entries=f"{head.entries:,}", hash=head.hash),
        restricted=brief.enquiry.restricted,
        emptied=words.EMPTIED.format(when=on_paper(emptied_at, zone)) if emptied_at else "",
        parts=parts,
        redactions=redactions,
    )


def blacked_out(story: Story) -> Story:
    """The same story with a number in place of everything that is marked: what stood there is not in it any more."""
    parts = tuple(replace(part, facts=tuple(_black(fact) for fact in part.facts)) for part in story.parts)
    return replace(story, parts=parts, blacked=True)


def _black(fact: Fact) -> Fact:
    text, stretches, at = "", [], 0
    for number, one in enumerate(fact.stretches, fact.first):
        text += fact.text[at : one.start]
        black = words.BLACK.format(number=number)
        stretches.append(Stretch(len(text), len(text) + len(black), one.because))
        text += black
        at = one.end
    return replace(fact, text=text + fact.text[at:], stretches=tuple(stretches))


def _numbered(parts: Iterable[Part]) -> tuple[tuple[Part, ...], tuple[Redaction, ...]]:
    numbered: list[Part] = []
    redactions: list[Redaction] = []
    for part in parts:
        facts = []
        for fact in part.facts:
            facts.append(replace(fact, first=len(redactions) + 1))
            for one in fact.stretches:
                redactions.append(Redaction(len(redactions) + 1, one.because, f"{part.heading}: {fact.label}"))
        numbered.append(replace(part, facts=tuple(facts)))
    return tuple(numbered), tuple(redactions)


@dataclass(frozen=True, slots=True)
class _Teller:
    brief: Brief
    organisation: Organisation
    marker: Marker

    def parts(self) -> Iterator[Part]:
        brief = self.brief
        yield self._part("enquiry", brief.enquiry, ENQUIRY)
        for involved in brief.involved:
            yield self._part("involved", involved, INVOLVED)
        for link in brief.links:
            other = link.other_id if link.enquiry_id == brief.enquiry.id else link.enquiry_id
            yield Part(
                words.HEADINGS["link"].format(reference=written(Subject.ENQUIRY, other)),
                (Fact(words.LABELS["why"], str(link.kind).replace("_", " ")),),
            )
        yield from self._statements()
        yield self._part("response", brief.enquiry, RESPONSE)
        for coverage in brief.coverage:
            yield self._part("coverage", coverage, COVERAGE)
        for task in brief.tasks:
            yield self._part("task", task, TASK, kind=str(task.kind).replace("_", " "))
        for note in brief.notes:
            yield self._part("note", note, NOTE)
        yield from self._changes()

    def _statements(self) -> Iterator[Part]:
        for statement in self.brief.statements:
            version = statement.version
            yield self._part("statement", statement, STATEMENT, version=version)
            for check in self.brief.fact_checks:
                if check.statement_id == statement.id:
                    yield self._part("fact_check", check, FACT_CHECK, version=version)
            for sign_off in self.brief.asked_of(statement):
                yield self._part("sign_off", sign_off, SIGN_OFF, version=version)

    def _changes(self) -> Iterator[Part]:
        for step in steps(self.brief.entries, self.organisation):
            heading = words.HEADINGS["change"].format(number=step.number, what=step.what)
            facts = [
                self._fact("when", on_paper(step.at, self.organisation.calendar.zone)),
                self._fact("who", step.who),
                *([self._fact("changes", "\n".join(step.changes))] if step.changes else []),
            ]
            yield Part(heading, tuple(facts))

    def _part(self, heading: str, record: Record, names: Iterable[str], **said: Any) -> Part:
        values = ((name, self._in_words(name, getattr(record, name))) for name in names)
        return Part(
            words.HEADINGS[heading].format(**said), tuple(self._fact(name, text) for name, text in values if text)
        )

    def _fact(self, name: str, text: str) -> Fact:
        if name == "marks":
            return Fact(words.LABELS[name], text, (Stretch(0, len(text), Because.SENSITIVE),))
        stretches = self.marker.stretches(text) if name not in ("when", "deadline") else ()
        return Fact(words.LABELS[name], text, stretches)

    def _in_words(self, name: str, value: Any) -> str:
        match value:
            case None | "" | []:
                return ""
            case bool():
                return "yes" if value else ("no" if name == "our_words" else "")
            case datetime():
                return on_paper(value, self.organisation.calendar.zone)
            case date():
                return day(value)
            case Status():
                return STATUS[value]
            case Outcome():
                return OUTCOME[value]
            case list():
                return "; ".join(self._listed(name, each) for each in value)
        if name in PEOPLE:
            return actor_in_words(str(value), self.organisation)
        if name == "candour":
            return CANDOUR_ANSWER.get(str(value), str(value))
        if name == "service_area":
            area = self.organisation.service_areas.get(str(value))
            return area.name if area else str(value)
        return str(value).replace("_", " ") if name in ("terms", "part", "state", "tone", "family_told") else str(value)

    @staticmethod
    def _listed(name: str, value: Any) -> str:
        if name == "marks":
            return MARK[Mark(value)]
        if isinstance(value, dict):
            return " ".join(str(value[key]) for key in ("name", "permalink") if value.get(key))
        return str(value)
