"""Forms: every kind of field as Slack shapes it, what the client refuses, and what the app hears of it."""

from datetime import UTC, datetime

import pytest
from slack_sdk import WebClient

from sandbox import Sandbox
from sandbox.people.refusals import NoSuchChoice, NotPossible
from sandbox.records import Json
from tests.sandbox.forms import Forms, Ids, ask, modal, option, stored, words

EVERYTHING = modal(
    ask("text", {"type": "plain_text_input"}),
    ask("email", {"type": "email_text_input"}),
    ask("url", {"type": "url_text_input"}),
    ask("number", {"type": "number_input", "is_decimal_allowed": False}),
    ask("rich", {"type": "rich_text_input"}),
    ask("one", {"type": "static_select", "options": [option("Yes", "y"), option("No", "n")]}),
    ask("some", {"type": "multi_static_select", "options": [option("Yes", "y"), option("No", "n")]}),
    ask("radio", {"type": "radio_buttons", "options": [option("Yes", "y"), option("No", "n")]}),
    ask("box", {"type": "checkboxes", "options": [option("Agreed", "agreed")]}),
    ask("who", {"type": "users_select"}),
    ask("whos", {"type": "multi_users_select"}),
    ask("where", {"type": "conversations_select", "response_url_enabled": True}),
    ask("wheres", {"type": "multi_channels_select"}),
    ask("day", {"type": "datepicker"}),
    ask("time", {"type": "timepicker"}),
    ask("moment", {"type": "datetimepicker"}),
    ask("photo", {"type": "file_input", "filetypes": ["png"], "max_files": 1}),
)


def test_untouched_fields_are_sent_too(slack: Sandbox, forms: Forms) -> None:
    forms.view = EVERYTHING
    amara = slack.person("amara")
    amara.types("/media-enquiry")
    amara.form.submit()
    assert {block: field["value"] for block, field in forms.values.items()} == {
        "text": {"type": "plain_text_input", "value": None},
        "email": {"type": "email_text_input", "value": None},
        "url": {"type": "url_text_input", "value": None},
        "number": {"type": "number_input", "value": None},
        "rich": {"type": "rich_text_input", "rich_text_value": None},
        "one": {"type": "static_select", "selected_option": None},
        "some": {"type": "multi_static_select", "selected_options": []},
        "radio": {"type": "radio_buttons", "selected_option": None},
        "box": {"type": "checkboxes", "selected_options": []},
        "who": {"type": "users_select", "selected_user": None},
        "whos": {"type": "multi_users_select", "selected_users": []},
        "where": {"type": "conversations_select", "selected_conversation": None},
        "wheres": {"type": "multi_channels_select", "selected_channels": []},
        "day": {"type": "datepicker", "selected_date": None},
        "time": {"type": "timepicker", "selected_time": None},
        "moment": {"type": "datetimepicker", "selected_date_time": None},
        "photo": {"type": "file_input", "files": []},
    }
    assert forms.got[-1]["response_urls"] == []


def test_every_kind_of_answer(slack: Sandbox, forms: Forms, ids: Ids) -> None:
    forms.view = EVERYTHING
    amara = slack.person("amara")
    amara.types("/media-enquiry")
    form = amara.form.fill(
        text="<!channel>",
        email="a@b.example",
        url="https://b.example/x",
        number=7,
        rich="Hello",
        one="No",
        some=["y", "No"],
        radio="y",
        box=True,
        who="priya",
        whos=["tom", "priya.nair"],
        where="general",
        wheres="#lobby",
        day="2026-03-04",
        time="17:05",
        moment=datetime(2026, 3, 4, 17, 5, tzinfo=UTC),
        photo=[("cat.png", b"\x89PNG")],
    )
    assert form.values["some"] == ["y", "n"]
    assert not form.submit().is_open
    got = {block: field["value"] for block, field in forms.values.items()}
    files = got.pop("photo")["files"]
    assert [(file["name"], file["size"], file["user"]) for file in files] == [("cat.png", 4, ids("amara"))]
    rich = {"type": "rich_text_section", "elements": [{"type": "text", "text": "Hello"}]}
    yes, no = stored("Yes", "y"), stored("No", "n")
    assert got == {
        "text": {"type": "plain_text_input", "value": "<!channel>"},
        "email": {"type": "email_text_input", "value": "a@b.example"},
        "url": {"type": "url_text_input", "value": "https://b.example/x"},
        "number": {"type": "number_input", "value": "7"},
        "rich": {"type": "rich_text_input", "rich_text_value": {"type": "rich_text", "elements": [rich]}},
        "one": {"type": "static_select", "selected_option": no},
        "some": {"type": "multi_static_select", "selected_options": [yes, no]},
        "radio": {"type": "radio_buttons", "selected_option": yes},
        "box": {"type": "checkboxes", "selected_options": [stored("Agreed", "agreed")]},
        "who": {"type": "users_select", "selected_user": ids("priya")},
        "whos": {"type": "multi_users_select", "selected_users": [ids("tom"), ids("priya")]},
        "where": {"type": "conversations_select", "selected_conversation": ids("#general")},
        "wheres": {"type": "multi_channels_select", "selected_channels": [ids("#lobby")]},
        "day": {"type": "datepicker", "selected_date": "2026-03-04"},
        "time": {"type": "timepicker", "selected_time": "17:05"},
        "moment": {"type": "datetimepicker", "selected_date_time": 1772643900},
    }
    answers = forms.got[-1]["response_urls"]
    assert [(each["block_id"], each["action_id"], each["channel_id"]) for each in answers] == [
        ("where", "value", ids("#general"))
    ]


def test_what_is_not_offered_cannot_be_chosen(slack: Sandbox, forms: Forms) -> None:
    forms.view = EVERYTHING
    amara = slack.person("amara")
    amara.types("/media-enquiry")
    with pytest.raises(NoSuchChoice, match="'one' does not offer 'Maybe'; it offers 'Yes', 'No'"):
        amara.form.fill(one="Maybe")
    with pytest.raises(NoSuchChoice, match="The form has no field 'colour'; it has text"):
        amara.form.fill(colour="red")
    with pytest.raises(NoSuchChoice, match="'tomorrow' is not a date"):
        amara.form.fill(day="tomorrow")


def test_the_client_refuses_what_does_not_fit(slack: Sandbox, forms: Forms) -> None:
    forms.view = modal(
        ask("name", {"type": "plain_text_input", "min_length": 3}, optional=False),
        ask("long", {"type": "plain_text_input"}),
        ask("email", {"type": "email_text_input"}),
        ask("url", {"type": "url_text_input"}),
        ask("number", {"type": "number_input", "is_decimal_allowed": False, "min_value": "1", "max_value": "9"}),
        ask("kinds", {"type": "file_input", "filetypes": ["png"], "max_files": 1}),
        ask("most", {"type": "multi_users_select", "max_selected_items": 1}),
        ask("needed", {"type": "checkboxes", "options": [option("Agreed", "agreed")]}, optional=False),
    )
    amara = slack.person("amara")
    amara.types("/media-enquiry")
    answers = {"name": "ab", "long": "x" * 3001, "email": "nobody", "url": "b.example", "number": "10"}
    form = amara.form.fill(**answers, kinds=[("a.txt", b"x")], most=["tom", "priya"], needed=False).submit()
    assert form.errors == {
        "name": "Please use at least 3 characters (you have 2)",
        "long": "Please use 3000 characters or fewer (you have 3001)",
        "email": "Please enter a valid email address",
        "url": "Please enter a valid URL",
        "number": "Please enter a number of at most 9",
        "kinds": "a.txt is not of a kind that can be added here (png)",
        "most": "Please choose 1 or fewer",
        "needed": "This field is required",
    }
    assert forms.got == []


def test_a_menu_that_asks_the_app(slack: Sandbox, forms: Forms) -> None:
    menu = {"type": "external_select", "min_query_length": 2}
    forms.view = modal(ask("school", menu, optional=False))
    forms.options = [option("Hill Lane", "hill"), option("Hillside", "side")]
    amara = slack.person("amara")
    amara.types("/media-enquiry")
    form = amara.form
    assert form.suggestions("school", "h") == []
    assert form.suggestions("school", "hill") == ["Hill Lane", "Hillside"]
    asked = forms.got[-1]
    assert (asked["type"], asked["value"], asked["action_id"], asked["block_id"]) == (
        "block_suggestion",
        "hill",
        "value",
        "school",
    )
    assert asked["container"] == {"type": "view", "view_id": asked["view"]["id"]}
    form.fill(school="Hillside").submit()
    assert forms.values["school"]["value"] == {"type": "external_select", "selected_option": option("Hillside", "side")}


def test_choices_tell_the_app_where_the_form_asks_for_it(slack: Sandbox, forms: Forms) -> None:
    select = {"type": "static_select", "options": [option("Yes", "y"), option("No", "n")]}
    forms.view = modal(ask("kind", select, dispatch_action=True), ask("quiet", {"type": "plain_text_input"}))

    def add_a_field(body: Json, client: WebClient) -> None:
        asked = [*forms.view["blocks"], ask("more", {"type": "plain_text_input"})]
        client.views_update(view_id=body["view"]["id"], hash=body["view"]["hash"], view=modal(*asked))

    forms.on_action = add_a_field
    amara = slack.person("amara")
    amara.types("/media-enquiry")
    form = amara.form.fill(quiet="kept", kind="No", more="and more")
    told = forms.got[-1]
    assert told["actions"][0].pop("action_ts")
    assert told["actions"] == [
        {"type": "static_select", "action_id": "value", "block_id": "kind", "selected_option": stored("No", "n")}
    ]
    assert told["view"]["state"]["values"]["quiet"] == {"value": {"type": "plain_text_input", "value": "kept"}}
    assert len(forms.got) == 1
    assert form.values == {"kind": "n", "quiet": "kept", "more": "and more"}


def test_enter_tells_the_app_only_where_asked(slack: Sandbox, forms: Forms) -> None:
    forms.view = modal(
        ask("search", {"type": "plain_text_input"}, dispatch_action=True), ask("quiet", {"type": "plain_text_input"})
    )
    amara = slack.person("amara")
    amara.types("/media-enquiry")
    form = amara.form.fill(search="pool")
    assert forms.got == []
    form.enters("search")
    assert [(act["block_id"], act["value"]) for act in forms.got[-1]["actions"]] == [("search", "pool")]
    with pytest.raises(NotPossible, match="Enter does nothing in 'quiet'"):
        form.enters("quiet")


def test_a_button_in_the_form_pushes_with_its_trigger(slack: Sandbox, forms: Forms) -> None:
    button = {"type": "button", "action_id": "value", "text": words("Add more"), "value": "more"}
    forms.view = modal({"type": "actions", "block_id": "moves", "elements": [button]}, title="Below")
    forms.on_action = lambda body, client: client.views_push(trigger_id=body["trigger_id"], view=modal(title="Above"))
    amara = slack.person("amara")
    amara.types("/media-enquiry")
    assert amara.form.buttons == {"Add more": "value"}
    assert amara.form.press("Add more").trouble == ""
    assert amara.form.title == "Above"
