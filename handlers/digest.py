"""The digest before it goes out, and good news paused: the preview's buttons, menus and forms."""

from typing import Any

from bot.desk import digest_preview, good_news
from bot.messages import digest_form, digest_notes
from bot.messages.digest import usual_opening
from bot.messages.ids import Action, Field, View
from bot.rules.digest_form import OpeningForm, WordsForm
from bot.rules.reasons import FormRefused, Reason
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import open_form

PAUSE = frozenset({"pause", "pause good news", "pause the good news", "hold good news"})
RESUME = frozenset({"resume", "resume good news", "good news resume", "go on"})


def asked_by_word(call: Call) -> bool:
    """Whether the words after the command pause good news, or let it go on."""
    words = call.words.casefold().rstrip(".!")
    if words in PAUSE:
        open_form(call, lambda: _pause_form(call))
    elif words in RESUME:
        call.answer(digest_notes.answered(resumed=good_news.resume(call.desk, person=call.person)))
    else:
        return False
    return True


def approve(call: Call) -> None:
    """It can go as it is."""
    digest_preview.approve(call.desk, int(call.value), person=call.person)
    call.ack()


def hold(call: Call) -> None:
    """Hold."""
    digest_preview.hold(call.desk, int(call.value), person=call.person)
    call.ack()


def send(call: Call) -> None:
    """Send now."""
    digest_preview.send_now(call.desk, int(call.value), person=call.person)
    call.ack()


def chosen(call: Call) -> None:
    """The menu beside a story: move it, leave it out, or word it."""
    what, digest_id, story_id, to = call.chosen.split()
    if what == "words":
        open_form(call, lambda: _words_form(call, int(digest_id), int(story_id)))
        return
    if what == "move":
        digest_preview.move(call.desk, int(digest_id), int(story_id), int(to), person=call.person)
    else:
        digest_preview.leave_out_story(call.desk, int(digest_id), int(story_id), person=call.person)
    call.ack()


def _words_form(call: Call, digest_id: int, story_id: int) -> dict[str, Any]:
    return digest_form.words_view(*digest_preview.to_word(call.desk, digest_id, story_id, person=call.person))


def worded(call: Call) -> None:
    """The words came back. Somebody else was faster: the form stays, shows theirs, and keeps what was typed."""
    digest_id, story_id, seen = call.metadata.split()
    form = WordsForm(title=call.typed(Field.DIGEST_TITLE), words=call.typed(Field.DIGEST_WORDS), seen=seen)
    try:
        digest_preview.word(call.desk, int(digest_id), int(story_id), form, person=call.person)
    except FormRefused as refused:
        _only_changed_meanwhile(refused)
        about = digest_preview.to_word(call.desk, int(digest_id), int(story_id), person=call.person)
        call.ack(response_action="update", view=digest_form.words_view(*about, typed=(form.title, form.words)))
    else:
        call.ack()


def _only_changed_meanwhile(refused: FormRefused) -> None:
    if any(problem.reason != Reason.CHANGED_MEANWHILE for problem in refused.problems.values()):
        raise refused


def ask_opening(call: Call) -> None:
    """Change the opening: the form."""
    open_form(call, lambda: _opening_form(call, int(call.value)))


def _opening_form(call: Call, digest_id: int, typed: str | None = None) -> dict[str, Any]:
    digest = digest_preview.to_open(call.desk, digest_id, person=call.person)
    return digest_form.opening_view(digest, usual_opening(digest.week, call.desk.organisation), typed=typed)


def opened(call: Call) -> None:
    """The opening came back."""
    digest_id, seen = call.metadata.split()
    form = OpeningForm(opening=call.typed(Field.DIGEST_OPENING), seen=seen)
    try:
        digest_preview.open_with(call.desk, int(digest_id), form, person=call.person)
    except FormRefused as refused:
        _only_changed_meanwhile(refused)
        call.ack(response_action="update", view=_opening_form(call, int(digest_id), form.opening))
    else:
        call.ack()


def ask_add(call: Call) -> None:
    """Add a story: the form with those that could be."""
    open_form(call, lambda: _add_form(call, int(call.value)))


def _add_form(call: Call, digest_id: int) -> dict[str, Any]:
    return digest_form.add_view(digest_id, digest_preview.to_add(call.desk, digest_id, person=call.person))


def added(call: Call) -> None:
    """The stories were chosen."""
    stories = tuple(int(one) for one in call.ticked(Field.DIGEST_STORIES))
    digest_preview.add(call.desk, int(call.metadata), stories, person=call.person)
    call.ack()


def ask_pause(call: Call) -> None:
    """Pause good news: the form."""
    open_form(call, lambda: _pause_form(call))


def _pause_form(call: Call) -> dict[str, Any]:
    return digest_form.pause_view(good_news.may_pause(call.desk, person=call.person))


def paused(call: Call) -> None:
    """Pause it."""
    good_news.pause(call.desk, call.typed(Field.PAUSED_BECAUSE), person=call.person)
    call.ack()


def resume(call: Call) -> None:
    """Let good news go on."""
    good_news.resume(call.desk, person=call.person)
    call.ack()


ROUTES = [
    Route(Kind.ACTION, Action.DIGEST_APPROVE, approve),
    Route(Kind.ACTION, Action.DIGEST_HOLD, hold),
    Route(Kind.ACTION, Action.DIGEST_SEND, send),
    Route(Kind.ACTION, Action.DIGEST_STORY, chosen),
    Route(Kind.SUBMISSION, View.DIGEST_WORDS, worded),
    Route(Kind.ACTION, Action.DIGEST_OPENING, ask_opening),
    Route(Kind.SUBMISSION, View.DIGEST_OPENING, opened),
    Route(Kind.ACTION, Action.DIGEST_ADD, ask_add),
    Route(Kind.SUBMISSION, View.DIGEST_ADD, added),
    Route(Kind.ACTION, Action.GOOD_NEWS_PAUSE, ask_pause),
    Route(Kind.SUBMISSION, View.GOOD_NEWS_PAUSE, paused),
    Route(Kind.ACTION, Action.GOOD_NEWS_RESUME, resume),
]
