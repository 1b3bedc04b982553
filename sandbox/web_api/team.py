"""The team itself, its bots and its user groups."""

from sandbox.records import Json, Usergroup
from sandbox.shapes import seconds_of
from sandbox.web_api.call import Call, SlackError


def team_info(call: Call) -> Json:
    team = call.workspace.team
    known = {"id": team.id, "name": team.name, "url": team.url, "domain": team.domain}
    return {"team": {**known, "email_domain": "", "icon": {"image_default": True}, "is_verified": False}}


def bots_info(call: Call) -> Json:
    app = call.core.app
    if call.required("bot") != app.bot_id:
        raise SlackError("bot_not_found")
    bot = {"id": app.bot_id, "deleted": False, "name": app.name, "updated": call.bot.updated, "app_id": app.id}
    return {"bot": {**bot, "user_id": app.bot_user_id, "icons": {}}}


def usergroups_list(call: Call) -> Json:
    with_disabled = call.flag("include_disabled")
    groups = [group for group in call.workspace.usergroups.values() if with_disabled or not group.disabled]
    return {"usergroups": [_shown(call, group) for group in groups]}


def _shown(call: Call, group: Usergroup) -> Json:
    answer = {
        "id": group.id,
        "team_id": call.workspace.team.id,
        "is_usergroup": True,
        "is_subteam": True,
        "name": group.name,
        "description": group.description,
        "handle": group.handle,
        "is_external": False,
        "date_create": 0,
        "date_update": 0,
        "date_delete": seconds_of(call.core.clock.now()) if group.disabled else 0,
        "auto_type": None,
        "prefs": {"channels": [], "groups": []},
    }
    if call.flag("include_count"):
        answer["user_count"] = len(group.members)
    if call.flag("include_users"):
        answer["users"] = list(group.members)
    return answer


def usergroups_users_list(call: Call) -> Json:
    group = call.workspace.usergroups.get(call.required("usergroup"))
    if group is None or (group.disabled and not call.flag("include_disabled")):
        raise SlackError("no_such_subteam")
    return {"users": list(group.members)}
