"""A colleague may be named: they are told first, choose who else is told, and are looked after until it is over."""

from bot.desk import tasks
from storage.involved import Involved, Task, tasks_of
from storage.kinds import Part, Subject, TaskKind, TaskState
from tests.journeys.council import QUESTION, Council


def name_colleague(council: Council, who: str, by: str = "priya", channel: str = "press-desk") -> None:
    """From the page."""
    person = council.person(by)
    council.card(channel=channel, reader=by).press("Open")
    person.form.press("A colleague may be named")
    council.until(lambda: person.form.title == "May be named: ME-0001", "the form that asks who")
    person.form.fill(named_person=council.person(who).id).submit()
    council.until_quiet()
    person.form.close(everything=True)


def things(council: Council) -> list[tuple[str, str, str]]:
    """What there is to do, by whom, and how it stands."""
    with council.database.read() as session:
        return [(str(one.kind), council.name_of(one.owner), str(one.state)) for one in tasks_of(session, 1)]


def task_of(council: Council, kind: TaskKind) -> Task:
    with council.database.read() as session:
        return next(one for one in tasks_of(session, 1) if one.kind == kind)


def test_they_are_told_first_and_the_welfare_steps_start(either_council: Council) -> None:
    council = either_council
    council.raises()
    council.card().press("I'll take it")
    council.until_quiet()
    name_colleague(council, "grace")

    word = council.said_to("grace")[-1]
    assert word.splitlines()[0] == (
        "We want you to hear this from us, before anyone else. A journalist has been in touch, and you may be named. "
        "Being asked about does not mean that you did anything wrong, and you are not alone with it. The reference is ME-0001."
    )
    assert "Priya Nair in the press office will speak with you as soon as they can." in word
    assert QUESTION not in word
    assert things(council) == [
        ("tell_first", "Priya", "open"),
        ("tell_manager", "Priya", "open"),
        ("security", "Priya", "open"),
        ("check_in", "Priya", "open"),
    ]
    assert council.enquiry().restricted
    assert QUESTION not in council.standing()
    asked = council.said_to("priya")[-1]
    assert asked.splitlines()[0] == "ME-0001: a colleague may be named. Please speak with them before anyone else does."
    assert "Grace" not in asked
    assert "To do beside the answer: 4 things" in council.card(channel="press-restricted").readable


def test_they_choose_who_else_is_told(council: Council) -> None:
    council.raises()
    name_colleague(council, "grace")
    grace, ibrahim = council.person("grace"), council.person("ibrahim")
    grace.inbox.last.press("Choose who is told")
    grace.form.fill(told_people=[ibrahim.id]).submit()
    council.until_quiet()

    assert "You chose to have told: Ibrahim Saleh." in council.said_to("grace")[-1]
    told = council.said_to("ibrahim")
    assert [one.splitlines()[0] for one in told] == [
        "A colleague wanted you to know something, about ME-0001. It is private, so it is not written here."
    ]
    ibrahim.inbox.last.press("Read")
    assert "Grace Adeyemi may be named in something that a journalist is asking about" in ibrahim.form.text
    assert ("Ibrahim", "opened") in council.trail()
    assert ("Grace", "told_chosen") in council.trail()


def test_for_safety_the_press_office_tells_someone_and_says_why(council: Council) -> None:
    council.raises()
    name_colleague(council, "grace")
    priya = council.person("priya")
    council.card(channel="press-restricted").press("Open")
    priya.form.press("Tell someone else")
    council.until(lambda: priya.form.title == "Tell others: ME-0001", "the form that asks why")
    form = priya.form.fill(told_people=[council.person("callum").id], told_because=" ").submit()
    assert form.errors == {"told_because": "Please fill this in."}
    priya.form.fill(told_because="A photographer waits at the door.").submit()
    council.until_quiet()
    with council.database.read() as session:
        row = session.query(Involved).filter_by(part=Part.TOLD).one()
    assert (row.person, row.reason) == (council.person("callum").id, "A photographer waits at the door.")
    assert "photographer" not in council.standing()
    assert "photographer" in priya.form.text


def test_a_lead_who_may_be_named_does_not_lead_it_and_still_reads_it(council: Council) -> None:
    council.raises()
    shirin = council.person("shirin")
    name_colleague(council, "shirin")
    assert council.enquiry().lead == council.person("joan").id
    assert ("lead_new", "Joan") in council.asked()
    assert council.said_to("shirin")[0].startswith("ME-0001: this has been dealt with")
    council.advance(hours=5)
    council.until_quiet()
    assert {step for step, who in council.asked() if who == "Shirin"} == {"lead_new"}
    shirin.types("/media-enquiry ME-0001", channel="general")
    assert QUESTION in shirin.form.text


def test_a_thing_to_do_is_asked_again_until_it_is_done(council: Council) -> None:
    council.raises()
    council.card().press("I'll take it")
    council.until_quiet()
    name_colleague(council, "grace")
    first = task_of(council, TaskKind.TELL_FIRST)
    council.advance(hours=1)
    council.until_quiet()
    council.advance(hours=1)
    council.until_quiet()
    reminders = [one for one in council.said_to("priya") if "This is a reminder" in one and "before anyone else" in one]
    assert len(reminders) == 1
    bundle = council.said_to("priya")[-1]
    assert bundle.startswith("3 things are waiting for you.")
    assert "ME-0001: a colleague may be named. Please speak with them before anyone else does." in bundle
    priya = council.person("priya")
    next(one for one in priya.inbox.messages if "This is a reminder" in one.readable).press("Done")
    council.until_quiet()
    standing = [one for one in council.said_to("priya") if one.startswith("ME-0001: You did it")]
    assert len(standing) == 2
    assert "Please speak with them before anyone else does." not in council.said_to("priya")[-1]
    assert task_of(council, TaskKind.TELL_FIRST).state == TaskState.DONE
    latest_after = council.nudges(first.id, subject=Subject.TASK)
    assert {str(one.state) for one in latest_after} == {"settled", "moot"}


def test_how_they_are_is_asked_a_working_day_after_the_end(council: Council) -> None:
    council.raises()
    council.card().press("I'll take it")
    council.until_quiet()
    name_colleague(council, "grace")
    assert task_of(council, TaskKind.CHECK_IN).due_at is None
    council.card(channel="press-restricted").press("Close")
    council.person("priya").form.fill(outcome="no_comment_needed").submit()
    council.until_quiet()
    assert task_of(council, TaskKind.CHECK_IN).due_at == council.slack.clock.now().replace(day=5)
    council.advance(days=1)
    council.until_quiet()
    wanted = "ME-0001: please ask the colleague who may be named how they are."
    assert any(wanted in one for one in council.said_to("priya"))


def test_not_needed_needs_a_reason_and_somebody_else_can_be_asked(council: Council) -> None:
    council.raises()
    council.card().press("I'll take it")
    council.until_quiet()
    name_colleague(council, "grace")
    priya, callum = council.person("priya"), council.person("callum")
    security, manager = task_of(council, TaskKind.SECURITY), task_of(council, TaskKind.TELL_MANAGER)
    tasks.hand_on(council.bot.desk, security.id, callum.id, person=priya.id)
    tasks.finish(council.bot.desk, task_of(council, TaskKind.TELL_FIRST).id, person=priya.id)
    council.until_quiet()
    council.advance(hours=2)
    council.until_quiet()
    assert council.said_to("callum")[-1].splitlines()[0] == (
        "ME-0001: please talk with the colleague who may be named about their safety."
    )
    callum.inbox.last.press("Read")
    assert "Talk with Grace Adeyemi about their safety" in callum.form.text
    callum.form.close()
    asked = [one for one in priya.inbox.messages if "whether their manager" in one.readable][-1]
    asked.press("Not needed")
    form = priya.form.fill(task_note="").submit()
    assert form.is_open
    priya.form.fill(task_note="Her manager raised it.").submit()
    council.until_quiet()
    with council.database.read() as session:
        settled = next(one for one in tasks_of(session, 1) if one.id == manager.id)
    assert (settled.state, settled.note) == (TaskState.NOT_NEEDED, "Her manager raised it.")
    callum.inbox.last.press("Done")
    council.until_quiet()
    assert ("Callum", "task_done") in council.trail()


def test_the_mark_alone_asks_who_it_is(council: Council) -> None:
    council.raises()
    council.person("amara").inbox.messages[0].press("Add more")
    council.person("amara").form.fill(marks=["staff_named"]).submit()
    council.until_quiet()
    assert things(council) == [("tell_first", "Priya", "open")]
    assert "Please find out who, so that they hear it from us before anyone else." in council.said_to("priya")[-1]
    name_colleague(council, "grace", channel="press-restricted")
    assert things(council)[:2] == [("tell_first", "Priya", "done"), ("tell_first", "Priya", "open")]


def test_named_by_mistake_they_hear_so_and_nothing_is_planned_for_them(either_council: Council) -> None:
    council = either_council
    council.raises()
    council.card().press("I'll take it")
    council.until_quiet()
    name_colleague(council, "grace")
    grace, priya = council.person("grace"), council.person("priya")
    grace.inbox.last.press("Choose who is told")
    grace.form.fill(told_people=[council.person("ibrahim").id]).submit()
    council.until_quiet()

    council.card(channel="press-restricted").press("Open")
    priya.form.press("Not them after all")
    council.until_quiet()

    assert council.said_to("grace")[-2] == "ME-0001: this was a mistake of ours. Nothing is needed from you."
    assert council.said_to("grace")[-1] == (
        "We were wrong: this is not about you. We told you that you may be named in something that a journalist is asking about "
        "(ME-0001). You may not, and nothing is needed from you. We are sorry for the worry. "
        "If you would like to talk about it, ring Priya Nair on 01632 960 100."
    )
    told = council.said_to("ibrahim")
    assert told[-2] == "ME-0001: this was a mistake of ours. Nothing is needed from you."
    assert told[-1].startswith(
        "What we told you about a colleague was a mistake of ours. It is not about them (ME-0001)."
    )
    assert {state for _, _, state in things(council)} == {"not_needed"}
    assert council.enquiry().named == []
    assert council.enquiry().restricted
    assert ("Priya", "staff_not_named") in council.trail()
    council.until(lambda: "May be named" not in priya.form.text, "the page says so too")
    priya.form.close(everything=True)
    before = len(council.said_to("priya"))
    council.advance(days=2)
    council.until_quiet()
    assert [one for one in council.said_to("priya")[before:] if "colleague" in one] == []


def test_named_by_mistake_and_then_rightly(council: Council) -> None:
    council.raises()
    name_colleague(council, "grace")
    priya = council.person("priya")
    for _ in range(2):
        council.card(channel="press-restricted").press("Open")
        priya.form.press("Not them after all")
        council.until_quiet()
        priya.form.close(everything=True)
        name_colleague(council, "grace", channel="press-restricted")
    words = council.said_to("grace")
    assert [one.startswith("We want you to hear this from us") for one in words] == [False, False, False, False, True]
    assert council.enquiry().named == [council.person("grace").id]
    assert [state for _, _, state in things(council)].count("open") == 4
    assert council.trail().count(("Priya", "staff_not_named")) == 2
