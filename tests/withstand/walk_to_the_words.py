"""A private enquiry's life as steps: from the first call to the words that everyone has said yes to."""

from bot.messages.ids import Action, MessageShortcut, Shortcut, View
from storage.kinds import Mark, Status
from tests.journeys.council import T0
from tests.withstand.walk import SECRET, Walk

INTAKE = "ask-the-press-office"
RANG = "A reporter from the zqoutlet just rang me, zqjournalist on 020 7946 0000. They want a comment on the zqquestion by noon tomorrow"
RAISED = {
    "outlet": "The zqoutlet",
    "journalist": "zqjournalist, 020 7946 0000",
    "deadline": "noon tomorrow",
    "question": "They ask about the zqquestion and what was done after the zqvisit.",
}
ALIKE = {**RAISED, "question": "Another one asks about the zqquestion, the zqvisit and the zqtopic."}
EVERYONE = ("amara", "tomasz", "priya", "dewi", "helen", "marcus", "shirin", "joan", "grace", "ibrahim")


def said(walk: Walk, who: str, words: str) -> bool:
    """Whether something said to someone holds these words."""
    return any(words in one for one in walk.council.said_to(who))


# -- before it is recorded


def told_the_bot(walk: Walk) -> None:
    tomasz = walk.council.person("tomasz")
    tomasz.writes(RANG)
    tomasz.inbox.wait_for(lambda message: Action.DOOR_ENQUIRY in message.buttons.values())
    walk.quiet()
    walk.nudged("tomasz", Action.DOOR_ENQUIRY)
    assert SECRET.search(str(walk.form("tomasz", View.ENQUIRY).values))
    walk.put_away("tomasz")


def mentioned_the_bot(walk: Walk) -> None:
    walk.council.person("tomasz").writes(f"@close_ties {RANG}", INTAKE)
    walk.council.person("tomasz").in_channel(INTAKE).wait_for(lambda message: message.ephemeral)
    walk.quiet()


def asked_in_the_intake_channel(walk: Walk) -> None:
    tomasz = walk.council.person("tomasz")
    offers = tomasz.in_channel(INTAKE)

    def offered() -> bool:
        return any(Action.OFFER_NEVER in one.buttons.values() for one in offers.messages)

    for answer in (Action.OFFER_NOT_NOW, Action.OFFER_NEVER):
        tomasz.writes(f"Hello. {RANG}", INTAKE)
        offers.wait_for(lambda message: Action.OFFER_NEVER in message.buttons.values()).press(answer)
        walk.council.until(lambda: not offered(), "the offer went away")


def forms_that_are_only_looked_at(walk: Walk) -> None:
    tomasz = walk.council.person("tomasz")
    tomasz.types("/media-enquiry zqoutlet, zqjournalist 020 7946 0000, noon tomorrow, zqquestion")
    walk.form("tomasz", View.ENQUIRY)
    walk.put_away("tomasz")
    tomasz.uses_shortcut(Shortcut.MEDIA_ENQUIRY)
    walk.form("tomasz", View.ENQUIRY)
    walk.put_away("tomasz")
    tomasz.home.open()
    walk.quiet()
    tomasz.home.press(Action.NEW_ENQUIRY)
    walk.form("tomasz", View.ENQUIRY)
    walk.put_away("tomasz")


def recorded_from_a_message(walk: Walk) -> None:
    tomasz = walk.council.person("tomasz")
    written = tomasz.writes(f"And again: {RANG}", INTAKE)
    tomasz.uses_shortcut(MessageShortcut.LOG, written)
    walk.sends("tomasz", View.ENQUIRY, **RAISED)
    assert walk.council.enquiry().restricted
    walk.nudged("tomasz", Action.OWN_MESSAGE)
    tomasz.deletes(written)
    walk.council.until(lambda: said(walk, "tomasz", "is gone"), "ticked off")


def a_second_one_resembles_it(walk: Walk) -> None:
    walk.council.raises("tomasz", **ALIKE)


# -- looked for and looked at


def everyone_looks(walk: Walk) -> None:
    council = walk.council
    everyone_looks_for_it(walk)
    for who in ("dewi", "tomasz", "marcus"):
        council.person(who).types("/media-enquiry ME-0001", channel="general")
        walk.form(who, View.ENQUIRY_OPEN)
        walk.put_away(who)
    council.person("amara").types("/media-enquiry ME-0001", channel="general")
    walk.quiet()
    assert not council.person("amara").has_form


def everyone_looks_for_it(walk: Walk) -> None:
    council = walk.council
    for who in EVERYONE:
        walk.put_away(who)
        council.person(who).home.open()
        for words in ("list", "mine", "due today", "find zqquestion", "find zqoutlet"):
            council.person(who).types(f"/media-enquiry {words}", channel="general")
        council.person(who).uses_shortcut(Shortcut.MEDIA_ENQUIRY)
        form = walk.form(who, View.ENQUIRY)
        assert [form.suggestions(Action.KNOWN_ASKER, typed) for typed in ("zqoutlet", "zqjournalist")] == [[], []]
        walk.put_away(who)
    walk.quiet()


def the_board_is_narrowed(walk: Walk) -> None:
    home = walk.council.person("dewi").home
    home.press(Action.BOARD_AREA, value="children")
    walk.quiet()
    home.press(Action.BOARD_STATE, value="new")
    walk.quiet()
    home.press(Action.BOARD_OFFICER, value=walk.council.person("dewi").id)
    walk.quiet()


# -- taken, and those who answer for it


def the_lead_reads_it_and_has_it(walk: Walk) -> None:
    marcus = walk.council.person("marcus")
    walk.nudged("marcus", Action.NUDGE_OPEN)
    walk.form("marcus", View.ENQUIRY_OPEN)
    walk.put_away("marcus")
    marcus.writes("I have it")  # which of the two?
    marcus.inbox.wait_for(lambda message: Action.ANSWER_WHICH in message.buttons.values())
    walk.quiet()
    walk.nudged("marcus", Action.ANSWER_WHICH)
    walk.nudged("marcus", Action.NUDGE_ACKNOWLEDGE)


def a_third_is_put_off_and_handed_on(walk: Walk) -> None:
    walk.council.raises("tomasz", **ALIKE)
    walk.menu("marcus", "why")
    walk.menu("marcus", "half_an_hour")
    walk.nudged("marcus", Action.NUDGE_UNSNOOZE)
    walk.menu("marcus", "snooze")
    walk.sends("marcus", View.SNOOZE)
    walk.nudged("marcus", Action.NUDGE_UNSNOOZE)
    walk.nudged("marcus", Action.NUDGE_HAND_ON)


def a_fourth_goes_from_one_to_the_next(walk: Walk) -> None:
    walk.council.raises("tomasz", **ALIKE)
    walk.menu("marcus", "someone")
    walk.sends("marcus", View.HAND_TO, hand_person=walk.council.person("shirin").id, hand_note="Mind the zqhandsome")
    walk.menu("shirin", "not_mine")
    walk.sends("shirin", View.NOT_MINE)


def of_a_fifth_the_lead_asks_to_be_rung(walk: Walk) -> None:
    walk.council.raises("tomasz", **ALIKE)
    walk.nudged("marcus", Action.NUDGE_CALL)
    walk.sends("marcus", View.CALL_ME, call_number="01632 960 104")
    walk.nudged("dewi", Action.CALL_MADE)


def taken_from_the_nudge_and_from_the_card(walk: Walk) -> None:
    walk.nudged("dewi", Action.NUDGE_CLAIM)
    for number in (1, 2, 3):
        if walk.council.enquiry(number).status == Status.NEW:
            walk.card(number).press("I'll take it")
            walk.quiet()


def still_on_it(walk: Walk) -> None:
    walk.council.move_to(T0.replace(hour=14, minute=30))
    walk.quiet()
    walk.nudged("dewi", Action.NUDGE_STILL)


def more_is_added(walk: Walk) -> None:
    walk.page()
    walk.form("dewi", View.ENQUIRY_OPEN).press(Action.ENQUIRY_MORE)
    answers = {
        "how_it_came": "By zqhowcome",
        "angle": "The zqangle",
        "said_already": "The zqsaidso",
        "links": "zqlinks",
    }
    walk.sends("dewi", View.ENQUIRY_MORE, marks=[Mark.COURT, Mark.NOT_SURE], **answers)


def handed_over_and_back(walk: Walk) -> None:
    walk.by_page(Action.ENQUIRY_ASSIGN, View.ASSIGN, officer="Priya Nair", hand_note="Mind the zqhandnote")
    walk.nudged("priya", Action.NUDGE_OPEN)
    walk.form("priya", View.ENQUIRY_OPEN)
    walk.put_away("priya")
    walk.by_page(Action.ENQUIRY_ASSIGN, View.ASSIGN, who="priya", officer="Dewi Hughes", hand_note="Back zqhandback")


def changed(walk: Walk) -> None:
    question = f"{RAISED['question']} And the zqedited."
    walk.by_page(
        Action.ENQUIRY_EDIT, View.EDIT, question=question, edit_because="The zqbecause", deadline="2pm tomorrow"
    )


def a_note_is_added(walk: Walk) -> None:
    walk.by_page(Action.ENQUIRY_NOTE, View.NOTE, note_words="The zqnoted")


def written_in_the_thread_and_moved(walk: Walk) -> None:
    council, dewi = walk.council, walk.council.person("dewi")
    written = dewi.writes("In the thread: zqthread", "press-restricted", walk.card().ts)
    dewi.inbox.wait_for(lambda message: Action.NOTE_MOVE in message.buttons.values())
    walk.quiet()
    walk.nudged("dewi", Action.NOTE_MOVE)
    walk.sends("dewi", View.NOTE_MOVE)
    walk.put_away("dewi")
    walk.nudged("dewi", Action.NOTE_REMOVED)
    dewi.deletes(written)
    file = dewi.uploads("zqfiles.pdf", b"%PDF", "press-restricted", text="zqcaption", thread_ts=walk.card().ts)
    council.until(lambda: said(walk, "dewi", "stands where everyone"), "asked to remove the file")
    dewi.edits(file, "zqedits of a caption")
    dewi.writes("ME-0001 is about the zqoutlet and the zqquestion, says zqjournalist", "press-desk")
    council.until(lambda: said(walk, "dewi", "in #press-desk stands"), "noticed elsewhere too")
    walk.quiet()


# -- the words


def drafted_twice(walk: Walk) -> None:
    for version, words in enumerate(("zqwordsa", "zqwordsb"), 1):
        walk.page().press(Action.STATEMENT_DRAFT)
        form = walk.form("dewi", View.STATEMENT_DRAFT)
        form.press(Action.STATEMENT_MORE_ROOM)
        walk.council.until(lambda form=form: "words_3" in form.values, "there is more room")  # type: ignore[misc]  # bound now
        walk.sends("dewi", View.STATEMENT_DRAFT, words_1=f"We are sorry: {words}", draft_note=f"zqdraftnote {version}")
        walk.put_away("dewi")
    walk.page().press(Action.STATEMENT_READ)
    walk.form("dewi", View.STATEMENT_READ)
    walk.put_away("dewi")


def facts_are_checked(walk: Walk) -> None:
    walk.by_page(Action.FACTS_ASK, View.ASK_FACTS, checker=walk.council.person("tomasz").id)
    walk.nudged("tomasz", Action.FACTS_OPEN)
    walk.sends("tomasz", View.CHECK_FACTS, facts="wrong", facts_wrong="No, it is zqfacts")


def asked_for_sign_off(walk: Walk) -> None:
    walk.by_page(Action.SIGN_OFF_ASK, View.SIGN_OFF, approvers=["marcus", "shirin", "joan"])


def a_change_is_asked_for(walk: Walk) -> None:
    walk.nudged("shirin", Action.SIGN_OFF_CHANGE)
    walk.sends("shirin", View.ASK_CHANGE, change_wanted="Rather zqchange")
    walk.by_page(Action.STATEMENT_DRAFT, View.STATEMENT_DRAFT, words_1="We are sorry: zqwordsc")
    asked_for_sign_off(walk)


def words_of_another(walk: Walk) -> None:
    walk.by_page(Action.STATEMENT_DRAFT, View.STATEMENT_DRAFT, number=3, words_1="Of the third: zqwordse")


def handed_to_a_deputy(walk: Walk) -> None:
    walk.by_page(Action.SIGN_OFF_ASK, View.SIGN_OFF, number=3, approvers=["marcus", "joan"])
    walk.nudged("marcus", Action.SIGN_OFF_HAND_ON)


def approves(walk: Walk, who: str) -> None:
    walk.nudged(who, Action.SIGN_OFF_OPEN)
    form = walk.form(who, View.APPROVE).fill(candour="yes").submit()
    assert not form.errors
    walk.sends(who, View.APPROVE_SURE, approve_note=f"zqyesindeed of {who}")
    walk.put_away(who)


def legal_is_waived(walk: Walk) -> None:
    walk.nudged("joan", Action.SIGN_OFF_OPEN)
    walk.form("joan", View.APPROVE).press(Action.SIGN_OFF_WAIVE)
    walk.sends("joan", View.WAIVE, waived_because="The zqwaived is over")
    walk.put_away("joan")


def approved_stopped_and_approved_again(walk: Walk) -> None:
    approves(walk, "marcus")
    walk.nudged("marcus", Action.SIGN_OFF_STOP)
    walk.sends("marcus", View.STOP, stopped_because="Since zqstopped")
    walk.put_away("marcus")
    walk.by_page(Action.STATEMENT_DRAFT, View.STATEMENT_DRAFT, words_1="We are sorry: zqwordsd")
    asked_for_sign_off(walk)
    approves(walk, "marcus")
    approves(walk, "shirin")
    approves(walk, "joan")
    assert walk.council.enquiry().status == Status.READY
