"""When something goes wrong: a plain sentence with a reference, and a way on."""

from bot.messages.ids import Action, Command
from bot.messages.message import Message
from bot.messages.mrkdwn import inline, telephone
from bot.messages.parts import actions, button, section
from bot.messages.people import duty_line
from bot.messages.wording import house, refusals
from storage.organisation import Organisation


def cannot_save(reference: str, organisation: Organisation | None = None) -> str:
    """Beside a field of the form that stays open. Plain text."""
    return house.CANNOT_SAVE.format(duty=_duty(organisation, plain=True), reference=reference)


def cannot_do(reference: str, organisation: Organisation | None = None) -> str:
    """After a press of a button that could not be saved: nothing has changed."""
    return house.CANNOT_DO.format(duty=_duty(organisation), reference=inline(reference))


def went_wrong(reference: str, organisation: Organisation | None = None) -> Message:
    """For anything nobody foresaw."""
    said = house.WENT_WRONG.format(duty=_duty(organisation), reference=inline(reference))
    return Message(said, [section(said)])


def form_failed(
    reference: str,
    words_id: str,
    organisation: Organisation | None = None,
    command: Command = Command.MEDIA_ENQUIRY,
) -> Message:
    """The form did not open. The button opens it again with the words we kept: it carries their id, never the words."""
    said = house.FORM_FAILED.format(duty=_duty(organisation), reference=inline(reference))
    action = Action.NEW_STORY if command == Command.STORY_IDEA else Action.NEW_ENQUIRY
    return Message(said, [section(said), *actions([button(action, house.OPEN_AGAIN, words_id, style="primary")])])


def _duty(organisation: Organisation | None, *, plain: bool = False) -> str:
    phone = duty_line(organisation)[1] if organisation else ""
    return refusals.DUTY.format(phone=phone if plain else telephone(phone)) if phone else ""
