"""The answers to a question about sharing, from a card, a nudge or a page; and the rules, with one that got in the way."""

from typing import Any

from bot.desk import share_answers, share_rules, shares
from bot.messages import share_page, share_rules_page
from bot.messages.ids import Action, Field, View
from bot.rules.share_form import Answered, AnswerForm, RuleForm
from bot.rules.share_rules import RULES
from handlers import can_i_share
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import draw_underneath, open_form

FORMS = {
    Action.SHARE_CHANGES: Answered.CHANGES,
    Action.SHARE_NOT_YET: Answered.NOT_YET,
    Action.SHARE_REPLY: Answered.REPLY,
}


def say_yes(call: Call) -> None:
    """Yes, go ahead."""
    ask = share_answers.yes(call.desk, int(call.value), person=call.person)
    can_i_share.done(call, ask.id)


def ask_for_words(call: Call) -> None:
    """Yes with changes, Not yet, or Answer: the form."""
    open_form(call, lambda: _answer_form(call))


def _answer_form(call: Call) -> dict[str, Any]:
    how = FORMS[Action(call.body["actions"][0]["action_id"])]
    ask = share_answers.to_answer(call.desk, int(call.value), person=call.person)
    return share_page.answer_form(ask, call.desk.organisation, how)


def answered(call: Call) -> None:
    """The answer came back."""
    number, how = call.metadata.split()
    form = AnswerForm(answer=call.typed(Field.SHARE_ANSWER), possible=call.typed(Field.SHARE_POSSIBLE))
    say = {
        Answered.CHANGES: share_answers.yes_with_changes,
        Answered.NOT_YET: share_answers.not_yet,
        Answered.REPLY: share_answers.reply,
    }[Answered(how)]
    ask = say(call.desk, int(number), form, person=call.person)
    can_i_share.done(call, ask.id)


# -- the rules


def ask_lights(call: Call) -> None:
    """Change the rules: the form."""
    open_form(call, lambda: share_rules_page.set_form(share_rules.to_set(call.desk, person=call.person)))


def lights_set(call: Call) -> None:
    """Each rule's light came back; the page underneath shows them."""
    lights = {rule.key: call.typed(Field(f"rule_{rule.key}")) for rule in RULES}
    share_rules.set_lights(call.desk, lights, person=call.person)
    draw_underneath(call, lambda: share_rules_page.page(call.desk.organisation, may_set=True))


def ask_about_rule(call: Call) -> None:
    """This rule got in my way: the form."""
    open_form(call, lambda: _raise_form(call))


def _raise_form(call: Call) -> dict[str, Any]:
    number = int(call.value)
    ask = shares.opened(call.desk, number, person=call.person) if number else None
    return share_rules_page.raise_form(call.desk.organisation, ask, call.desk.clock.now())


def rule_raised(call: Call) -> None:
    """How it got in the way came back."""
    form = RuleForm(rule=call.typed(Field.RULE), words=call.typed(Field.RULE_WORDS))
    form_id = str(call.view["id"])
    share_rules.raise_rule(call.desk, form, share_id=int(call.metadata), form_id=form_id, person=call.person)
    call.ack()


ROUTES = [
    Route(Kind.ACTION, Action.SHARE_YES, say_yes),
    Route(Kind.ACTION, Action.SHARE_CHANGES, ask_for_words),
    Route(Kind.ACTION, Action.SHARE_NOT_YET, ask_for_words),
    Route(Kind.ACTION, Action.SHARE_REPLY, ask_for_words),
    Route(Kind.SUBMISSION, View.SHARE_ANSWER, answered),
    Route(Kind.ACTION, Action.SHARE_RULES_SET, ask_lights),
    Route(Kind.SUBMISSION, View.SHARE_RULES_SET, lights_set),
    Route(Kind.ACTION, Action.RULE_RAISE, ask_about_rule),
    Route(Kind.SUBMISSION, View.RULE_RAISE, rule_raised),
]
