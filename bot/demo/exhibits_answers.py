"""Answers to journalists in the gallery: recording one, who was told first, what was published, and what we learnt."""

from datetime import datetime
from typing import Any

from bot.demo import specimens
from bot.demo.exhibit import Built, ending
from bot.demo.specimens_desk import around, cast_of, of, piece, yeses
from bot.messages import (
    coverage_form,
    coverage_nudge,
    enquiry_card,
    enquiry_news,
    enquiry_page,
    response_news,
    responses,
)
from bot.messages.page_reader import Reader
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import NudgeState, SignOffState, Status, Step, Teller, Told, Tone, Way
from storage.organisation import Organisation

LEARNT = "Ring the Friday group before we answer: they read it in the paper."
FAMILY = {
    Told.YES: {
        "family_told_by": Teller.SOCIAL_WORKER,
        "family_wish": "They would like to see it before it is printed.",
    },
    Told.NO: {
        "family_not_told_because": "We could not reach them before the deadline; their worker sees them tomorrow."
    },
    Told.NOBODY_CONCERNED: {},
}


def build(told: Organisation, now: datetime) -> Built:
    """Everything about answers."""
    yield from _recording(told, now)
    yield from _told_first(told, now)
    for private in (False, True):
        yield from _heard(told, now, private)
        yield from _coverage(told, now, private)


def _answered(told: Organisation, now: datetime, *, private: bool, **changes: Any) -> Enquiry:
    facts = {"response_way": Way.EMAIL.value, "learnt": LEARNT}
    return of(told, now, Status.RESPONDED, private=private, **{**facts, **changes})


def _recording(told: Organisation, now: datetime) -> Built:
    ready = of(told, now, Status.READY, private=False)
    people = cast_of(ready, told)
    signed = around(ready, now, sign_offs=yeses(ready, told, now, SignOffState.APPROVED))
    unsigned = around(of(told, now, Status.IN_PROGRESS, private=False), now)
    yield "answers: respond, signed off", responses.respond_view(signed, told, now, people.officer)
    yield (
        "answers: respond without sign-off, press officer",
        responses.respond_view(unsigned, told, now, people.officer),
    )
    yield "answers: respond without sign-off, head", responses.respond_view(unsigned, told, now, people.head)
    done = Brief(enquiry=_answered(told, now, private=False))
    yield "answers: correct the answer", responses.correct_view(done, told, now, people.officer)


def _told_first(told: Organisation, now: datetime) -> Built:
    """A private answer: was the person or family told before it went?"""
    ready = of(told, now, Status.READY, private=True)
    brief = around(ready, now, sign_offs=yeses(ready, told, now, SignOffState.APPROVED))
    yield "records: respond, private", responses.respond_view(brief, told, now, cast_of(ready, told).officer)
    for family, facts in FAMILY.items():
        done = _answered(told, now, private=True, family_told=family, **facts)
        page = enquiry_page.view(Brief(enquiry=done), Reader(cast_of(done, told).officer, told, now))
        yield f"records: open responded, family told: {family}, private", page


def _heard(told: Organisation, now: datetime, private: bool) -> Built:
    one, end = _answered(told, now, private=private), ending(private=private)
    yield f"answers: news corrected{end}", enquiry_news.news("corrected", one, told, now)
    for what in response_news.NAMED:
        news = response_news.named(what, cast_of(one, told).worker, one, told)
        yield f"answers: may be named, {what}{end}", news


def _coverage(told: Organisation, now: datetime, private: bool) -> Built:
    one, end = _answered(told, now, private=private), ending(private=private)
    officer = one.officer or ""
    asked = specimens.nudge(Step.COVERAGE, officer, now)
    yield f"answers: nudge {Step.COVERAGE}{end}", coverage_nudge.message(asked, one, told, now)
    for how in ("coverage_recorded", "nothing_published"):
        over = {"state": NudgeState.SETTLED, "settled_by": officer, "settled_how": how, "settled_at": now}
        done = specimens.nudge(Step.COVERAGE, officer, now, **over)
        yield f"answers: settled {Step.COVERAGE}, {how}{end}", coverage_nudge.message(done, one, told, now)
    if private:
        return
    yield "answers: add coverage", coverage_form.coverage_view(one, now.date())
    yield "answers: what we learnt", coverage_form.learnt_view(one)
    link = "https://harbour-post.example/larkfield-friday-group"
    other = piece(one, now, 2, tone=Tone.MIXED, our_words=False, title="Who asks the Friday group?", link=link)
    brief = Brief(enquiry=one, coverage=(piece(one, now), other))
    yield "answers: card with coverage", enquiry_card.card(one, told, now, brief)
    yield "records: open with coverage", enquiry_page.view(brief, Reader(officer, told, now))
