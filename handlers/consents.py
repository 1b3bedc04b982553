"""Consents: one form for each person, given anew, taken back; easy words to ask with; and what has to come down."""

from datetime import date
from typing import Any

from bot.desk import changes_of_mind, consent_ends, consent_reading, consents, take_downs
from bot.messages import consent_form, take_down
from bot.messages.consent_form import YES, About
from bot.messages.ids import Action, Field, View
from bot.rules.consent_form import ConsentForm, EndForm
from bot.rules.deeds import Deed
from handlers import agreements, trouble
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import open_form
from handlers.growing import draw_then_answer
from handlers.story_page import done

# -- one person's form


def add(call: Call) -> None:
    """Add someone."""
    open_form(call, lambda: _adding(call))


def _adding(call: Call) -> dict[str, Any]:
    story = consent_reading.story_of(call.desk, int(call.value), Deed.RECORD_CONSENT, person=call.person)
    return consent_form.adding(story)


def change(call: Call) -> None:
    """Change, and They have agreed."""
    open_form(call, lambda: _changing(call))


def _changing(call: Call) -> dict[str, Any]:
    return consent_form.changing(
        *consent_reading.consent_of(call.desk, int(call.value), Deed.CHANGE_CONSENT, person=call.person)
    )


def renew(call: Call) -> None:
    """Agrees for longer."""
    open_form(call, lambda: _renewing(call))


def _renewing(call: Call) -> dict[str, Any]:
    return consent_form.renewing(
        *consent_reading.consent_of(call.desk, int(call.value), Deed.RENEW_CONSENT, person=call.person)
    )


def renewed(call: Call) -> None:
    """Renewed, in the nudge about a consent that runs out: the form of the first that does."""
    open_form(call, lambda: _first_renewing(call))


def _first_renewing(call: Call) -> dict[str, Any]:
    return consent_form.renewing(*consent_reading.first_to_end(call.desk, int(call.value), person=call.person))


def other_decides(call: Call) -> None:
    """Who decides was chosen: the form asks for what is needed now, with what was typed so far."""
    draw_then_answer(call, lambda: consent_form.view(About.read(call.metadata), _typed(call)))


def saved(call: Call) -> None:
    """One person's form came back."""
    about, form = About.read(call.metadata), _typed(call)
    match about.way:
        case "add":
            consent = consents.record(call.desk, about.record_id, form, person=call.person)
        case "renew":
            consent = consents.renew(call.desk, about.record_id, form, person=call.person)
        case _:
            consent = consents.change(call.desk, about.record_id, form, person=call.person)
    done(call, consent.story_id)


def _typed(call: Call) -> ConsentForm:
    return ConsentForm(
        who=call.typed(Field.CONSENT_WHO),
        uses=call.ticked(Field.CONSENT_USES),
        how=call.typed(Field.CONSENT_HOW),
        until=_day(call, Field.CONSENT_UNTIL),
        decided_by=call.typed(Field.CONSENT_DECIDED_BY),
        decider=call.typed(Field.CONSENT_DECIDER),
        decided_on=_day(call, Field.CONSENT_DECIDED_ON),
        childs_view=call.typed(Field.CONSENT_VIEW),
        seen_words=YES in call.ticked(Field.CONSENT_SEEN),
        described_as=call.typed(Field.CONSENT_DESCRIBED),
        others_to_ask=YES in call.ticked(Field.CONSENT_OTHERS),
    )


def _day(call: Call, field: Field) -> date | None:
    typed = call.typed(field)
    return date.fromisoformat(typed) if typed else None


def remove(call: Call) -> None:
    """Remove: written down by mistake."""
    story = consents.remove(call.desk, int(call.value), person=call.person)
    done(call, story.id)


# -- taken back


def end(call: Call) -> None:
    """Changed their mind."""
    open_form(call, lambda: _ending(call))


def _ending(call: Call) -> dict[str, Any]:
    return consent_form.ending(
        *consent_reading.consent_of(call.desk, int(call.value), Deed.WITHDRAW_CONSENT, person=call.person)
    )


def ended(call: Call) -> None:
    """What they no longer agree to came back."""
    form = EndForm(uses=call.ticked(Field.CONSENT_USES_ENDED), came=call.typed(Field.CONSENT_CAME))
    story = changes_of_mind.withdraw(call.desk, About.read(call.metadata).record_id, form, person=call.person)
    done(call, story.id)


def take_out(call: Call) -> None:
    """Take it out."""
    story = changes_of_mind.take_out(call.desk, int(call.value), person=call.person)
    done(call, story.id)


def still_agrees(call: Call) -> None:
    """They still agree."""
    story = changes_of_mind.still_agrees(call.desk, int(call.value), person=call.person)
    done(call, story.id)


# -- asking, and taking down


def explain(call: Call) -> None:
    """Easy words: to read, copy or print."""
    open_form(call, lambda: _easy_words(call))


def _easy_words(call: Call) -> dict[str, Any]:
    return consent_form.easy_words(consents.explain(call.desk, int(call.value), person=call.person))


def print_page(call: Call) -> None:
    """A page to print: it comes as a file; where it was asked for in a window, that says so."""
    consents.print_page(call.desk, int(call.value), person=call.person)
    call.ack()
    if call.view.get("type") == "modal":
        call.later(lambda: call.update(str(call.view["id"]), consent_form.page_sent()), trouble.unheard)


def ask_again(call: Call) -> None:
    """Ask again."""
    consents.ask_again(call.desk, int(call.value), person=call.person)
    call.ack()


def let_end(call: Call) -> None:
    """Let it end."""
    consents.let_end(call.desk, int(call.value), person=call.person)
    call.ack()


def taken_down(call: Call) -> None:
    """It is down."""
    story = consent_ends.done(call.desk, int(call.value), person=call.person)
    if call.view.get("callback_id") == View.AGREEMENTS:
        call.ack()
        call.later(lambda: call.update(call.page_beneath, agreements.view(call)), trouble.unheard)
    else:
        done(call, story.id)


def ask_other(call: Call) -> None:
    """Ask someone else to take it down: the form that asks whom."""
    open_form(call, lambda: _hand_form(call))


def _hand_form(call: Call) -> dict[str, Any]:
    one, story = take_downs.to_hand_on(call.desk, int(call.value), person=call.person)
    return take_down.hand_view(one, story, call.desk.organisation)


def handed_on(call: Call) -> None:
    """Who does it instead came back."""
    story = take_downs.hand_on(call.desk, int(call.metadata), call.typed(Field.TAKE_DOWN_OWNER), person=call.person)
    done(call, story.id)


def looked(call: Call) -> None:
    """See it there: Slack has opened it; we only say that we heard."""
    call.ack()


ROUTES = [
    Route(Kind.ACTION, Action.CONSENT_ADD, add),
    Route(Kind.ACTION, Action.CONSENT_CHANGE, change),
    Route(Kind.ACTION, Action.CONSENT_RENEW, renew),
    Route(Kind.ACTION, Action.CONSENT_RENEWED, renewed),
    Route(Kind.ACTION, Action.CONSENT_DECIDES, other_decides),
    Route(Kind.SUBMISSION, View.CONSENT, saved),
    Route(Kind.ACTION, Action.CONSENT_REMOVE, remove),
    Route(Kind.ACTION, Action.CONSENT_END, end),
    Route(Kind.SUBMISSION, View.CONSENT_END, ended),
    Route(Kind.ACTION, Action.STORY_TAKE_OUT, take_out),
    Route(Kind.ACTION, Action.CONSENT_STILL, still_agrees),
    Route(Kind.ACTION, Action.CONSENT_EXPLAIN, explain),
    Route(Kind.ACTION, Action.CONSENT_PRINT, print_page),
    Route(Kind.ACTION, Action.CONSENT_ASK_AGAIN, ask_again),
    Route(Kind.ACTION, Action.CONSENT_LET_END, let_end),
    Route(Kind.ACTION, Action.TAKE_DOWN_DONE, taken_down),
    Route(Kind.ACTION, Action.TAKE_DOWN_HAND, ask_other),
    Route(Kind.SUBMISSION, View.TAKE_DOWN_HAND, handed_on),
    Route(Kind.ACTION, Action.TAKE_DOWN_LOOK, looked),
]
