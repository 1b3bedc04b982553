"""The form of a story idea in someone's hands: it grows, is put aside, comes back; and an idea is changed or taken back later."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.desk import reading, stories, story_drafts, story_ends
from bot.messages import refusals, story_form
from bot.messages import story_drafts as pages
from bot.messages.ids import Action, Field, View
from bot.messages.privacy import asking
from bot.messages.wording import story_sending as words
from bot.rules.privacy.looked import AskFirst
from bot.rules.reasons import FormRefused
from bot.rules.story_form import ABOUT_CHILD, ABOUT_COURT, Carried, StoryForm
from handlers import privacy, story_page, trouble
from handlers.door import Call, Kind, Route
from handlers.growing import draw_then_answer

CONSENT = frozenset({Field.CONSENT_WHO, Field.CONSENT_HOW, Field.CONSENT_USES, Field.CONSENT_UNTIL})


def form_of(call: Call) -> StoryForm:
    """What stands in the form now."""
    carried, until = Carried.read(call.metadata), call.typed(Field.CONSENT_UNTIL)
    kept = call.ticked(Field.PICTURES_KEPT) if call.has_field(Field.PICTURES_KEPT) else carried.files
    about = call.ticked(Field.STORY_ABOUT)
    return StoryForm(
        title=call.typed(Field.TITLE),
        what_happened=call.typed(Field.WHAT_HAPPENED),
        credit=call.typed(Field.CREDIT),
        why_it_matters=call.typed(Field.WHY_IT_MATTERS),
        service_area=call.typed(Field.SERVICE_AREA),
        recognisable=call.typed(Field.RECOGNISABLE),
        consent_who=call.typed(Field.CONSENT_WHO),
        consent_how=call.typed(Field.CONSENT_HOW),
        consent_uses=call.ticked(Field.CONSENT_USES),
        consent_until=date.fromisoformat(until) if until else None,
        tell_colleagues="yes" in call.ticked(Field.TELL_COLLEAGUES) or call.typed(Field.TELL_COLLEAGUES) == "yes",
        tell_where=call.ticked(Field.TELL_WHERE),
        about_child=ABOUT_CHILD in about,
        court=ABOUT_COURT in about,
        photos=(*kept, *call.files(Field.PHOTO)),
        photo_words=call.typed(Field.PHOTO_WORDS),
        authors=call.people(Field.STORY_AUTHORS) if call.has_field(Field.STORY_AUTHORS) else None,
        carried=carried,
    )


def submitted(call: Call) -> None:
    """The idea came back: kept first, and only then closed."""
    filled = form_of(call)
    try:
        story = stories.send_in(call.desk, filled, form_id=str(call.view["id"]), person=call.person)
    except FormRefused as refused:
        if not any(field in CONSENT and not call.has_field(field) for field in refused.problems):
            raise
        call.ack(
            response_action="update", view=_drawn(call, filled, problems=_plain(call, refused), intro=words.NOT_YET)
        )
        return
    story_page.done(call, story.id)


def grows(call: Call) -> None:
    """An answer or a button that the form asks more by: drawn anew, with all that was typed."""
    filled = form_of(call)
    more = call.value
    if more == "authors":
        filled = replace(filled, authors=filled.authors or ())
    elif more == "pictures":
        filled = replace(filled, carried=replace(filled.carried, grown=("pictures",)))
    draw_then_answer(call, lambda: _drawn(call, filled))


def keep_draft(call: Call) -> None:
    """Save as a draft. What may not be kept is said above the form, and everything typed stays."""
    privacy.look_over(call)
    filled = form_of(call)
    try:
        story = story_drafts.keep_draft(call.desk, filled, form_id=str(call.view["id"]), person=call.person)
    except FormRefused as refused:
        problems = _plain(call, FormRefused({**call.looked.problems, **refused.problems}))
        draw_then_answer(call, lambda: _drawn(call, filled, problems=problems))
    except AskFirst as first:
        asked = first.asked
        draw_then_answer(call, lambda: asking(call.view, asked))
    else:
        draw_then_answer(call, lambda: pages.kept(story, filled))


def _drawn(call: Call, filled: StoryForm, *, problems: tuple[str, ...] = (), intro: str = "") -> dict[str, Any]:
    over = story_form.overflow_of(call.view)
    told = call.desk.organisation
    return story_form.drawn(told, call.person, filled, over=over, problems=problems, intro=intro)


def _plain(call: Call, refused: FormRefused) -> tuple[str, ...]:
    return tuple(refusals.beside_fields(refused, call.desk.organisation).values())


# -- afterwards


def change(call: Call) -> None:
    """Go on with a draft, or change what nobody has answered yet: the form, with what is known."""
    call.ack()
    call.later(lambda: call.open(_to_change(call)), trouble.say_afterwards(call))


def _to_change(call: Call) -> dict[str, Any]:
    brief = story_drafts.to_go_on_with(call.desk, int(call.value), person=call.person)
    return story_form.drawn(call.desk.organisation, call.person, pages.filled_from(brief))


def take_back(call: Call) -> None:
    """Take it back, asked once more by the button itself."""
    story = story_ends.withdraw(call.desk, int(call.value), person=call.person)
    story_page.done(call, story.id)


def see_pictures(call: Call) -> None:
    """See the pictures."""
    call.ack()
    call.later(lambda: call.open(_pictures(call)), trouble.say_afterwards(call))


def _pictures(call: Call) -> dict[str, Any]:
    return pages.pictures(reading.story_page(call.desk, int(call.value), person=call.person))


ROUTES = [
    Route(Kind.SUBMISSION, View.STORY, submitted),
    Route(Kind.ACTION, Action.STORY_RECOGNISABLE, grows),
    Route(Kind.ACTION, Action.STORY_ABOUT, grows),
    Route(Kind.ACTION, Action.STORY_ADD_PICTURES, grows),
    Route(Kind.ACTION, Action.STORY_ADD_AUTHORS, grows),
    Route(Kind.ACTION, Action.STORY_DRAFT, keep_draft),
    Route(Kind.ACTION, Action.STORY_CHANGE, change),
    Route(Kind.ACTION, Action.STORY_WITHDRAW, take_back),
    Route(Kind.ACTION, Action.STORY_PICTURES, see_pictures),
]
