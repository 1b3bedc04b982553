"""An enquiry with everything around it, and a story: so that a test sees whether a word is left anywhere."""

import json
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.demo import ORGANISATION
from bot.desk.work import Desk
from bot.organisation.file import read_organisation_file
from storage import audit
from storage.base import Record
from storage.coverage import Coverage
from storage.delivery import Delivery
from storage.engine import Database
from storage.enquiry import Enquiry
from storage.involved import Involved, Task
from storage.kinds import (
    CheckState,
    DeliveryKind,
    DeliveryState,
    LinkKind,
    Mark,
    NudgeState,
    Outcome,
    Part,
    ShareKind,
    SignOffPart,
    SignOffState,
    Status,
    Step,
    StoryStatus,
    Subject,
    TaskKind,
    Told,
    Tone,
)
from storage.line import Line, LineUse
from storage.links import EnquiryLink
from storage.nudge import Nudge
from storage.organisation import save_organisation
from storage.press import Journalist, Outlet
from storage.share import JointItem, ShareAsk
from storage.statement import FactCheck, SignOff, Statement
from storage.story import Consent, StoryIdea
from storage.thread_note import ThreadNote
from tests.project.terminal import StandingClock

AMARA, PRIYA, SHIRIN, JOAN = "U0AMARA01", "U0PRIYA03", "U0SHIRIN7", "U0JOAN008"
SECRET = "Brackenfell"
"""A word that stands in every text of the enquiry and the story, and nowhere else."""

CLOSED = datetime.fromisoformat("2026-03-06T15:00:00+00:00")
RAISED = CLOSED - timedelta(days=2)
DAY = timedelta(days=1)


def desk_on(database: Database, clock: Clock | None = None) -> Desk:
    """A desk for Northbank."""
    with database.write() as session:
        save_organisation(session, read_organisation_file(ORGANISATION))
    desk = Desk(database, clock or StandingClock(CLOSED))
    desk.refresh()
    return desk


def write_enquiry(database: Database, **changes: Any) -> int:
    """A closed, restricted enquiry with every kind of record around it; its id."""
    facts: dict[str, Any] = {
        "form_id": f"V{changes.get('question', '')}{changes.get('outlet', '')}",
        "raised_by": AMARA,
        "raised_at": RAISED,
        "outlet": "Northbank Echo",
        "journalist": f"Sam Poole of {SECRET}, 020 7946 0000, sam@echo.example",
        "question": f"What happened at {SECRET}? Ring 020 7946 0000.",
        "deadline": RAISED + DAY,
        "service_area": "adults",
        "marks": [Mark.COURT.value],
        "restricted": True,
        "status": Status.CLOSED,
        "officer": PRIYA,
        "claimed_at": RAISED,
        "lead": SHIRIN,
        "response": f"We are sorry about {SECRET}.",
        "response_to": "Sam Poole by e-mail",
        "responded_by": PRIYA,
        "responded_at": RAISED + DAY,
        "outcome": Outcome.RESPONDED,
        "outcome_note": f"{SECRET} was fair",
        "closed_by": PRIYA,
        "closed_at": CLOSED,
        "excluded": ["U0HIDDEN1"],
        "family_told": Told.YES,
        "family_told_by": "the social worker",
        "family_wish": f"Nothing of {SECRET}",
        "learnt": f"Ring {SECRET} sooner",
        "foi_reference": f"FOI {SECRET}",
    }
    with database.write() as session:
        outlet = Outlet(key=f"echo{changes}"[:160], name="Northbank Echo", first_seen=RAISED)
        session.add(outlet)
        session.flush()
        journalist = Journalist(
            outlet_id=outlet.id,
            key="sam poole",
            name="Sam Poole",
            contact="020 7946 0000",
            first_seen=RAISED,
            note=SECRET,
        )
        session.add(journalist)
        session.flush()
        enquiry = Enquiry(**{**facts, "outlet_id": outlet.id, "journalist_id": journalist.id, **changes})
        session.add(enquiry)
        session.flush()
        _around(session, enquiry)
        return enquiry.id


def _around(session: Session, enquiry: Enquiry) -> None:
    about: dict[str, Any] = {"enquiry_id": enquiry.id}
    first = Statement(version=1, words=f"{SECRET} one", note=SECRET, drafted_by=PRIYA, drafted_at=RAISED, **about)
    second = Statement(version=2, words=f"We are sorry about {SECRET}.", drafted_by=PRIYA, drafted_at=RAISED, **about)
    other = Enquiry(
        form_id=f"other{enquiry.id}", raised_by=AMARA, raised_at=RAISED, outlet="", journalist="", question=""
    )
    line = Line(
        topic="T", service_area="adults", words="Kept words", review_on=date(2027, 1, 1), kept_by=PRIYA, kept_at=CLOSED
    )
    session.add_all([first, second, other, line])
    session.flush()
    enquiry.statement_id = second.id
    yes = SignOff(
        statement_id=second.id,
        person=SHIRIN,
        part=SignOffPart.LEAD,
        asked_by=PRIYA,
        for_whom=JOAN,
        state=SignOffState.APPROVED,
        asked_at=RAISED,
        answered_at=RAISED + DAY,
        candour="yes",
        why=SECRET,
        **about,
    )
    check = FactCheck(
        statement_id=first.id,
        person=AMARA,
        asked_by=PRIYA,
        asked_at=RAISED,
        due_at=CLOSED,
        state=CheckState.WRONG,
        answered_at=RAISED,
        note=SECRET,
        **about,
    )
    task = Task(kind=TaskKind.CHECK_IN, owner=PRIYA, made_at=RAISED, about=AMARA, note=SECRET, **about)
    session.add_all([yes, check, task])
    session.add_all(
        [
            Involved(person=AMARA, part=Part.MAY_BE_NAMED, added_by=PRIYA, added_at=RAISED, reason=SECRET, **about),
            Coverage(
                link=f"https://echo.example/{SECRET}",
                title=SECRET,
                published_on=date(2026, 3, 6),
                tone=Tone.FAIR,
                our_words=True,
                added_by=PRIYA,
                added_at=CLOSED,
                **about,
            ),
            ThreadNote(
                channel="C1", ts=f"{enquiry.id}.0", author=AMARA, words=f"I know {SECRET}", posted_at=RAISED, **about
            ),
            EnquiryLink(other_id=other.id, kind=LinkKind.SAME_STORY, linked_by=PRIYA, linked_at=RAISED, **about),
            LineUse(line_id=line.id, used_by=PRIYA, used_at=RAISED, **about),
            Nudge(
                subject=Subject.ENQUIRY,
                subject_id=enquiry.id,
                step=Step.LEAD_NEW,
                person=SHIRIN,
                due_at=RAISED,
                state=NudgeState.SETTLED,
                sent_at=RAISED,
            ),
            _stands(DeliveryKind.ENQUIRY_CARD, f"card:enquiry:{enquiry.id}:C0PRESSDESK", "C0PRESSDESK", enquiry.id),
        ]
    )
    session.flush()
    for subject, number, action, details in (
        (Subject.ENQUIRY, enquiry.id, "recorded", {"question": enquiry.question}),
        (Subject.ENQUIRY, enquiry.id, "responded", {"response": enquiry.response}),
        (Subject.SIGN_OFF, yes.id, "approved", {"why": SECRET}),
        (Subject.FACT_CHECK, check.id, "answered", {"note": SECRET}),
        (Subject.TASK, task.id, "made", {"note": SECRET}),
    ):
        audit.append(
            session, at=RAISED, actor=PRIYA, action=action, subject=subject, subject_id=number, details=details
        )


def _stands(kind: DeliveryKind, key: str, lane: str, enquiry_id: int) -> Delivery:
    return Delivery(
        kind=kind,
        key=key,
        lane=lane,
        subject=Subject.ENQUIRY,
        subject_id=enquiry_id,
        created_at=RAISED,
        not_before=RAISED,
        state=DeliveryState.SENT,
        channel=lane,
        ts="1.0",
        sent_at=RAISED,
    )


def write_story(database: Database, **changes: Any) -> int:
    """A story idea that was told, with a consent that has ended; its id."""
    facts: dict[str, Any] = {
        "form_id": "VS",
        "author": AMARA,
        "sent_in_at": RAISED,
        "title": f"A garden at {SECRET}",
        "what_happened": f"{SECRET} was planted",
        "credit": "Amara",
        "service_area": "adults",
        "photos": ["F1"],
        "status": StoryStatus.TOLD,
        "told_at": CLOSED,
    }
    with database.write() as session:
        story = StoryIdea(**facts | changes)
        session.add(story)
        session.flush()
        session.add(
            Consent(
                story_id=story.id,
                who="J of Brackenfell",
                recorded_by=AMARA,
                recorded_at=RAISED,
                until=date(2026, 6, 1),
                how="asked",
            )
        )
        audit.append(
            session,
            at=RAISED,
            actor=AMARA,
            action="sent_in",
            subject=Subject.STORY,
            subject_id=story.id,
            details={"title": story.title},
        )
        return story.id


def write_share(**changes: Any) -> ShareAsk:
    """A question about sharing that waits for the press office, not written yet."""
    facts: dict[str, Any] = {
        "form_id": "VSH",
        "kind": ShareKind.SHARE,
        "asked_by": AMARA,
        "asked_at": RAISED,
        "words": f"{SECRET} has a new garden",
        "place": f"The wall at {SECRET}",
        "service_area": "adults",
        "answers": {"for_us": True},
        "rules": ["for_us"],
        "due_at": RAISED,
        "owner": PRIYA,
    }
    return ShareAsk(**facts | changes)


def write_joint_item(**changes: Any) -> JointItem:
    """A rule that got in someone's way, not written yet."""
    facts: dict[str, Any] = {
        "form_id": "VJG",
        "rule": "for_us",
        "words": f"Not even {SECRET} can be named",
        "raised_by": AMARA,
        "raised_at": RAISED,
        "due_at": CLOSED,
    }
    return JointItem(**facts | changes)


def everything_in(database: Database) -> str:
    """Every value of every row of every table, as text."""
    with database.read() as session:
        rows = [
            [str(value) for value in row]
            for table in Record.metadata.sorted_tables
            for row in session.execute(select(table))
        ]
    return json.dumps(rows, ensure_ascii=False)
