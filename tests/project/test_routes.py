"""Every id that a builder emits is routed, and every route can be reached from something a person can press, type or open."""

from bot.messages.ids import Action, Command, MessageShortcut, Shortcut, View
from handlers.door import Kind
from handlers.routes import ROUTES
from tests.messages.everything import hostile_organisation, messages, objects, views

NOT_PRESSED = {Action.FIELD, Action.FIELD_AGAIN}
NOT_SUBMITTED = {
    View.DIGEST_NONE,
    View.ENQUIRY_OPEN,
    View.STORY_OPEN,
    View.STORY_KEPT,
    View.STORY_PICTURES,
    View.CONSENT_EASY,
    View.AGREEMENTS,
    View.INVOLVED_READ,
    View.TASK_READ,
    View.ROTA,
    View.AWAY_HAND,
    View.LINES,
    View.JOURNALIST_PAST,
    View.STATEMENT_READ,
    View.NOTE_MOVED,
    View.SETTINGS,
    View.SHARE_ANSWERED,
    View.SHARE_OPEN,
    View.JOINT_OPEN,
    View.SHARE_RULES,
}  # pages to read


def routed(kind: Kind) -> set[str]:
    return {route.id for route in ROUTES if route.kind == kind}


def emitted(key: str) -> set[str]:
    told = hostile_organisation("words")
    built = [*(message.blocks for _, message in messages("words", told)), *(view for _, view in views("words", told))]
    return {str(each[key]) for each in objects(built) if key in each}


def test_every_button_and_input_that_is_built_is_routed() -> None:
    assert emitted("action_id") - NOT_PRESSED == routed(Kind.ACTION) == set(Action) - NOT_PRESSED


def test_every_menu_that_asks_us_is_answered() -> None:
    told = hostile_organisation("words")
    built = [*(message.blocks for _, message in messages("words", told)), *(view for _, view in views("words", told))]
    asking = {str(each["action_id"]) for each in objects(built) if each.get("type") == "external_select"}
    assert asking == routed(Kind.OPTIONS)


def test_every_form_that_is_built_is_routed() -> None:
    assert emitted("callback_id") - NOT_SUBMITTED == routed(Kind.SUBMISSION) == set(View) - NOT_SUBMITTED


def test_every_command_and_shortcut_is_routed() -> None:
    assert routed(Kind.COMMAND) == set(Command)
    assert routed(Kind.SHORTCUT) == {*Shortcut, *MessageShortcut}


def test_no_id_is_listened_to_twice() -> None:
    listened = [(route.kind, route.id) for route in ROUTES]
    assert len(listened) == len(set(listened))
