"""Whom a change is told, and where: the cards, the line in their thread, the person who raised it, the nudges to bring up to date."""

from collections.abc import Collection, Sequence

from bot.desk.work import Work
from bot.rules.deeds import Deed
from bot.rules.lines import offers_lines
from bot.rules.nudging import settled_steps
from storage.call_request import calls_of
from storage.delivery import Delivery, ever_sent, sent_about
from storage.enquiry import Enquiry, open_enquiries
from storage.involved import Involved
from storage.kinds import DeliveryKind, Step, Subject
from storage.line import Line
from storage.nudge import Nudge, drop_planned, nudges_of, settle_sent
from storage.story import StoryIdea, stories_not_told
from storage.story_around import authors_of


def show_card(work: Work, enquiry: Enquiry) -> None:
    """Post or bring up to date the enquiry's card; a restricted one has its card in the restricted channel and a stub in triage."""
    organisation = work.organisation
    if enquiry.restricted or enquiry.was_restricted:
        work.deliver(
            DeliveryKind.RESTRICTED_CARD,
            key=card_key(enquiry, organisation.restricted_channel),
            lane=organisation.restricted_channel,
            subject=Subject.ENQUIRY,
            subject_id=enquiry.id,
            urgent=enquiry.urgent,
        )
    work.deliver(
        DeliveryKind.ENQUIRY_CARD,
        key=card_key(enquiry, organisation.triage_channel),
        lane=organisation.triage_channel,
        subject=Subject.ENQUIRY,
        subject_id=enquiry.id,
        urgent=enquiry.urgent,
    )


def card_key(enquiry: Enquiry, channel: str) -> str:
    """One card for each enquiry and channel."""
    return f"card:enquiry:{enquiry.id}:{channel}"


def line(work: Work, enquiry: Enquiry) -> Delivery | None:
    """The line that will tell a move in the card's thread: in the restricted channel for a restricted enquiry."""
    channel = work.organisation.restricted_channel if enquiry.restricted else work.organisation.triage_channel
    if not channel:
        return None
    return work.delivery(
        DeliveryKind.ENQUIRY_LINE,
        key="",  # named after its audit entry, once that is written
        lane=channel,
        subject=Subject.ENQUIRY,
        subject_id=enquiry.id,
        thread_key=card_key(enquiry, channel),
    )


def moved(work: Work, enquiry: Enquiry, actor: str, action: str, details: dict[str, object] | None = None) -> None:
    """A move happened: the card shows it, its thread tells it, the audit trail keeps it."""
    enquiry.version += 1
    show_card(work, enquiry)
    work.audit(actor, action, Subject.ENQUIRY, enquiry.id, details, line=line(work, enquiry))


def news(work: Work, enquiry: Enquiry, what: str) -> None:
    """Tell the person who raised it, privately."""
    work.deliver(
        DeliveryKind.ENQUIRY_NEWS,
        key=news_key(enquiry, what),
        lane=enquiry.raised_by,
        subject=Subject.ENQUIRY,
        subject_id=enquiry.id,
        detail=what,
        urgent=enquiry.urgent,
    )


def news_key(enquiry: Enquiry, what: str) -> str:
    """One message for each thing that happens; what happens again after it was reopened is told again."""
    again = f":again{enquiry.reopened}" if enquiry.reopened else ""
    return f"news:enquiry:{enquiry.id}:{what}{again}"


def nudge(work: Work, planned: Nudge) -> None:
    """Send a nudge, or bring the one already sent up to date; one of several in one message by the message's first."""
    together = planned.bundled_with
    first = together or planned.id
    work.deliver(
        DeliveryKind.NUDGE,
        key=f"nudge:{first}",
        lane=planned.person,
        subject=Subject.PERSON if together else planned.subject,
        subject_id=0 if together else planned.subject_id,
        detail=str(first),
        urgent=planned.urgent,
    )


def settle(work: Work, subject: Subject, subject_id: int, deed: Deed, by: str) -> list[Nudge]:
    """A deed settles nudges: what was planned for it is dropped, and every copy that was sent says so and loses its buttons."""
    steps = settled_steps(deed)
    if not steps:
        return []
    settled = close_requests(work, subject, subject_id, steps, by, deed.value)
    if deed in (Deed.CLOSE, Deed.WITHDRAW):
        _no_more_calls(work, subject, subject_id, by, deed.value)
    return settled


def close_requests(
    work: Work, subject: Subject, subject_id: int, steps: Collection[Step] | None, by: str, how: str
) -> list[Nudge]:
    """Nudges of these steps (None: of every step) wait for nobody any more: planned ones are dropped, those sent say what happened."""
    drop_planned(work.session, subject, subject_id, steps, work.now)
    settled = settle_sent(work.session, subject, subject_id, steps, by, how, work.now)
    for sent in settled:
        nudge(work, sent)
    return settled


def _no_more_calls(work: Work, subject: Subject, subject_id: int, by: str, how: str) -> None:
    """Nobody need be rung about it any more: what was asked for says so, and loses its buttons."""
    for sent in sent_about(work.session, subject, subject_id):
        if sent.kind == DeliveryKind.CALL:
            again(work, sent)
    for call in calls_of(work.session, subject_id) if subject == Subject.ENQUIRY else ():
        close_requests(work, Subject.CALL, call.id, None, by, how)


def show_again(work: Work, subject: Subject, subject_id: int) -> None:
    """Bring every message about a record up to date, as when it has become restricted: each is rendered anew from the record."""
    for sent in sent_about(work.session, subject, subject_id):
        again(work, sent)
    for one in nudges_of(work.session, subject, subject_id):
        if one.bundled_with is not None:
            nudge(work, one)


def again(work: Work, sent: Delivery) -> None:
    """Bring one message up to date."""
    work.deliver(
        sent.kind,
        key=sent.key,
        lane=sent.lane,
        subject=sent.subject,
        subject_id=sent.subject_id,
        detail=sent.detail,
        thread_key=sent.thread_key,
    )


def no_longer_offered(work: Work, lines: Sequence[Line]) -> None:
    """Cards that may name one of these lines are drawn anew."""
    areas = {line.service_area for line in lines}
    for enquiry in open_enquiries(work.session, limit=1_000) if areas else []:
        has_words = enquiry.statement_id is not None
        if enquiry.service_area in areas and not enquiry.restricted and offers_lines(enquiry, has_words=has_words):
            show_card(work, enquiry)


def show_home(work: Work, person: str, *, urgent: bool = False) -> None:
    """Draw a person's App Home from the records as they are now. `urgent`: they wait for it."""
    work.deliver(
        DeliveryKind.HOME,
        key=home_key(person),
        lane=person,
        subject=Subject.PERSON,
        subject_id=0,
        detail=person,
        urgent=urgent,
    )


def show_home_again(work: Work, person: str) -> None:
    """The same for someone who has looked at theirs before; nobody else has one."""
    if ever_sent(work.session, [home_key(person)]):
        show_home(work, person)


def involved(work: Work, one: Involved) -> None:
    """Tell someone that they may be named, or that a colleague who may be wants them to know."""
    work.deliver(
        DeliveryKind.INVOLVED,
        key=f"involved:{one.id}",
        lane=one.person,
        subject=Subject.ENQUIRY,
        subject_id=one.enquiry_id,
        detail=str(one.id),
        urgent=True,
    )


def mistaken(work: Work, one: Involved) -> None:
    """Tell someone that what they were told was a mistake: a word of its own, so that they notice, beside the first, which says so too."""
    involved(work, one)
    if one.told_at is not None:
        work.deliver(
            DeliveryKind.INVOLVED,
            key=f"involved:{one.id}:{MISTAKEN}",
            lane=one.person,
            subject=Subject.ENQUIRY,
            subject_id=one.enquiry_id,
            detail=f"{one.id} {MISTAKEN}",
            urgent=True,
        )


MISTAKEN = "mistaken"


def home_key(person: str) -> str:
    """One App Home for each person."""
    return f"home:{person}"


def show_story(work: Work, story: StoryIdea) -> None:
    """Post or bring up to date a story idea's card in the comms channel."""
    channel = comms_channel(work)
    work.deliver(
        DeliveryKind.STORY_CARD,
        key=story_card_key(story, channel),
        lane=channel,
        subject=Subject.STORY,
        subject_id=story.id,
    )


def show_stories_beside(work: Work, story: StoryIdea) -> None:
    """The cards of other ideas may name this one as like theirs: they are brought up to date, so that it does not stand there."""
    for other in stories_not_told(work.session):
        if other.id != story.id:
            show_story(work, other)


def story_card_key(story: StoryIdea, channel: str) -> str:
    """One card for each story idea and channel; its thread hangs on the same key."""
    return f"card:story:{story.id}:{channel}"


def comms_channel(work: Work) -> str:
    """Where story ideas are handled: the comms channel, or the triage channel where none is set."""
    return work.organisation.comms_channel or work.organisation.triage_channel


def story_moved(
    work: Work, story: StoryIdea, actor: str, action: str, details: dict[str, object] | None = None
) -> None:
    """A story idea moved: its card, the line in the card's thread, the audit trail."""
    story.version += 1
    show_story(work, story)
    channel = comms_channel(work)
    told = work.delivery(
        DeliveryKind.STORY_LINE,
        key="",
        lane=channel,
        subject=Subject.STORY,
        subject_id=story.id,
        thread_key=story_card_key(story, channel),
    )
    work.audit(actor, action, Subject.STORY, story.id, details, line=told if channel else None)


def story_news(work: Work, story: StoryIdea, what: str) -> None:
    """Tell everyone who wrote a story idea, privately. That it was sent in, those who wrote it too hear in words of their own."""
    others = authors_of(work.session, story.id) if what != "sent_in" else []
    for person in (story.author, *others):
        key = f"news:story:{story.id}:{what}"
        work.deliver(
            DeliveryKind.STORY_NEWS,
            key=key if person == story.author else f"{key}:{person}",
            lane=person,
            subject=Subject.STORY,
            subject_id=story.id,
            detail=what,
        )
