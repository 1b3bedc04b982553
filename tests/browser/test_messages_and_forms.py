"""What any app may put before people: menus that keep what was chosen, forms in a pile, long pages, several shortcuts."""

import re
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.workshop import Workshop, button, modal, options, plain, words, workshop_in

Json = dict[str, Any]


@pytest.fixture
def workshop(chromium: Browser) -> Iterator[Workshop]:
    with workshop_in(chromium) as found:
        yield found


def menus() -> list[Json]:
    return [
        words("Which one?"),
        {
            "type": "actions",
            "block_id": "choices",
            "elements": [
                {
                    "type": "static_select",
                    "action_id": "one",
                    "placeholder": plain("One"),
                    "options": options("Red", "Blue"),
                },
                {"type": "datepicker", "action_id": "day", "placeholder": plain("Day")},
                {"type": "checkboxes", "action_id": "boxes", "options": options("First", "Second")},
            ],
        },
    ]


def test_a_choice_made_in_a_message_stands_until_its_blocks_are_others(workshop: Workshop) -> None:
    workshop.app.action(re.compile("."))(lambda ack: ack())
    ts = workshop.posts("general", "Which one?", menus())
    amara = workshop.window("amara", "general")
    row = amara.sees("Which one?")

    row.get_by_role("combobox").click()
    row.get_by_role("option", name="Blue").click()
    row.get_by_label("Second").check()
    row.locator('input[type="date"]').fill("2026-03-09")
    row.locator('input[type="date"]').blur()
    expect(row).to_contain_text("Monday 9 March 2026")

    amara.types("Something else")
    priya = workshop.slack.person("priya")
    priya.reacts(priya.in_channel("general").wait_for(lambda message: message.ts == ts), "eyes")
    expect(row.locator(".reaction").first).to_contain_text("1")
    expect(row.get_by_role("combobox")).to_have_value("Blue")
    expect(row.get_by_label("Second")).to_be_checked()
    expect(row.locator('input[type="date"]')).to_have_value("2026-03-09")

    workshop.client.chat_update(
        channel=workshop.id_of("general"), ts=ts, text="Which one now?", blocks=[words("Which one now?"), *menus()[1:]]
    )
    row = amara.sees("Which one now?")
    expect(row.get_by_role("combobox")).to_have_value("")
    expect(row.get_by_label("Second")).not_to_be_checked()


def first_form(count: int) -> Json:
    return modal(
        "First",
        [
            words(f"Tasks: {count}", "count"),
            {"type": "actions", "block_id": "go", "elements": [button("Add one", "second")]},
        ],
        submit=plain("Done"),
    )


def piles_up(workshop: Workshop) -> None:
    """A form that opens a second and that a third; sending the third changes the first while it is covered."""
    roots: list[str] = []
    app = workshop.app

    @app.command("/media-enquiry")
    def opens(ack: Any, body: Json, client: Any) -> None:
        ack()
        roots.append(client.views_open(trigger_id=body["trigger_id"], view=first_form(0))["view"]["id"])

    @app.action("second")
    def second(ack: Any, body: Json, client: Any) -> None:
        ack()
        blocks: list[Json] = [{"type": "actions", "block_id": "go", "elements": [button("Choose people", "third")]}]
        client.views_push(trigger_id=body["trigger_id"], view=modal("Second", blocks))

    @app.action("third")
    def third(ack: Any, body: Json, client: Any) -> None:
        ack()
        element = {"type": "multi_users_select", "action_id": "people", "placeholder": plain("Choose people")}
        link = {"type": "url_text_input", "action_id": "link"}
        blocks: list[Json] = [
            {"type": "input", "block_id": "who", "label": plain("Who"), "element": element},
            {"type": "input", "block_id": "link", "label": plain("Link"), "element": link, "optional": True},
        ]
        view = modal("Third", blocks, submit=plain("Keep"), callback_id="keep")
        client.views_push(trigger_id=body["trigger_id"], view=view)

    @app.view("keep")
    def keep(ack: Any, body: Json, client: Any) -> None:
        workshop.heard.append(body["view"]["state"]["values"])
        client.views_update(view_id=roots[0], view=first_form(1))
        ack()


def test_the_form_underneath_is_changed_while_two_lie_on_it(workshop: Workshop) -> None:
    piles_up(workshop)
    amara = workshop.window("amara", "general", phone=True)
    amara.types("/media-enquiry")
    amara.form.get_by_role("button", name="Add one").click()
    amara.form.get_by_role("button", name="Choose people").click()
    expect(amara.form.get_by_role("heading", name="Third")).to_be_visible()
    people = amara.form.get_by_role("combobox")
    for name in ("Priya Nair", "Tom Reed"):
        people.fill(name.split()[0])
        amara.form.get_by_role("option", name=name).click()
    amara.page.keyboard.press("Escape")
    amara.fill(link="no link at all")
    amara.submit()
    expect(amara.form.locator('[data-input="link"]')).to_contain_text("Please enter a valid URL")
    amara.fill(link="https://northbank.example/news")
    amara.submit()

    expect(amara.form.get_by_role("heading", name="Second")).to_be_visible()
    amara.form.get_by_role("button", name="Back").click()
    expect(amara.form.get_by_role("heading", name="First")).to_be_visible()
    expect(amara.form).to_contain_text("Tasks: 1")
    (told,) = workshop.heard
    assert [len(told["who"]["people"]["selected_users"]), told["link"]["link"]["value"]] == [
        2,
        "https://northbank.example/news",
    ]


def test_a_form_of_a_hundred_blocks_scrolls_on_a_phone_and_its_button_stays_in_sight(workshop: Workshop) -> None:
    def opens(ack: Any, body: Json, client: Any) -> None:
        ack()
        blocks = [words(f"Part {number} of the record", f"part{number}") for number in range(99)]
        overflow = {"type": "overflow", "action_id": "more", "options": options("Read it", "Print it")}
        client.views_open(
            trigger_id=body["trigger_id"], view=modal("Long", [*blocks, {**words("The last"), "accessory": overflow}])
        )

    workshop.app.command("/media-enquiry")(opens)

    @workshop.app.action("more")
    def chosen(ack: Any, action: Json) -> None:
        workshop.heard.append(action)
        ack()

    amara = workshop.window("amara", "general", phone=True)
    amara.types("/media-enquiry")
    expect(amara.form.get_by_text("Part 0 of the record")).to_be_in_viewport()
    expect(amara.form.get_by_role("button", name="Cancel")).to_be_in_viewport()
    amara.form.get_by_role("button", name="More actions").scroll_into_view_if_needed()
    amara.form.get_by_role("button", name="More actions").click()
    amara.form.get_by_role("menuitem", name="Print it").click()
    expect(amara.form.get_by_role("button", name="More actions")).to_be_in_viewport()
    expect(amara.form.get_by_role("button", name="Cancel")).to_be_in_viewport()
    wide = amara.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
    assert [each["selected_option"]["value"] for each in workshop.heard] == ["print it"]


def test_every_shortcut_of_the_app_is_in_a_messages_menu(workshop: Workshop) -> None:
    used = threading.Event()

    def heard(ack: Any, body: Json) -> None:
        workshop.heard.append({"used": body["callback_id"], "on": body["message"]["text"]})
        ack()
        used.set()

    workshop.app.shortcut("coverage")(heard)
    amara = workshop.window("amara", "general")
    amara.types("Seen in the paper")
    row = amara.sees("Seen in the paper")
    row.hover()
    row.get_by_role("button", name="More actions").click()
    offered = amara.page.get_by_role("menuitem").all_inner_texts()
    names = ["Make a story", "Log this as an enquiry", "Keep as coverage"]
    assert [name for name in names if any(name in each for each in offered)] == names
    amara.page.get_by_role("menuitem", name="Keep as coverage").click()
    assert used.wait(10)
    assert workshop.heard == [{"used": "coverage", "on": "Seen in the paper"}]


@pytest.mark.parametrize("offered", [True, False])
def test_the_app_is_mentioned_by_its_name(workshop: Workshop, offered: bool) -> None:
    heard = threading.Event()

    def mentioned(event: Json) -> None:
        workshop.heard.append(event)
        heard.set()

    workshop.app.event("app_mention")(mentioned)
    workshop.app.event("message")(lambda ack: ack())
    amara = workshop.window("amara", "general")
    amara.composer.press_sequentially("Hello @close t" if offered else "Hello @Close Ties ")
    if offered:
        amara.page.get_by_role("option", name="Close Ties").click()
    amara.composer.press_sequentially("who is on call?")
    amara.composer.press("Enter")
    expect(amara.sees("who is on call?")).to_contain_text("Hello @Close Ties who is on call?")
    assert heard.wait(10)
    bot = workshop.slack.workspace.bot.id
    assert [each["text"] for each in workshop.heard] == [f"Hello <@{bot}> who is on call?"]


def test_seven_windows_of_one_browser_stay_in_step(workshop: Workshop) -> None:
    first = workshop.window("amara", "general")
    pages = [first.page, *(first.context.new_page() for _ in range(6))]
    for page in pages[1:]:
        page.goto(f"{workshop.slack.url}/?as=priya#{workshop.id_of('general')}")
        page.locator(".frame").wait_for()
    for number, page in enumerate(pages):
        field = page.locator("main .composer-field")
        field.fill(f"From window {number}")
        field.press("Enter")
    for page in pages:
        for number in range(7):
            expect(page.locator("main .message").filter(has_text=f"From window {number}")).to_be_visible()


def test_a_message_that_is_deleted_goes_from_every_window_and_its_thread_says_so(workshop: Workshop) -> None:
    ts = workshop.posts("general", "A card", [words("A card")])
    workshop.client.chat_postMessage(channel=workshop.id_of("general"), thread_ts=ts, text="A line in its thread")
    alone = workshop.posts("general", "No thread", [words("No thread")])
    amara = workshop.window("amara", "general")
    amara.sees("No thread")
    for each in (ts, alone):
        workshop.client.chat_delete(channel=workshop.id_of("general"), ts=each)
    expect(amara.message("No thread")).to_have_count(0)
    expect(amara.message("This message was deleted")).to_be_visible()
    amara.message("This message was deleted").get_by_role("button", name="1 reply").click()
    expect(amara.message("A line in its thread", thread=True)).to_be_visible()
