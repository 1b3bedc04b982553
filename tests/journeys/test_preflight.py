"""Before it is needed: the chain is looked over each morning, the press office is told once, and sees what is mended."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.desk import preflight
from storage.absence import AbsenceRow, PresenceRow
from storage.kinds import Subject
from storage.organisation import save_organisation, touch_organisation
from tests.journeys.council import LONDON, T0, Council

NINE = datetime(2026, 3, 5, 9, 0, tzinfo=LONDON)
TITLE = "Before it is needed"


def _told(council: Council) -> list[str]:
    messages = council.person("priya").in_channel("press-desk").messages
    return [one.readable for one in messages if TITLE in one.readable or "is mended" in one.readable]


def _looks(council: Council) -> None:
    for bot in council.bots:
        bot.desk.refresh()
        preflight.tick(bot.desk)
    council.until_quiet()


def test_nothing_to_say_and_nothing_is_posted(council: Council) -> None:
    _looks(council)
    assert _told(council) == []


def test_holes_are_told_once_and_edited_as_they_are_mended(two_processes: Council) -> None:
    council = two_processes
    council.change_organisation(
        lambda text: text.replace('deputies = ["joan"]', "").replace('duty_phone = "01632 960 100"', "")
    )
    council.slack.clock.move_to(NINE - timedelta(minutes=1))
    _looks(council)
    assert _told(council) == []  # the office is shut
    council.slack.clock.move_to(NINE)
    _looks(council)
    council.restart()
    _looks(council)
    (said,) = _told(council)
    assert "There is no number for the duty line." in said
    assert "Adults' social care has nobody to stand in for its lead." in said
    assert council.trail(NINE.date().toordinal(), Subject.ORGANISATION) == [("close-ties", "looked_ahead")]
    message = next(one for one in council.person("helen").in_channel("press-desk").messages if TITLE in one.readable)
    message.press("settings_edit")
    council.until(lambda: council.person("helen").form.title == "Numbers to ring", "the form that mends it")
    form = council.person("helen").form.fill(set_duty_phone="01632 960 200").submit()
    assert not form.is_open
    _looks(council)
    (said,) = _told(council)
    assert "Mended: There is no number for the duty line." in said
    assert "One thing here would leave an enquiry waiting." in said


def test_only_those_who_look_after_it_mend_and_others_are_told_who(council: Council) -> None:
    council.change_organisation(lambda text: text.replace('duty_phone = "01632 960 100"', ""))
    _looks(council)
    message = next(one for one in council.person("priya").in_channel("press-desk").messages if TITLE in one.readable)
    message.press("settings_edit")
    assert (
        council.private_word("priya", "press-desk")
        == "Only those who look after Close Ties can change its settings. Helen Brooks can help you."
    )


def test_the_coming_week_is_looked_at_too(council: Council) -> None:
    shirin, joan, rosa = (council.person(name).id for name in ("shirin", "joan", "rosa"))
    with council.database.write() as session:
        for person in (shirin, joan):
            begins, ends = T0 + timedelta(days=1), T0 + timedelta(days=3)
            session.add(AbsenceRow(person=person, starts_at=begins, ends_at=ends, made_by=person, made_at=T0))
        session.add(PresenceRow(person=rosa, seen_at=T0, deactivated=True))
        touch_organisation(session)
    _looks(council)
    (said,) = _told(council)
    services = "nobody of Adults' social care is there: neither its lead nor anyone who stands in."
    assert f"On Thursday 5 March and Friday 6 March {services}" in said
    assert "On Thursday 5 March and Friday 6 March nobody is there who could sign words off." in said
    assert (
        "Rosa Lindqvist has left and cannot be reached in Slack, but is still named in Fostering and adoption." in said
    )
    with council.database.write() as session:
        marcus = council.person("marcus").id
        session.query(AbsenceRow).filter(AbsenceRow.person == shirin).update({"deputy": marcus})
        session.add(
            AbsenceRow(
                person=marcus,
                starts_at=datetime(2026, 3, 6, tzinfo=LONDON),
                ends_at=datetime(2026, 3, 7, tzinfo=LONDON),
                made_by=marcus,
                made_at=T0,
            )
        )
        touch_organisation(session)
    _looks(council)
    (said,) = _told(council)
    assert f"On Friday 6 March {services}" in said  # each day is mended by itself
    assert f"Mended: On Thursday 5 March {services}" in said


def test_who_does_not_work_on_a_day_is_not_there_on_it(council: Council) -> None:
    for_days = ", ".join(f'{day} = "09:00-17:00"' for day in ("mon", "tue", "wed", "thu"))
    council.change_organisation(
        lambda text: text.replace(
            'phone = "01632 960 105"', f'phone = "01632 960 105"\nhours = {{{for_days}}}'
        ).replace('phone = "01632 960 106"', f'phone = "01632 960 106"\nhours = {{{for_days}}}')
    )
    _looks(council)
    (said,) = _told(council)
    assert "On Friday 6 March nobody of Adults' social care is there" in said
    assert "On Friday 6 March nobody is there who could sign words off." in said
    assert "Children's social care" not in said  # Marcus works on Fridays


def test_whoever_is_not_known_here_yet_is_named_in_the_form_that_mends_it(council: Council) -> None:
    shirin = council.person("shirin").id
    with council.database.write() as session:
        known = council.organisation
        people = {id_: one for id_, one in known.people.items() if id_ != shirin}
        save_organisation(session, replace(known, people=people))
    _looks(council)
    message = next(one for one in council.person("helen").in_channel("press-desk").messages if TITLE in one.readable)
    message.press("settings_edit", f"person:{shirin}")
    form = council.person("helen").form
    assert form.title == "Person"
    assert shirin in str(form.blocks)
    form = form.fill(set_person_name="Shirin Daryaei").submit()
    assert not form.is_open
    _looks(council)
    assert council.bot.desk.organisation.people[shirin].name == "Shirin Daryaei"
