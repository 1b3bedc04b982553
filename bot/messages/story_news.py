"""News for the author of a story idea: an idea never vanishes, and a no comes with a reason."""

from bot.messages.message import Message
from bot.messages.mrkdwn import address, inline
from bot.messages.parts import context, quoted, section
from bot.messages.people import name, place, promised
from bot.messages.wording import stories
from storage.kinds import Recognisable
from storage.organisation import Organisation
from storage.story import StoryIdea

DECLINED = frozenset({"declined", "declined_after_all"})


def news(what: str, story: StoryIdea, organisation: Organisation, reader: str, *, link: str = "") -> Message:
    """What happened: sent_in, picked_up, declined (after all), told (`link` is to the digest). Raises KeyError for anything else."""
    officer = name(organisation, story.officer, stories.SOMEONE)
    pattern = stories.NEWS_YOURS.get(what) if story.officer == reader else None
    said = (pattern or stories.NEWS[what]).format(
        reference=story.reference, officer=officer, place=place(organisation), days=promised(organisation)
    )
    if what == "told" and link:
        said = f"{said} {stories.NEWS_LINK.format(link=address(link))}"
    if what in DECLINED:
        return _declined(said, story)
    if story.recognisable == Recognisable.NOT_ASKED and what != "told":
        return Message(f"{said} {stories.NEWS_NOT_ASKED}", [section(said), context(stories.NEWS_NOT_ASKED)])
    return Message(said, [section(said)])


def _declined(said: str, story: StoryIdea) -> Message:
    blocks, spoken = [section(said)], said
    parts = (
        (stories.NEWS_BECAUSE, stories.NEWS_SPOKEN_BECAUSE, "because", story.declined_because),
        (stories.NEWS_SUGGESTION, stories.NEWS_SPOKEN_SUGGESTION, "suggestion", story.suggestion),
    )
    for label, sentence, placeholder, text in parts:
        if text:
            blocks += [section(label), quoted(text)]
            spoken += sentence.format(**{placeholder: inline(text, 1_500)})
    return Message(spoken, blocks)
