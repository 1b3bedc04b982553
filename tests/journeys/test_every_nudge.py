"""Sign-offs, fact checks, things to do, calls and coverage are asked by the same rules: hours, absences, snoozes, answers in words."""

from datetime import datetime, timedelta
from typing import Any

from bot.desk import calls as calls_desk
from bot.desk import fact_checks, sign_offs, statements, tasks, working
from bot.desk.work import Work
from bot.rules.answer_forms import CallForm
from bot.rules.statement_form import FactsForm, SignOffForm, StatementForm
from sandbox.people.seen import Message
from storage.absence import AbsenceRow, PresenceRow
from storage.kinds import NudgeState, RotaKind, Step, Subject, TaskKind
from storage.organisation import touch_organisation
from storage.rota import TurnRow
from storage.statement import sign_offs_of
from tests.journeys.council import LONDON, Council
from tests.journeys.test_answers import nudge_to
from tests.journeys.test_answers_in_words import said_back


def at(hour: int, minute: int = 0, day: int = 4) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=LONDON)


def is_away(council: Council, who: str, until: datetime, deputy: str | None = None) -> None:
    now = council.slack.clock.now()
    stands_in = council.person(deputy).id if deputy else None
    person = council.person(who).id
    with council.database.write() as session:
        session.add(
            AbsenceRow(person=person, starts_at=now, ends_at=until, made_by=person, made_at=now, deputy=stands_in)
        )
        touch_organisation(session)
    council.bot.desk.refresh()


def with_words(council: Council, **answers: str) -> None:
    """Priya has an enquiry, and words for it."""
    council.raises("amara", **answers)
    desk, priya = council.bot.desk, council.person("priya").id
    working.claim(desk, 1, person=priya)
    statements.draft(desk, 1, StatementForm(("Elm House stays open.",)), form_id="V7", person=priya)


def ask_yes(council: Council, *people: str) -> None:
    form = SignOffForm(tuple(council.person(one).id for one in people))
    sign_offs.ask(council.bot.desk, 1, form, person=council.person("priya").id)
    council.until_quiet()


def ask_facts(council: Council, who: str) -> None:
    fact_checks.ask(council.bot.desk, 1, FactsForm(council.person(who).id), person=council.person("priya").id)
    council.until_quiet()


def make_task(council: Council, owner: str, kind: TaskKind = TaskKind.FOI) -> None:
    def make(work: Work) -> None:
        tasks.make(work, work.enquiry(1), kind, by="close-ties", owner=council.person(owner).id)

    council.bot.desk.run(make)
    council.until_quiet()


def choose(council: Council, who: str, answer: str, subject: Subject) -> None:
    """Something out of the menu of the latest nudge of this kind."""
    sent = [one for one in council.nudges(1, subject) if one.state == NudgeState.SENT]
    [nudge] = [one for one in sent if one.person == council.person(who).id][-1:]
    nudge_to(council, who).press("nudge_more", f"{answer} {nudge.id}")
    council.until_quiet()


def menu_of(message: Message) -> list[str]:
    [row] = [block for block in message.blocks if block["type"] == "actions"]
    return [one["text"]["text"] for one in row["elements"][-1]["options"]]


# -- who is there


def test_an_approver_who_is_away_is_not_waited_for(either_council: Council) -> None:
    council = either_council
    with_words(council)
    is_away(council, "shirin", at(9, day=9))
    ask_yes(council, "shirin")
    with council.database.read() as session:
        yes = [(council.name_of(one.person), str(one.state), one.for_whom) for one in sign_offs_of(session, 1)]
    assert yes == [("Shirin", "handed_on", None), ("Joan", "asked", council.person("shirin").id)]
    assert council.asked(1, Subject.SIGN_OFF) == []
    assert council.asked(2, Subject.SIGN_OFF) == [("sign_off", "Joan")]
    assert (
        "Joan Whitfield was asked about ME-0001 in a colleague's place, since they are not there." in council.timeline()
    )
    [sent] = [one for one in council.nudges(2, Subject.SIGN_OFF) if one.step == Step.SIGN_OFF]
    nudge_to(council, "joan").press("nudge_more", f"why {sent.id}")
    assert council.private_word("joan") == (
        "Priya Nair asked for your sign-off of the words. Shirin Daryaei is away until Monday 9 March at 09:00. "
        "You are asked in place of Shirin Daryaei."
    )


def test_where_nobody_stands_in_the_officer_hears_at_once(council: Council) -> None:
    with_words(council)
    for who in ("shirin", "joan"):
        is_away(council, who, at(9, day=9))
    ask_yes(council, "shirin")
    council.look()
    council.until_quiet()
    assert council.asked(1, Subject.SIGN_OFF) == [("sign_off", "Shirin"), ("sign_off_late", "Priya")]
    assert nudge_to(council, "priya").sentence.startswith(
        "Shirin Daryaei has not answered yet about the words for ME-0001. Please ring them: Shirin Daryaei on 01632 960 105"
    )


def test_what_can_wait_waits_for_the_approvers_own_hours(council: Council) -> None:
    council.change_organisation(
        lambda text: text.replace(
            'name = "Shirin Daryaei"', 'name = "Shirin Daryaei"\nhours = { wed = "12:00-17:00", thu = "09:00-17:00" }'
        )
    )
    with_words(council, deadline="no deadline")
    ask_yes(council, "shirin")
    assert council.asked(1, Subject.SIGN_OFF) == []
    council.move_to(at(11, 59))
    assert council.asked(1, Subject.SIGN_OFF) == []
    council.move_to(at(12))
    assert council.asked(1, Subject.SIGN_OFF) == [("sign_off", "Shirin")]


def test_facts_go_to_whoever_stands_in_and_nobody_hears_nothing(council: Council) -> None:
    with_words(council)
    is_away(council, "amara", at(9, day=9), deputy="tomasz")
    ask_facts(council, "amara")
    assert council.asked(1, Subject.FACT_CHECK) == [("fact_check", "Tomasz")]
    council.person("tomasz").writes("not mine, sorry")
    assert said_back(council, "tomasz", "Thank you for saying so") == (
        "Thank you for saying so. Somebody else is being found for ME-0001."
    )
    council.look()
    council.until_quiet()
    assert council.asked(1, Subject.FACT_CHECK)[-1] == ("fact_check_late", "Priya")
    assert nudge_to(council, "priya").sentence.startswith(
        "Tomasz Zieliński has not been able to check the facts for ME-0001."
    )
    assert "Ask someone else" in nudge_to(council, "priya").buttons


def test_a_thing_to_do_goes_round_who_is_away(council: Council) -> None:
    with_words(council)
    is_away(council, "priya", at(9, day=9), deputy="dewi")
    make_task(council, "priya")
    assert council.asked(1, Subject.TASK) == [("task", "Dewi")]
    choose(council, "dewi", "why", Subject.TASK)
    assert council.private_word("dewi") == "This is to be done beside the answer, and it is with you."


# -- later, and in words


def test_a_sign_off_is_put_off_but_never_past_the_deadline(either_council: Council) -> None:
    council = either_council
    with_words(council)
    ask_yes(council, "shirin")
    assert menu_of(nudge_to(council, "shirin")) == [
        "Remind me in 30 minutes",
        "Remind me later…",
        "Why am I getting this?",
    ]
    council.person("shirin").writes("in a meeting til 3.55", thread_ts=nudge_to(council, "shirin").ts)
    assert said_back(council, "shirin", "About ME-0001") == (
        "About ME-0001: That would be too late for the deadline. This can wait until Wednesday 4 March at 15:00 at the latest."
    )
    choose(council, "shirin", "half_an_hour", Subject.SIGN_OFF)
    [again] = [one for one in council.nudges(1, Subject.SIGN_OFF) if one.step == Step.SIGN_OFF_AGAIN]
    assert (again.state, again.due_at) == (NudgeState.PLANNED, at(10, 42))
    asked = next(one for one in reversed(council.person("shirin").inbox.messages) if "sign-off" in one.readable)
    assert "You will be reminded Today at 10:42." in asked.readable
    asked.press("Don't wait")
    council.until_quiet()
    assert {one.snoozed_until for one in council.nudges(1, Subject.SIGN_OFF)} == {None}


def test_a_thing_to_do_is_answered_in_words(council: Council) -> None:
    with_words(council)
    make_task(council, "helen")
    helen = council.person("helen")
    helen.writes("on it")
    assert said_back(council, "helen", "Thank you.") == (
        "Thank you. I will ask about ME-0001 again Today at 11:12, in case it is not done by then."
    )
    council.move_to(at(11, 11))
    assert [step for step, _ in council.asked(1, Subject.TASK)] == ["task"]
    council.move_to(at(11, 12))
    council.until_quiet()
    assert [step for step, _ in council.asked(1, Subject.TASK)] == ["task", "task_again"]
    helen.writes("hand it to Dewi")
    assert said_back(council, "helen", "ME-0001 is handed on") == "ME-0001 is handed on, and they have been asked."
    council.person("dewi").writes("done")
    assert (
        said_back(council, "dewi", "Thank you. What") == "Thank you. What there was to do for ME-0001 is noted as done."
    )
    assert council.trail(1)[-1] == ("Dewi", "task_done")


def test_my_deputy_gives_the_yes_and_a_yes_is_never_given_in_words(council: Council) -> None:
    with_words(council)
    ask_yes(council, "shirin")
    shirin = council.person("shirin")
    shirin.writes("done", thread_ts=nudge_to(council, "shirin").ts)
    assert said_back(council, "shirin", "To finish") == (
        "To finish ME-0001, please use its buttons, so that what was done is written down."
    )
    first = next(one for one in shirin.inbox.messages if "asks for your sign-off" in one.readable)
    shirin.writes("ask my deputy", thread_ts=first.ts)
    assert said_back(council, "shirin", "The sign-off") == (
        "The sign-off of ME-0001 is handed on, and your deputy has been asked."
    )
    assert council.asked(2, Subject.SIGN_OFF) == [("sign_off", "Joan")]


# -- a promised call


def asks_to_be_rung(council: Council, when: str) -> None:
    council.person("shirin").writes(f"call me on 07700 900123 {when}")
    said_back(council, "shirin", "The press office has been asked")


def calls(council: Council) -> list[tuple[str, str, datetime]]:
    return [
        (str(one.step), council.name_of(one.person), one.sent_at)
        for one in council.nudges(1, Subject.CALL)
        if one.sent_at is not None
    ]


def test_the_officer_is_reminded_of_a_promised_call_until_somebody_has_rung(either_council: Council) -> None:
    council = either_council
    council.raises("amara")
    working.claim(council.bot.desk, 1, person=council.person("priya").id)
    asks_to_be_rung(council, "at 11")
    council.move_to(at(10, 59))
    assert calls(council) == []
    council.move_to(at(11))
    council.until_quiet()
    assert nudge_to(council, "priya").sentence.startswith(
        "Shirin Daryaei is waiting to be rung about ME-0001 on 07700 900123, Wednesday 4 March at 11:00."
    )
    council.move_to(at(11, 15))
    council.until_quiet()
    assert nudge_to(council, "priya").sentence.startswith(
        "Nobody has noted yet that Shirin Daryaei was rung about ME-0001. Please ring 07700 900123 now, or say that you have."
    )
    nudge_to(council, "priya").press("I have rung")
    council.until_quiet()
    assert [one for one in council.nudges(1, Subject.CALL) if one.state in (NudgeState.PLANNED, NudgeState.SENT)] == []
    assert council.trail(1)[-1] == ("Priya", "call_made")
    assert nudge_to(council, "priya").readable == "ME-0001: You rang Shirin Daryaei, Today at 11:15."


def test_a_call_for_another_time_moves_and_a_closed_enquiry_needs_none(council: Council) -> None:
    council.raises("amara")
    working.claim(council.bot.desk, 1, person=council.person("priya").id)
    asks_to_be_rung(council, "at 11")
    council.move_to(at(11))
    council.until_quiet()
    [asked] = [one for one in council.nudges() if one.step == Step.LEAD_NEW]
    calls_desk.ask_for_call(council.bot.desk, asked.id, CallForm("07700 900123", "2pm"), person=asked.person)
    planned = [one for one in council.nudges(1, Subject.CALL) if one.state == NudgeState.PLANNED]
    assert [(str(one.step), one.due_at) for one in planned] == [("call", at(14)), ("call_again", at(14, 15))]
    card = council.card(reader="priya")
    card.press("Close")
    council.person("priya").form.fill(outcome="no_comment_needed", outcome_note="It went away.").submit()
    council.until_quiet()
    assert {one.state for one in council.nudges(1, Subject.CALL)} <= {NudgeState.SETTLED, NudgeState.MOOT}


def test_a_call_after_the_officer_has_gone_is_spoken_of_before_they_go(council: Council) -> None:
    council.raises("amara", deadline="no deadline")
    working.claim(council.bot.desk, 1, person=council.person("priya").id)
    asks_to_be_rung(council, "at 7pm")
    first, _ = council.nudges(1, Subject.CALL)
    assert (first.step, first.due_at) == (Step.CALL, at(16, 45))


# -- who is on call, and who cannot be reached


def test_whoever_has_the_rotas_turn_is_who_is_to_be_rung(council: Council) -> None:
    turn: dict[str, Any] = {"starts_at": at(9), "ends_at": at(9, day=11), "made_by": "U0HELEN05", "made_at": at(9)}
    with council.database.write() as session:
        session.add(TurnRow(kind=RotaKind.PRESS, person=council.person("dewi").id, **turn))
        touch_organisation(session)
    council.bot.desk.refresh()
    council.raises("amara", deadline="11am today")
    number = council.organisation.people[council.person("dewi").id].phone
    assert f"ring Dewi Hughes on {number}." in " ".join(council.said_to("amara"))
    council.move_to(at(10, 22))
    council.until_quiet()
    [ring] = [one for one in council.said_to("amara") if "Nobody has been able" in one]
    assert ring.splitlines()[0].endswith(f"Please ring Dewi Hughes on {number} now.")
    council.move_to(at(9, 1, day=11))
    council.bot.desk.refresh()
    assert council.bot.desk.organisation.rung is None, "the turn is over, and the duty line is named again"


def test_a_closed_account_that_a_message_ran_into_is_kept_in_mind(council: Council) -> None:
    shirin = council.person("shirin").id
    council.slack.workspace.people[shirin].deactivated = True  # nobody tells us
    council.raises("amara")
    council.raises("amara", question="And the day centre?")
    council.move_to(council.slack.clock.now() + timedelta(seconds=2))
    council.until_quiet()
    with council.database.read() as session:
        row = session.get(PresenceRow, shirin)
    assert row is not None and row.deactivated
    council.bot.desk.refresh()
    warned = [
        one for one in council.person("priya").in_channel("press-desk").messages if "switched off" in one.sentence
    ]
    assert len(warned) == 1, "the press office is told once"
    council.raises("amara", question="And the library?")
    assert ("lead_new", "Joan") in council.asked(3)
