"""Who the token belongs to, and the address of a web socket."""

from sandbox.records import Json
from sandbox.web_api.call import Call


def test(call: Call) -> Json:
    team, app = call.workspace.team, call.core.app
    if call.app_level:
        return {"app_name": app.name, "app_id": app.id}
    return {
        "url": team.url,
        "team": team.name,
        "user": call.bot.name,
        "team_id": team.id,
        "user_id": app.bot_user_id,
        "bot_id": app.bot_id,
        "is_enterprise_install": False,
    }


def open_connection(call: Call) -> Json:
    """A single-use address for Socket Mode."""
    if not call.core.manifest.socket_mode:
        call.problems.append("socket mode is off in the manifest")
    address = call.core.base_url.replace("http://", "ws://", 1)
    url = f"{address}/socket?ticket={call.core.new_ticket()}&app_id={call.core.app.id}"
    return {"url": f"{url}&debug_reconnects=true" if call.flag("debug_reconnects") else url}
