"""A private enquiry's whole life, in parts that need nothing of each other: each begins where the enquiry would stand by then, and
takes the ways in that are its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType

from handlers import (
    absence,
    agreements,
    answers,
    can_i_share,
    consents,
    digest,
    doors,
    editing,
    editions,
    enquiry_page,
    finding,
    foi,
    heard,
    home,
    involved,
    joint,
    lines,
    links,
    media_enquiry,
    pre_election,
    press,
    press_office,
    privacy,
    responses,
    rota,
    settings,
    share_answers,
    sign_offs,
    statements,
    story_answers,
    story_bank,
    story_idea,
    story_page,
    story_sending,
    tasks,
    threads,
)
from tests.withstand.walk import Walk
from tests.withstand.walk_begun import answered_already, begun, looked_after, worded
from tests.withstand.walk_in_trouble import a_form_breaks, a_message_breaks, a_page_breaks
from tests.withstand.walk_to_the_end import (
    a_colleague_may_be_named,
    an_answer_is_used_again,
    answered,
    away_and_back,
    before_an_election,
    closed_reopened_and_closed,
    corrected,
    days_go_by,
    kept_as_a_line,
    linked,
    on_paper,
    published,
    the_journalist_is_verified,
    the_second_is_taken_back,
    things_are_done,
    treated_as_foi,
    what_they_asked_before,
)
from tests.withstand.walk_to_the_words import (
    a_change_is_asked_for,
    a_fourth_goes_from_one_to_the_next,
    a_note_is_added,
    a_second_one_resembles_it,
    a_third_is_put_off_and_handed_on,
    approved_stopped_and_approved_again,
    asked_for_sign_off,
    asked_in_the_intake_channel,
    changed,
    drafted_twice,
    everyone_looks,
    facts_are_checked,
    forms_that_are_only_looked_at,
    handed_over_and_back,
    handed_to_a_deputy,
    legal_is_waived,
    mentioned_the_bot,
    more_is_added,
    of_a_fifth_the_lead_asks_to_be_rung,
    recorded_from_a_message,
    still_on_it,
    taken_from_the_nudge_and_from_the_card,
    the_board_is_narrowed,
    the_lead_reads_it_and_has_it,
    told_the_bot,
    words_of_another,
    written_in_the_thread_and_moved,
)

Step = Callable[[Walk], None]
Way = tuple[str, str]
"""What kind of way in it is, and its id."""


@dataclass(frozen=True)
class Part:
    """Some of its life. `handlers`: whose every way in it takes; `also`: single ways in of others.

    A feature adds its steps and its handler to one of them.
    """

    name: str
    steps: tuple[Step, ...]
    handlers: tuple[ModuleType, ...]
    also: frozenset[Way] = frozenset()


def _actions(*ids: str) -> frozenset[Way]:
    return frozenset(("action", one) for one in ids)


def _forms(*ids: str) -> frozenset[Way]:
    return frozenset(("submission", one) for one in ids)


PARTS = (
    Part(
        "asked",
        (
            told_the_bot,
            mentioned_the_bot,
            asked_in_the_intake_channel,
            forms_that_are_only_looked_at,
            recorded_from_a_message,
            a_second_one_resembles_it,
            everyone_looks,
            the_board_is_narrowed,
            the_lead_reads_it_and_has_it,
            a_third_is_put_off_and_handed_on,
            a_fourth_goes_from_one_to_the_next,
            of_a_fifth_the_lead_asks_to_be_rung,
            taken_from_the_nudge_and_from_the_card,
            still_on_it,
            more_is_added,
        ),
        (doors, media_enquiry, enquiry_page, privacy, answers, home, finding),
        _actions("enquiry_claim", "nudge_claim", "enquiry_more_button"),
    ),
    Part(
        "worked on",
        (
            begun,
            handed_over_and_back,
            changed,
            a_note_is_added,
            written_in_the_thread_and_moved,
            the_journalist_is_verified,
            treated_as_foi,
            a_colleague_may_be_named,
            things_are_done,
            before_an_election,
            what_they_asked_before,
            everyone_looks,
        ),
        (editing, threads, press, foi, involved, tasks, pre_election),
        _actions("enquiry_assign", "enquiry_note") | _forms("assign_form", "note_form"),
    ),
    Part(
        "words",
        (
            begun,
            looked_after,
            a_form_breaks,
            a_page_breaks,
            a_message_breaks,
            drafted_twice,
            facts_are_checked,
            asked_for_sign_off,
            a_change_is_asked_for,
            legal_is_waived,
            approved_stopped_and_approved_again,
            words_of_another,
            handed_to_a_deputy,
            everyone_looks,
        ),
        (statements, sign_offs),
    ),
    Part(
        "answered",
        (
            begun,
            looked_after,
            worded,
            linked,
            answered,
            corrected,
            an_answer_is_used_again,
            published,
            kept_as_a_line,
            everyone_looks,
        ),
        (links, responses, lines),
    ),
    Part(
        "ended",
        (
            begun,
            looked_after,
            worded,
            answered_already,
            away_and_back,
            days_go_by,
            closed_reopened_and_closed,
            the_second_is_taken_back,
            everyone_looks,
            on_paper,
        ),
        (absence,),
        _actions("enquiry_close", "enquiry_reopen", "enquiry_withdraw")
        | _forms("close_form", "reopen_form", "withdraw_form"),
    ),
)

ANOTHER_PAGE = "the same as the page before, with more of it"
NOT_TAKEN: dict[tuple[str, str], str] = {
    ("shortcut", "suggest_as_good_news"): "good news is no enquiry",
    ("action", "door_story"): "good news is no enquiry",
    (
        "event",
        "reaction_added",
    ): "good news is no enquiry; nobody is asked about what stands in the press office's channels",
    ("action", "reacted_yes"): "good news is no enquiry",
    ("action", "reacted_no"): "good news is no enquiry",
    ("action", "reacted_never"): "good news is no enquiry",
    ("action", "enquiry_restrict"): "taken by the walk of one that becomes private",
    ("action", "enquiry_unrestrict"): "what is opened up is no secret any more",
    ("event", "user_change"): "Slack's word about a person",
    ("event", "dnd_updated_user"): "Slack's word about a person",
    ("action", "line_use"): "a private line has no such button: it is used from the page that shows it",
    ("action", "known_asker"): "chosen from what the walk looks at: only who has asked openly",
    ("action", "note_public"): "of a private enquiry everything is to be removed, public buildings too",
    ("action", "list_more"): ANOTHER_PAGE,
    ("action", "list_back"): ANOTHER_PAGE,
    ("action", "board_next"): ANOTHER_PAGE,
    ("action", "board_back"): ANOTHER_PAGE,
    ("action", "lines_more"): ANOTHER_PAGE,
    ("action", "lines_back"): ANOTHER_PAGE,
    ("action", "journalist_past_more"): ANOTHER_PAGE,
    ("action", "journalist_past_back"): ANOTHER_PAGE,
}
"""Ways in that the walk does not take, and why they can show nothing else."""

NO_ENQUIRY: dict[ModuleType, str] = {
    agreements: "who has agreed is about stories",
    editions: "good news is no enquiry",
    heard: "who was heard of, and counts: private enquiries in them are in the rules of the balance",
    digest: "good news is no enquiry; that a private one makes it wait is in test_digest_waits",
    consents: "consents are about stories, which have walks of their own",
    story_answers: "good news is no enquiry",
    can_i_share: "what somebody would like to share is no enquiry",
    share_answers: "what somebody would like to share is no enquiry",
    joint: "a rule of sharing is no enquiry",
    story_bank: "good news is no enquiry; beside one, its page is drawn anew as Open draws it",
    story_idea: "good news is no enquiry",
    story_page: "good news is no enquiry",
    story_sending: "good news is no enquiry",
    settings: "the organisation's own settings name no enquiry",
    rota: "who is on duty names no enquiry",
    press_office: "who is on duty names no enquiry",
}
"""Whole features that have nothing to do with an enquiry."""
