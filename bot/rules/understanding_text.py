"""What people wrote, as they would read it: Slack's marks for names, channels, links and escapes undone."""

import re

from bot.rules.privacy import refusals

LEFT_OUT = "(left out)"
"""Stands where a supported person's details stood."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # no database keeps these
_MENTION = re.compile(r"<[@!](?:subteam\^)?[A-Z0-9a-z]+(?:\|[^<>]*)?>[,:]?")
_CHANNEL = re.compile(r"<#[A-Z0-9]+(?:\|([^<>]*))?>")
_LABELLED = re.compile(r"<(?:https?|mailto|tel):[^<>|]*\|([^<>]*)>")
_LINK = re.compile(r"<(?:mailto:|tel:)?([^<>|\s]+)>")
_BLANKS = re.compile(r"[ \t\u00a0]+")


def plain_words(text: str) -> str:
    """The text of a message without Slack's marks. Whoever it mentions is dropped: Slack gives an id, no name."""
    words = _MENTION.sub("", _UNSTORABLE.sub("", text))
    words = _CHANNEL.sub(lambda found: f"#{found[1]}" if found[1] else "", words)
    words = _LINK.sub(r"\1", _LABELLED.sub(r"\1", words))
    words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    words = words.replace("\u2019", "'").replace("\u2018", "'")
    return "\n".join(_BLANKS.sub(" ", line).strip(" ") for line in words.splitlines()).strip()


def without_personal_data(words: str) -> str:
    """The words without what looks like the details of a person we support; where they stood, it says so."""
    for found in reversed(refusals(words)):
        words = words[: found.start] + LEFT_OUT + words[found.end :]
    return words


def heard(text: str) -> str:
    """What we keep of a message: its plain words, without anybody's details."""
    return without_personal_data(plain_words(text))
