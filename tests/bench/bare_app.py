"""What the bot is compared with, each a process of its own: `python -m tests.bench.bare_app KIND`, with the bot's environment.

`default`: Bolt as it comes, one listener that only acks. `floor`: the same, answering after the listener has run, as the bot does.
`commit`: the floor with the transaction of a new enquiry in its listener, and nothing else; its ack tells how long that took.
"""

import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from slack_bolt import Ack, App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.config import Settings, environment, read_settings
from bot.messages.ids import View
from storage import audit
from storage.delivery import Delivery, queue
from storage.engine import Database
from storage.enquiry import Enquiry
from storage.insert import insert_once
from storage.kinds import DeliveryKind, NudgeState, Step, Subject
from storage.nudge import Nudge, plan_nudges

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
QUESTION = "Is it true that Elm House is to close in the spring? " * 3
_numbers = count(1)


def main(kind: str) -> None:
    """Connect, and answer until the process is ended."""
    settings = read_settings(environment())
    client = WebClient(token=settings.slack_bot_token, base_url=settings.slack_api_url)
    app = App(client=client, process_before_response=kind != "default")
    app.view_submission(View.ENQUIRY)(_listener(kind, settings))
    SocketModeHandler(app, settings.slack_app_token).connect()  # type: ignore[no-untyped-call]  # Bolt gives it no types
    threading.Event().wait()


def _listener(kind: str, settings: Settings) -> Callable[[Ack], None]:
    if kind != "commit":
        return _only_ack
    database = Database(settings.database_url)

    def commit_and_ack(ack: Ack) -> None:
        began = time.perf_counter()
        with database.write() as session:
            write_enquiry(session, next(_numbers), datetime.now(UTC))
        ack({"milliseconds": (time.perf_counter() - began) * 1000})

    return commit_and_ack


def _only_ack(ack: Ack) -> None:
    ack()


def write_enquiry(session: Any, number: int, now: datetime) -> None:
    """The five statements of a new enquiry, with as many rows as the bot writes for it."""
    enquiry = Enquiry(
        form_id=f"V{number}",
        raised_by="U0AMARA01",
        raised_at=now,
        outlet="Northbank Echo",
        journalist="Sam Poole, 020 7946 0000",
        question=QUESTION,
        service_area="adults",
        lead="U0SHIRIN7",
        form_digest="0" * 64,
    )
    insert_once(session, enquiry, Enquiry.form_id)
    planned = plan_nudges(session, [_nudge(enquiry.id, step, now) for step in NUDGES])
    details = {"outlet": enquiry.outlet, "journalist": enquiry.journalist, "question": enquiry.question}
    entry = audit.append(
        session,
        at=now,
        actor=enquiry.raised_by,
        action="recorded",
        subject=Subject.ENQUIRY,
        subject_id=enquiry.id,
        details=details,
    )
    told = [
        (f"card:{enquiry.id}", "C0PRESSDESK"),
        (f"news:{enquiry.id}", "U0AMARA01"),
        (f"line:{entry}", "C0PRESSDESK"),
    ]
    told += [(f"nudge:{nudge.id}", nudge.person) for nudge in planned if nudge.state == NudgeState.SENT]
    queue(session, [_delivery(key, lane, enquiry.id, now) for key, lane in told])


NUDGES = (
    Step.OFFICER_NEW,
    Step.LEAD_NEW,
    Step.OFFICER_UNCLAIMED,
    Step.HEAD_UNCLAIMED,
    Step.LEAD_AGAIN,
    Step.DEPUTY,
    Step.OFFICER_DEADLINE,
    Step.OFFICER_PASSED,
)


def _nudge(enquiry_id: int, step: Step, now: datetime) -> Nudge:
    at_once = step in {Step.OFFICER_NEW, Step.LEAD_NEW}
    return Nudge(
        subject=Subject.ENQUIRY,
        subject_id=enquiry_id,
        step=step,
        person="U0SHIRIN7",
        due_at=now if at_once else now + timedelta(hours=1),
        state=NudgeState.SENT if at_once else NudgeState.PLANNED,
        sent_at=now if at_once else None,
    )


def _delivery(key: str, lane: str, enquiry_id: int, now: datetime) -> Delivery:
    return Delivery(
        kind=DeliveryKind.ENQUIRY_CARD,
        key=key,
        lane=lane,
        subject=Subject.ENQUIRY,
        subject_id=enquiry_id,
        created_at=now,
        not_before=LONG_AGO,
    )


if __name__ == "__main__":
    main(sys.argv[1])
