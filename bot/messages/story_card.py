"""A story idea's card in the comms channel."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.messages import pre_election_note, story_alike, story_jigsaw
from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import inline
from bot.messages.parts import Block, Element, actions, button, context, header, quoted, section
from bot.messages.people import area_name, name
from bot.messages.wording import stories, story_answers
from bot.messages.wording.names import RECOGNISABLE, STORY_STATUS
from bot.rules.consent import was_taken_back
from bot.rules.sharing import may_be_prepared
from bot.rules.working_time import local
from storage.kinds import StoryStatus
from storage.organisation import Organisation
from storage.story import Consent, StoryIdea

MOST_WHAT = 2_900
MOST_WHY = 1_500


def card(
    story: StoryIdea,
    consents: Sequence[Consent],
    organisation: Organisation,
    now: datetime,
    alike: Sequence[StoryIdea] = (),
) -> Message:
    """The card. Where someone can be recognised and was not asked, or has said no since, the story is not shown in a channel.

    `alike`: what is like it, as far as everyone there may know of it.
    """
    private = kept_back(story, consents, local(organisation.calendar, now).date())
    title = "" if private else story.title
    second_look = story_jigsaw.on_card(story, consents, organisation)
    alike_shown, alike_spoken = story_alike.on_card(alike)
    blocks = [
        header((stories.HEADER if title else stories.HEADER_KEPT_BACK).format(reference=story.reference, title=title)),
        section(lines(story, organisation)),
        *([context(_why_kept_back(story, consents))] if private else _story(story)),
        *pre_election_note.note(story.sent_in_at, organisation),
        *([context(second_look)] if second_look else []),
        *alike_shown,
        *answer(story),
        *actions(buttons(story, *CARD_BUTTONS.get(story.status, ()), Action.STORY_OPEN)),
    ]
    election = pre_election_note.spoken(story.sent_in_at, organisation)
    why = _why_kept_back(story, consents) if private else ""
    said = (_spoken(story, organisation, why), election, second_look, alike_spoken)
    return Message(" ".join(one for one in said if one), blocks)


def kept_back(story: StoryIdea, consents: Sequence[Consent], today: date) -> bool:
    """Whether its words may not be posted: someone can be recognised without an agreement that stands today."""
    return not may_be_prepared(story, consents, today)


def _why_kept_back(story: StoryIdea, consents: Sequence[Consent]) -> str:
    if was_taken_back(story, consents):
        return stories.WITHDRAWN
    if story.taken_out_at:
        return stories.TAKEN_OUT
    if story.held_at:
        return stories.HELD
    return stories.KEPT_BACK


def lines(story: StoryIdea, organisation: Organisation) -> str:
    """Who, which service, where it stands: the facts at the head of the card and of the page."""
    facts = [
        stories.AUTHOR.format(author=name(organisation, story.author)),
        stories.AREA.format(area=area_name(organisation, story.service_area, stories.AREA_NONE)),
        stories.STATUS.format(status=STORY_STATUS[story.status]),
        stories.OFFICER.format(officer=name(organisation, story.officer)),
        stories.RECOGNISABLE.format(answer=RECOGNISABLE[story.recognisable]),
        *([] if story.held_at else [stories.COLLEAGUES.format(answer=_colleagues(story))]),
        *([stories.PHOTOS.format(count=len(story.photos))] if story.photos else []),
    ]
    return "\n".join(facts)


def _colleagues(story: StoryIdea) -> str:
    return stories.YES if story.tell_colleagues_now else stories.NO


def _story(story: StoryIdea) -> list[Block]:
    why = quoted(stories.WHY.format(why=story.why_it_matters), MOST_WHY)
    return [
        quoted(story.what_happened, MOST_WHAT),
        quoted(stories.CREDIT.format(credit=story.credit), 1_000),
        *([why] if story.why_it_matters else []),
        *([context(stories.CUT_HERE)] if len(story.what_happened) > MOST_WHAT else []),
    ]


def answer(story: StoryIdea) -> list[Block]:
    """Why it was declined, once it was."""
    said = ((stories.DECLINED_BECAUSE, story.declined_because), (stories.SUGGESTION, story.suggestion))
    return [block for label, text in said if text for block in (section(label), quoted(text, 2_000))]


CARD_BUTTONS: dict[StoryStatus, tuple[Action, ...]] = {
    StoryStatus.NEW: (Action.STORY_PICK_UP, Action.STORY_ASK, Action.STORY_DECLINE, Action.STORY_TELL),
    StoryStatus.PICKED_UP: (Action.STORY_TELL, Action.STORY_ASK, Action.STORY_DECLINE),
}
"""Beside Open, by where the story stands."""

SHOWS_ALIKE = frozenset(CARD_BUTTONS)
"""While it is not told, what is like it is worth knowing."""

_LABELS = {
    Action.STORY_PICK_UP: stories.PICK_UP,
    Action.STORY_ASK: story_answers.ASK,
    Action.STORY_DECLINE: stories.DECLINE,
    Action.STORY_TELL: story_answers.TELL,
    Action.STORY_OPEN: stories.OPEN,
}


def buttons(story: StoryIdea, *offered: Action) -> list[Element]:
    """What can be done with a story, for the card and the page; the first one is what we hope for."""
    return [
        button(
            action, _LABELS[action], story.id, story.reference, "primary" if number == 0 and len(offered) > 1 else ""
        )
        for number, action in enumerate(offered)
    ]


def _spoken(story: StoryIdea, organisation: Organisation, why_kept_back: str) -> str:
    facts = {
        "reference": story.reference,
        "author": name(organisation, story.author),
        "area": area_name(organisation, story.service_area, stories.AREA_NONE),
        "status": STORY_STATUS[story.status],
        "officer": name(organisation, story.officer),
    }
    if why_kept_back:
        return stories.SPOKEN_KEPT_BACK.format(**facts, why=why_kept_back)
    return stories.SPOKEN_CARD.format(
        **facts,
        title=inline(story.title, 150),
        what=inline(story.what_happened, 1_500),
        credit=inline(story.credit, 300),
        recognisable=RECOGNISABLE[story.recognisable],
        colleagues=_colleagues(story),
    )
