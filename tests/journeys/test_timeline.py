"""What people write in the thread of a card is the enquiry's timeline; where it should not stand, its author gets a private word."""

import json

from sandbox.people.seen import Message
from storage.thread_note import ThreadNote, notes_of
from tests.journeys.council import ENQUIRY, Council
from tests.journeys.test_restricted import SECRET

NHS = "943 476 5919"
OWN_NOTE = "The reporter was outside the hearing."


def notes(council: Council, number: int = 1) -> list[ThreadNote]:
    with council.database.read() as session:
        return notes_of(session, number)


def words(council: Council, number: int = 1) -> list[str]:
    return [one.words for one in notes(council, number)]


def writes_in_thread(
    council: Council, who: str, text: str, *, channel: str = "press-desk", reader: str = "priya"
) -> Message:
    """Someone writes in the thread of the card, and the bot has heard it."""
    before = len(notes(council))
    written = council.person(who).writes(text, channel, council.card(channel=channel, reader=reader).ts)
    council.until(lambda: len(notes(council)) == before + 1, "the note is kept")
    council.until_quiet()
    return written


def page_of(council: Council, reader: str = "priya", *, channel: str = "press-desk") -> list[str]:
    """The last part of the page: what has happened."""
    council.card(channel=channel, reader=reader).press("Open")
    form = council.person(reader).form
    lines = form.text.splitlines()
    form.close()
    return lines[lines.index("What has happened") + 1 : -1]


def test_words_edits_and_deletions_are_followed_and_shown_in_order_with_the_moves(either_council: Council) -> None:
    council = either_council
    council.raises()
    council.slack.faults.set("duplicate_event", times=3)
    first = writes_in_thread(council, "priya", "Sam is on the train until three. @dewi.hughes can you ring?")
    council.advance(minutes=1)
    council.card().press("I'll take it")
    council.until_quiet()
    council.advance(minutes=1)
    second = writes_in_thread(council, "dewi", "Ringing now & will report <here>")
    third = writes_in_thread(council, "dewi", "Wrong thread, sorry")
    council.person("dewi").edits(second, "Rung: they hold until five")
    council.person("dewi").deletes(third)
    council.until(lambda: words(council)[1:] == ["Rung: they hold until five", ""], "edit and deletion are followed")

    assert words(council) == [
        "Sam is on the train until three. @Dewi Hughes can you ring?",
        "Rung: they hold until five",
        "",
    ]
    assert [bool(one.deleted_at) for one in notes(council)] == [False, False, True]
    assert [line.partition(": ")[2] for line in page_of(council) if ": " in line] == [
        "Amara Okafor raised ME-0001.",
        "Priya Nair wrote, in Slack:",
        "Priya Nair took ME-0001.",
        "Dewi Hughes wrote (edited Today at 10:14), in Slack:",
        "they hold until five",
        "Dewi Hughes wrote something here, and deleted it",
    ]
    assert first.ts == notes(council)[0].ts
    assert council.slack.log.problems() == []


def test_files_are_linked_and_never_copied(council: Council) -> None:
    council.raises()
    council.person("priya").uploads(
        "letter.pdf", b"%PDF-1.4 nothing", "press-desk", text="The letter", thread_ts=council.card().ts
    )
    council.until(lambda: words(council) == ["The letter"], "the note is kept")
    (file,) = notes(council)[0].files
    assert file["name"] == "letter.pdf"
    assert file["permalink"].startswith("https://")
    assert page_of(council)[-2:] == ["The letter", "With letter.pdf"]
    assert [one.name for one in council.slack.log if one.kind == "web_api" and "files" in one.name] == []


def test_only_threads_of_cards_count_and_the_bot_does_not_note_itself(council: Council) -> None:
    council.raises()
    other = council.person("priya").writes("Who is in on Friday?", "press-desk")
    council.person("dewi").writes("I am", "press-desk", other.ts)
    writes_in_thread(council, "priya", "Only this one")
    assert words(council) == ["Only this one"]


def test_someones_details_in_a_thread_a_private_word_and_thanks(council: Council) -> None:
    council.raises()
    written = writes_in_thread(council, "dewi", f"The mother's NHS number is {NHS}, please check")
    assert words(council) == ["The mother's NHS number is (left out), please check"]
    word = council.person("dewi").inbox.last
    assert word.readable.splitlines() == [
        (
            "I saw what looks like an NHS number in your message of 10:12 in #press-desk. Please take it out, so that nobody can tell "
            "who it is about. “The child” or “the mother” says enough. Open your message, hold it or point at it, and choose "
            "Edit or Delete."
        ),
        "Open my message",
    ]
    assert written.ts.replace(".", "") in json.dumps(word.seen["blocks"])

    council.person("dewi").edits(written, "Please check with the mother")
    council.until(lambda: words(council) == ["Please check with the mother"], "the edit is followed")
    council.until_quiet()
    assert [one.readable for one in council.person("dewi").inbox.messages] == [
        "Thank you. What I pointed out in your message of Wednesday 4 March at 10:12 in #press-desk is not there any more."
    ]


OFFICE = "They are at 14 High Street, NB1 4QT all day"


def test_the_address_of_a_public_building_can_stay(either_council: Council) -> None:
    council = either_council
    council.raises()
    written = writes_in_thread(council, "dewi", OFFICE)
    dewi = council.person("dewi")
    assert "If it is a public building where nobody lives" in dewi.inbox.last.sentence
    dewi.inbox.last.press("This is a public building")
    council.until_quiet()
    thanks = (
        "Thank you. The address of a public building can stay in your message of Wednesday 4 March at 10:12 in #press-desk. "
        "That you said so has been noted."
    )
    assert [one.readable for one in dewi.inbox.messages] == [thanks]
    assert council.trail()[-1] == ("Dewi", "kept_as_typed")

    dewi.edits(written, f"{OFFICE}, and the boy at 9 Acacia Road")
    council.until(lambda: "and the boy" in words(council)[0], "the edit is followed")
    council.until_quiet()
    assert "I saw what looks like a street address in your message" in dewi.inbox.last.readable
    dewi.edits(written, f"{OFFICE}, and the boy")
    council.until(lambda: words(council)[0].endswith("and the boy"), "the edit is followed")
    council.until_quiet()
    assert [one.readable for one in dewi.inbox.messages] == [thanks]


def test_beside_what_must_go_a_public_building_is_not_all(council: Council) -> None:
    council.raises()
    writes_in_thread(council, "dewi", f"At 14 High Street they have {NHS}")
    council.person("dewi").inbox.last.press("This is a public building")
    council.until_quiet()
    word = council.person("dewi").inbox.last
    assert "looks like an NHS number in your message" in word.readable
    assert "This is a public building" not in word.buttons


def test_words_in_the_thread_of_a_private_enquiry_are_moved_into_it_and_then_deleted(either_council: Council) -> None:
    council = either_council
    council.raises("tomasz", **SECRET)
    written = writes_in_thread(council, "dewi", OWN_NOTE, channel="press-restricted", reader="dewi")
    word = council.person("dewi").inbox.last
    assert word.readable.splitlines() == [
        (
            "What you wrote in the thread of ME-0001 stands where everyone in #press-restricted can read it, and ME-0001 is private. "
            "Only whoever wrote a message can delete it, or a Slack administrator. I cannot."
        ),
        "If the press office should know what it says, move it into the enquiry first: there, only those allowed can read it.",
        (
            "How to delete it: press Open my message. On a phone, hold the message and choose Delete message. "
            "On a computer, point at it, press the three dots and choose Delete message."
        ),
        "Open my message",
        "Move it into the enquiry",
        "I've removed it",
    ]
    word.press("Move it into the enquiry")
    form = council.person("dewi").form
    assert form.values["note_words"] == OWN_NOTE
    form.submit()
    assert council.person("dewi").form.text.splitlines()[:2] == [
        "It is in ME-0001",
        "What you wrote is in ME-0001 now. Please delete your message in Slack: only you can, or a Slack administrator.",
    ]
    council.person("dewi").form.close()
    council.until_quiet()
    assert sorted(words(council)) == ["", OWN_NOTE]

    council.person("dewi").deletes(written)
    thanks = "Thank you. What you wrote about ME-0001 in #press-restricted is gone."
    council.until(lambda: council.said_to("dewi")[-1] == thanks, "ticked off")
    council.until_quiet()
    assert OWN_NOTE not in council.standing() + council.ever_sent()
    assert ("Dewi", "noted") in council.trail()
    assert OWN_NOTE in page_of(council, "dewi", channel="press-restricted")


def test_ive_removed_it_is_taken_at_its_word(council: Council) -> None:
    council.raises("tomasz", **SECRET)
    writes_in_thread(council, "dewi", OWN_NOTE, channel="press-restricted", reader="dewi")
    council.person("dewi").inbox.last.press("I've removed it")
    council.until_quiet()
    assert council.said_to("dewi")[-1] == "Thank you. What you wrote about ME-0001 in #press-restricted is gone."
    assert words(council) == [""]


def test_private_details_written_elsewhere_are_noticed_and_ordinary_talk_is_not(council: Council) -> None:
    council.raises("tomasz", **SECRET)
    dewi = council.person("dewi")
    before = len(dewi.inbox.messages)
    dewi.writes("ME-0001 is still open, can someone ring back about the family before noon?", "press-desk")
    leak = dewi.writes("ME-0001: the Courier rang again about the fire at Larkfield", "press-desk")
    council.until(lambda: len(notes(council)) == 1, "the second is noticed")
    council.until_quiet()
    assert [one.ts for one in notes(council)] == [leak.ts]
    said = council.said_to("dewi")[before:]
    assert [one.splitlines()[0] for one in said] == [
        (
            "What you wrote in #press-desk stands where everyone in there can read it, and ME-0001 is private. "
            "Only whoever wrote a message can delete it, or a Slack administrator. I cannot."
        )
    ]
    assert [secret for secret in ("Courier", "Larkfield") if secret in " ".join(said)] == []
    dewi.edits(leak, "ME-0001: they rang again")
    council.until(lambda: notes(council)[0].deleted_at is not None, "nothing private is left in it")
    council.until_quiet()
    assert council.said_to("dewi")[-1] == "Thank you. What you wrote about ME-0001 in #press-desk is gone."


def test_details_that_name_no_enquiry_are_noticed_when_their_author_knows_of_it(council: Council) -> None:
    """Whoever does not know that there is a private enquiry does not learn it from us."""
    council.raises("tomasz", **SECRET)
    dewi, grace = council.person("dewi"), council.person("grace")
    heard = {who: len(council.person(who).inbox.messages) for who in ("dewi", "grace")}
    grace.writes("The Courier rang my neighbour about the fire at Larkfield", "good-news")
    dewi.writes("The Courier will be at the garden party", "press-desk")
    leak = dewi.writes("The Courier rang again about the fire at Larkfield", "press-desk")
    council.until(lambda: len(notes(council)) == 1, "the last is noticed")
    council.until_quiet()
    assert [one.ts for one in notes(council)] == [leak.ts]
    assert len(grace.inbox.messages) == heard["grace"]
    said = council.said_to("dewi")[heard["dewi"] :]
    assert [one.splitlines()[0].partition(". ")[0] for one in said] == [
        "What you wrote in #press-desk stands where everyone in there can read it, and ME-0001 is private"
    ]
    dewi.deletes(leak)
    council.until(lambda: notes(council)[0].deleted_at is not None, "it is gone")


def test_marked_private_afterwards_each_author_gets_one_list_and_it_is_ticked_off(council: Council) -> None:
    council.raises(**ENQUIRY)
    first = writes_in_thread(council, "dewi", "Elm House has eleven residents")
    writes_in_thread(council, "priya", "I will ask the manager")
    writes_in_thread(council, "dewi", "And two empty beds")
    council.person("amara").inbox.messages[0].press("Add more")
    council.person("amara").form.fill(marks=["police"]).submit()
    council.until_quiet()

    assert council.said_to("dewi")[-1].splitlines()[0] == (
        "ME-0001 is private, and 2 messages about it still stand in Slack, where others can read them. "
        "Only whoever wrote a message can delete it, or a Slack administrator. I cannot."
    )
    assert council.said_to("priya")[-1].splitlines()[0].startswith("What you wrote in the thread of ME-0001 stands")
    council.person("dewi").deletes(first)
    council.until(lambda: "Gone:" in council.said_to("dewi")[-1], "the first is ticked off")
    lines = council.said_to("dewi")[-1].splitlines()
    assert lines[3:5] == [
        "Gone: the message of Today at 10:12 in #press-desk. Thank you.",
        "Your message of Today at 10:12 in #press-desk",
    ]
    assert [secret for secret in ("eleven", "beds", "manager") if secret in council.ever_sent()] == []


def test_the_message_a_private_enquiry_came_from_is_to_be_removed_too(council: Council) -> None:
    tomasz = council.person("tomasz")
    written = tomasz.writes(
        "The Courier on Sunday just rang me about Larkfield, they want an answer by noon", "ask-the-press-office"
    )
    tomasz.uses_shortcut("log_as_media_enquiry", written)
    tomasz.form.fill(**SECRET).submit()
    council.until_quiet()
    asked = [one for one in council.said_to("tomasz") if "still stands" in one]
    assert [one.splitlines()[0] for one in asked] == [
        (
            "ME-0001 is private, and the message it came from still stands in #ask-the-press-office, where everyone in there can read it. "
            "Only whoever wrote a message can delete it, or a Slack administrator. I cannot. If a colleague wrote it, please ask them."
        )
    ]
    tomasz.deletes(written)
    thanks = "Thank you. What you wrote about ME-0001 in #ask-the-press-office is gone."
    council.until(lambda: thanks in council.said_to("tomasz"), "ticked off")
