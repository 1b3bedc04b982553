"""From the phone call to the end: a worried social worker raises an enquiry, and hears each step of what becomes of it."""

from tests.journeys.council import QUESTION, T0, Council

ANSWER = "No. Elm House stays open, and nobody's place there changes."


def test_from_the_phone_call_to_the_end(either_council: Council) -> None:
    council = either_council
    priya, shirin = council.person("priya"), council.person("shirin")

    council.raises("amara")

    assert council.card().readable.splitlines() == [
        "ME-0001: Northbank Echo",
        "Deadline: Today at 16:00 (in 5 hours)",
        "Service area: Adults' social care",
        "Status: New: nobody has taken it yet",
        "Press officer: nobody yet",
        "Lead: Shirin Daryaei, not answered yet",
        "Journalist: Sam Poole, 020 7946 0000",
        "They ask",
        QUESTION,
        "Not verified yet. Before anything is said: ring back through the newsroom's published number, and ask for them by name.",
        "Asked: Priya Nair at 10:12 and Shirin Daryaei at 10:12",
        "Raised by Amara Okafor, Today at 10:12",
        "I'll take it",
        "Close",
        "Open",
    ]
    assert council.card().sentence == (
        "ME-0001: Northbank Echo, Sam Poole, 020 7946 0000. Deadline Wednesday 4 March at 16:00, 5 hours 48 minutes left. "
        "Adults' social care. New: nobody has taken it yet. Press officer: nobody yet. Lead: Shirin Daryaei, not answered yet. "
        f"Raised by Amara Okafor. They ask: {QUESTION} "
        "The journalist is not verified yet: ring back through the newsroom's published number first. "
        "Asked: Priya Nair at 10:12 and Shirin Daryaei at 10:12."
    )
    assert council.said_to("amara") == [
        (
            "Thank you. Your enquiry is ME-0001. We have told Priya Nair and Shirin Daryaei.\n"
            "Deadline: Today at 16:00 (in 5 hours)\n"
            "What happens next: a press officer takes it and deals with the journalist. You will hear here who has it, what was said, "
            "and how it ended. If the journalist rings again, say that the press office will ring them straight back.\n"
            "Add more"
        )
    ]
    assert council.said_to("shirin") == [
        (
            "A journalist has been in touch about Adults' social care: ME-0001. Please say that you have it, so that the press office "
            "knows who to talk to.\n"
            "Deadline: Today at 16:00 (in 5 hours)\n"
            "Northbank Echo\n"
            f"{QUESTION}\n"
            "You are asked because you lead Adults' social care.\n"
            "I have it\n"
            "Call me\nHand to my deputy\n"
            "Open"
        )
    ]
    assert council.said_to("priya") == [
        (
            "A journalist has been in touch: ME-0001. Please take it, or ask a colleague to.\n"
            "Deadline: Today at 16:00 (in 5 hours)\n"
            "Northbank Echo\n"
            f"{QUESTION}\n"
            "You are asked because you are the press officer for Adults' social care.\n"
            "I'll take it\n"
            "Open"
        )
    ]

    council.move_to(T0.replace(hour=10, minute=18))
    shirin.inbox.last.press("I have it")
    council.until_quiet()
    assert council.said_to("shirin") == [
        (
            "ME-0001: You took it on for the service, Today at 10:18. "
            "The press office knows that you have it and will come to you about the words."
        )
    ]
    assert council.said_to("amara")[1:] == [
        "Shirin Daryaei knows about ME-0001 now and is helping the press office with it."
    ]
    assert "Lead: Shirin Daryaei has it" in council.card().readable

    council.move_to(T0.replace(hour=10, minute=25))
    council.card().press("I'll take it")
    council.until_quiet()
    assert council.said_to("amara")[2:] == [
        "Priya Nair in the press office has ME-0001 now, and will deal with the journalist."
    ]
    assert council.said_to("priya") == [
        "ME-0001: You took it, Today at 10:25. It is with you now. Its card is in the press office's channel."
    ]
    assert list(council.card().buttons) == ["Draft a statement", "Record the response", "Close", "Open"]

    council.move_to(T0.replace(hour=11, minute=40))
    council.card().press("Record the response")
    form = priya.form
    assert form.title == "Response: ME-0001"
    assert QUESTION in form.text
    assert form.values["response_to"] == "Sam Poole, 020 7946 0000, Northbank Echo"
    form.fill(response=ANSWER).submit()
    council.until_quiet()
    assert council.said_to("amara")[3:] == [
        f"We have answered the journalist about ME-0001. The words were given by Priya Nair, Today at 11:40.\n{ANSWER}"
    ]
    assert list(council.card().buttons) == ["Close", "Open"]

    council.move_to(T0.replace(hour=11, minute=45))
    council.card().press("Close")
    priya.form.submit()  # "We answered" is chosen already, since an answer is recorded
    council.until_quiet()
    assert council.said_to("amara")[4:] == ["ME-0001 is closed. We answered. Thank you for telling us."]
    assert council.card().readable.splitlines()[3:] == [
        "Status: Closed",
        "Press officer: Priya Nair",
        "Lead: Shirin Daryaei has it",
        "Journalist: Sam Poole, 020 7946 0000",
        "They ask",
        QUESTION,
        "The answer given by Priya Nair, Today at 11:40",
        ANSWER,
        "How it ended: We answered, Today at 11:45",
        "Raised by Amara Okafor, Today at 10:12",
        "Open",
    ]
    assert council.timeline() == [
        "Amara Okafor raised ME-0001.",
        "Shirin Daryaei has it for the service: ME-0001.",
        "Priya Nair took ME-0001.",
        "Priya Nair recorded the response to ME-0001.",
        "Priya Nair closed ME-0001. We answered.",
    ]
    assert council.trail() == [
        ("Amara", "recorded"),
        ("Shirin", "acknowledged"),
        ("Priya", "claimed"),
        ("Priya", "responded"),
        ("Priya", "closed"),
    ]
    council.move_to(T0.replace(hour=17, minute=30))
    council.until_quiet()
    assert council.asked() == [("officer_new", "Priya"), ("lead_new", "Shirin")], (
        "once it is closed nobody is asked again"
    )
    assert council.slack.log.problems() == []


def test_an_enquiry_that_needs_no_answer_is_closed_with_how_it_ended(council: Council) -> None:
    council.raises("amara")

    council.card().press("Close")
    form = council.person("priya").form
    assert "We answered" not in form.text, "nothing was answered, so that is no way for it to end"
    form.fill(outcome="withdrawn", outcome_note="Sam rang back: the paper has dropped it.").submit()
    council.until_quiet()

    assert council.said_to("amara")[1:] == [
        "ME-0001 is closed. The journalist withdrew it. Thank you for telling us.\nSam rang back: the paper has dropped it."
    ]
    assert council.timeline()[-1] == "Priya Nair closed ME-0001. The journalist withdrew it."
    assert council.said_to("shirin") == [
        "ME-0001: Priya Nair closed it, Today at 10:12. Nothing more is needed from you."
    ]
    assert (council.enquiry().status, council.enquiry().outcome) == ("closed", "withdrawn")


def test_a_duplicate_says_of_which(council: Council) -> None:
    council.raises("amara")
    council.raises("amara", outlet="BBC Northbank")
    council.card().press("Close")
    form = council.person("priya").form.fill(outcome="duplicate").submit()
    assert form.errors == {"outcome_note": "Please fill this in."}
    assert council.enquiry().status == "new"

    form.fill(outcome_note="ME-0009").submit()
    assert form.errors == {"outcome_note": "No enquiry that you can see has this reference. It looks like ME-0042."}
    form.fill(outcome_note="ME-0002").submit()
    assert not form.is_open
    assert (council.enquiry().status, council.enquiry().duplicate_of) == ("closed", 2)


def test_an_answer_needs_someone_who_has_taken_it(council: Council) -> None:
    """A form left open from before: nobody has it, so nothing can be answered yet, and what was typed stays."""
    council.raises("amara")
    council.card().press("I'll take it")
    council.until_quiet()
    council.card().press("Record the response")
    form = council.person("priya").form.fill(response=ANSWER)
    council.card(reader="dewi").press("Close")
    council.person("dewi").form.fill(outcome="no_comment_needed").submit()

    form.submit()

    assert form.errors == {
        "response": "Dewi Hughes has already closed this enquiry. If there is more to do, the press office can open it again."
    }
    assert form.values["response"] == ANSWER
    assert council.enquiry().response == ""


def test_an_answer_that_lies_ahead_or_names_a_number_is_not_taken(council: Council) -> None:
    council.raises("amara")
    council.card().press("I'll take it")
    council.until_quiet()
    council.card().press("Record the response")
    tomorrow = int(T0.timestamp()) + 86_400
    form = council.person("priya").form
    form.fill(response="Her NHS number is 943 476 5919.", responded_at=tomorrow).submit()
    assert form.errors == {
        "response": "Please take this out: 943 476 5919. It looks like an NHS number. “The child” or “the mother” says enough.",
        "responded_at": "That time has not come yet. Please give the time when it happened.",
    }
    assert form.values["response"] == "Her NHS number is 943 476 5919."
    assert council.enquiry().status == "in_progress"
