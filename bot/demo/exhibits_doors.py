"""Doors in the gallery: what the bot answers to somebody's own words, what it offers, and what it asks about words that tell too much."""

from datetime import datetime, timedelta
from typing import Any

from bot.demo import specimens
from bot.demo.cast import cast
from bot.demo.exhibit import Built
from bot.demo.specimens_desk import cast_of, of
from bot.messages import doors, enquiry_form, enquiry_page, privacy, story_form, thread_remove
from bot.messages.page_reader import Reader
from bot.rules.intake import Reading
from bot.rules.intake_table import Reads, Sign
from bot.rules.privacy import Finding, Kind, findings
from bot.rules.typed_words import TypedEnquiry
from bot.rules.understanding import understand
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import Status
from storage.organisation import Organisation
from storage.thread_note import ThreadNote

KEPT = "0123abcd C0INTAKE 1772619120.000100"
LINK = "https://northbank.slack.com/archives/C0PRESSDESK/p1772619120000100"
HEARD = "The Northbank Echo just rang me about Larkfield, they want an answer by 4pm today"
PROUD = "We are so proud: the night team hung forty jars with lights in the garden of Elm House."
TOO_MUCH = "They say that the roof at 14 Mill Lane has been open since October. Is that so?"
PAINTED = "Tenants and staff painted the hall at 14 Mill Lane together, and had soup afterwards."
WRITTEN = "I will ring her at noon and tell her that we call back by three."


def build(told: Organisation, now: datetime) -> Built:
    """Everything about somebody's own words."""
    yield from _heard(told)
    yield from _offers()
    yield from _telling(told, now)
    yield from _threads(told, now)


def _heard(told: Organisation) -> Built:
    understood, proud = understand(HEARD), understand(PROUD)
    enquiry, story = Reading(Reads.ENQUIRY, (Sign.OUTLET,), "Northbank Echo"), Reading(Reads.STORY, (Sign.PRIDE,))
    for say_back, where in ((True, "in a direct message"), (False, "where others read")):
        answer = doors.answer(enquiry, understood, KEPT, told, say_back=say_back)
        yield f"doors: heard an enquiry {where}", answer
    yield "doors: heard a story", doors.answer(story, proud, KEPT, told, say_back=True)
    neither = understand("Hello, can you help me with something?")
    asks = understand("Is there any news of ME-0042?")
    yield "doors: asked about an enquiry", doors.answer(Reading(Reads.NEITHER), asks, KEPT, told, say_back=True)
    yield "doors: heard neither", doors.answer(Reading(Reads.NEITHER), neither, KEPT, told, say_back=True)


def _offers() -> Built:
    for name, because in (
        ("an outlet", (Sign.OUTLET, Sign.DEADLINE)),
        ("a reporter", (Sign.REPORTER, Sign.CONTACT)),
        ("what to say", (Sign.WHAT_TO_SAY, Sign.COMMENT)),
    ):
        reading = Reading(Reads.ENQUIRY, because, "Northbank Echo" if Sign.OUTLET in because else "")
        yield f"doors: offer because of {name}", doors.offer(reading, KEPT, name_outlet=True)
    proud = Reading(Reads.STORY, (Sign.PRIDE, Sign.PEOPLE))
    yield "doors: offer of a story", doors.offer(proud, KEPT, name_outlet=True)
    for reads in (Reads.ENQUIRY, Reads.STORY):
        yield f"doors: no more offers, {reads}", doors.not_again(reads)
    for on in (True, False):
        yield f"doors: offers switched {'on' if on else 'off'}", doors.offers_switched(on=on)


def _telling(told: Organisation, now: datetime) -> Built:
    """Words that tell who somebody is: in a message of theirs, and in a form."""
    for kind in Kind:
        about = privacy.about_message((kind,), at=now, place=told.triage_channel or "", link=LINK, organisation=told)
        yield f"doors: your message, {kind}", about
    several = (Kind.BIRTH, Kind.ADDRESS)
    yield (
        "doors: your message, several",
        privacy.about_message(several, at=now, place=told.triage_channel or "", link=LINK, organisation=told, about=42),
    )
    place = told.triage_channel or ""
    building = privacy.about_message(several[1:], at=now, place=place, link=LINK, organisation=told, about=42, note=7)
    yield "doors: your message, perhaps a public building", building
    worker = cast(told, "adults").worker
    typed = TypedEnquiry(outlet="Northbank Echo", journalist=specimens.REPORTER, question=TOO_MUCH)
    asked: tuple[Finding, ...] = tuple(findings(TOO_MUCH))
    yield "doors: enquiry form from a message", enquiry_form.view(told, worker, typed, link=LINK)
    yield "doors: may these words stay", privacy.asking(enquiry_form.view(told, worker, typed), {"question": asked})
    painted: tuple[Finding, ...] = tuple(findings(PAINTED))
    in_story = privacy.asking(story_form.view(told, worker, PAINTED), {"what_happened": painted})
    yield "doors: may these words stay, story", in_story


def _threads(told: Organisation, now: datetime) -> Built:
    """What was written about a private enquiry where others read it; and what was written in a thread."""
    private = of(told, now, Status.IN_PROGRESS, private=True)
    notes = tuple(_note(number, private, told, now) for number in (1, 2))
    gone = _note(2, private, told, now, words="", deleted_at=now)
    yield "doors: take one message out", thread_remove.message(private, notes[:1], told)
    yield "doors: take two messages out", thread_remove.message(private, notes, told)
    yield "doors: take two messages out, one gone", thread_remove.message(private, (notes[0], gone), told)
    yield "doors: take two messages out, both gone", thread_remove.message(private, (gone, gone), told)
    yield "doors: can stay", thread_remove.can_stay(notes[0], told)
    yield "doors: taken out", thread_remove.taken_out(notes[0], told)
    yield "doors: move it to the record", thread_remove.move_view(private, notes[0])
    yield "doors: moved to the record", thread_remove.moved_view(private, notes[0])
    yield "doors: forgotten", doors.forgotten()
    yield "doors: sent", doors.sent("ME-0042")
    yield "doors: put aside as a draft", doors.put_aside(7)
    yield "doors: the draft was thrown away", doors.thrown_away()
    one = of(told, now, Status.IN_PROGRESS, private=False)
    earlier = now - timedelta(minutes=30)
    moves = (
        specimens.entry("recorded", one.raised_by, earlier),
        specimens.entry("claimed", one.officer or "", earlier),
    )
    letter = {"id": "F0LETTER1", "name": "letter-to-families.pdf", "permalink": "https://northbank.slack.com/files/F1"}
    written = (
        _note(1, one, told, now),
        _note(2, one, told, now, words="", files=[letter]),
        _note(3, one, told, now, words="", deleted_at=now),
    )
    brief = Brief(enquiry=one, entries=moves, notes=written)
    yield (
        "records: open with what was written in its thread",
        enquiry_page.view(brief, Reader(cast_of(one, told).officer, told, now)),
    )


def _note(number: int, about: Enquiry, told: Organisation, now: datetime, **changes: Any) -> ThreadNote:
    facts: dict[str, Any] = {
        "enquiry_id": about.id,
        "channel": told.triage_channel or "",
        "ts": f"1796203800.{number:06d}",
        "thread_ts": "1796203800.000000",
        "author": about.officer or "",
        "words": WRITTEN if number == 1 else "Her number is the same as last time.",
        "posted_at": now + timedelta(minutes=number - 10),
    }
    made = ThreadNote(**{**facts, **changes})
    made.id = number
    return made
