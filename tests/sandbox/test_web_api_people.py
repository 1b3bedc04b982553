"""The people, the team and its groups, as the Web API shows them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from slack_sdk import WebClient

from sandbox import Sandbox

Json = dict[str, Any]
Ids = Callable[[str], str]


def test_a_person(client: WebClient, slack: Sandbox, ids: Ids) -> None:
    assert client.users_info(user=ids("amara")).data == {
        "ok": True,
        "user": {
            "id": ids("amara"),
            "team_id": slack.workspace.team.id,
            "name": "amara.okafor",
            "deleted": False,
            "color": "9f69e7",
            "real_name": "Amara Okafor",
            "tz": "Europe/London",
            "tz_label": "GMT",
            "tz_offset": 0,
            "is_admin": False,
            "is_owner": False,
            "is_primary_owner": False,
            "is_restricted": False,
            "is_ultra_restricted": False,
            "profile": {
                "title": "Social worker, children's team",
                "real_name": "Amara Okafor",
                "real_name_normalized": "Amara Okafor",
                "display_name": "amara.okafor",
                "display_name_normalized": "amara.okafor",
                "status_text": "",
                "status_emoji": "",
                "status_expiration": 0,
                "team": slack.workspace.team.id,
                "email": "amara.okafor@northbank.example",
            },
            "is_bot": False,
            "is_app_user": False,
            "updated": 1772442000,
        },
    }


def test_a_guest_in_another_zone(client: WebClient, ids: Ids) -> None:
    user = client.users_info(user=ids("tom"), include_locale=True)["user"]
    shown = {key: user[key] for key in ("is_restricted", "tz", "tz_label", "tz_offset", "locale")}
    assert shown == {
        "is_restricted": True,
        "tz": "Europe/Paris",
        "tz_label": "CET",
        "tz_offset": 3600,
        "locale": "en-GB",
    }


def test_somebody_deactivated_shows_hardly_anything(client: WebClient, ids: Ids) -> None:
    user = client.users_info(user=ids("gone"))["user"]
    assert (user["deleted"], "tz" in user, "real_name" in user) == (True, False, False)


def test_the_email_address_has_a_scope_of_its_own(workspace: Any, manifest: Json) -> None:
    manifest["oauth_config"]["scopes"]["bot"].remove("users:read.email")
    with Sandbox(workspace, manifest) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        user = client.users_info(user=workspace.person("amara").id)["user"]
        assert "email" not in user["profile"]
        with pytest.raises(Exception, match="missing_scope"):
            client.users_lookupByEmail(email="amara.okafor@northbank.example")


def test_everybody_is_listed_the_bots_and_the_deactivated_too(client: WebClient) -> None:
    pages = [page.data for page in client.users_list(limit=4)]
    assert [[member["name"] for member in page["members"]] for page in pages] == [
        ["slackbot", "amara.okafor", "priya.nair", "tom.reed"],
        ["gone.girl", "close_ties"],
    ]
    bots = [member["name"] for page in pages for member in page["members"] if member["is_bot"]]
    assert bots == ["close_ties"], "Slackbot is none, as far as the API says"


@pytest.mark.parametrize("email", ["nobody@northbank.example", "gone@northbank.example"])
def test_an_address_that_leads_to_nobody(client: WebClient, email: str) -> None:
    with pytest.raises(Exception, match="users_not_found"):
        client.users_lookupByEmail(email=email)


def test_an_address_in_capitals(client: WebClient, ids: Ids) -> None:
    assert client.users_lookupByEmail(email="AMARA.OKAFOR@northbank.example")["user"]["id"] == ids("amara")


def test_presence(client: WebClient, ids: Ids) -> None:
    answers = [client.users_getPresence(user=ids(name)).data for name in ("amara", "tom")]
    assert answers == [{"ok": True, "presence": "active"}, {"ok": True, "presence": "away"}]


def test_do_not_disturb(client: WebClient, slack: Sandbox, ids: Ids) -> None:
    quiet = {"ok": True, "dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1}
    assert client.dnd_info(user=ids("amara")).data == quiet
    slack.workspace.person("amara").snoozed_until = slack.clock.now() + timedelta(hours=1)
    snoozed = {"ok": True, "dnd_enabled": True, "next_dnd_start_ts": 1772442000, "next_dnd_end_ts": 1772445600}
    assert client.dnd_info(user=ids("amara")).data == snoozed
    slack.clock.advance(3601)
    assert client.dnd_info(user=ids("amara")).data == quiet


def test_the_team_and_its_bot(client: WebClient, slack: Sandbox) -> None:
    team, app = slack.workspace.team, slack.core.app
    assert client.team_info()["team"] == {
        "id": team.id,
        "name": "Northbank Council",
        "url": "https://northbank.slack.com/",
        "domain": "northbank",
        "email_domain": "",
        "icon": {"image_default": True},
        "is_verified": False,
    }
    bot = client.bots_info(bot=app.bot_id)["bot"]
    assert (bot["name"], bot["app_id"], bot["user_id"]) == ("Close Ties", app.id, app.bot_user_id)
    with pytest.raises(Exception, match="bot_not_found"):
        client.bots_info(bot="B0NOBODY000")


def test_groups(client: WebClient, ids: Ids) -> None:
    (group,) = client.usergroups_list(include_users=True, include_count=True)["usergroups"]
    assert (group["handle"], group["users"], group["user_count"]) == ("press", [ids("priya")], 1)
    assert client.usergroups_users_list(usergroup=group["id"])["users"] == [ids("priya")]
    with pytest.raises(Exception, match="no_such_subteam"):
        client.usergroups_users_list(usergroup="S0NOBODY000")
