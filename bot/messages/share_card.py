"""The card of a question about sharing, in the comms channel. Where somebody is in it, its words are not."""

from bot.messages.ids import Action
from bot.messages.message import Message, within
from bot.messages.mrkdwn import in_words, inline, moment
from bot.messages.parts import Element, actions, button, context, section
from bot.messages.people import name
from bot.messages.share_answer import quoted_words
from bot.messages.wording import sharing as words
from bot.rules.share_rules import UNASKED, about_someone, known
from storage.kinds import Light, ShareKind, ShareState
from storage.organisation import Organisation
from storage.share import ShareAsk

MOST_SAID = 1_000


def card(ask: ShareAsk, organisation: Organisation) -> Message:
    """The card as it stands now."""
    if ask.state == ShareState.OPEN:
        return _open(ask, organisation)
    said = over(ask).format(
        reference=ask.reference, who=name(organisation, ask.answered_by), asker=name(organisation, ask.asked_by)
    )
    return Message(said.replace("*", ""), [section(said), *actions([_opening(ask)])])


def over(ask: ShareAsk) -> str:
    """What became of one that waits for nobody: a sentence with `reference`, `who` and `asker`."""
    if ask.state == ShareState.TAKEN_BACK:
        return words.CARD_TAKEN_BACK
    if ask.state == ShareState.TOLD:
        return words.CARD_TOLD
    if ask.by_itself:
        return words.CARD_BY_ITSELF
    if ask.answered_by is None:
        return words.CARD_RULES[ask.light]
    if ask.kind == ShareKind.CHANGE:
        return words.CARD_REPLIED
    if ask.light == Light.RED:
        return words.CARD_NOT_YET
    return words.CARD_CHANGES if ask.answer else words.CARD_YES


def _open(ask: ShareAsk, organisation: Organisation) -> Message:
    kept_back, zone = about_someone(ask.answers), organisation.calendar.zone
    facts = {
        "reference": ask.reference,
        "who": name(organisation, ask.asked_by),
        "kind": words.ASKED_KIND[ask.kind],
    }
    due = ask.due_at or ask.asked_at
    why = because(ask)
    lead = words.CARD_OPEN.format(**facts, moment=moment(due, zone))
    spoken = [words.CARD_OPEN_SPOKEN.format(**facts, moment=in_words(due, zone)), why]
    spoken += [words.CARD_PERSON] if kept_back else [inline(ask.words, MOST_SAID), inline(ask.place, 200)]
    blocks = [
        section(lead),
        *([context(words.CARD_PERSON)] if kept_back else quoted_words(ask)),
        *([context(why)] if why else []),
    ]
    return Message(within(one for one in spoken if one), [*blocks, *actions(answering(ask)), *actions([_opening(ask)])])


def because(ask: ShareAsk) -> str:
    """The rules that made it amber, in a line."""
    rules = [words.RULE[one] for one in known(ask.rules)]
    return words.CARD_WHY.format(rules="; ".join(rules)) if rules else ""


def answering(ask: ShareAsk) -> list[Element]:
    """The answer to an idea; or one of three, and no plain yes where somebody in it has not agreed."""
    about = ask.reference
    if ask.kind == ShareKind.CHANGE:
        return [button(Action.SHARE_REPLY, words.REPLY, ask.id, about, "primary")]
    plain = [] if UNASKED & set(ask.rules) else [button(Action.SHARE_YES, words.SAY_YES, ask.id, about, "primary")]
    return [
        *plain,
        button(Action.SHARE_CHANGES, words.SAY_CHANGES, ask.id, about),
        button(Action.SHARE_NOT_YET, words.SAY_NOT_YET, ask.id, about),
    ]


def _opening(ask: ShareAsk) -> Element:
    return button(Action.SHARE_OPEN, words.OPEN, ask.id, ask.reference)
