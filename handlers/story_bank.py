"""Stories asked for after the command, answered privately: the bank, a search, one by its reference, how the promise is kept."""

from typing import Any

from bot.desk import balance, story_answers, story_bank
from bot.messages import balance as balance_messages
from bot.messages import fairness, story_list
from bot.messages.ids import Action
from bot.messages.message import Message
from bot.rules.deeds import Deed
from bot.rules.permissions import allowed
from bot.rules.reasons import Reason, Refused
from bot.rules.story_bank import AskedStories, StoriesAsked, names_any, no_such_story, read_stories_asked
from handlers import agreements, enquiry_page, story_page, trouble
from handlers.door import Call, Kind, Route


def asked_to_see(call: Call) -> bool:
    """Answer `list`, `find`, `promise` and a reference; False where the words are something else."""
    asked = read_stories_asked(call.words)
    if asked is None or not _is_of_the_bank(call, asked):
        return False
    if asked.asked == AskedStories.ONE:
        enquiry_page.open_form(call, lambda: _one(call, asked.story_id))
    elif asked.asked == AskedStories.AGREEMENTS:
        agreements.see(call)
    elif asked.asked == AskedStories.PROMISE:
        call.answer(story_list.promise(story_bank.promise(call.desk), call.desk.organisation))
    elif asked.asked == AskedStories.FAIRNESS:
        call.answer(fairness.answer(balance.heard(call.desk, person=call.person)))
    elif asked.asked == AskedStories.BALANCE:
        call.answer(balance_messages.answer(balance.cells(call.desk, person=call.person)))
    elif asked.asked == AskedStories.FIND and not asked.words:
        call.answer(story_list.find_what())
    else:
        call.answer(_answer(call, asked))
    return True


def _answer(call: Call, asked: StoriesAsked, start: int = 0, kept: str = "") -> Message:
    page, readable = story_bank.page_of(
        call.desk, asked, person=call.person, start=start, most=story_list.MOST, themes=story_list.THEMES
    )
    if page.more and asked.words and not kept:
        kept = story_bank.keep_looked_for(call.desk, asked.words, person=call.person)
    office = allowed(Deed.SEE_BANK, call.person, call.desk.organisation)
    narrow = bool(asked.words) and asked.asked == AskedStories.LIST
    return story_list.answer(
        asked.asked, page, call.desk.organisation, office=office, readable=readable, kept=kept, narrow=narrow
    )


def _is_of_the_bank(call: Call, asked: StoriesAsked) -> bool:
    """`list` narrowed by words that name no service and no theme is the title of something."""
    narrow = asked.asked == AskedStories.LIST and bool(asked.words)
    return not narrow or names_any(asked.words, call.desk.organisation, story_list.THEMES)


def _one(call: Call, story_id: int) -> dict[str, Any]:
    """The page of a story whose number was typed. One that there is not is said so, with what helps."""
    try:
        return story_page.page(call, story_id)
    except Refused as refused:
        if refused.reason != Reason.NOT_FOUND:
            raise
        raise no_such_story(story_id) from None


def turned(call: Call) -> None:
    """More, or Back: the list is drawn anew where it stands, from the records as they are now."""
    asked, start, kept = call.value.split(":")
    words = story_bank.looked_for(call.desk, kept, person=call.person) if kept else ""
    answer = _answer(call, StoriesAsked(AskedStories(asked), words=words), int(start), kept)
    call.ack()
    call.later(lambda: call.replace(answer), trouble.say_afterwards(call))


def asked_afresh(call: Call) -> None:
    """Use beside a headline, on a story's page or on an enquiry's: everyone in it is to be asked anew."""
    story_id, _, enquiry = call.value.partition(":")
    beside = int(enquiry) if enquiry else None
    story_answers.ask_afresh(call.desk, int(story_id), beside=beside, person=call.person)
    if beside is None:
        story_page.done(call, int(story_id))
    else:
        enquiry_page.done(call, beside)


ROUTES = [
    Route(Kind.ACTION, Action.STORIES_MORE, turned),
    Route(Kind.ACTION, Action.STORIES_BACK, turned),
    Route(Kind.ACTION, Action.STORY_AFRESH, asked_afresh),
]
