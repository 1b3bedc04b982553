"""The plain answer to *Can I share this?*, as it stands now: in place of the form, in the asker's messages, and on its page."""

from collections.abc import Sequence

from bot.messages.ids import Action
from bot.messages.mrkdwn import inline, moment
from bot.messages.parts import Block, Element, actions, button, context, quoted, section
from bot.messages.people import name
from bot.messages.wording import sharing as words
from bot.rules.share_rules import BY_KEY, Helper, known, light_of
from storage.kinds import Light, Role, ShareKind, ShareState
from storage.organisation import Organisation
from storage.share import ShareAsk


def sentence(ask: ShareAsk, organisation: Organisation, when: str) -> str:
    """The answer in one or two sentences. `when` is its time, as it is to be shown or said."""
    who = name(organisation, ask.answered_by)
    facts = {"reference": ask.reference, "who": who, "moment": when}
    if ask.state == ShareState.TAKEN_BACK:
        return words.TAKEN_BACK.format(**facts)
    if ask.by_itself:
        return words.BY_ITSELF.format(**facts)
    if ask.answered_by:
        return _by_someone(ask).format(**facts)
    if ask.state == ShareState.OPEN:
        owner = name(organisation, ask.owner, words.THE_OFFICE)
        if ask.kind == ShareKind.CHANGE:
            return words.CHANGE_SENT.format(**{**facts, "who": owner})
        either = words.OR_COLLEAGUE.format(who=owner) if ask.owner else words.THE_OFFICE
        return words.AMBER.format(**{**facts, "who": either})
    return (words.GREEN[ask.kind] if ask.light == Light.GREEN else words.RED).format(**facts)


def _by_someone(ask: ShareAsk) -> str:
    if ask.kind == ShareKind.CHANGE:
        return words.REPLY_BY
    if ask.light == Light.RED:
        return words.NOT_YET_BY
    return words.YES_CHANGES_BY if ask.answer else words.YES_BY


def shown(ask: ShareAsk, organisation: Organisation) -> list[Block]:
    """The answer, why it is so, what would make it possible, who can help, and the words that were asked about."""
    when = moment(ask.due_at or ask.asked_at, organisation.calendar.zone)
    return [
        section(sentence(ask, organisation, when)),
        *said_back(ask),
        *_why(ask, organisation),
        *own_words(ask),
    ]


def said_back(ask: ShareAsk) -> list[Block]:
    """What a person answered in words."""
    answer = [quoted(ask.answer)] if ask.answer else []
    possible = [section(words.WHAT_HELPS_HEAD), quoted(ask.possible)] if ask.possible else []
    return [*answer, *possible]


def _why(ask: ShareAsk, organisation: Organisation) -> list[Block]:
    """Of the rules, until a person has answered."""
    rules = known(ask.rules)
    if not rules or ask.answered_by or ask.state == ShareState.TAKEN_BACK:
        return []
    because = "\n".join(words.LINE.format(words=words.BECAUSE[one]) for one in rules)
    helps = "\n".join(words.LINE.format(words=words.POSSIBLE[one]) for one in deciding(rules, ask, organisation))
    blocks = [section(f"{words.WHY_HEAD}\n{because}"), section(f"{words.WHAT_HELPS_HEAD}\n{helps}")]
    who = "; ".join(helpers(deciding(rules, ask, organisation), ask, organisation))
    return [*blocks, *([section(words.WHO_HELPS.format(who=who))] if who else [])]


def deciding(rules: Sequence[str], ask: ShareAsk, organisation: Organisation) -> Sequence[str]:
    """Those of the rules that make the light what it is: beside a red one, what an amber one wants helps nobody yet."""
    strictest = [one for one in rules if light_of(BY_KEY[one], organisation.share_rules) == ask.light]
    return strictest or rules


def own_words(ask: ShareAsk) -> list[Block]:
    """The words that were asked about, shown back to whoever asked."""
    return [section(words.YOUR_IDEA if ask.kind == ShareKind.CHANGE else words.YOUR_WORDS), *quoted_words(ask)]


def their_words(ask: ShareAsk) -> list[Block]:
    """The same, for somebody else."""
    return [section(words.THE_IDEA if ask.kind == ShareKind.CHANGE else words.THE_WORDS), *quoted_words(ask)]


def quoted_words(ask: ShareAsk) -> list[Block]:
    """The words that were asked about, and where they are to stand."""
    place = [context(words.PLACE_LINE.format(place=inline(ask.place, 300)))] if ask.place else []
    return [quoted(ask.words), *place]


def helpers(rules: Sequence[str], ask: ShareAsk, organisation: Organisation) -> list[str]:
    """Who can help, by name, as far as the organisation names them."""
    wanted = dict.fromkeys(helper for one in rules for helper in BY_KEY[one].helpers)
    return [said for helper in wanted if (said := _helper(helper, ask, organisation))]


def _helper(helper: Helper, ask: ShareAsk, organisation: Organisation) -> str:
    area = organisation.service_areas.get(ask.service_area)
    officers = organisation.holders(Role.PRESS_OFFICER)
    match helper:
        case Helper.COLLEAGUE:
            return words.HELPER_COLLEAGUE
        case Helper.LEGAL:
            people, said = organisation.holders(Role.LEGAL), words.HELPER_LEGAL
        case Helper.LEAD:
            people, said = (area.lead,) if area and area.lead else (), words.HELPER_LEAD
        case Helper.PRESS_OFFICER:
            named = area.press_officer if area else None
            people, said = (named,) if named else officers[:1], words.HELPER_OFFICE
    first = next(iter(people), None)
    return said.format(who=name(organisation, first)) if first and first != ask.asked_by else ""


def buttons(ask: ShareAsk) -> list[Element]:
    """What whoever asked can do next."""
    about = ask.reference
    offered = []
    if ask.light == Light.GREEN and ask.state == ShareState.ANSWERED and ask.kind != ShareKind.CHANGE:
        offered.append(button(Action.SHARED, words.SHARED[ask.kind], ask.id, about, "primary"))
    if ask.state == ShareState.TOLD and ask.story_id is None:
        offered.append(button(Action.SHARE_STORY, words.MAKE_STORY, ask.id, about, "primary"))
    if ask.rules and ask.state in (ShareState.OPEN, ShareState.ANSWERED):
        offered.append(button(Action.SHARE_WHY, words.WHY, ask.id, about))
        if ask.light != Light.GREEN:
            offered.append(button(Action.RULE_RAISE, words.IN_MY_WAY, ask.id, about))
    if ask.state == ShareState.OPEN:
        offered.append(button(Action.SHARE_TAKE_BACK, words.TAKE_BACK, ask.id, about))
    return offered


def button_row(ask: ShareAsk) -> list[Block]:
    """The buttons as a row, or nothing."""
    return actions(buttons(ask))
