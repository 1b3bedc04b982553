"""Every message and form about an answer and what came of it, around one foreign text."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from bot.messages import coverage_form, coverage_nudge, enquiry_news, response_news, responses
from bot.messages.message import Message
from storage.brief import Brief
from storage.coverage import Coverage
from storage.enquiry import Enquiry
from storage.involved import Involved
from storage.kinds import NudgeState, Part, Role, SignOffPart, SignOffState, Status, Step, Teller, Told, Tone, Way
from storage.organisation import Organisation
from storage.statement import SignOff, Statement
from tests.messages.samples import DEPUTY, HEAD, LEAD, OFFICER, SOCIAL_WORKER, T0, enquiry, entry, nudge, page

LINK = "https://northbankecho.example/2026/12/elm-house?page=2"


def answered(words: str, *, restricted: bool, **changes: Any) -> Enquiry:
    """An enquiry that was answered, every text of it the foreign one."""
    facts: dict[str, Any] = {
        "outlet": words,
        "journalist": words,
        "question": words,
        "restricted": restricted,
        "status": Status.RESPONDED,
        "officer": OFFICER,
        "response": words,
        "response_to": words,
        "response_way": Way.EMAIL.value,
        "responded_by": OFFICER,
        "responded_at": T0,
        "learnt": words,
        "override_because": words,
        "override_by": HEAD,
    }
    return enquiry(**{**facts, **changes})


def statement(words: str, version: int = 2, **changes: Any) -> Statement:
    """One version of the words."""
    made = Statement(
        **{"enquiry_id": 42, "version": version, "words": words, "drafted_by": OFFICER, "drafted_at": T0, **changes}
    )
    made.id = version
    return made


def signed(about: Statement, *people: str, state: SignOffState = SignOffState.APPROVED) -> tuple[SignOff, ...]:
    """Everyone's yes to a version: the lead's, then a second one's, then legal's."""
    parts = (SignOffPart.LEAD, SignOffPart.SECOND, SignOffPart.LEGAL)
    return tuple(
        SignOff(enquiry_id=42, statement_id=about.id, person=person, part=part, asked_by=OFFICER, state=state)
        for person, part in zip(people, parts, strict=False)
    )


def piece(words: str, number: int = 5, **changes: Any) -> Coverage:
    """Something that was published."""
    facts: dict[str, Any] = {
        "enquiry_id": 42,
        "link": LINK,
        "published_on": date(2026, 12, 3),
        "tone": Tone.FAIR,
        "our_words": True,
        "added_by": OFFICER,
        "added_at": T0,
        "title": words,
    }
    made = Coverage(**{**facts, **changes})
    made.id = number
    return made


def may_be_named(*people: str) -> tuple[Involved, ...]:
    """People who may be named and have not been told yet."""
    return tuple(
        Involved(enquiry_id=42, person=person, part=Part.MAY_BE_NAMED, added_by=OFFICER, added_at=T0)
        for person in people
    )


def messages(words: str, told: Organisation) -> Iterator[tuple[str, Message]]:
    """What is said of an answer, and the question what was published."""
    for restricted in (False, True):
        private = ", private" if restricted else ""
        one = answered(words, restricted=restricted)
        long = answered(f"{words} " * 900, restricted=restricted, outlet=words)
        for about, length in ((one, ""), (long, ", long")):
            yield f"news corrected{private}{length}", enquiry_news.news("corrected", about, told, T0)
            for what in (*response_news.TWICE, "ended"):
                twice = enquiry(7, raised_by=SOCIAL_WORKER, duplicate_of=about.id)
                yield f"asked twice {what}{private}{length}", response_news.asked_twice(what, twice, about, told)
            for what in response_news.NAMED:
                for person in (LEAD, DEPUTY, "U0UNKNOWN"):
                    yield f"{what} {person}{private}{length}", response_news.named(what, person, about, told)
        for person in (OFFICER, HEAD):
            for late in (False, True):
                asked = nudge(Step.COVERAGE, person, late=late)
                yield f"coverage asked {person}{private}", coverage_nudge.message(asked, one, told, T0)
        for how in ("coverage_recorded", "nothing_published", "closed"):
            done = nudge(
                Step.COVERAGE, OFFICER, state=NudgeState.SETTLED, settled_by=HEAD, settled_how=how, settled_at=T0
            )
            yield f"coverage settled {how}{private}", coverage_nudge.message(done, one, told, T0)


def views(words: str, told: Organisation) -> Iterator[tuple[str, dict[str, Any]]]:
    """The forms, and the pages of what was recorded by them."""
    both = replace(told, roles={**told.roles, Role.LEGAL: (DEPUTY,)})
    for restricted in (False, True):
        private = ", private" if restricted else ""
        going = answered(words, restricted=restricted, status=Status.IN_PROGRESS, responded_at=None)
        version = statement(f"{words} " * 600)
        signs = signed(version, LEAD, DEPUTY)
        drafted = Brief(enquiry=going, statements=(version,), sign_offs=signs[:1], involved=may_be_named(LEAD))
        ready = Brief(enquiry=going, statements=(version,), sign_offs=signs, involved=may_be_named(LEAD, DEPUTY))
        for brief, state in ((Brief(enquiry=going), ""), (drafted, ", drafted"), (ready, ", approved")):
            for person in (OFFICER, HEAD):
                yield f"respond {person}{private}{state}", responses.respond_view(brief, both, T0, person)
        whole = statement("One paragraph of a long statement. " * 420)
        longest = Brief(enquiry=going, statements=(whole,), sign_offs=signed(whole, LEAD, DEPUTY))
        yield f"respond{private}, very long", responses.respond_view(longest, both, T0, OFFICER)
        for family in (None, *Told):
            done = answered(
                words,
                restricted=restricted,
                family_told=family,
                family_told_by=Teller.SOCIAL_WORKER.value,
                family_wish=words,
                family_not_told_because=words,
            )
            yield f"correct {family}{private}", responses.correct_view(Brief(enquiry=done), told, T0, HEAD)
            pieces = tuple(piece(words if number % 2 else "", number) for number in range(12))
            for person in (OFFICER, SOCIAL_WORKER):
                yield f"answered {family}{private}", page(done, told, person=person, coverage=pieces)
                nothing = [entry("nothing_published", details={"who": words})]
                yield f"answered {family}{private}, nothing published", page(done, told, nothing, person)
        yield f"coverage{private}", coverage_form.coverage_view(going, T0.date())
        yield f"learnt{private}", coverage_form.learnt_view(answered(words, restricted=restricted))
