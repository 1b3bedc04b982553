"""The forms of sign-off: whom to ask, what to say yes to, and what else can be said."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.messages.enquiry_facts import deadline_line
from bot.messages.ids import Action, Field, View
from bot.messages.mrkdwn import listed, moment
from bot.messages.page_reader import Reader
from bot.messages.parts import (
    Block,
    Element,
    actions,
    asked,
    button,
    choice,
    context,
    divider,
    modal,
    quoted,
    radio,
    section,
    writing,
)
from bot.messages.people import name
from bot.messages.statement_facts import asked_line, source, terms_line
from bot.messages.statement_form import whole
from bot.messages.wording import forms
from bot.messages.wording import statements as words
from bot.rules.sign_off import needed, suggested_parts
from bot.rules.statement_form import CANDOUR
from storage.brief import Brief
from storage.kinds import Role, SignOffPart
from storage.statement import SignOff, Statement


def ask_view(
    brief: Brief, statement: Statement, reader: Reader, people: Sequence[str], due_at: datetime
) -> dict[str, Any]:
    """Whom to ask, in what order, whose yes is needed, and until when."""
    enquiry, organisation = brief.enquiry, reader.organisation
    about = words.SIGN_OFF_ABOUT.format(version=statement.version, who=name(organisation, statement.drafted_by))
    orders = [choice(words.TOGETHER, "together"), choice(words.ONE_BY_ONE, "in_order")]
    yeses = [choice(words.EVERYONE, "all"), choice(words.ANYONE, "any")]
    blocks = [
        section(deadline_line(enquiry, organisation, reader.now)),
        section(about),
        *source(brief, statement, organisation, reader.now),
        section(_needs(brief)),
        *_suggested(brief, reader),
        asked(Field.APPROVERS, words.APPROVERS, several(people), hint=words.APPROVERS_HINT),
        asked(Field.IN_ORDER, words.IN_ORDER, radio(orders, orders[1 if statement.in_order else 0])),
        asked(Field.NEEDS_ALL, words.NEEDS_ALL, radio(yeses, yeses[0 if statement.needs_all else 1])),
        asked(Field.ANSWER_BY, words.ANSWER_BY, at_a_time(due_at), hint=words.ANSWER_BY_HINT, optional=True),
    ]
    title = words.SIGN_OFF_TITLE.format(reference=enquiry.reference)
    about_words = f"{enquiry.id}:{statement.version}"
    return modal(View.SIGN_OFF, title, blocks, submit=words.SIGN_OFF_SUBMIT, close=words.CANCEL, metadata=about_words)


def _needs(brief: Brief) -> str:
    parts = [words.NEED[part] for part in needed(brief.enquiry)]
    return words.NEEDS.format(parts=listed(parts)) if parts else words.NEEDS_NOTHING


def _suggested(brief: Brief, reader: Reader) -> list[Block]:
    """Who fits, and for what, while nobody has been asked about these words."""
    if brief.statement is not None and brief.asked_of(brief.statement):
        return []
    parts = suggested_parts(brief, reader.organisation)
    lines = [
        words.FITS.format(who=name(reader.organisation, who), part=words.PART[part]) for part, who in parts.items()
    ]
    return [context(words.SUGGESTED.format(people="; ".join(lines)))] if lines else []


def several(people: Sequence[str]) -> Element:
    """Choose some colleagues."""
    return {
        "type": "multi_users_select",
        "max_selected_items": 8,
        **({"initial_users": list(people)} if people else {}),
    }


def one_person(person: str | None) -> Element:
    """Choose a colleague."""
    return {"type": "users_select", **({"initial_user": person} if person else {})}


def at_a_time(at: datetime) -> Element:
    """Choose a moment."""
    return {"type": "datetimepicker", "initial_date_time": int(at.timestamp())}


def review_view(one: SignOff, brief: Brief, statement: Statement, reader: Reader) -> dict[str, Any]:
    """The exact words, the question, the terms, the deadline, who else is asked; then the question of candour."""
    enquiry, organisation = brief.enquiry, reader.organisation
    answers = [choice(words.CANDOUR_ANSWER[answer], answer) for answer in CANDOUR]
    due = moment(one.due_at, organisation.calendar.zone) if one.due_at else ""
    blocks = [
        *([context(forms.OPEN_AUDITED)] if enquiry.restricted else []),
        section(words.WORDS_TO_APPROVE.format(version=statement.version)),
        *source(brief, statement, organisation, reader.now),
        *whole(statement.words),
        *_compared(statement, enquiry.reference),
        divider(),
        section(words.THEY_ASK),
        quoted(enquiry.outlet),
        quoted(enquiry.question),
        section(terms_line(brief, organisation)),
        section(deadline_line(enquiry, organisation, reader.now)),
        *([section(words.BY_WHEN.format(moment=due))] if due else []),
        *_others(one, brief, statement, reader),
        asked(Field.CANDOUR, words.CANDOUR, radio(answers), hint=words.CANDOUR_HINT),
        *actions(_instead(one, brief, reader)),
    ]
    title = words.APPROVE_TITLE.format(reference=enquiry.reference)
    return modal(
        View.APPROVE, title, blocks, submit=words.APPROVE_GO_ON, close=words.CLOSE, metadata=_metadata(one, statement)
    )


def _metadata(one: SignOff, statement: Statement) -> str:
    """The enquiry, the sign-off and the version; ids only."""
    return f"{one.enquiry_id}:{one.id}:{statement.version}"


def _others(one: SignOff, brief: Brief, statement: Statement, reader: Reader) -> list[Block]:
    lines = [asked_line(other, reader.organisation) for other in brief.asked_of(statement) if other.id != one.id]
    if not lines:
        return [context(words.NOBODY_ELSE)]
    return [section("\n".join([words.OTHERS_ASKED, *lines])[:3_000])]


def _instead(one: SignOff, brief: Brief, reader: Reader) -> list[Element]:
    """What can be said instead of yes."""
    about = brief.enquiry.reference
    waive = button(Action.SIGN_OFF_WAIVE, words.WAIVE, one.id, about)
    may_waive = one.part == SignOffPart.LEGAL and reader.person in reader.organisation.holders(Role.LEGAL)
    return [button(Action.SIGN_OFF_CHANGE, words.ASK_CHANGE, one.id, about), *([waive] if may_waive else [])]


def _compared(statement: Statement, about: str) -> list[Block]:
    """The way to what changed since the version before, which they may have read or asked to have changed."""
    if statement.version == 1:
        return []
    return actions([button(Action.STATEMENT_READ, words.COMPARE, statement.id, about)])


def sure_view(metadata: str, candour: str, reference: str, version: str) -> dict[str, Any]:
    """The confirmation: which version, and what still can be done."""
    blocks = [
        section(words.SURE.format(version=version, reference=reference)),
        context(words.SURE_STOP),
        asked(Field.APPROVE_NOTE, words.APPROVE_NOTE, writing(lines=True), optional=True),
    ]
    made = f"{metadata}:{candour}"
    return modal(
        View.APPROVE_SURE, words.SURE_TITLE, blocks, submit=words.SURE_YES, close=words.SURE_BACK, metadata=made
    )


def change_view(enquiry_id: int, sign_off_id: int, *, not_plain: bool = False) -> dict[str, Any]:
    """What should change, and why."""
    wanted = asked(Field.CHANGE_WANTED, words.CHANGE_WANTED, writing(lines=True), hint=words.CHANGE_HINT)
    blocks = [*([section(words.NOT_PLAIN)] if not_plain else []), wanted]
    metadata = f"{enquiry_id}:{sign_off_id}"
    return modal(
        View.ASK_CHANGE, words.CHANGE_TITLE, blocks, submit=words.CHANGE_SUBMIT, close=words.CANCEL, metadata=metadata
    )


def waive_view(one: SignOff) -> dict[str, Any]:
    """Why legal is not needed."""
    blocks = [
        section(words.WAIVE_WHAT),
        asked(Field.WAIVED_BECAUSE, words.WAIVED_BECAUSE, writing(lines=True)),
    ]
    metadata = f"{one.enquiry_id}:{one.id}"
    return modal(
        View.WAIVE, words.WAIVE_TITLE, blocks, submit=words.WAIVE_SUBMIT, close=words.CANCEL, metadata=metadata
    )


def stop_view(enquiry_id: int) -> dict[str, Any]:
    """What has changed."""
    blocks = [
        section(words.STOP_WHAT),
        asked(Field.STOPPED_BECAUSE, words.STOPPED_BECAUSE, writing(lines=True)),
    ]
    return modal(
        View.STOP, words.STOP_TITLE, blocks, submit=words.STOP_SUBMIT, close=words.CANCEL, metadata=str(enquiry_id)
    )
