"""Socket Mode as an app's socket sees it: tickets, hello, one envelope to one connection, acks, partings and retries."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from slack_sdk import WebClient
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from sandbox import Sandbox
from sandbox.records import Json
from sandbox.workspace import Workspace


def address(slack: Sandbox) -> str:
    client = WebClient(token=slack.app_token, base_url=slack.api_url, retry_handlers=[])
    return str(client.apps_connections_open(app_token=slack.app_token)["url"])


def heard(socket: ClientConnection, seconds: float = 10) -> Json:
    said: Json = json.loads(socket.recv(timeout=seconds))
    return said


@contextmanager
def joined(slack: Sandbox) -> Iterator[ClientConnection]:
    with connect(address(slack), close_timeout=1) as socket:
        assert heard(socket)["type"] == "hello"
        yield socket


def ack(socket: ClientConnection, envelope: Json, payload: Json | None = None) -> None:
    answer = {"envelope_id": envelope["envelope_id"]}
    socket.send(json.dumps(answer | ({"payload": payload} if payload else {})))


def in_background(work: Callable[..., Any], *arguments: Any) -> Future[Any]:
    pool = ThreadPoolExecutor(1)
    future = pool.submit(work, *arguments)
    pool.shutdown(wait=False)
    return future


def test_hello_says_how_many_connections_there_are(slack: Sandbox) -> None:
    with connect(address(slack)) as first, connect(address(slack) + "&debug_reconnects=true") as second:
        host = {"host": "applink-sandbox-1", "build_number": 1}
        app = {"app_id": slack.core.app.id}
        assert heard(first) == {
            "type": "hello",
            "num_connections": 1,
            "debug_info": {**host, "approximate_connection_time": 18060},
            "connection_info": app,
        }
        assert heard(second) == {
            "type": "hello",
            "num_connections": 2,
            "debug_info": {**host, "approximate_connection_time": 360},
            "connection_info": app,
        }


def test_a_ticket_opens_one_connection(slack: Sandbox) -> None:
    url = address(slack)
    with connect(url) as socket:
        assert heard(socket)["type"] == "hello"
        for spent_or_unknown in (url, f"{url.split('?')[0]}?ticket=made-up"):
            with pytest.raises(InvalidStatus), connect(spent_or_unknown):
                pass


def test_a_command_as_an_envelope_and_its_ack(slack: Sandbox, ids: Callable[[str], str]) -> None:
    with joined(slack) as socket:
        typing = in_background(slack.person("amara").types, "/media-enquiry  BBC & co ", "general")
        envelope = heard(socket)
        payload = envelope.pop("payload")
        assert {**envelope, "envelope_id": "…"} == {
            "envelope_id": "…",
            "type": "slash_commands",
            "accepts_response_payload": True,
        }
        assert payload.pop("response_url").startswith(f"{slack.url}/commands/{slack.workspace.team.id}/")
        assert len(payload.pop("trigger_id").split(".")) == 3
        assert payload == {
            "token": slack.core.app.verification_token,
            "team_id": slack.workspace.team.id,
            "team_domain": "northbank",
            "channel_id": ids("#general"),
            "channel_name": "general",
            "user_id": ids("amara"),
            "user_name": "amara.okafor",
            "command": "/media-enquiry",
            "text": "BBC & co",
            "api_app_id": slack.core.app.id,
            "is_enterprise_install": "false",
        }
        ack(socket, {"envelope_id": "unknown"})
        socket.send("not json")
        ack(socket, envelope, {"text": "Noted &amp; _kept_."})
        assert typing.result(10) == "Noted & kept."


def test_each_envelope_goes_to_one_connection_in_turn(slack: Sandbox) -> None:
    amara = slack.person("amara")
    with joined(slack) as first, joined(slack) as second:
        for socket in (first, second, first):
            typing = in_background(amara.types, "/media-enquiry", "general")
            ack(socket, heard(socket))
            assert typing.result(10) == ""
        with pytest.raises(TimeoutError):
            second.recv(timeout=0)


def test_without_a_connection_the_command_fails(slack: Sandbox) -> None:
    shown = slack.person("amara").types("/media-enquiry", channel="general")
    assert shown == '/media-enquiry failed with the error "dispatch_failed"'


def test_without_an_ack_in_time_the_person_sees_slacks_error(workspace: Workspace, manifest: Json) -> None:
    with Sandbox(workspace, manifest, ack_seconds=0.05) as slack, joined(slack) as socket:
        shown = slack.person("amara").types("/media-enquiry", channel="general")
        assert shown == '/media-enquiry failed with the error "operation_timeout"'
        ack(socket, heard(socket), {"text": "too late"})
        assert slack.person("amara").in_channel("general").messages == []
        assert [entry.problems for entry in slack.log if entry.kind == "socket"] == [["no ack: timeout"]]


def test_a_lost_ack_looks_like_silence_to_the_person(slack: Sandbox) -> None:
    slack.faults.set("lose_ack", times=1)
    with joined(slack) as socket:
        typing = in_background(slack.person("amara").types, "/media-enquiry", "general")
        ack(socket, heard(socket))
        assert typing.result(10) == '/media-enquiry failed with the error "operation_timeout"'


def test_at_most_ten_connections(slack: Sandbox) -> None:
    with ExitStack() as ten:
        for _ in range(10):
            ten.enter_context(joined(slack))
        eleventh = ten.enter_context(connect(address(slack)))
        assert heard(eleventh) == {
            "type": "disconnect",
            "reason": "too_many_websockets",
            "debug_info": {"host": "applink-sandbox-1"},
        }
        with pytest.raises(ConnectionClosed):
            eleventh.recv(timeout=10)


def test_warning_then_refresh(slack: Sandbox) -> None:
    with joined(slack) as socket:
        slack.run(slack.dispatcher.sockets.warn())
        assert heard(socket)["reason"] == "warning"
        typing = in_background(slack.person("amara").types, "/media-enquiry", "general")
        ack(socket, heard(socket))  # until it is closed it goes on getting what comes
        assert typing.result(10) == ""
        slack.run(slack.dispatcher.sockets.refresh())
        assert heard(socket)["reason"] == "refresh_requested"
        with pytest.raises(ConnectionClosed):
            socket.recv(timeout=10)


def test_cut_and_refused_sockets(slack: Sandbox) -> None:
    with joined(slack) as socket:
        slack.faults.set("cut_socket")
        with pytest.raises(ConnectionClosed):
            socket.recv(timeout=10)
    slack.faults.set("refuse_socket", times=1)
    with pytest.raises(InvalidStatus), connect(address(slack)):
        pass
    with joined(slack):
        assert slack.dispatcher.sockets.connections == 1


def test_an_event_without_ack_is_tried_three_times_more(workspace: Workspace, manifest: Json) -> None:
    with Sandbox(workspace, manifest, ack_seconds=0.05) as slack, joined(slack) as socket:
        slack.person("amara").writes("Hello", channel="general")
        tries = [heard(socket), heard(socket)]
        slack.clock.advance(60)
        tries.append(heard(socket))
        slack.clock.advance(300)
        tries.append(heard(socket))
        assert [(each["retry_attempt"], each["retry_reason"]) for each in tries] == [
            (0, ""),
            (1, "timeout"),
            (2, "timeout"),
            (3, "timeout"),
        ]
        assert {each["payload"]["event_id"] for each in tries} == {tries[0]["payload"]["event_id"]}
        assert len({each["envelope_id"] for each in tries}) == 4
        slack.clock.advance(3600)
        with pytest.raises(TimeoutError):
            socket.recv(timeout=0.2)


def test_an_acked_event_is_not_tried_again_and_can_be_doubled(workspace: Workspace, manifest: Json) -> None:
    slack_clock = workspace.clock
    with Sandbox(workspace, manifest, ack_seconds=0.05) as slack, joined(slack) as socket:
        slack.faults.set("duplicate_event", times=1)
        slack.person("amara").writes("Hello", channel="general")
        first = heard(socket)
        ack(socket, first)
        second = heard(socket)
        ack(socket, second)
        assert first["payload"] == second["payload"] and first["envelope_id"] != second["envelope_id"]
        slack_clock.advance(3600)
        with pytest.raises(TimeoutError):
            socket.recv(timeout=0.2)
