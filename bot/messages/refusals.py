"""A sentence for each refusal: in a private message, or beside a field of a form."""

from collections.abc import Collection
from datetime import datetime
from typing import cast

from bot.messages import privacy
from bot.messages.message import Message
from bot.messages.mrkdwn import in_words, inline, telephone
from bot.messages.parts import section
from bot.messages.people import duty_line, name
from bot.messages.wording import refusals
from bot.messages.wording.names import MARK, STATUS, USE
from bot.rules.privacy import Kind
from bot.rules.reasons import FormRefused, Refused
from storage.kinds import Mark, Status, Use
from storage.organisation import Organisation


def sentence(refused: Refused, organisation: Organisation) -> str:
    """The refusal in mrkdwn, with everything it names made safe."""
    facts = {key: _said(key, value, organisation) for key, value in refused.facts.items()}
    _, phone = duty_line(organisation)
    return _filled(refused, facts, refusals.DUTY.format(phone=telephone(phone)) if phone else "")


def private(refused: Refused, organisation: Organisation) -> Message:
    """The refusal as a message for one person's eyes."""
    said = sentence(refused, organisation)
    return Message(said, [section(said)])


def beside_fields(refused: FormRefused, organisation: Organisation) -> dict[str, str]:
    """What Slack shows beside each field of the form, which stays open. Plain text: nothing in it is read as a mark."""
    return {field: at_field(problem, organisation) for field, problem in refused.problems.items()}


def at_field(refused: Refused, organisation: Organisation) -> str:
    """One refusal in plain text. Someone whose name we do not know is a colleague: ids are not shown as names there."""
    facts = {key: _plainly(key, value, organisation) for key, value in refused.facts.items()}
    _, phone = duty_line(organisation)
    return _filled(refused, facts, refusals.DUTY.format(phone=phone) if phone else "")


def _filled(refused: Refused, facts: dict[str, str], duty: str) -> str:
    if kinds := refused.facts.get("kinds"):
        return privacy.take_out(facts["words"], cast("tuple[Kind, ...]", kinds))
    known = {
        "by": refusals.SOMEONE,
        "limit": "",
        "least": "",
        "words": "",
        "marks": "",
        "reference": "",
        "use": "",
        "version": "",
        "now": facts.get("from", ""),
        "possible": "",
    }
    return refusals.SENTENCE[refused.reason].format(**{**known, **facts, "duty": duty}).strip()


def _said(key: str, value: object, organisation: Organisation) -> str:
    if key == "by":
        return name(organisation, str(value or ""), refusals.SOMEONE)
    return inline(_words(key, value, organisation))


def _plainly(key: str, value: object, organisation: Organisation) -> str:
    if key != "by":
        return _words(key, value, organisation)
    person = organisation.people.get(str(value))
    return person.name if person else refusals.SOMEONE


def _words(key: str, value: object, organisation: Organisation) -> str:
    """A fact in words: a state's name, a moment, a number with its comma, a list of words."""
    if key in ("from", "to") and value in set(Status):
        return STATUS[Status(str(value))]
    if key == "use":
        return USE[Use(str(value))].lower()
    if isinstance(value, datetime):
        return in_words(value, organisation.calendar.zone)
    if isinstance(value, int):
        return f"{value:,}"
    if key == "possible" and isinstance(value, list | tuple):
        return _possible(value)
    if key == "marks" and isinstance(value, list | tuple):
        return f": {'; '.join(MARK[Mark(one)] for one in value)}"
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(str(one) for one in value)
    return str(value)


def _possible(deeds: Collection[object]) -> str:
    """What can be done instead. Nothing of what only its owner can do, who is not the one refused."""
    named = [said for deed, said in refusals.POSSIBLE_DEED.items() if deed in deeds]
    return refusals.POSSIBLE.format(deeds=", ".join(named)) if named else ""
