"""Every way an app can answer a form, forms that lie on each other, and what the person sees of both."""

import pytest

from sandbox import Sandbox
from sandbox.people.refusals import NotPossible, Unseen
from sandbox.records import Json
from sandbox.workspace import Workspace
from tests.sandbox import bolt
from tests.sandbox.forms import Forms, ask, listen, modal, words


def test_update_keeps_what_stays_and_empties_what_is_new(slack: Sandbox, forms: Forms) -> None:
    initial = {"type": "plain_text_input", "initial_value": "as it was"}
    forms.view = modal(ask("kept", {"type": "plain_text_input"}), ask("initial", initial), title="One")
    changed = ask("initial", {"type": "plain_text_input", "initial_value": "as it is"})
    new = ask("new", {"type": "plain_text_input", "initial_value": "given"})
    forms.answer = {
        "response_action": "update",
        "view": modal(ask("kept", {"type": "plain_text_input"}), changed, new, title="Two"),
    }
    amara = slack.person("amara")
    amara.types("/media-enquiry")
    form = amara.form.fill(kept="mine").submit()
    assert (form.title, form.is_open, form.trouble) == ("Two", True, "")
    assert form.values == {"kept": "mine", "initial": "as it was", "new": "given"}


def test_push_lies_on_top_and_closing_brings_the_first_back(slack: Sandbox, forms: Forms) -> None:
    forms.view = modal(title="Below")
    forms.answer = {"response_action": "push", "view": modal(title="Above")}
    amara = slack.person("amara")
    amara.types("/media-enquiry")
    below = amara.form.submit()
    above = amara.form
    assert (below.is_open, above.title) == (True, "Above")
    with pytest.raises(Unseen, match="closed or covered; Amara Okafor has 'Above' before them"):
        below.submit()
    above.close()
    assert amara.form.title == "Below"


def test_only_three_lie_on_each_other(slack: Sandbox, forms: Forms) -> None:
    forms.view = modal(title="1")
    amara = slack.person("amara")
    amara.types("/media-enquiry")
    for title in ("2", "3"):
        forms.answer = {"response_action": "push", "view": modal(title=title)}
        amara.form.submit()
    forms.answer = {"response_action": "push", "view": modal(title="4")}
    form = amara.form.submit()
    assert (form.title, form.trouble) == ("3", "We had some trouble connecting. Try again?")
    assert slack.log.problems()[-1].problems == ["push_limit_reached"]
    forms.answer = {"response_action": "clear"}
    form.submit()
    assert not amara.has_form


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (
            {"response_action": "errors", "errors": {"nowhere": "No"}},
            "errors name nowhere, which is no input block of the view",
        ),
        (
            {"response_action": "errors", "errors": {"kept": ""}},
            "errors must hold a sentence for at least one block_id",
        ),
        (
            {"response_action": "update", "view": {**modal(), "title": words("x" * 25)}},
            "must be less than 25 characters [json-pointer:/view/title/text]",
        ),
        ({"response_action": "dance"}, "there is no response_action 'dance'"),
    ],
)
def test_a_wrong_answer_is_trouble_for_the_person(slack: Sandbox, forms: Forms, answer: Json, problem: str) -> None:
    forms.view, forms.answer = modal(ask("kept", {"type": "plain_text_input"})), answer
    amara = slack.person("amara")
    amara.types("/media-enquiry")
    form = amara.form.fill(kept="mine").submit()
    assert (form.trouble, form.is_open) == ("We had some trouble connecting. Try again?", True)
    assert form.values == {"kept": "mine"}
    assert slack.log.problems()[-1].problems == [problem]


def test_a_lost_ack_leaves_the_form_open_with_everything(slack: Sandbox, forms: Forms) -> None:
    forms.view = modal(ask("kept", {"type": "plain_text_input"}))
    amara = slack.person("amara")
    amara.types("/media-enquiry")
    slack.faults.set("lose_ack", times=1)
    form = amara.form.fill(kept="mine").submit()
    assert (form.trouble, form.is_open) == ("We had some trouble connecting. Try again?", True)
    assert not form.submit().is_open
    first, second = forms.got
    assert first["view"]["id"] == second["view"]["id"]
    assert first["view"]["state"] == second["view"]["state"]


def test_the_x_closes_all_and_tells_of_the_root(slack: Sandbox, forms: Forms) -> None:
    forms.view = modal(title="Root", notify_on_close=True)
    forms.answer = {"response_action": "push", "view": modal(title="Top", notify_on_close=True)}
    amara = slack.person("amara")
    amara.types("/media-enquiry")
    amara.form.submit()
    root = forms.got[-1]["view"]["id"]
    amara.form.close(everything=True)
    told = forms.got[-1]
    assert (told["type"], told["is_cleared"], told["view"]["id"]) == ("view_closed", True, root)
    assert not amara.has_form


def test_nothing_is_open(slack: Sandbox, forms: Forms) -> None:
    amara = slack.person("amara")
    slack.people.timeout = 0.1
    with pytest.raises(NotPossible, match=r"A form for amara\.okafor did not come within 0\.1 s\."):
        amara.form.submit()
    forms.view = {key: value for key, value in modal().items() if key != "submit"}
    amara.types("/media-enquiry")
    with pytest.raises(NotPossible, match="The form 'Form' has nothing to submit"):
        amara.form.submit()


def test_a_button_is_trouble_when_interactivity_is_off(workspace: Workspace, manifest: Json) -> None:
    manifest["settings"]["interactivity"]["is_enabled"] = False
    with Sandbox(workspace, manifest) as slack:
        app, forms = bolt.build(slack), Forms(view=modal(ask("kept", {"type": "plain_text_input"})))
        listen(app, forms)
        with bolt.connected(slack, app):
            slack.person("amara").types("/media-enquiry")
            form = slack.person("amara").form.submit()
            trouble = form.trouble
    assert trouble == "We had some trouble connecting. Try again?"
    assert slack.log.problems()[-1].problems == ["interactivity is off in the manifest"]


def test_a_form_that_nobody_listens_to_stays_open(workspace: Workspace, manifest: Json) -> None:
    with Sandbox(workspace, manifest, ack_seconds=0.5) as slack:
        app, forms = bolt.build(slack), Forms(view=modal(title="Unheard", callback_id="nobody"))
        listen(app, forms)
        with bolt.connected(slack, app):
            slack.person("amara").types("/media-enquiry")
            form = slack.person("amara").form.submit()
            assert (form.title, form.trouble) == ("Unheard", "We had some trouble connecting. Try again?")
