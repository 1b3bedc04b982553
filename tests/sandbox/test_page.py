"""The page's addresses: strict headers, nothing outside its folder, and files only for those who may see them."""

import http.client
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote
from zoneinfo import ZoneInfo

import pytest

from sandbox import Sandbox
from sandbox.page import Page
from sandbox.page.moments import usual_moments
from sandbox.page.routes import STATIC
from sandbox.records import Json
from sandbox.workspace import Workspace

POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
LONDON = ZoneInfo("Europe/London")
SCRIPTS = sorted(STATIC.rglob("*.js"))
FACE = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>'
TOUR: Json = {"title": "Six steps", "steps": [{"title": "Begin", "text": "…", "as": "amara", "do": "Type"}]}
PNG = b"\x89PNG\r\n\x1a\n"


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


class Browser:
    """Asks for addresses as they are, without tidying them up as a real browser would."""

    def __init__(self, slack: Sandbox) -> None:
        self._port = int(slack.url.rpartition(":")[2])

    def get(self, address: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=10)
        try:
            connection.request("GET", address)
            response = connection.getresponse()
            return Answer(
                response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
            )
        finally:
            connection.close()

    def json(self, address: str) -> Json:
        answer: Json = json.loads(self.get(address).body)
        return answer


@pytest.fixture
def slack(workspace: Workspace, manifest: Json) -> Iterator[Sandbox]:
    page = Page(tour=TOUR, faces={"amara.okafor": FACE})
    with Sandbox(workspace, manifest, page=page) as running:
        running.limits.on = False
        yield running


@pytest.fixture
def browser(slack: Sandbox) -> Browser:
    return Browser(slack)


@pytest.mark.parametrize("address", ["/", "/?as=amara", "/static/page.css", "/static/js/main.js", "/static/none.js"])
def test_no_inline_script_or_style_may_run(browser: Browser, address: str) -> None:
    headers = browser.get(address).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_the_page_is_html_that_loads_only_its_own_files(browser: Browser) -> None:
    answer = browser.get("/")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    addresses = re.findall(r'(?:src|href)="([^"]+)"', answer.body.decode())
    assert addresses == [
        "/static/icon.svg",
        "/static/page.css",
        "/static/blocks.css",
        "/static/js/main.js",
        "#main",
        "#main",
    ]
    assert [browser.get(each).status for each in addresses[:-2]] == [200, 200, 200, 200]


@pytest.mark.parametrize("file", SCRIPTS, ids=[str(each.relative_to(STATIC)) for each in SCRIPTS])
def test_scripts_never_make_elements_from_text_and_import_only_what_is_there(file: Path) -> None:
    words = file.read_text(encoding="utf-8")
    dangerous = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|createContextualFragment"
    assert re.findall(dangerous, words) == []
    imported = [file.parent / each for each in re.findall(r'^import .*?"(\.[^"]+)";$', words, re.MULTILINE)]
    assert [each for each in imported if not each.resolve().is_file()] == []


@pytest.mark.parametrize(
    "address",
    [
        "/static/../routes.py",
        "/static/..%2froutes.py",
        "/static/%2e%2e/host.py",
        "/static/js/../../routes.py",
        "/static//etc/passwd",
        "/static/%2fetc%2fhostname.js",
        "/static/js",
        "/static/",
        "/static/js/main.js%00.css",
    ],
)
def test_nothing_outside_the_folder_is_served(browser: Browser, address: str) -> None:
    answer = browser.get(address)
    assert (answer.status, answer.body) == (404, b"There is nothing here.")


def test_the_host_adds_a_tour_and_faces(slack: Sandbox, browser: Browser) -> None:
    assert browser.json("/page/tour.json") == TOUR
    amara, priya = (slack.workspace.person(name).id for name in ("amara", "priya"))
    face = browser.get(f"/page/face/{amara}")
    assert (face.status, face.headers["content-type"], face.body.decode()) == (200, "image/svg+xml", FACE)
    assert face.headers["content-security-policy"].startswith("default-src 'none'; sandbox")
    assert browser.get(f"/page/face/{priya}").status == 204, "the page draws initials then"
    assert browser.get("/page/face/nobody").status == 404


def test_without_a_host_there_is_no_tour(workspace: Workspace, manifest: Json) -> None:
    with Sandbox(workspace, manifest) as bare:
        assert Browser(bare).get("/page/tour.json").status == 204


# -- files


def shared(slack: Sandbox, who: str, channel: str, name: str, data: bytes = PNG) -> str:
    slack.person(who).uploads(name, data, channel=channel)
    return next(each.id for each in slack.workspace.files.values() if each.name == name)


def test_a_picture_is_shown_to_those_who_see_its_message(slack: Sandbox, browser: Browser) -> None:
    file = shared(slack, "priya", "press-office", "front page.png")
    seen = browser.get(f"/files/{file}?as=priya")
    assert (seen.status, seen.body, seen.headers["content-type"]) == (200, PNG, "image/png")
    assert seen.headers["content-disposition"] == "inline; filename*=UTF-8''front%20page.png"
    assert seen.headers["content-security-policy"].startswith("default-src 'none'; sandbox")
    saved = browser.get(f"/files/{file}?as=priya&download=1")
    assert saved.headers["content-disposition"] == "attachment; filename*=UTF-8''front%20page.png"
    assert saved.headers["content-type"] == "application/octet-stream"


@pytest.mark.parametrize("who", ["as=amara", "as=tom", "as=gone", "as=stranger", "as=", ""])
def test_a_file_is_hidden_from_everybody_else(slack: Sandbox, browser: Browser, who: str) -> None:
    file = shared(slack, "priya", "press-office", "plan.png")
    answer = browser.get(f"/files/{file}?{who}")
    assert (answer.status, answer.body) == (404, b"There is nothing here.")


def test_a_file_that_a_message_shows_as_its_picture_is_seen_by_who_sees_the_message(
    slack: Sandbox, browser: Browser
) -> None:
    file = shared(slack, "priya", "press-office", "garden.png")
    assert browser.get(f"/files/{file}?as=amara").status == 404
    picture = {"type": "image", "slack_file": {"id": file}, "alt_text": "A garden"}
    workspace = slack.workspace
    slack.on_loop(
        lambda: workspace.post(workspace.channel("general"), slack.core.app.bot_user_id, text="Look", blocks=[picture])
    )
    assert browser.get(f"/files/{file}?as=amara").status == 200


def test_a_file_is_gone_with_its_message_but_for_its_owner(slack: Sandbox, browser: Browser) -> None:
    file = shared(slack, "priya", "general", "plan.png")
    assert browser.get(f"/files/{file}?as=amara").status == 200
    priya = slack.person("priya")
    priya.deletes(priya.in_channel("general").last)
    assert [browser.get(f"/files/{file}?as={who}").status for who in ("amara", "priya")] == [404, 200]


@pytest.mark.parametrize("name", ["logo.svg", "page.html", "run.js", "notes.pdf", "no-ending"])
def test_what_could_hold_a_script_is_only_handed_over_for_saving(slack: Sandbox, browser: Browser, name: str) -> None:
    file = shared(slack, "amara", "general", name, b"<script>alert(1)</script>")
    answer = browser.get(f"/files/{file}?as=priya")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == f"attachment; filename*=UTF-8''{name}"


def test_a_hostile_file_name_stays_in_its_header(slack: Sandbox, browser: Browser) -> None:
    name = 'a"\r\nset-cookie: x=1;.png'
    file = shared(slack, "amara", "general", name)
    answer = browser.get(f"/files/{file}?as=priya")
    assert answer.headers["content-disposition"] == f"inline; filename*=UTF-8''{quote(name, safe='')}"
    assert "set-cookie" not in answer.headers


# -- what a client holds


def held(browser: Browser, who: str) -> dict[str, Json]:
    found = browser.json(f"/control/changes?as={who}")["conversations"]
    return {each["name"] or "app": each for each in found if each["name"] or each["with"]}


def test_everybody_sees_only_their_own_and_public_channels(browser: Browser) -> None:
    everybody = {"app"} if browser.json("/control/client?as=amara")["ok"] else set()
    assert set(held(browser, "amara")) == {"general", "lobby", "secret", "attic"} | everybody
    browser.json("/control/client?as=priya")
    assert set(held(browser, "priya")) == {"general", "lobby", "press-office"} | everybody
    browser.json("/control/client?as=tom")
    assert set(held(browser, "tom")) == {"general"} | everybody, "a guest sees only what they are in"


def test_unread_marks_and_notices_until_read(slack: Sandbox, browser: Browser) -> None:
    slack.person("amara").writes("Good morning", channel="general")
    slack.person("amara").writes("@priya, have you a minute?", channel="general")
    general = held(browser, "priya")["general"]
    assert (general["unread"], general["mentions"]) == (2, 1)
    news = browser.json("/control/changes?as=priya")
    assert [(each["from"], each["sentence"]) for each in news["notices"]] == [
        ("Amara Okafor", "@Priya Nair, have you a minute?")
    ]
    assert held(browser, "amara")["general"]["unread"] == 0, "nobody's own words are news to them"
    slack.run(slack.actions.read("priya", "general"))
    general = held(browser, "priya")["general"]
    assert (general["unread"], general["mentions"]) == (0, 0)
    assert browser.json("/control/changes?as=priya")["notices"] == []


def test_a_long_question_is_answered_by_the_next_change(slack: Sandbox, browser: Browser) -> None:
    version = browser.json("/control/client?as=priya")["version"]
    slack.call_soon(slack.workspace.post, slack.workspace.channel("general"), slack.workspace.person("amara").id, "Hi")
    news = browser.json(f"/control/changes?as=priya&after={version}&wait=10")
    assert news["version"] > version
    assert browser.json(f"/control/changes?as=priya&after={news['version']}&wait=0")["version"] == news["version"]


def test_two_people_begin_direct_messages(slack: Sandbox, browser: Browser) -> None:
    channel = slack.run(slack.actions.direct("amara", "priya"))["channel"]
    assert slack.run(slack.actions.direct("priya", "amara")) == {"channel": channel}
    slack.person("amara").writes("Lunch?", channel=channel)
    found = [each for each in browser.json("/control/changes?as=priya")["conversations"] if each["id"] == channel]
    assert [(each["kind"], each["unread"], each["mentions"]) for each in found] == [("im", 1, 1)]
    others = browser.json("/control/changes?as=tom")["conversations"]
    assert [each for each in others if each["id"] == channel] == []


def test_a_thread_is_read_by_itself(slack: Sandbox, browser: Browser) -> None:
    first = slack.person("amara").writes("Who is on call?", channel="general")
    slack.person("priya").writes("I am.", channel="general", thread_ts=first.ts)
    thread = browser.json(f"/control/thread?as=amara&channel=general&ts={first.ts}")["message"]
    assert (thread["text"], [each["text"] for each in thread["thread"]]) == ("Who is on call?", ["I am."])
    hidden = browser.get(f"/control/thread?as=priya&channel=secret&ts={first.ts}")
    assert hidden.status == 400


def test_one_fault_is_cleared_and_the_others_stay(slack: Sandbox, browser: Browser) -> None:
    slack.faults.set("slow", ms=1)
    slack.faults.set("error", status=503)
    connection = http.client.HTTPConnection("127.0.0.1", int(slack.url.rpartition(":")[2]), timeout=10)
    connection.request("POST", "/control/faults", json.dumps({"clear": "slow"}))
    answer = json.loads(connection.getresponse().read())
    connection.close()
    assert answer == {"ok": True, "faults": {"error": {"status": 503, "struck": 0}}}
    assert browser.json("/control/faults") == answer


def test_the_newest_traffic_alone(slack: Sandbox, browser: Browser) -> None:
    for number in range(5):
        slack.log.add("web_api", f"call.{number}", {})
    names = [each["name"] for each in browser.json("/control/log?newest=2")["entries"]]
    assert names == ["call.3", "call.4"]


def test_the_stage_door_offers_moments_in_the_persons_own_zone(slack: Sandbox, browser: Browser) -> None:
    held = browser.json("/page/moments.json?as=amara")
    assert held == {
        "moments": [{"words": words, "to": to.isoformat()} for words, to in usual_moments(_london(slack)).items()]
    }
    assert browser.get("/page/moments.json?as=nobody").status == 404


def _london(slack: Sandbox) -> datetime:
    return slack.clock.now().astimezone(LONDON)


@pytest.mark.parametrize(
    ("now", "morning", "friday"),
    [
        ("2026-03-04 08:59", "2026-03-04 09:00", "2026-03-06 10:00"),  # a Wednesday, before nine
        ("2026-03-04 09:00", "2026-03-05 09:00", "2026-03-06 10:00"),
        ("2026-03-06 09:30", "2026-03-09 09:00", "2026-03-06 10:00"),  # a Friday
        ("2026-03-06 10:00", "2026-03-09 09:00", "2026-03-13 10:00"),
        ("2026-03-28 12:00", "2026-03-30 09:00", "2026-04-03 10:00"),  # the clocks go forward on the Sunday
    ],
)
def test_without_a_host_the_moments_know_weekends(now: str, morning: str, friday: str) -> None:
    found = usual_moments(datetime.fromisoformat(now).replace(tzinfo=LONDON))
    assert {words: f"{to:%Y-%m-%d %H:%M}" for words, to in found.items()} == {
        "Next working morning, 09:00": morning,
        "Friday, 10:00": friday,
    }
