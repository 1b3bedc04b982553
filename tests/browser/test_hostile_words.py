"""Whatever people write, name or send is text on the page: nothing runs, nothing leads anywhere but where it says."""

from pathlib import Path

from playwright.sync_api import Page, expect
from slack_sdk import WebClient

from sandbox.records import Json
from tests.browser.conftest import Opens
from tests.browser.window import Window
from tests.journeys.council import Council

SCRIPT = "<script>window.hit = 'script'</script>"
PICTURE = '<img src=x onerror="window.hit = 1">'
LINK = "<javascript:window.hit=1|a harmless link> [here](javascript:window.hit=1) javascript:window.hit=1"
MARKS = f"{SCRIPT} {PICTURE} {LINK} </textarea></form><base href='//evil.example'>"
SVG = "<svg xmlns='http://www.w3.org/2000/svg' onload='window.hit=1'><script>window.hit=1</script></svg>"
LONGEST = "x" * 20_000 + " " + "<b>y</b>" * 2_490
SAFE_SCHEMES = {"http:", "https:", "mailto:", "tel:"}


def assert_harmless(window: Window) -> None:
    """Nothing ran, and the page holds no script, picture, frame or link that it did not make itself."""
    assert window.page.evaluate("window.hit") is None
    assert _count(window.page, "script:not([src^='/static/']), base, iframe, object, embed, [onerror], [onload]") == 0
    assert _count(window.page, "main img:not([src^='/files/']):not([src^='/page/face/'])") == 0
    assert set(window.page.evaluate("[...document.links].map(each => each.protocol)")) <= SAFE_SCHEMES


def _count(page: Page, selector: str) -> int:
    return page.locator(selector).count()


def test_hostile_words_in_every_field_and_name(council: Council, opens: Opens) -> None:
    workspace = council.slack.workspace

    def rename() -> None:
        workspace.person("dewi").real_name = PICTURE
        workspace.person("dewi").title = SCRIPT
        workspace.channel("general").purpose = SCRIPT

    council.slack.on_loop(rename)
    amara, priya = opens("amara", "general"), opens("priya", "press-desk")
    expect(amara.page.locator(".head-about")).to_have_text(SCRIPT)
    amara.types(MARKS)
    expect(amara.message("a harmless link")).to_contain_text(SCRIPT)
    council.person("dewi").writes("Hello", "general")
    expect(amara.message("Hello")).to_contain_text(PICTURE)
    amara.page.get_by_role("button", name="You are Amara Okafor").click()
    expect(amara.page.get_by_role("menuitem").filter(has_text=PICTURE)).to_be_visible()
    amara.page.keyboard.press("Escape")

    amara.types("/media-enquiry")
    amara.fill(outlet=PICTURE, journalist=f"{LINK} 020 7946 0000", deadline="4pm today", question=MARKS)
    amara.submit_and_go()
    card = priya.sees(f"ME-0001: {PICTURE}")
    expect(card).to_contain_text(SCRIPT)
    priya.press("Open", on="ME-0001")
    expect(priya.form).to_contain_text(SCRIPT)
    for window in (amara, priya):
        assert_harmless(window)


def test_a_payload_that_lies_is_text(council: Council, opens: Opens) -> None:
    amara = opens("amara", "ask-the-press-office")
    blocks: list[Json] = [
        {"type": "section", "text": {"type": "mrkdwn", "text": MARKS}},
        {"type": "markdown", "text": f"{MARKS}\n\n<a href='javascript:window.hit=1'>out</a>"},
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_section",
                    "elements": [
                        {"type": "text", "text": SCRIPT},
                        {"type": "link", "url": "https://a.example", "text": PICTURE},
                    ],
                }
            ],
        },
    ]
    client = WebClient(council.slack.bot_token, council.slack.api_url)
    client.chat_postMessage(channel="C0INTAKE", text="Notification", blocks=blocks)
    message = amara.sees(SCRIPT)
    assert _count(amara.page, "main .message a[target=_blank]") == 1
    expect(message.get_by_role("link", name=PICTURE)).to_have_attribute("href", "https://a.example/")
    assert_harmless(amara)


def test_an_svg_file_with_a_hostile_name_is_handed_over_and_never_shown(opens: Opens, tmp_path: Path) -> None:
    amara = opens("amara", "general")
    name = "<img src=x onerror=alert(1)>.svg"
    amara.page.locator("input[type=file]").set_input_files(
        files={"name": name, "mimeType": "image/svg+xml", "buffer": SVG.encode()}
    )
    expect(amara.page.locator(".chip")).to_contain_text(name)
    amara.types("A drawing")
    file = amara.sees("A drawing").get_by_role("link", name=name)
    with amara.page.expect_download() as download:
        file.click()
    download.value.save_as(tmp_path / "saved")
    assert (tmp_path / "saved").read_text(encoding="utf-8") == SVG
    assert_harmless(amara)


def test_forty_thousand_characters_are_folded_and_stay_in_their_place(council: Council, opens: Opens) -> None:
    amara = opens("amara", "general", phone=True)
    words = LONGEST[:40_000]
    council.person("priya").writes(words, "general")
    message = amara.sees("xxxx")
    assert message.locator(".clipped").evaluate("each => each.clientHeight") < 844
    message.get_by_role("button", name="Show more").click()
    assert message.locator(".plain-text, .bk-text").first.inner_text().strip() == words.strip()
    assert amara.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert_harmless(amara)
