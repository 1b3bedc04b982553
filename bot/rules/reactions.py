"""A reaction that the organisation agreed on: where it asks whoever wrote a message whether it is good news."""

import re

from storage.organisation import Organisation

EMOJI = re.compile(r"[a-z0-9_'+\-]{1,100}")
"""An emoji's name, as Slack has it."""


def suggests(reaction: str, author: str, channel: str, organisation: Organisation) -> bool:
    """Whether this reaction asks the author of a message there. Nobody is asked about what the press office works on or has posted."""
    if not author or not organisation.good_news_reaction or not channel.startswith(("C", "G")):
        return False
    if channel in {organisation.triage_channel, organisation.restricted_channel}:
        return False
    posts = channel == organisation.good_news_channel and organisation.is_press_office(author)
    return not posts and reaction.partition("::")[0] == organisation.good_news_reaction
