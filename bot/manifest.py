"""The app's manifest, as Slack imports it: made from the ids that the bot answers to, so that the two cannot differ."""

import json
from typing import Any

from bot.messages.ids import Command, MessageShortcut, Shortcut

EVENTS = (
    "app_home_opened",  # App Home is drawn when it is opened
    "dnd_updated_user",  # who is not to be disturbed
    "user_change",  # whose account is switched off, and whose status says that they are away
    "app_mention",  # answered, and only the one who wrote it sees it
    "message.channels",  # in the channel where staff ask: an offer to log it
    "message.groups",  # the same where that channel is private
    "reaction_added",  # a colleague marks a message as good news: whoever wrote it is asked
    "message.im",  # a direct message to the bot gets an answer
)

SCOPES = (
    "app_mentions:read",
    "channels:history",  # after a crash: was this message posted? Read before sending again
    "channels:read",  # is the bot in its channels, and is the restricted one private?
    "chat:write",
    "commands",
    "dnd:read",  # whoever Slack is not to disturb is not asked what can wait
    "files:read",  # photos in a story idea's form
    "files:write",  # the weekly good news as files, for colleagues without Slack
    "groups:history",
    "groups:read",
    "im:history",
    "im:read",  # after a break: which direct messages may hold something that was missed?
    "im:write",
    "reactions:read",  # hearing of that mark
    "users:read",  # deactivated people and guests
)

_COMMANDS = {
    Command.MEDIA_ENQUIRY: (
        "A journalist has been in touch: tell the press office",
        "BBC, Sam Poole 020 7946 0000, 4pm today, care home",
    ),
    Command.STORY_IDEA: ("We did something good that people should hear about", "what happened, in a few words"),
    Command.PRESS_OFFICE: ("Who is there now, the rota, and being away", "who, rota, away, back"),
    Command.CAN_I_SHARE: (
        "May I share this, may I speak, or we should change something",
        "what you would like to share",
    ),
}
_SHORTCUTS = {
    Shortcut.MEDIA_ENQUIRY: ("Log a media enquiry", "A journalist has been in touch: tell the press office"),
    Shortcut.STORY_IDEA: ("Suggest a good story", "We did something good that people should hear about"),
    Shortcut.CAN_I_SHARE: ("Can I share this?", "A plain answer at once, or from the press office by a stated time"),
}
_MESSAGE_SHORTCUTS = {
    MessageShortcut.LOG: ("Log as media enquiry", "This tells of a journalist: open the form with it"),
    MessageShortcut.SUGGEST: ("Suggest as good news", "This is worth telling: open the story form with it"),
    MessageShortcut.CAN_I_SHARE: ("Can I share this?", "I would like to share this: ask with it"),
}
_ABOUT = (
    "Close Ties carries two kinds of request between the people who do social care and the communications team: a journalist "
    "has been in touch, and we did something good that people should hear about. It sees that the right lead and the right "
    "press officer know within minutes, that the person who raised it hears what happened, and that good work is told."
)


def manifest() -> dict[str, Any]:
    """The manifest. Socket Mode is on; to run with `--http`, turn it off in Slack and give your address there."""
    return {
        "display_information": {
            "name": "Close Ties",
            "description": "Ties social care and the press office together",
            "long_description": _ABOUT,
            "background_color": "#1f3a5f",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Close Ties", "always_online": True},
            "shortcuts": _shortcuts(),
            "slash_commands": [_command(command) for command in Command],
        },
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {"bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True},
            "org_deploy_enabled": False,
            "socket_mode_enabled": True,
            "token_rotation_enabled": False,
        },
    }


def as_json() -> str:
    """The manifest as the text of `manifest.json`."""
    return json.dumps(manifest(), indent=2, ensure_ascii=False) + "\n"


def _command(command: Command) -> dict[str, Any]:
    description, hint = _COMMANDS[command]
    return {"command": command.value, "description": description, "usage_hint": hint, "should_escape": False}


def _shortcuts() -> list[dict[str, Any]]:
    """Those of the lightning button, then those in a message's menu."""
    anywhere = [_shortcut(one, "global", *_SHORTCUTS[one]) for one in Shortcut]
    return anywhere + [_shortcut(one, "message", *_MESSAGE_SHORTCUTS[one]) for one in MessageShortcut]


def _shortcut(shortcut: Shortcut | MessageShortcut, kind: str, name: str, description: str) -> dict[str, Any]:
    return {"name": name, "type": kind, "callback_id": shortcut.value, "description": description}
