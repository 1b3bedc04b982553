"""The form that changes what is known of an enquiry, and the same form when somebody else has changed something meanwhile."""

from collections.abc import Collection, Mapping
from typing import Any

from bot.messages.enquiry_form import area_choices
from bot.messages.ids import Action, Field, View
from bot.messages.mrkdwn import moment
from bot.messages.page_reader import Reader
from bot.messages.parts import Block, Element, asked, choice, context, menu, modal, one_of, quoted, section, writing
from bot.messages.people import name
from bot.messages.wording import forms
from bot.messages.wording import working as words
from bot.rules.edit_form import FIELDS, EditForm, changed_meanwhile, mark_of, values_of
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import Terms

ASKED = {
    "outlet": (forms.OUTLET, ""),
    "journalist": (forms.JOURNALIST, forms.JOURNALIST_HINT),
    "deadline": (words.DEADLINE, words.DEADLINE_HINT),
    "question": (forms.QUESTION, ""),
    "how_it_came": (forms.HOW_IT_CAME, ""),
    "angle": (forms.ANGLE, ""),
    "said_already": (forms.SAID_ALREADY, ""),
    "links": (forms.LINKS, ""),
}
LONG = ("question", "how_it_came", "angle", "said_already", "links")
NEEDED = ("outlet", "journalist", "deadline", "question")


def edit_view(brief: Brief, reader: Reader) -> dict[str, Any]:
    """Everything that can be changed, as it stands."""
    values = values_of(brief.enquiry, reader.organisation.calendar)
    return _view(brief.enquiry, reader, values, values, [context(words.EDIT_INTRO)], frozenset(), "")


def changed_view(brief: Brief, reader: Reader, form: EditForm, open_ids: Mapping[str, str]) -> dict[str, Any]:
    """The open form again. What the person typed stays; fields they left alone take what holds now; above stands who changed what.

    `open_ids`: under which id each field stands in the open form. Slack keeps what is in a field whose id stays, so that one which is
    to take a new value gets another.
    """
    enquiry = brief.enquiry
    now = values_of(enquiry, reader.organisation.calendar)
    others = changed_meanwhile(form, enquiry, reader.organisation.calendar)
    shown = {field: form.typed[field] if form.touched(field) else now[field] for field in now if field in form.typed}
    renewed = frozenset(field for field in shown if shown[field] != form.typed[field])
    again = frozenset(
        field for field in shown if (field in renewed) != (open_ids.get(field, Action.FIELD) == Action.FIELD_AGAIN)
    )
    top = _meanwhile(brief, reader, form, others)
    return _view(enquiry, reader, shown, now, top, again, form.because)


def _meanwhile(brief: Brief, reader: Reader, form: EditForm, others: Collection[str]) -> list[Block]:
    blocks: list[Block] = [section(words.MEANWHILE)]
    for field in others:
        who = next((entry.actor for entry in reversed(brief.entries) if field in (entry.details or {})), None)
        said = words.MEANWHILE_CHANGED.format(
            who=name(reader.organisation, who, words.MEANWHILE_SOMEONE), what=words.FIELD[field]
        )
        small = [context(words.MEANWHILE_KEPT)] if form.touched(field) else []
        blocks += [section(f"{said} {words.MEANWHILE_TO}"), _now(field, brief.enquiry, reader), *small]
    return blocks


def _now(field: str, enquiry: Enquiry, reader: Reader) -> Block:
    """What holds now in a field, in words."""
    zone = reader.organisation.calendar.zone
    match field:
        case "service_area":
            area = reader.organisation.service_areas.get(enquiry.service_area)
            return quoted(area.name if area else words.NOT_KNOWN)
        case "terms":
            return section(words.TERMS[Terms(enquiry.terms)])
        case "embargo_until":
            return section(moment(enquiry.embargo_until, zone) if enquiry.embargo_until else words.NONE_GIVEN)
        case _:
            return quoted(values_of(enquiry, reader.organisation.calendar)[field], 1_000)


def _view(
    enquiry: Enquiry,
    reader: Reader,
    shown: Mapping[str, str],
    now: Mapping[str, str],
    top: list[Block],
    again: Collection[str],
    because: str,
) -> dict[str, Any]:
    why = asked(Field.EDIT_BECAUSE, words.BECAUSE, writing(initial=because), hint=words.BECAUSE_HINT, optional=True)
    fields = [_renamed(_field(field, shown[field], reader), field in again) for field in FIELDS if field in shown]
    marks = ",".join(f"{field}={mark_of(now[field])}" for field in FIELDS if field in shown)
    title = words.EDIT_TITLE.format(reference=enquiry.reference)
    blocks = [*top, *(one for one in fields if one), why]
    return modal(View.EDIT, title, blocks, submit=words.SAVE, close=words.CANCEL, metadata=f"{enquiry.id}:{marks}")


def _renamed(block: Block, again: bool) -> Block:
    if not block or not again:
        return block
    return {**block, "element": {**block["element"], "action_id": Action.FIELD_AGAIN}}


def _field(field: str, value: str, reader: Reader) -> Block:
    """One input; nothing where there is nothing to choose from."""
    if field in ASKED:
        label, hint = ASKED[field]
        box = writing(lines=field in LONG, initial=value)
        return asked(Field(field), label, box, hint=hint, optional=field not in NEEDED)
    if field == "service_area":
        areas = area_choices(reader.organisation)
        box = menu(areas, words.CHOOSE, one_of(areas, value))
        return asked(Field.SERVICE_AREA, forms.SERVICE_AREA, box, hint=words.AREA_HINT) if areas else {}
    if field == "terms":
        kinds = [choice(words.TERMS[one], one) for one in Terms]
        chosen = next(one for one in kinds if one["value"] == value)
        return asked(Field.TERMS, words.TERMS_ASKED, menu(kinds, words.CHOOSE, chosen), hint=words.TERMS_HINT)
    when: Element = {"type": "datetimepicker", **({"initial_date_time": int(value)} if value else {})}
    return asked(Field.EMBARGO_UNTIL, words.EMBARGO_UNTIL, when, hint=words.EMBARGO_HINT, optional=True)
