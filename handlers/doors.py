"""In by one's own words: a direct message, a mention, the intake channel, and a message's own menu. Nothing is answered in public."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.desk import doors, reactions, told
from bot.desk.doors import Written
from bot.desk.kept import Kept
from bot.messages import doors as messages
from bot.messages import enquiry_form, story_form
from bot.messages.ids import Action, Command, MessageShortcut
from bot.messages.message import Message
from bot.rules.intake_table import Reads
from bot.rules.links import link_to
from bot.rules.pictures import pictures_in
from bot.rules.story_form import MOST_PICTURES, Carried
from bot.rules.story_understanding import story_in
from bot.rules.thread_notes import WRITTEN
from bot.rules.understanding import understand
from bot.rules.understanding_text import heard
from bot.slack_errors import NETWORK_ERRORS
from handlers import threads, trouble
from handlers.door import WEBHOOK_TIMEOUT, Call, Kind, Route
from handlers.opening import OpenWith, form_failed

KEPT = "kept:"
"""Before the id of the words that an enquiry's form began with, in what the form carries."""

Reader = Callable[[Call], bool]
"""Looks at something that was written. True: it was meant for this reader, who has dealt with it, and no other looks."""


# -- what was written


def written_to(call: Call) -> None:
    """A message: the first reader that recognises it deals with it. Edits and deletions are followed; bots are not someone writing."""
    event = call.event
    follow = threads.FOLLOWS.get(str(event.get("subtype")))
    if follow is not None:
        follow(call)
    elif not event.get("bot_id") and event.get("subtype") in WRITTEN:
        any(reader(call) for reader in READERS)
    call.ack()


def written_of(call: Call) -> Written:
    """What was written, and where."""
    event = call.event
    return Written(
        person=call.person,
        text=str(event.get("text") or ""),
        channel=str(event.get("channel", "")),
        ts=str(event.get("ts", "")),
        thread_ts=str(event.get("thread_ts") or ""),
        files=pictures_in(event),
    )


def tells_us(call: Call) -> bool:
    """To the bot itself."""
    if call.is_direct:
        told.directly(call.desk, written_of(call))
    return call.is_direct


def tells_the_intake_channel(call: Call) -> bool:
    """Words at the top level of the intake channel. A mention of the bot is answered as a mention."""
    event, text = call.event, _text(call)
    if event.get("channel") != call.desk.organisation.intake_channel or event.get("thread_ts") or not text.strip():
        return False
    if not _mentions_us(call):
        doors.noticed(call.desk, written_of(call))
    return True


READERS: tuple[Reader, ...] = (threads.is_in_a_thread_of_ours, tells_us, tells_the_intake_channel)
"""Who looks at a message, in this order."""


def mentioned(call: Call) -> None:
    """The bot was named in a channel."""
    if not call.event.get("bot_id") and call.person:
        doors.mentioned(call.desk, written_of(call))
    call.ack()


def _mentions_us(call: Call) -> bool:
    return any(f"<@{user}>" in _text(call) for user in _ours(call))


def _ours(call: Call) -> list[str]:
    """The bot, as people see it who mention it or mark what it wrote."""
    return [str(one.get("user_id")) for one in call.body.get("authorizations") or [] if one.get("is_bot")]


def _text(call: Call) -> str:
    return str(call.event.get("text") or "")


# -- opening a form with it


def open_enquiry(call: Call) -> None:
    """Log it, and the button of an answer: the form, with what was written."""
    _open_with_what_is_kept(call, Command.MEDIA_ENQUIRY, lambda _: _enquiry_form)


def open_story(call: Call) -> None:
    """Suggest as good news, from an offer or an answer, or because a colleague thought so."""
    words_id = call.value.split()[0]
    _open_with_what_is_kept(call, Command.STORY_IDEA, lambda kept: _story_form(kept.files, written_at(call), words_id))


def _open_with_what_is_kept(call: Call, command: Command, form: Callable[[Kept], OpenWith]) -> None:
    """The words are read from where they are kept, so that it does not matter whether the message still stands; and kept on."""
    call.ack()

    def job() -> None:
        kept = doors.kept_of(call.desk, call.value.split()[0], person=call.person)
        _open(call, command, kept.words, form(kept))

    call.later(job, trouble.say_afterwards(call))


def log_message(call: Call) -> None:
    """Log as media enquiry, in a message's menu."""
    _open_with_the_message(call, Command.MEDIA_ENQUIRY, _enquiry_form)


def suggest_message(call: Call) -> None:
    """Suggest as good news, in a message's menu; its pictures come along."""
    pictures = pictures_in(call.body.get("message") or {})
    _open_with_the_message(call, Command.STORY_IDEA, _story_form(pictures, written_at(call)))


def _open_with_the_message(call: Call, command: Command, open_with: OpenWith) -> None:
    call.ack()
    words = heard(words_of(call.body.get("message") or {}))
    call.later(lambda: _open(call, command, words, open_with), trouble.say_afterwards(call))


def words_of(message: dict[str, Any]) -> str:
    """The words of a message, and of the messages that it passes on."""
    passed_on = (each.get("text") or each.get("fallback") for each in message.get("attachments") or [])
    return "\n".join(str(words) for words in (message.get("text"), *passed_on) if words)


def _open(call: Call, command: Command, words: str, open_with: OpenWith) -> None:
    try:
        open_with(call, words)
    except (SlackApiError, *NETWORK_ERRORS) as error:
        form_failed(call, error, command, words)


def _enquiry_form(call: Call, words: str) -> None:
    typed = understand(words).typed
    carried = _carried(call)
    form = enquiry_form.view(
        call.desk.organisation, call.person, typed, private_metadata=carried, link=link_of(carried)
    )
    call.open(form)


def _story_form(pictures: tuple[str, ...], written_at: str, words_id: str = "") -> OpenWith:
    """The form with what was understood, the message's pictures, and where it stands. `words_id`: of the kept words that it begins with."""
    channel, ts, *_ = [*written_at.split(), "", ""]
    files = pictures[:MOST_PICTURES]
    carried = Carried(channel=channel, ts=ts, link=link_of(written_at), files=files, words_id=words_id)

    def open_with(call: Call, words: str) -> None:
        told = call.desk.organisation
        call.open(story_form.drawn(told, call.person, replace(story_in(words, told), photos=files, carried=carried)))

    return open_with


def written_at(call: Call) -> str:
    """Where the message stands, "CHANNEL TS" and its thread's; "" where nobody but its author can look."""
    if call.body.get("type") == "message_action":
        thread = str(call.body["message"].get("thread_ts") or "")
        return f"{call.body['channel']['id']} {call.body['message_ts']} {thread}".strip()
    return " ".join(call.value.split()[1:])


def link_of(metadata: str) -> str:
    """The link to the message that a form was opened from, out of what the form carries; "" where it carries nothing."""
    where = [one for one in metadata.split() if not one.startswith(KEPT)]
    channel, ts, thread_ts = (where + [""] * 3)[:3]
    return link_to(channel, ts, thread_ts) if ts else ""


def words_of_form(metadata: str) -> str:
    """The id of the words that a form began with, out of what the form carries; "" where it began with none."""
    return next((one.removeprefix(KEPT) for one in metadata.split() if one.startswith(KEPT)), "")


def _carried(call: Call) -> str:
    """Where the message stands; and from a button, whose words they are that it began with."""
    kept = [] if call.body.get("type") == "message_action" else [f"{KEPT}{call.value.split()[0]}"]
    return " ".join([*kept, written_at(call)]).strip()


# -- offers


def not_now(call: Call) -> None:
    """The offer goes away; the next message may bring another."""
    call.ack()
    call.later(lambda: _instead_of_the_offer(call, None), trouble.unheard)


def never(call: Call) -> None:
    """Not this kind again, and how to have it back."""
    reads = Reads(call.value)
    doors.never_offer(call.desk, reads, person=call.person)
    call.ack()
    call.later(lambda: _instead_of_the_offer(call, messages.not_again(reads)), trouble.unheard)


def _instead_of_the_offer(call: Call, message: Message | None) -> None:
    """What one person sees in a channel can be changed only through the address that comes with pressing it."""
    offer = WebhookClient(call.body["response_url"], timeout=WEBHOOK_TIMEOUT, retry_handlers=[])
    if message is None:
        offer.send(delete_original=True)
    else:
        offer.send(text=message.text, blocks=message.blocks, replace_original=True)


# -- a reaction


def reacted(call: Call) -> None:
    """A colleague marked a message: whoever wrote it may be asked."""
    event, item = call.event, call.event.get("item") or {}
    author = str(event.get("item_user") or "")
    if item.get("type") == "message" and author not in _ours(call):
        reaction = str(event.get("reaction") or "")
        reactions.reacted(call.desk, reaction, author, str(item.get("channel")), str(item.get("ts")))
    call.ack()


def no_thanks(call: Call) -> None:
    """Nothing happens with the message."""
    _answered(call, reactions.Answer.NO)


def never_again(call: Call) -> None:
    """Nor is the person asked about another one."""
    _answered(call, reactions.Answer.NEVER)


def _answered(call: Call, answer: reactions.Answer) -> None:
    channel, ts = call.value.split()
    reactions.answered(call.desk, channel, ts, answer, person=call.person)
    call.ack()


ROUTES = [
    Route(Kind.EVENT, "message", written_to),
    Route(Kind.EVENT, "app_mention", mentioned),
    Route(Kind.ACTION, Action.DOOR_ENQUIRY, open_enquiry),
    Route(Kind.ACTION, Action.DOOR_STORY, open_story),
    Route(Kind.ACTION, Action.OFFER_NOT_NOW, not_now),
    Route(Kind.ACTION, Action.OFFER_NEVER, never),
    Route(Kind.EVENT, "reaction_added", reacted),
    Route(Kind.ACTION, Action.REACTED_YES, open_story),
    Route(Kind.ACTION, Action.REACTED_NO, no_thanks),
    Route(Kind.ACTION, Action.REACTED_NEVER, never_again),
    Route(Kind.SHORTCUT, MessageShortcut.LOG, log_message),
    Route(Kind.SHORTCUT, MessageShortcut.SUGGEST, suggest_message),
]
