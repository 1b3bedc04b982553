"""The forms about people who are part of a matter: who is left out, who may be named, who else is told."""

from collections.abc import Sequence
from typing import Any

from bot.messages.ids import Field, View
from bot.messages.mrkdwn import listed
from bot.messages.parts import Block, asked, colleague, colleagues, context, modal, section, writing
from bot.messages.people import duty, name
from bot.messages.wording import people as words
from bot.rules.involved import around
from bot.rules.welfare import told_for
from storage.enquiry import Enquiry
from storage.involved import Involved
from storage.kinds import Part
from storage.organisation import Organisation


def leave_out_view(enquiry: Enquiry) -> dict[str, Any]:
    """Everyone who is left out now, to add to or to let in again."""
    menu = colleagues(words.CHOOSE_PEOPLE, enquiry.excluded)
    blocks = [
        section(words.LEAVE_OUT_INTRO),
        context(words.LEAVE_OUT_CHANNEL),
        asked(Field.EXCLUDED, words.LEFT_OUT_NOW, menu, optional=True),
    ]
    return _form(View.LEAVE_OUT, words.LEAVE_OUT_TITLE, blocks, enquiry, words.SAVE)


def left_out_question() -> Block:
    """The last question of the first form."""
    return asked(
        Field.EXCLUDED, words.EXCLUDED, colleagues(words.CHOOSE_PEOPLE), hint=words.EXCLUDED_HINT, optional=True
    )


def name_view(enquiry: Enquiry) -> dict[str, Any]:
    """Which colleague may be named."""
    blocks = [
        section(words.NAME_INTRO),
        context(words.NAME_PRIVATE),
        asked(Field.NAMED_PERSON, words.NAMED_PERSON, colleague(words.CHOOSE_PERSON)),
    ]
    return _form(View.NAME_STAFF, words.NAME_TITLE, blocks, enquiry, words.SAVE)


def tell_view(enquiry: Enquiry) -> dict[str, Any]:
    """Whom to tell for someone's safety, and why."""
    because = writing(lines=True)
    blocks = [
        section(words.TELL_INTRO),
        asked(Field.TOLD_PEOPLE, words.TOLD_PEOPLE, colleagues(words.CHOOSE_PEOPLE)),
        asked(Field.TOLD_BECAUSE, words.TOLD_BECAUSE, because, hint=words.TOLD_BECAUSE_HINT),
    ]
    return _form(View.TELL_OTHERS, words.TELL_TITLE, blocks, enquiry, words.TELL)


def choose_view(involved_id: int, involved: Sequence[Involved], organisation: Organisation) -> dict[str, Any]:
    """For the person who may be named: whom they would like to have told. Only their own choices are shown."""
    mine = next((one.person for one in involved if one.id == involved_id), "")
    told = [name(organisation, one.person) for one in told_for(involved) if one.added_by == mine]
    so_far = [context(words.CHOOSE_SO_FAR.format(names=listed(told)))] if told else []
    menu = colleagues(words.CHOOSE_PEOPLE)
    blocks = [section(words.CHOOSE_INTRO), *so_far, asked(Field.TOLD_PEOPLE, words.TOLD_PEOPLE, menu)]
    return modal(
        View.CHOOSE_TOLD,
        words.CHOOSE_TITLE,
        blocks,
        submit=words.TELL,
        close=words.CANCEL,
        metadata=str(involved_id),
    )


def read_view(
    one: Involved, involved: Sequence[Involved], enquiry: Enquiry, organisation: Organisation
) -> dict[str, Any]:
    """What someone is told: who may be named. The enquiry itself is not theirs to read."""
    named = [name(organisation, each.person) for each in involved if each.part == Part.MAY_BE_NAMED]
    chosen_by = [name(organisation, one.added_by)] if _is_named(one.added_by, involved) else named
    said = words.READ_WORDS_SAFETY if one.reason else words.READ_WORDS
    who = listed(chosen_by) or words.SOMEONE
    ring = words.READ_RING.format(duty=duty(around(organisation, enquiry)))
    return modal(View.INVOLVED_READ, words.READ_TITLE, [section(said.format(name=who)), section(ring)])


def _is_named(person: str, involved: Sequence[Involved]) -> bool:
    return any(one.person == person and one.part == Part.MAY_BE_NAMED for one in involved)


def _form(view: View, title: str, blocks: list[Block], enquiry: Enquiry, submit: str) -> dict[str, Any]:
    made = title.format(reference=enquiry.reference)
    return modal(view, made, blocks, submit=submit, close=words.CANCEL, metadata=str(enquiry.id))
