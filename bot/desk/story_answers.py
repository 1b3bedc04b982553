"""The answer to a story idea, beside picking it up: asking its authors, telling it somewhere, a second look, and its theme."""

from bot.desk import story_questions, telling
from bot.desk.work import Desk, Work, verb
from bot.rules.deeds import Deed
from bot.rules.jigsaw import check_second_look
from bot.rules.permissions import check
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.story_answers import TellForm, check_goes_on, check_tell
from bot.rules.story_bank import Theme
from bot.rules.why_not_told import is_fresh, why_not
from bot.rules.working_forms import check_words
from bot.rules.working_time import local
from storage.enquiry import get_enquiry
from storage.kinds import Recognisable, StoryStatus, Subject, Use
from storage.story import StoryIdea, consents_of, get_story
from storage.story_around import StoryQuestion, authors_of, get_question, questions_of
from storage.story_brief import StoryBrief, read_story_brief
from storage.story_told import Telling, tellings_of

ANSWERED = "answered"
"""In the detail of a delivery: a question's answer, for whoever asked it."""


# -- asking


@verb
def ask_author(work: Work, story_id: int, question: str, *, form_id: str, person: str) -> StoryQuestion:
    """Ask whoever wrote it, once for each form; the idea waits for us all the same. Raises FormRefused, Refused."""
    story = to_go_on(work, story_id, Deed.ASK_AUTHOR, person)
    words = check_words("story_question", question)
    same = [one for one in questions_of(work.session, story.id) if one.form_id == form_id]
    if same:
        return same[0]
    asked = StoryQuestion(story_id=story.id, question=words, asked_by=person, asked_at=work.now, form_id=form_id)
    send_question(work, story, asked, Deed.ASK_AUTHOR)
    return asked


@verb
def ask_afresh(work: Work, story_id: int, *, beside: int | None, person: str) -> StoryQuestion | None:
    """For use beside a headline everyone in it is to be asked anew; None where nobody can be recognised in it.

    While not everyone has agreed since the last asking, they are not asked again. Raises Refused: of a private enquiry nobody hears so.
    """
    story = to_go_on(work, story_id, Deed.ASK_AFRESH, person)
    enquiry = get_enquiry(work.session, beside) if beside is not None else None
    if beside is not None and enquiry is None:
        raise Refused(Reason.NOT_FOUND)
    if enquiry is not None and enquiry.restricted:
        raise Refused(Reason.BESIDE_PRIVATE, reference=enquiry.reference)
    if story.recognisable == Recognisable.NOBODY:
        return None
    before = [one for one in questions_of(work.session, story.id) if one.fresh]
    waiting = not is_fresh(story, consents_of(work.session, [story.id])[story.id], before)
    if waiting and before[-1].let_go_at is None:
        return before[-1]
    asked = StoryQuestion(story_id=story.id, question="", asked_by=person, asked_at=work.now, fresh=True, beside=beside)
    send_question(work, story, asked, Deed.ASK_AFRESH)
    return asked


def send_question(work: Work, story: StoryIdea, asked: StoryQuestion, deed: Deed) -> None:
    """Keep a question and put it to everyone who wrote the story."""
    work.session.add(asked)
    work.session.flush()
    story_questions.put(work, story, asked)
    telling.story_moved(work, story, asked.asked_by, deed.value, {"question": asked.id})


@verb
def answer(work: Work, question_id: int, words: str, *, person: str) -> StoryQuestion:
    """One of its authors answers: whoever asked hears it, and it stands on the card's thread. Raises FormRefused, Refused."""
    asked, story = work.must_belong_to_story(get_question, question_id)
    check(Deed.ANSWER_QUESTION, person, work.organisation, read_story_brief(work.session, story))
    said = check_words("story_answer", words)
    if asked.answered_by == person and asked.answer == said:
        return asked
    if asked.answered_at is not None:
        raise Refused(Reason.ANSWERED_QUESTION, by=asked.answered_by)
    if story.emptied_at is not None:
        raise Refused(Reason.STORY_EMPTIED)
    asked.answer, asked.answered_by, asked.answered_at = said, person, work.now
    story_questions.settled(work, asked, person, Deed.ANSWER_QUESTION.value)
    story_questions.about(work, asked, asked.asked_by, f"answer:{asked.id}", f"{asked.id} {ANSWERED}")
    telling.story_moved(work, story, person, Deed.ANSWER_QUESTION.value, {"question": asked.id})
    return asked


def question_to_answer(desk: Desk, question_id: int, *, person: str) -> tuple[StoryQuestion, StoryIdea]:
    """A question for the form that answers it, for one of the story's authors. Raises Refused."""
    with desk.database.read() as session:
        asked = get_question(session, question_id)
        story = get_story(session, asked.story_id) if asked else None
        if asked is None or story is None:
            raise Refused(Reason.NOT_FOUND)
        check(Deed.ANSWER_QUESTION, person, desk.organisation, read_story_brief(session, story))
    if asked.answered_at is not None:
        raise Refused(Reason.ANSWERED_QUESTION, by=asked.answered_by)
    return asked, story


# -- telling


@verb
def tell_here(work: Work, story_id: int, form: TellForm, *, form_id: str, person: str) -> Telling:
    """It stands somewhere now, as far as everyone in it has agreed to just that. Raises FormRefused, Refused."""
    story = to_go_on(work, story_id, Deed.TELL_HERE, person)
    earlier = tellings_of(work.session, story.id)
    same = [one for one in earlier if one.form_id == form_id]
    if same:
        return same[0]
    today = local(work.organisation.calendar, work.now).date()
    form = check_tell(form, today)
    story.officer = story.officer or person
    _check_agreed(work, story, Use(form.use))
    told = Telling(
        story_id=story.id,
        use=Use(form.use),
        told_on=form.day or today,
        told_by=person,
        noted_at=work.now,
        place=form.place,
        link=form.link,
        form_id=form_id,
    )
    work.session.add(told)
    work.session.flush()
    _is_told(work, story, told)
    return told


def _check_agreed(work: Work, story: StoryIdea, use: Use) -> None:
    """The one door, asked at this moment; the sentence says what would make it possible."""
    today = local(work.organisation.calendar, work.now).date()
    consents = consents_of(work.session, [story.id])[story.id]
    refused = why_not(story, consents, questions_of(work.session, story.id), use, today)
    if refused is not None:
        raise FormRefused({"tell_use": refused})


def _is_told(work: Work, story: StoryIdea, told: Telling) -> None:
    story.status = StoryStatus.TOLD
    story.told_at, story.answered_at = story.told_at or work.now, story.answered_at or work.now
    telling.settle(work, Subject.STORY, story.id, Deed.TELL_HERE, told.told_by)
    details: dict[str, object] = {"telling": told.id, "use": str(told.use)}
    telling.story_moved(work, story, told.told_by, Deed.TELL_HERE.value, details)
    telling.story_news(work, story, f"told_here:{told.id}")


# -- a second look, and the theme


@verb
def look_too(work: Work, story_id: int, *, person: str) -> StoryIdea:
    """A second pair of eyes has put it beside what was told before. Raises Refused for those who know it from close by."""
    story = to_go_on(work, story_id, Deed.LOOK_TOO, person)
    check_second_look(story, authors_of(work.session, story.id), person)
    if story.second_look_by == person:
        return story
    story.second_look_by, story.second_look_at = person, work.now
    telling.story_moved(work, story, person, Deed.LOOK_TOO.value)
    return story


@verb
def set_theme(work: Work, story_id: int, theme: str, *, person: str) -> StoryIdea:
    """What it is about, for those who look for a story to offer. Raises ValueError for what no menu of ours offers."""
    story = to_go_on(work, story_id, Deed.SET_THEME, person)
    if story.theme != Theme(theme):
        story.theme = Theme(theme).value
        work.audit(person, Deed.SET_THEME.value, Subject.STORY, story.id, {"theme": story.theme})
    return story


def to_go_on(work: Work, story_id: int, deed: Deed, person: str) -> StoryIdea:
    """The story, locked, for a deed of the press office while it is still to be told. Raises Refused."""
    story = work.story(story_id)
    check(deed, person, work.organisation, story)
    check_goes_on(story)
    return story


def brief_to_work_on(desk: Desk, story_id: int, deed: Deed, *, person: str) -> StoryBrief:
    """A story with everything around it for the form of a deed, checked as the deed itself will be. Raises Refused."""
    with desk.database.read() as session:
        story = get_story(session, story_id)
        if story is None:
            raise Refused(Reason.NOT_FOUND)
        check(deed, person, desk.organisation, story)
        check_goes_on(story)
        return read_story_brief(session, story)
