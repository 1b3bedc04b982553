"""What is said around the digest: to the comms team, to whoever is asked to look at it, to leads, and to its contributors."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.messages.digest_preview import approve_button, hold_button, send_button
from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import MOST_NAME, escape, in_words, inline, listed, moment
from bot.messages.parts import Block, Element, actions, button, quoted, section
from bot.messages.people import name, place, you_or
from bot.messages.wording import digest as words
from bot.rules.deeds import Deed
from bot.rules.permissions import allowed
from storage.digest import UNDECIDED, Digest
from storage.kinds import NudgeState
from storage.nudge import Nudge
from storage.organisation import Organisation, ServiceArea
from storage.story import StoryIdea

MOST_LEADS = 12
NOT_LAST_WEEK = timedelta(days=10)
"""So long after a post nobody would call it last week's."""


def none_yet(digest: Digest, asked: Sequence[str], organisation: Organisation, *, stories: int = 0) -> Message:
    """The day before: there is no story yet, and these leads were asked for one. Afterwards: what has come of it."""
    if stories:
        return _said(words.NONE_YET_THERE_IS, digest, organisation)
    if digest.state not in UNDECIDED:
        return _said(words.NONE_YET_OVER, digest, organisation)
    leads = listed([name(organisation, one) for one in asked])
    more = words.NONE_YET_ASKED.format(leads=leads) if asked else ""
    return _said(words.NONE_YET, digest, organisation, more)


def empty(organisation: Organisation) -> Message:
    """Nothing to post, so nothing was."""
    leads = dict.fromkeys(name(organisation, area.lead) for area in organisation.service_areas.values() if area.lead)
    asking = words.EMPTY_LEADS.format(leads=listed(list(leads)[:MOST_LEADS], "or")) if leads else ""
    return _note(f"{words.EMPTY}{asking}")


def missed(digest: Digest, organisation: Organisation) -> Message:
    """The whole day went by."""
    day = digest.nominal_day
    return _note(words.MISSED.format(day=f"{day:%A} {day.day} {day:%B}", place=place(organisation)))


def place_of(story: StoryIdea, digest: Digest, *, there: bool, back: bool) -> Message:
    """Beside the preview: a story that is held keeps its place in it; or has it again; or not any more.

    `there`: it has a place in it. `back`: this is the note that says that it is back, and not the one that it had left.
    """
    if digest.state not in UNDECIDED or not there:
        sentence = words.PLACE_OVER
    elif story.held_at is not None:
        sentence = words.PLACE_KEPT
    else:
        sentence = words.PLACE_BACK if back else words.PLACE_WAS
    return _note(sentence.format(reference=story.reference))


def waits(what: str, digest: Digest, organisation: Organisation) -> Message:
    """It waits for a person: somebody holds it, a private enquiry has come in (nothing more is said of it), nobody has said a word, or it
    is stuck."""
    if digest.state not in UNDECIDED or (what != "stuck" and digest.state == "stuck"):
        return _said(words.DEALT_WITH, digest, organisation)
    sentences = {"held": words.HELD, "private": words.PRIVATE, "unapproved": words.UNAPPROVED, "stuck": words.STUCK}
    return _said(sentences[what], digest, organisation, buttons=_to_press(what, digest))


def _to_press(what: str, digest: Digest) -> list[Element]:
    if what == "stuck":
        return [send_button(digest)]
    return [approve_button(digest), *([] if what == "held" else [hold_button(digest)])]


def _said(
    sentence: str, digest: Digest, organisation: Organisation, more: str = "", buttons: Sequence[Element] = ()
) -> Message:
    zone, facts = organisation.calendar.zone, {"place": place(organisation), "who": name(organisation, digest.held_by)}
    aloud, seen = (sentence.format(moment=when(digest.due_at, zone), **facts) + more for when in (in_words, moment))
    return Message(aloud, [section(seen), *actions(list(buttons))])


def _note(said: str) -> Message:
    return Message(said, [section(said)])


# -- paused


def paused(stamp: int, organisation: Organisation) -> Message:
    """Good news is paused; or was, and goes on."""
    pause = organisation.good_news_paused
    if pause is None or int(pause.at.timestamp()) != stamp:
        at = datetime.fromtimestamp(stamp, UTC)
        zone = organisation.calendar.zone
        aloud, seen = (words.PAUSED_OVER.format(moment=when(at, zone)) for when in (in_words, moment))
        return Message(aloud, [section(seen)])
    said = words.PAUSED.format(who=name(organisation, pause.by))
    why = [quoted(words.PAUSED_WHY.format(why=pause.why).strip())] if pause.why else []
    spoken = f"{said}{words.PAUSED_WHY.format(why=inline(pause.why))}" if pause.why else said
    return Message(spoken, [section(said), *why, *actions([_resume_button()])])


def resumed(by: str, organisation: Organisation) -> Message:
    """Good news goes on."""
    return _note(words.RESUMED.format(who=name(organisation, by)))


def answered(*, resumed: bool) -> Message:
    """The answer to /press-office resume."""
    return _note(words.RESUMED_NOW if resumed else words.NOT_PAUSED)


def home_note(person: str, organisation: Organisation) -> list[Block]:
    """In App Home, for those who can let it go on."""
    pause = organisation.good_news_paused
    if pause is None or not allowed(Deed.PAUSE_GOOD_NEWS, person, organisation):
        return []
    at = moment(pause.at, organisation.calendar.zone)
    said = words.HOME_PAUSED.format(moment=at, who=you_or(organisation, pause.by, person))
    return [section(said), *actions([_resume_button()])]


def _resume_button() -> Element:
    return button(Action.GOOD_NEWS_RESUME, words.VIEWS["resume"], "now", words.ABOUT_ALL, "primary")


# -- to one person


def nudge(asked: Nudge, digest: Digest, link: str, organisation: Organisation) -> Message:
    """Can it go? To whoever is on duty."""
    if asked.state in (NudgeState.SETTLED, NudgeState.MOOT):
        return _said(words.NUDGE_OVER, digest, organisation)
    wait = words.NUDGE_WAIT if organisation.digest_unapproved == "wait" else words.NUDGE_SEND
    look = f" {words.NUDGE_LOOK.format(link=escape(link))}" if link else ""
    late = f" {words.NUDGE_LATE}" if asked.late else ""
    buttons = [approve_button(digest), hold_button(digest)]
    return _said(words.NUDGE, digest, organisation, f" {wait}{late}{look}", buttons)


def ask_lead(digest: Digest, area: ServiceArea, organisation: Organisation) -> Message:
    """Is there something worth telling? Asked once, and left alone."""
    zone, called = organisation.calendar.zone, inline(area.name, MOST_NAME)
    aloud, seen = (words.ASK_LEAD.format(moment=when(digest.due_at, zone), area=called) for when in (in_words, moment))
    blocks = [
        section(seen),
        section(words.ASK_LEAD_GENTLY),
        *actions([button(Action.NEW_STORY, words.TELL_US, "new", area.name, "primary")]),
    ]
    return Message(f"{aloud} {words.ASK_LEAD_GENTLY}", blocks)


def soon(story: StoryIdea, digest: Digest, organisation: Organisation, *, there: bool) -> Message:
    """To someone who wrote a story: it will be in it; or, where it was taken out since, that it will not."""
    if not there:
        return _note(_not_there(story, digest).format(reference=story.reference))
    zone, where = organisation.calendar.zone, place(organisation)
    facts = {"reference": story.reference, "place": where}
    aloud, seen = (words.SOON.format(moment=when(digest.due_at, zone), **facts) for when in (in_words, moment))
    return Message(aloud, [section(seen)])


def _not_there(story: StoryIdea, digest: Digest) -> str:
    if story.status != "picked_up":
        return words.NOT_AFTER_ALL_ENDED
    waits = story.held_at is not None and digest.state in UNDECIDED
    return words.NOT_JUST_NOW if waits else words.NOT_AFTER_ALL


def liked(story: StoryIdea, digest: Digest) -> Message:
    """To the same, a week later: how people liked it."""
    reactions = _counted(digest.reactions, words.LIKED_REACTIONS_ONE, words.LIKED_REACTIONS)
    replies = _counted(digest.replies, words.LIKED_REPLIES_ONE, words.LIKED_REPLIES)
    what = listed([one for one in (reactions, replies) if one])
    posted, counted = digest.posted_at, digest.counted_at
    later = posted is not None and counted is not None and counted - posted >= NOT_LAST_WEEK
    day = f"{digest.nominal_day.day} {digest.nominal_day:%B}"
    said = words.LIKED_LATER if later else words.LIKED
    return _note(said.format(reference=story.reference, what=what, day=day))


def _counted(count: int, one: str, many: str) -> str:
    return "" if count == 0 else one if count == 1 else many.format(count=count)
