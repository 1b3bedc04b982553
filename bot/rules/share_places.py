"""Where something was shared, as a use of a story: guessed from the words of whoever asked, for the form that asks them."""

import re

from bot.rules.share_rules import Question
from storage.kinds import ShareKind, Use
from storage.share import ShareAsk

_NAMED: tuple[tuple[Use, re.Pattern[str]], ...] = (
    (
        Use.SOCIAL,
        re.compile(
            r"\b(?:linked ?in|face ?book|insta(?:gram)?|twitter|x|tweet\w*|blue ?sky|mastodon|threads|tik ?tok|you ?tube|"
            r"whats ?app|next ?door|snapchat|social media|socials|my (?:own )?(?:page|account|feed|story))\b",
            re.IGNORECASE,
        ),
    ),
    (
        Use.PRESS,
        re.compile(
            r"\b(?:press|paper|newspaper|journalist|reporter|radio|tv|television|bbc|itv|podcast|echo|gazette|herald|"
            r"chronicle|interview|conference|magazine|journal|fm)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Use.COLLEAGUES,
        re.compile(
            r"\b(?:colleagues?|slack|intranet|team meeting|staff|newsletter for us|notice ?board|our channel|teams|away day)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Use.WEBSITE,
        re.compile(
            r"\b(?:web ?site|web ?page|blog|online|leaflet|poster|flyer|hall|newsletter|brochure)\b", re.IGNORECASE
        ),
    ),
)
"""The words that name a use; the first that finds one decides."""


def told_as(ask: ShareAsk) -> Use:
    """What is chosen already in the form. Where nothing is named: a page of one's own for words, in public for what is said aloud."""
    if ask.answers.get(Question.PRESS):
        return Use.PRESS
    named = (use for use, words in _NAMED if words.search(ask.place))
    return next(named, Use.PRESS if ask.kind == ShareKind.SPEAK else Use.SOCIAL)
