"""There are words for everything, every placeholder is filled, and no word is one that our readers would not use."""

import re
from collections.abc import Mapping
from types import ModuleType

from bot.messages.wording import (
    absences,
    answers,
    consents,
    digest,
    doors,
    easy_read,
    elections,
    enquiries,
    first_run,
    forms,
    freedom,
    house,
    lines,
    names,
    nudges,
    people,
    preflight,
    privacy,
    refusals,
    responses,
    rota,
    settings,
    sharing,
    statements,
    stories,
    story_answers,
    story_bank,
    story_follow,
    story_sending,
    summaries,
    tasks,
    working,
)
from bot.rules.deeds import Deed
from bot.rules.nudge_policy import ENQUIRY_STEPS, STORY_STEPS
from bot.rules.reasons import Reason
from storage.kinds import DeliveryKind, Mark, Outcome, Recognisable, Status, Step, StoryStatus, Use
from tests.messages.everything import messages, objects, views
from tests.messages.samples import organisation

HOUSES: tuple[ModuleType, ...] = (
    consents,
    easy_read,
    answers,
    digest,
    doors,
    elections,
    enquiries,
    first_run,
    forms,
    freedom,
    house,
    lines,
    names,
    nudges,
    people,
    preflight,
    privacy,
    refusals,
    responses,
    settings,
    sharing,
    rota,
    absences,
    statements,
    stories,
    story_answers,
    story_bank,
    story_follow,
    summaries,
    working,
    tasks,
    story_sending,
)
CONSENT_DEEDS = {
    Deed.RECORD_CONSENT,
    Deed.CHANGE_CONSENT,
    Deed.RENEW_CONSENT,
    Deed.REMOVE_CONSENT,
    Deed.WITHDRAW_CONSENT,
    Deed.TAKE_OUT,
    Deed.ASK_CONSENT_AGAIN,
    Deed.LET_CONSENT_END,
    Deed.STILL_AGREES,
    Deed.TAKE_DOWN,
    Deed.HAND_TAKE_DOWN,
}
ANSWER_DEEDS = {
    Deed.ASK_AUTHOR,
    Deed.ASK_ONCE_MORE,
    Deed.GO_ON_WITHOUT,
    Deed.ANSWER_QUESTION,
    Deed.ASK_AFRESH,
    Deed.TELL_HERE,
    Deed.LOOK_TOO,
    Deed.JOIN_STORIES,
}
STORY_DEEDS = (
    ANSWER_DEEDS | CONSENT_DEEDS | {Deed.SEND_IN, Deed.PICK_UP, Deed.DECLINE, Deed.CHANGE_STORY, Deed.WITHDRAW_STORY}
)
SHARE_DEEDS = {
    Deed.ASK_SHARE,
    Deed.READ_SHARE,
    Deed.ANSWER_SHARE,
    Deed.MARK_SHARED,
    Deed.TAKE_BACK_SHARE,
    Deed.RAISE_RULE,
    Deed.READ_RULE,
    Deed.ANSWER_RULE,
    Deed.SET_SHARE_RULES,
}
UNTOLD_DEEDS = {
    Deed.READ,
    Deed.READ_STORY,
    Deed.EXPLAIN_CONSENT,
    Deed.KEEP_DRAFT,
    Deed.SET_THEME,
    Deed.SEE_BALANCE,
    Deed.SEE_BANK,
    Deed.SET_UP,
    Deed.SET_PRE_ELECTION,
    Deed.KEEP_ROTA,
    Deed.KEEP_DIGEST,
    Deed.PAUSE_GOOD_NEWS,
    Deed.READ_LINES,
    Deed.RETIRE_LINE,
    Deed.REVIEW_LINE,
    Deed.USE_LINE,
}
JARGON = re.compile(
    r"\b(?i:escalat|payload|modal|invalid|error|failed|submit|user|database|transaction|stakeholder|utili[sz]e)|\b(?:ASAP|ETA|FYI|SLA)\b"
)


def sentences() -> list[str]:
    """Every sentence in the wording."""
    found: list[str] = []
    for module in HOUSES:
        for name, value in vars(module).items():
            if name.isupper() and isinstance(value, str):
                found.append(value)
            elif name.isupper() and isinstance(value, Mapping):
                found += [str(one) for one in value.values()]
    return found


def test_every_word_of_the_records_has_words_for_people() -> None:
    assert set(refusals.SENTENCE) == set(Reason)
    assert set(nudges.ASK) == ENQUIRY_STEPS | STORY_STEPS  # others are asked by messages of their own
    assert set(nudges.STORY_WHY) == {Step.STORY_ANSWER, Step.STORY_HEAD}
    assert set(names.STATUS) == set(Status) == set(enquiries.HOME_ASKED)
    assert set(names.OUTCOME) == set(Outcome)
    assert set(names.MARK) == set(Mark)
    assert set(names.STORY_STATUS) == set(StoryStatus)
    assert set(names.RECOGNISABLE) == set(Recognisable)
    assert set(names.USE) == set(Use)
    assert set(names.DELIVERY) == set(DeliveryKind)


def test_every_deed_that_is_told_has_a_line() -> None:
    assert {deed for deed in Deed if deed in enquiries.LINE} == set(Deed) - STORY_DEEDS - UNTOLD_DEEDS - SHARE_DEEDS
    assert {deed for deed in Deed if deed in stories.LINE} == STORY_DEEDS | {Deed.AMEND}


def test_every_placeholder_is_filled() -> None:
    told = organisation()
    said = [message.text for _, message in messages("x", told)]
    payloads: list[object] = [message.blocks for _, message in messages("x", told)]
    payloads += [view for _, view in views("x", told)]
    said += [one["text"] for payload in payloads for one in objects(payload) if isinstance(one.get("text"), str)]
    tokens = re.compile(r"<!date\^\d+\^[^|]*\|")
    assert [one for one in said if "{" in tokens.sub("", one)] == []


def test_labels_fit_their_places() -> None:
    long_choices = [
        one
        for table in (names.OUTCOME, names.MARK, names.RECOGNISABLE, names.USE)
        for one in table.values()
        if len(one) > 75
    ]
    titles = [value for name, value in vars(forms).items() if name.endswith(("_TITLE", "_SUBMIT"))]
    assert long_choices == []
    assert [title for title in titles if len(title.format(reference="ME-12345")) > 24] == []


def test_no_jargon_and_no_emoji_in_our_own_words() -> None:
    assert [one for one in sentences() if JARGON.search(one)] == []
    assert [one for one in sentences() if re.search(r":[a-z_]+:", one)] == []


def test_sentences_are_short_enough_to_be_heard() -> None:
    long = [
        sentence
        for one in sentences()
        for sentence in re.split(r"(?<=[.!?:”])\s", one.replace("*", ""))
        if len(sentence.split()) > 32
    ]
    assert long == []
