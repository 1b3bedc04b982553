"""Opening, pushing, updating and publishing views."""

from sandbox.blockkit import problems_in_view, view_error, view_too_large
from sandbox.records import Json
from sandbox.views import StoredView, view_json
from sandbox.web_api.call import Call, SlackError, missing_field


def open_(call: Call) -> Json:
    payload = _view(call, "modal")
    trigger = call.core.triggers.take(_trigger_id(call))
    return _answer(call, call.core.views.open(trigger.person_id, payload))


def push(call: Call) -> Json:
    payload = _view(call, "modal")
    trigger = call.core.triggers.take(_trigger_id(call))
    return _answer(call, call.core.views.push(trigger.person_id, payload, from_view=trigger.view_id))


def update(call: Call) -> Json:
    if call.given("view_id") == call.given("external_id"):
        raise SlackError("invalid_arguments", "[ERROR] Cannot provide both `view_id` and `external_id`")
    view = call.core.views.find(view_id=call.text("view_id"), external_id=call.text("external_id"))
    if view is None:
        raise SlackError("not_found")
    payload = _view(call, view.kind)
    return _answer(call, call.core.views.update(view, payload, given_hash=call.text("hash")))


def publish(call: Call) -> Json:
    person = call.workspace.people.get(call.required("user_id"))
    if person is None or not person.is_human:
        raise SlackError("invalid_arguments", "[ERROR] invalid `user_id`")
    payload = _view(call, "home")
    if not call.core.manifest.home_tab:
        raise SlackError("not_enabled")
    return _answer(call, call.core.views.publish(person.id, payload, given_hash=call.text("hash")))


def _trigger_id(call: Call) -> str:
    if not call.given("trigger_id"):
        raise missing_field("trigger_id")
    return call.text("trigger_id")


def _view(call: Call, kind: str) -> Json:
    """The view given, when Slack would take it here."""
    if not call.given("view"):
        raise missing_field("view")
    try:
        view = call.structure("view")
    except ValueError as wrong:
        raise SlackError("invalid_arguments", "[ERROR] must provide an object [json-pointer:/view]") from wrong
    if problems := problems_in_view(view):
        raise SlackError.from_answer(view_error(problems))
    if view["type"] != kind:
        raise SlackError("invalid_arguments", f"[ERROR] unsupported type: {view['type']} [json-pointer:/view/type]")
    if view_too_large(view):
        raise SlackError("view_too_large")
    checked: Json = view
    return checked


def _answer(call: Call, view: StoredView) -> Json:
    return {"view": view_json(view, call.workspace)}
