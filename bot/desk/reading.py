"""Reading: what a form, a page or a message needs to know. Reading the text of a restricted enquiry is a verb, since it is audited."""

from bot.desk import press, story_bank
from bot.desk.work import Desk, Work, verb
from bot.rules.deeds import Deed
from bot.rules.finding import scope_of
from bot.rules.lines import line_reader
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from bot.rules.sensitivity import may_read
from storage.brief import Brief, read_brief
from storage.enquiry import Enquiry, get_enquiry
from storage.kinds import Subject
from storage.nudge import get_nudge
from storage.story import Consent, StoryIdea, consents_of, get_story
from storage.story_brief import StoryBrief, read_story_brief


def open_enquiry(desk: Desk, enquiry_id: int, *, person: str) -> Brief:
    """All that is known around an enquiry, for those allowed. Whoever opens a restricted one, or tries to, is in the audit trail."""
    opened = _open(desk, enquiry_id, person=person)
    if opened is None:
        raise Refused(Reason.NOT_ALLOWED_TO_READ)
    return opened


@verb
def _open(work: Work, enquiry_id: int, *, person: str) -> Brief | None:
    """None for those not allowed: raising here would undo the audit entry too."""
    enquiry = get_enquiry(work.session, enquiry_id)
    if enquiry is None:
        raise Refused(Reason.NOT_FOUND)
    allowed = may_read(person, enquiry, work.organisation)
    if enquiry.restricted:
        work.audit(person, "opened" if allowed else "turned_away", Subject.ENQUIRY, enquiry.id)
    if not allowed:
        return None
    brief = read_brief(work.session, enquiry, line_reader(person, work.organisation))
    brief = story_bank.around_enquiry(work.session, brief, person, work.organisation, work.now)
    return press.around(work.session, brief, scope_of(person, work.organisation), work.now)


@verb
def enquiry_to_work_on(work: Work, enquiry_id: int, deed: Deed, *, person: str) -> Enquiry:
    """An enquiry for the form of a deed, checked as the deed itself will be: a form that cannot be saved is not opened."""
    return _to_work_on(work, enquiry_id, deed, person)


@verb
def brief_to_work_on(work: Work, enquiry_id: int, deed: Deed, *, person: str) -> Brief:
    """The same with everything around it, for forms that show more than the enquiry's own fields."""
    brief = read_brief(work.session, _to_work_on(work, enquiry_id, deed, person))
    return press.around(work.session, brief, scope_of(person, work.organisation), work.now)


def _to_work_on(work: Work, enquiry_id: int, deed: Deed, person: str) -> Enquiry:
    enquiry = get_enquiry(work.session, enquiry_id)
    if enquiry is None:
        raise Refused(Reason.NOT_FOUND)
    check(deed, person, work.organisation, enquiry)
    work.opened(enquiry, person, {"for": deed.value})
    return enquiry


def enquiry_of_nudge(desk: Desk, nudge_id: int) -> int:
    """The id of the enquiry that a nudge is about. Raises Refused(NOT_FOUND)."""
    with desk.database.read() as session:
        nudge = get_nudge(session, nudge_id)
        if nudge is None or nudge.subject != Subject.ENQUIRY:
            raise Refused(Reason.NOT_FOUND)
        return nudge.subject_id


def story_page(desk: Desk, story_id: int, *, person: str) -> StoryBrief:
    """A story idea with everything around it, for those who may read it. Raises Refused."""
    with desk.database.read() as session:
        story = get_story(session, story_id)
        if story is None:
            raise Refused(Reason.NOT_FOUND)
        brief = read_story_brief(session, story)
        check(Deed.READ_STORY, person, desk.organisation, brief)
        return story_bank.beside(session, brief, person, desk.organisation)


def story_to_answer(desk: Desk, story_id: int, deed: Deed, *, person: str) -> tuple[StoryIdea, list[Consent]]:
    """A story idea with its consents, for those who may do the deed. Raises Refused."""
    with desk.database.read() as session:
        story = get_story(session, story_id)
        if story is None:
            raise Refused(Reason.NOT_FOUND)
        check(deed, person, desk.organisation, story)
        return story, consents_of(session, [story_id]).get(story_id, [])
