"""Who has agreed to a story, person by person, on its page; and what has to come down when somebody does not agree any more."""

from collections.abc import Iterator
from datetime import date

from bot.messages.ids import Action
from bot.messages.mrkdwn import moment
from bot.messages.parts import Block, Element, actions, asking_first, button, context, quoted, section
from bot.messages.people import name, you_or
from bot.messages.story_reader import StoryReader
from bot.messages.wording import consents as words
from bot.messages.wording.names import USE
from bot.rules.consent import current, has_ended, missing, was_taken_back
from bot.rules.deeds import Deed
from bot.rules.working_time import local
from storage.kinds import DecidedBy, Recognisable, StoryStatus, Use
from storage.story import Consent
from storage.story_brief import StoryBrief
from storage.story_told import TakeDown

MOST_PEOPLE = 10
MOST_PLACES = 8


def part(brief: StoryBrief, reader: StoryReader) -> list[Block]:
    """Who has agreed, and the buttons for those who wrote it and for the press office."""
    if brief.story.emptied_at is not None:
        return []
    return [*_people(brief, reader), *_come_down(brief, reader)]


def state(brief: StoryBrief, reader: StoryReader) -> list[Block]:
    """What comes before everything else: it was taken out, or somebody in it may have changed their mind."""
    if brief.story.emptied_at is not None:
        return []
    story, zone = brief.story, reader.organisation.calendar.zone
    if was_taken_back(story, brief.consents):
        return []  # its authors' part says so
    if story.taken_out_at is not None:
        return [section(words.TAKEN_OUT.format(moment=moment(story.taken_out_at, zone)))]
    if story.held_at is None:
        return []
    still = button(Action.CONSENT_STILL, words.STILL, story.id, story.reference)
    may = reader.may(Deed.STILL_AGREES, brief)
    said = words.HELD if brief.consents else words.HELD_NOBODY_NAMED
    return [section(said.format(moment=moment(story.held_at, zone))), *actions([still] if may else [])]


def _people(brief: StoryBrief, reader: StoryReader) -> list[Block]:
    counted = current(brief.consents)
    if not counted and brief.story.recognisable == Recognisable.NOBODY:
        return actions(_beside(brief, reader))
    shown = [block for consent in counted[:MOST_PEOPLE] for block in _person(consent, brief, reader)]
    rest = len(counted) - MOST_PEOPLE
    return [
        section(words.HEADLINE),
        *(shown or [context(words.NOBODY_YET)]),
        *([context(words.MORE.format(count=rest))] if rest > 0 else []),
        *actions(_beside(brief, reader)),
    ]


def _person(consent: Consent, brief: StoryBrief, reader: StoryReader) -> Iterator[Block]:
    today = local(reader.organisation.calendar, reader.now).date()
    yield quoted(consent.who, 300)
    yield section("\n".join(_facts(consent, reader, today)))
    details = [
        words.DETAILS[field].format(words=getattr(consent, field)) for field in words.DETAILS if getattr(consent, field)
    ]
    if details:
        yield quoted("\n".join(details), 2_000)
    yield from actions(_buttons(consent, brief, reader, today))


def _facts(consent: Consent, reader: StoryReader, today: date) -> Iterator[str]:
    if consent.withdrawn_at is not None:
        yield words.WITHDRAWN.format(moment=moment(consent.withdrawn_at, reader.organisation.calendar.zone))
        return
    if not consent.uses:
        yield words.NOT_ASKED
        return
    uses = ", ".join(USE[Use(use)] for use in consent.uses if use in set(Use))
    yield words.USES_UNTIL.format(uses=uses, until=_day(consent.until) if consent.until else words.NO_END)
    yield words.BY[DecidedBy(consent.decided_by)]
    if consent.decided_on is not None:
        yield words.DECIDED_WHEN.format(day=_day(consent.decided_on))
    if has_ended(consent, today):
        yield words.RUN_OUT
    elif missing(consent):
        yield words.STILL_NEEDED.format(what=what_is_missing(consent))
    else:
        yield words.SEEN_IT if consent.seen_words else words.NOT_SEEN
    who, told = consent.recorded_by, reader.organisation
    when = moment(consent.recorded_at, told.calendar.zone)
    yield words.WRITTEN_DOWN.format(who=you_or(told, who, reader.person), moment=when)


def what_is_missing(consent: Consent) -> str:
    """What a consent still needs, in words."""
    return ", ".join(words.MISSING[one] for one in missing(consent))


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


def _buttons(consent: Consent, brief: StoryBrief, reader: StoryReader, today: date) -> list[Element]:
    if brief.story.taken_out_at is not None or not reader.may(Deed.CHANGE_CONSENT, brief):
        return []
    about = brief.story.reference
    if has_ended(consent, today):
        return [button(Action.CONSENT_RENEW, words.RENEW, consent.id, about)]
    remove = button(Action.CONSENT_REMOVE, words.REMOVE, consent.id, about)
    removing = asking_first(remove, words.REMOVE_SURE, words.REMOVE_TEXT, words.YES_REMOVE, words.NO)
    if not consent.uses:
        return [button(Action.CONSENT_CHANGE, words.AGREED, consent.id, about, "primary"), removing]
    return [
        button(Action.CONSENT_CHANGE, words.CHANGE, consent.id, about),
        *([button(Action.CONSENT_RENEW, words.RENEW, consent.id, about)] if consent.until else []),
        button(Action.CONSENT_END, words.CHANGED_MIND, consent.id, about),
        *([] if brief.tellings else [removing]),
    ]


def _beside(brief: StoryBrief, reader: StoryReader) -> list[Element]:
    """Add someone; words that help to ask; and out with it, where nobody's agreement is written down one by one."""
    story, about = brief.story, brief.story.reference
    over = story.taken_out_at is not None or story.status in (StoryStatus.WITHDRAWN, StoryStatus.DECLINED)
    if over or not reader.may(Deed.RECORD_CONSENT, brief):
        return []
    found = [button(Action.CONSENT_ADD, words.ADD, story.id, about)]
    if story.recognisable != Recognisable.NOBODY:
        found.append(button(Action.CONSENT_EXPLAIN, words.EXPLAIN, story.id, about))
    if (brief.tellings or story.held_at) and not any(one.uses for one in current(brief.consents)):
        out = button(Action.STORY_TAKE_OUT, words.TAKE_OUT, story.id, about, "danger")
        found.append(asking_first(out, words.TAKE_OUT_SURE, words.TAKE_OUT_TEXT, words.YES_TAKE_OUT, words.NO))
    return found


def _come_down(brief: StoryBrief, reader: StoryReader) -> list[Block]:
    if not brief.take_downs:
        return []
    rows = [block for one in brief.take_downs[-MOST_PLACES:] for block in _place(one, brief, reader)]
    return [section(words.DOWN_HEADLINE), *rows]


def _place(one: TakeDown, brief: StoryBrief, reader: StoryReader) -> list[Block]:
    told, zone = reader.organisation, reader.organisation.calendar.zone
    place = one.what or words.SOMEWHERE
    if one.done_at is not None:
        who = you_or(told, one.done_by, reader.person)
        done = words.DOWN_DONE_LINE.format(owner=who, moment=moment(one.done_at, zone))
        return [quoted(place, 300), context(done)]
    line = words.DOWN_LINE_YOURS if one.owner == reader.person else words.DOWN_LINE
    waits = line.format(owner=name(told, one.owner), moment=moment(one.asked_at, zone))
    down = button(Action.TAKE_DOWN_DONE, words.DOWN_BUTTON, one.id, brief.story.reference)
    hand = button(Action.TAKE_DOWN_HAND, words.DOWN_HAND, one.id, brief.story.reference)
    may = reader.person == one.owner or reader.may(Deed.TAKE_DOWN, brief)
    return [quoted(place, 300), context(waits), *actions([down, hand] if may else [])]
