"""What happens to a form when the app answers a submission: it closes, shows errors, changes, is covered, or all close."""

from __future__ import annotations

from collections.abc import Callable

from sandbox.blockkit import problems_in_view, view_too_large
from sandbox.core import Core
from sandbox.people.state import elements
from sandbox.records import Json
from sandbox.views import StoredView, ViewRefused


class WrongAnswer(Exception):  # noqa: N818 - the app's mistake, not one of ours
    """Slack cannot use the answer; the person sees that there was trouble connecting."""


def apply(core: Core, view: StoredView, body: Json) -> None:
    """Do what the answer to a submission says. Raises WrongAnswer."""
    action = body.get("response_action")
    if action is None and body:
        raise WrongAnswer(f"an answer to a submission is empty or has a response_action, not {', '.join(body)}")
    if action is not None and action not in _ACTIONS:
        raise WrongAnswer(f"there is no response_action {action!r}")
    _ACTIONS[action](core, view, body)


def _close(core: Core, view: StoredView, _: Json) -> None:
    core.views.close(view)


def _clear(core: Core, view: StoredView, _: Json) -> None:
    core.views.clear(view.person_id)


def _errors(core: Core, view: StoredView, body: Json) -> None:
    errors = body.get("errors")
    inputs = {each.block_id for each in elements(view.blocks) if each.is_input}
    if (
        not isinstance(errors, dict)
        or not errors
        or not all(isinstance(text, str) and text for text in errors.values())
    ):
        raise WrongAnswer("errors must hold a sentence for at least one block_id")
    if strange := sorted(errors.keys() - inputs):
        raise WrongAnswer(f"errors name {', '.join(strange)}, which is no input block of the view")
    view.errors, view.notice = dict(errors), ""
    core.workspace.changes.bump()


def _update(core: Core, view: StoredView, body: Json) -> None:
    _refusing(lambda: core.views.update(view, _checked(body)))


def _push(core: Core, view: StoredView, body: Json) -> None:
    _refusing(lambda: core.views.push(view.person_id, _checked(body), from_view=view.id))


def _refusing(change: Callable[[], object]) -> None:
    try:
        change()
    except ViewRefused as refused:
        raise WrongAnswer("; ".join([refused.error, *refused.messages])) from refused


def _checked(body: Json) -> Json:
    view = body.get("view")
    problems = problems_in_view(view)
    if problems or not isinstance(view, dict):
        raise WrongAnswer("; ".join(problem.sentence for problem in problems) or "view is missing")
    if view_too_large(view):
        raise WrongAnswer("view_too_large")
    return view


_ACTIONS: dict[str | None, Callable[[Core, StoredView, Json], None]] = {
    None: _close,
    "clear": _clear,
    "errors": _errors,
    "update": _update,
    "push": _push,
}
