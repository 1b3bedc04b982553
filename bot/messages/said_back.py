"""What is said back to an answer in words: how it was understood, why not, or which one was meant. It quotes nothing."""

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.messages import refusals, why
from bot.messages.call import when_words
from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import in_words, inline, moment, telephone
from bot.messages.parts import Element, actions, button, section
from bot.messages.people import duty, name
from bot.messages.wording import answers as words
from bot.rules.asked_about import AskedAbout, Referenced, is_about_enquiry
from bot.rules.nudge_answers import Answer
from bot.rules.reasons import Reason, Refused
from storage.call_request import CallRequest
from storage.kinds import Step
from storage.nudge import Nudge
from storage.organisation import Organisation


def understood(
    answer: Answer,
    nudge: Nudge,
    about: AskedAbout,
    call: CallRequest | None,
    organisation: Organisation,
    now: datetime,
) -> Message:
    """What was done. A snooze can be undone while it lasts."""
    if answer == Answer.WHY:
        return _plain(" ".join(why.reasons(nudge, about, organisation)))
    if answer == Answer.UNDO or (answer == Answer.SNOOZE and nudge.snoozed_until is None):
        return _plain(words.UNDONE.format(reference=about.reference))
    if answer == Answer.ON_IT and nudge.snoozed_until is None:
        return _plain(words.ON_IT_NOW.format(reference=about.reference))
    said, shown = (_sentence(answer, nudge, about, call, organisation, spoken=spoken) for spoken in (True, False))
    return Message(said, [section(shown), *actions(_undo(answer, nudge, about, now))])


def _sentence(
    answer: Answer,
    nudge: Nudge,
    about: AskedAbout,
    call: CallRequest | None,
    organisation: Organisation,
    *,
    spoken: bool,
) -> str:
    at = nudge.snoozed_until or nudge.due_at
    number = call.number if call else ""
    sentences = words.SAID if is_about_enquiry(nudge) else {**words.SAID, **words.SAID_BESIDE}
    return sentences[answer].format(
        reference=about.reference,
        moment=(in_words if spoken else moment)(at, organisation.calendar.zone),
        who=name(organisation, about.enquiry.lead if about.enquiry else None, words.WHO_OTHER),
        phone=inline(number) if spoken else telephone(number),
        when=when_words(call, organisation, spoken=spoken, soon=words.SAID_SOON) if call else words.SAID_SOON,
    )


def _undo(answer: Answer, nudge: Nudge, about: Referenced, now: datetime) -> list[Element]:
    still = answer == Answer.SNOOZE and nudge.snoozed_until is not None and nudge.snoozed_until > now
    return [button(Action.NUDGE_UNSNOOZE, words.UNDO, nudge.id, about.reference)] if still else []


def refused(reason: Reason, by: str, limit: int, about: Referenced, organisation: Organisation) -> Message:
    """Why it was not done, in the sentence that anybody gets."""
    facts: dict[str, object] = {"by": by} if by else {}
    if limit:
        facts["limit"] = datetime.fromtimestamp(limit, UTC)
    sentence = refusals.sentence(Refused(reason, **facts), organisation)
    return _plain(words.REFUSED.format(reference=about.reference, sentence=sentence))


def which(asked: Sequence[tuple[Nudge, Referenced]], words_id: str) -> Message:
    """Several may be meant: each with a button."""
    lines = [(_what(nudge, about), nudge, about) for nudge, about in asked]
    blocks = [section(f"*{words.WHICH}*")]
    for said, nudge, about in lines:
        this = button(Action.ANSWER_WHICH, words.WHICH_THIS, f"{nudge.id} {words_id}", about.reference)
        blocks.append(section(said, this))
    return Message(" ".join([words.WHICH, *(f"{said}." for said, _, _ in lines)]), blocks)


def _what(nudge: Nudge, about: Referenced) -> str:
    asked = words.ASKED.get(Step(nudge.step), words.ASKED_SERVICE)
    return words.WHICH_ONE.format(reference=about.reference, what=asked)


def nothing_waits(organisation: Organisation) -> Message:
    """Nothing was asked of them."""
    return _plain(words.NOTHING_WAITS.format(duty=duty(organisation)))


def unsure(about: Referenced, *, done: bool) -> Message:
    """Nothing was done, and how it can be said."""
    return _plain(words.UNSURE_DONE.format(reference=about.reference) if done else words.UNSURE)


def _plain(said: str) -> Message:
    return Message(said, [section(said)])
