"""`/can-i-share`: the form, its answer in the same moment, and what whoever asked does with it."""

from typing import Any

from bot.desk import shares
from bot.messages import help as help_messages
from bot.messages import share_form, share_page, share_rules_page, story_form
from bot.messages.ids import Action, Command, Field, MessageShortcut, Shortcut, View
from bot.messages.message import Message
from bot.messages.wording import sharing as words_of_form
from bot.rules.deeds import Deed
from bot.rules.permissions import allowed
from bot.rules.share_form import SharedForm, ShareForm
from bot.rules.share_references import named_in
from bot.rules.share_rules import Question
from bot.rules.share_story import story_of
from bot.rules.understanding_text import heard
from handlers import joint, story_page
from handlers.door import Call, Kind, Route
from handlers.doors import link_of, words_of, written_at
from handlers.enquiry_page import draw_underneath
from handlers.enquiry_page import open_form as open_checked
from handlers.growing import draw_then_answer
from handlers.opening import open_again, open_form
from handlers.subcommands import asks_for_help

MINE, RULES = "mine", "rules"


def asked(call: Call) -> None:
    """/can-i-share: open the form with the words that were typed; or one's own, the rules, one by its reference."""
    words = call.words
    named = named_in(words)
    if asks_for_help(words):
        call.answer(help_messages.command_help(Command.CAN_I_SHARE, call.desk.organisation, call.person))
    elif words.casefold() == MINE:
        call.answer(_own(call))
    elif words.casefold() == RULES:
        open_checked(call, lambda: _rules(call, 0))
    elif named is not None:
        look = joint.page if named.is_rule else page
        open_checked(call, lambda: look(call, named.number))
    else:
        open_form(call, Command.CAN_I_SHARE, words, _open)


def _own(call: Call) -> Message:
    asks = shares.own(call.desk, person=call.person)
    return share_page.mine(asks, shares.own_rules(call.desk, person=call.person), call.desk.organisation)


def from_shortcut(call: Call) -> None:
    """The lightning button."""
    open_form(call, Command.CAN_I_SHARE, "", _open)


def from_button(call: Call) -> None:
    """A button that opens the form, with the words that were kept if there are any."""
    call.ack()
    open_again(call, Command.CAN_I_SHARE, _open)


def _open(call: Call, words: str, source_link: str = "") -> None:
    call.open(_form(call, ShareForm(words=words, source_link=source_link)))


def _form(call: Call, filled: ShareForm, over: str = "") -> dict[str, Any]:
    return share_form.view(call.desk.organisation, call.person, filled, call.desk.clock.now(), over)


def form_of(call: Call) -> ShareForm:
    """What stands in the form now."""
    given = {one: call.typed(Field(f"share_{one}")) for one in Question}
    area = call.typed(Field.SHARE_AREA)
    return ShareForm(
        kind=call.typed(Field.SHARE_KIND),
        words=call.typed(Field.SHARE_WORDS),
        place=call.typed(Field.SHARE_PLACE),
        service_area="" if area == share_form.WHOLE else area,
        answers={one.value: said == "yes" for one, said in given.items() if said},
        source_link=call.metadata,
    )


def grows(call: Call) -> None:
    """Another of the three, or an answer that the form asks more by: drawn anew, with all that was typed."""
    filled = form_of(call)
    over = story_form.overflow_of(call.view, words_of_form.OVERFLOW)
    draw_then_answer(call, lambda: _form(call, filled, over))


def submitted(call: Call) -> None:
    """Asked: kept first, then the answer stands in place of the form."""
    ask = shares.ask(call.desk, form_of(call), form_id=str(call.view["id"]), person=call.person)
    call.ack(response_action="update", view=share_page.answered(ask, call.desk.organisation))


# -- reading


def read(call: Call) -> None:
    """Open: all of one."""
    open_checked(call, lambda: page(call, int(call.value)))


def page(call: Call, share_id: int) -> dict[str, Any]:
    """The page as this person may see it. Raises Refused."""
    ask = shares.opened(call.desk, share_id, person=call.person)
    organisation = call.desk.organisation
    answers = allowed(Deed.ANSWER_SHARE, call.person, organisation, ask)
    return share_page.page(ask, organisation, call.person, answers=answers)


def why(call: Call) -> None:
    """Why?, or all the rules."""
    open_checked(call, lambda: _rules(call, int(call.value)))


def _rules(call: Call, share_id: int) -> dict[str, Any]:
    ask = shares.opened(call.desk, share_id, person=call.person) if share_id else None
    organisation = call.desk.organisation
    may_set = allowed(Deed.SET_SHARE_RULES, call.person, organisation)
    return share_rules_page.page(organisation, ask, may_set=may_set)


# -- afterwards


def take_back(call: Call) -> None:
    """Take it back."""
    ask = shares.take_back(call.desk, int(call.value), person=call.person)
    done(call, ask.id)


def ask_where(call: Call) -> None:
    """I have shared it: the form."""
    open_checked(call, lambda: _shared_form(call))


def _shared_form(call: Call) -> dict[str, Any]:
    ask = shares.opened(call.desk, int(call.value), person=call.person, deed=Deed.MARK_SHARED)
    shares.check_green(ask)
    return share_page.shared_form(ask)


def shared(call: Call) -> None:
    """Where it was shared came back."""
    form = SharedForm(call.typed(Field.SHARED_PLACE), call.typed(Field.SHARED_LINK), call.typed(Field.SHARED_AS))
    ask = shares.shared(call.desk, int(call.metadata), form, person=call.person)
    done(call, ask.id)


def make_story(call: Call) -> None:
    """Make it a story: the form of a story idea, with its words."""
    open_checked(call, lambda: _story_form(call))


def _story_form(call: Call) -> dict[str, Any]:
    ask = shares.opened(call.desk, int(call.value), person=call.person, deed=Deed.MARK_SHARED)
    if ask.story_id is not None:
        return story_page.page(call, ask.story_id)
    organisation = call.desk.organisation
    return story_form.drawn(organisation, call.person, story_of(ask, organisation))


def see(call: Call) -> None:
    """See it: Slack has opened the link."""
    call.ack()


def done(call: Call, share_id: int) -> None:
    """A form or a button has had its effect: the page shows it."""
    draw_underneath(call, lambda: page(call, share_id))


# -- a message's own menu


def with_message(call: Call) -> None:
    """Can I share this?, in a message's menu: the form, with its words and a link to it."""
    link = link_of(written_at(call))
    words = heard(words_of(call.body.get("message") or {}))
    open_form(call, Command.CAN_I_SHARE, words, lambda one, typed: _open(one, typed, link))


ROUTES = [
    Route(Kind.COMMAND, Command.CAN_I_SHARE, asked),
    Route(Kind.SHORTCUT, Shortcut.CAN_I_SHARE, from_shortcut),
    Route(Kind.SHORTCUT, MessageShortcut.CAN_I_SHARE, with_message),
    Route(Kind.ACTION, Action.NEW_SHARE, from_button),
    Route(Kind.SUBMISSION, View.SHARE, submitted),
    Route(Kind.ACTION, Action.SHARE_KIND, grows),
    Route(Kind.ACTION, Action.SHARE_PERSON, grows),
    Route(Kind.ACTION, Action.SHARE_CHILD, grows),
    Route(Kind.ACTION, Action.SHARE_OPEN, read),
    Route(Kind.ACTION, Action.SHARE_WHY, why),
    Route(Kind.ACTION, Action.SHARE_TAKE_BACK, take_back),
    Route(Kind.ACTION, Action.SHARED, ask_where),
    Route(Kind.SUBMISSION, View.SHARED, shared),
    Route(Kind.ACTION, Action.SHARE_STORY, make_story),
    Route(Kind.ACTION, Action.SHARE_READ, see),
]
