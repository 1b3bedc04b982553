"""The first steps on App Home: a welcome where nobody has set anything up, then a list with what is done and what is still to do."""

from dataclasses import dataclass
from typing import Any

from bot.messages import enquiry_form
from bot.messages.ids import Action
from bot.messages.parts import Block, actions, asking_first, button, context, divider, header, section
from bot.messages.wording import first_run as words
from bot.rules.deeds import Deed
from bot.rules.first_run import Step, done, next_area
from bot.rules.permissions import allowed
from bot.rules.settings_kinds import SettingsKind
from bot.rules.typed_words import TypedEnquiry
from storage.kinds import Role
from storage.organisation import Organisation

A_PRACTICE = "practice"
"""What the practice's form carries."""


@dataclass(frozen=True, slots=True)
class _Shown:
    said: str
    form: SettingsKind
    how: str = ""


STEPS = {
    Step.OFFICE: _Shown(words.OFFICE, SettingsKind.OFFICE),
    Step.CHANNELS: _Shown(words.CHANNELS, SettingsKind.CHANNELS, words.CHANNELS_HOW),
    Step.TEAM: _Shown(words.TEAM, SettingsKind.TEAM),
    Step.AREA: _Shown(words.AREA, SettingsKind.AREA),
    Step.NUMBERS: _Shown(words.NUMBERS, SettingsKind.NUMBERS),
}


def welcome() -> list[Block]:
    """What everyone reads before anything is set up."""
    return [
        header(words.WELCOME),
        section(words.WELCOME_INTRO),
        section(words.WELCOME_NEXT),
        *actions([button(Action.SETTINGS_BEGIN, words.BEGIN, "new", style="primary")]),
    ]


def steps(person: str, organisation: Organisation) -> list[Block]:
    """For those who look after Close Ties, until they say that they are done. For the press office, where nobody does."""
    if not organisation.holders(Role.ADMINISTRATOR):
        return _nobody() if organisation.is_press_office(person) else []
    if not organisation.being_set_up or not allowed(Deed.SET_UP, person, organisation):
        return []
    finished = done(organisation)
    following = next((step for step in STEPS if step not in finished), None)
    return [
        header(words.TITLE.format(done=len(finished), all=len(STEPS))),
        context(words.INTRO if len(finished) < len(STEPS) else words.ALL_DONE),
        *(
            block
            for step in STEPS
            for block in _step(step, step in finished, organisation, comes_next=step == following)
        ),
        *(_finish() if len(finished) == len(STEPS) else []),
        divider(),
    ]


def practice(person: str, organisation: Organisation) -> dict[str, Any]:
    """The form that everyone uses, with an enquiry in it that says of itself that it is a practice."""
    typed = TypedEnquiry(
        outlet=words.PRACTICE_OUTLET,
        journalist=words.PRACTICE_JOURNALIST,
        deadline_words=words.PRACTICE_DEADLINE,
        question=words.PRACTICE_QUESTION,
    )
    return enquiry_form.view(organisation, person, typed, private_metadata=A_PRACTICE)


def _nobody() -> list[Block]:
    return [section(words.NOBODY, button(Action.SETTINGS_BEGIN, words.BEGIN, "new")), divider()]


def _step(step: Step, is_done: bool, organisation: Organisation, *, comes_next: bool) -> list[Block]:
    """One step; of the next one also how it is done."""
    shown = STEPS[step]
    key = next_area(organisation) if step is Step.AREA else ""
    label, said = (words.LOOK, words.DONE) if is_done else (words.DO, words.TO_DO)
    style = "primary" if comes_next else ""
    pressed = button(Action.SETTINGS_EDIT, label, f"{shown.form}:{key}", shown.said, style=style)
    how = [context(shown.how)] if shown.how and comes_next else []
    return [section(said.format(step=shown.said), pressed), *how]


def _finish() -> list[Block]:
    """The practice, and the end: the practice is erased with it, if whoever presses says yes."""
    end = button(Action.SETTINGS_FINISH, words.FINISH, "new", style="primary")
    return [
        section(words.PRACTICE, button(Action.SETTINGS_PRACTISE, words.PRACTICE_DO, "new")),
        context(words.FINISH_NOTE),
        *actions([asking_first(end, words.FINISH_TITLE, words.FINISH_TEXT, words.FINISH_YES, words.FINISH_NO)]),
    ]
