"""The first form, the home page, help, refusals and mishaps."""

from dataclasses import replace

import pytest

from bot.messages import enquiry_form, errors, refusals, warnings
from bot.messages import help as helping
from bot.messages.ids import Command, Field
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.typed_words import TypedEnquiry
from storage.kinds import Subject
from tests.messages.samples import (
    HEAD,
    LEAD,
    OFFICER,
    SOCIAL_WORKER,
    enquiry,
    heard,
    organisation,
    seen,
    seen_in,
    undelivered,
    words_of_buttons,
)

TYPED = TypedEnquiry(
    outlet="BBC", journalist="Sam Poole 020 7946 0000", deadline_words="4pm today", question="Elm House"
)


def test_a_duty_line_that_nobody_is_named_for_is_a_number_to_ring() -> None:
    nameless = replace(organisation(), duty_name="", people={}, roles={})
    shown = seen_in(enquiry_form.view(nameless, SOCIAL_WORKER, TYPED))
    assert "Rather talk? Ring the duty press officer on 0161 496 0100." in shown


def test_the_form_begins_with_what_must_come_first() -> None:
    assert seen_in(enquiry_form.view(organisation(), SOCIAL_WORKER, TYPED))[1:9] == [
        "Is anyone in danger now? Ring 999 or 0161 496 0999 first.",
        "Rather talk? The duty press officer is Ada Okoro on 0161 496 0100.",
        "What to say to the journalist now",
        "“I'll ask our press office to ring you straight back.”",
        (
            "Take their name, outlet, number and deadline. Don't confirm whether a person is known to our services, "
            "and don't say “no comment”."
        ),
        (
            "How to write it: “the child”, “the mother”. Never names of people we support, or schools. Leave out anything said in court "
            "or taken from court papers: legal will ring you."
        ),
        "Who sees this: Ada Okoro, Gwen Price, Priya Shah and Tom Reed, and those in the press office's channel.",
        "Nothing here limits whistleblowing or union activity, and nothing here may be used to find out who spoke to the media.",
    ]


def inputs(view: dict[str, object]) -> dict[str, object]:
    """The inputs of a form and what stands in them."""
    blocks = view["blocks"]
    assert isinstance(blocks, list)
    return {one["block_id"]: one["element"].get("initial_value") for one in blocks if one["type"] == "input"}


def test_four_questions_where_the_team_is_known_and_words_typed_stand_in_them() -> None:
    assert inputs(enquiry_form.view(organisation(), SOCIAL_WORKER, TYPED)) == {
        Field.OUTLET: "BBC",
        Field.JOURNALIST: "Sam Poole 020 7946 0000",
        Field.DEADLINE: "4pm today",
        Field.QUESTION: "Elm House",
        Field.EXCLUDED: None,
    }


def test_a_fifth_asks_for_the_service_where_it_is_not_known() -> None:
    form = enquiry_form.view(organisation(), "U0NEW", TypedEnquiry())
    five = [Field.OUTLET, Field.JOURNALIST, Field.DEADLINE, Field.QUESTION, Field.SERVICE_AREA]
    assert list(inputs(form)) == [*five, Field.EXCLUDED]
    assert (
        "Who sees this: Ada Okoro and Gwen Price, and the lead and deputies of the service area you choose."
        in seen_in(form)
    )


def test_words_too_long_for_their_box_stand_above_it() -> None:
    long = "x" * 2_999 + "and the end"
    form = enquiry_form.view(organisation(), SOCIAL_WORKER, replace(TYPED, question=long))
    shown = seen_in(form)
    assert inputs(form)[Field.QUESTION] == "x" * 2_999 + "…"
    assert (
        shown[shown.index("These words did not fit in the box below. They are here so that you can copy them:") + 1]
        == "and the end"
    )


def test_add_more_opens_with_what_was_added_before() -> None:
    form = enquiry_form.more_view(enquiry(marks=["police"], angle="Closures"), organisation())
    assert form["private_metadata"] == "42"
    assert inputs(form)[Field.ANGLE] == "Closures"
    marks = next(block for block in form["blocks"] if block.get("block_id") == Field.MARKS)
    assert [one["value"] for one in marks["element"]["initial_options"]] == ["police"]


MEDIA_ENQUIRY_HELP = [
    (
        "/media-enquiry opens a short form for when a journalist has been in touch. You can type what you know after it, in any order, "
        "for example: /media-enquiry BBC, Sam Poole 020 7946 0000, 4pm today, care home closure"
    ),
    "To look something up, type one of these after it. Only you see the answer.",
    "• list: what is open, the most pressing first",
    "• mine: what you sent in, and what is with you",
    "• due today: what is due today, or late; due tomorrow and due this week work too",
    "• find Elm House: what has these words in it",
    "• ME-0042: the one with this reference",
]
LINES = "• lines: approved words, kept for another time"
PRE_ELECTION = "• pre-election: the weeks before an election, with your guidance for them"
RING = "Rather talk? Ring Ada Okoro on 0161 496 0100."


@pytest.mark.parametrize(
    ("person", "more"),
    [(SOCIAL_WORKER, []), (LEAD, []), (OFFICER, [LINES]), (HEAD, [LINES, PRE_ELECTION])],
)
def test_help_names_what_may_stand_after_the_command_for_this_person(person: str, more: list[str]) -> None:
    helped = helping.command_help(Command.MEDIA_ENQUIRY, organisation(), person)
    assert "\n".join(seen(helped)).splitlines() == [*MEDIA_ENQUIRY_HELP, *more, RING, "New media enquiry"]


def test_help_reads_aloud() -> None:
    helped = helping.command_help(Command.PRESS_OFFICE, organisation(), SOCIAL_WORKER)
    assert heard(helped) == (
        "/press-office tells you who is there now, with numbers. For more, type one of these after it. "
        "who: who is on call, and who leads your service; rota: whose turn it is in the weeks to come; "
        "away from Monday to Friday, my deputy is Tom: you are away, and Tom stands in for you; back: you are here again. "
        "Rather talk? Ring Ada Okoro on 0161 496 0100."
    )


def test_an_unknown_word_is_answered_kindly() -> None:
    helped = helping.command_help(Command.MEDIA_ENQUIRY, organisation(), LEAD)
    unknown = helping.unknown(Command.MEDIA_ENQUIRY, "<!here>", organisation(), LEAD)
    assert seen(unknown) == ["I don't know “<!here>” after /media-enquiry.", *seen(helped)]
    assert "<!here>" not in unknown.text


def test_a_direct_message_is_answered_with_danger_first_and_two_doors() -> None:
    greeting = helping.greeting(organisation())
    assert seen(greeting)[:2] == [
        "Is anyone in danger now? Ring 999 or 0161 496 0999 first.",
        "Rather talk? The duty press officer is Ada Okoro on 0161 496 0100.",
    ]
    assert words_of_buttons(greeting) == ["New media enquiry", "New story idea", "Can I share this?"]


def test_a_refusal_names_who_and_why() -> None:
    said = refusals.private(Refused(Reason.ALREADY_CLAIMED, by=OFFICER), organisation())
    assert heard(said) == "Ada Okoro has already taken this one. Nothing more is needed from you."
    marked = refusals.sentence(Refused(Reason.MARKED_SENSITIVE, marks=("court", "police")), organisation())
    assert marked == (
        "This has to stay private as long as it is marked as sensitive: A court case, an arrest or a reporting restriction; "
        "The police are involved."
    )
    stranger = refusals.sentence(Refused(Reason.ALREADY_CLAIMED, by="U0NEW"), organisation())
    assert stranger == "<@U0NEW> has already taken this one. Nothing more is needed from you."


def test_beside_a_field_the_words_are_plain() -> None:
    problems = {
        "question": Refused(Reason.PERSONAL_DATA, words=("QQ 12 34 56 C", "<b>")),
        "outlet": Refused(Reason.TOO_LONG, limit=3000),
        "response": Refused(Reason.ALREADY_RESPONDED, by="U0NEW"),
    }
    assert refusals.beside_fields(FormRefused(problems), organisation()) == {
        "question": "Please take this out, it looks like someone's personal details: QQ 12 34 56 C, <b>. "
        "You can write “the child” or “the mother”.",
        "outlet": "This is longer than will fit. Please shorten it to 3,000 characters.",
        "response": "A colleague has already recorded the response. If something in it is wrong, the press office can correct it.",
    }


def test_mishaps_have_a_reference_a_number_and_a_way_on() -> None:
    failed = errors.form_failed("AB12", "0123abcd", organisation(), Command.STORY_IDEA)
    assert "0161 496 0100" in heard(failed)
    assert "AB12" in heard(failed)
    assert [(one["action_id"], one["value"]) for one in failed.blocks[-1]["elements"]] == [
        ("new_story_button", "0123abcd")
    ]
    assert errors.cannot_save("AB12", organisation()) == (
        "This could not be saved just now. What you wrote is still here: please try again in a minute. "
        "If it is urgent, ring the press office on 0161 496 0100. The reference is AB12."
    )
    assert "ring the press office. " in errors.went_wrong("AB12").text


def test_what_did_not_arrive_is_told_to_the_press_office() -> None:
    told = organisation()
    assert seen(warnings.undelivered(undelivered("user_disabled", LEAD), told)) == [
        (
            "A nudge about ME-0042 could not be delivered to Priya Shah: their Slack account is switched off. "
            "Please reach them another way."
        )
    ]
    elsewhere = warnings.undelivered(undelivered("weird", "C0TRIAGE", Subject.DIGEST), told)
    assert elsewhere.text == (
        "A nudge could not be delivered to <#C0TRIAGE>: Slack did not accept it. Please reach them another way."
    )
