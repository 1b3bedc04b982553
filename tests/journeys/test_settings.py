"""Setting up in Slack: what an administrator changes holds at once, mistakes are answered at their field, two at once lose nothing."""

from dataclasses import replace
from datetime import time

from bot.organisation.file import organisation_from, organisation_text
from bot.rules.settings_people import without_person
from storage.kinds import Reach, Role, Subject
from storage.organisation import Organisation, Person, ServiceArea
from tests.journeys.council import Council
from tests.journeys.setting_up import another, changes, organisation_now, press_row, settings


def test_what_is_set_holds_at_once_and_is_in_the_trail(either_council: Council) -> None:
    council = either_council
    page = settings(council)
    assert "Duty line: Priya Nair 01632 960 100." in page.text
    form = press_row(council, "Numbers to ring")
    assert form.values == {
        "set_danger_number": "01632 960 999",
        "set_duty_name": "Priya Nair",
        "set_duty_phone": "01632 960 100",
    }
    form.fill(set_duty_name="The press desk", set_duty_phone="01632 960 200").submit()
    assert not form.is_open
    council.person("helen").form.wait_until(lambda one: "Duty line: The press desk 01632 960 200." in one.text)
    assert (council.bot.desk.organisation.duty_name, council.bot.desk.organisation.duty_phone) == (
        "The press desk",
        "01632 960 200",
    )
    assert changes(council) == [
        {"numbers.duty_name": ["Priya Nair", "The press desk"], "numbers.duty_phone": "changed"}
    ]


def test_a_service_area_with_people_who_are_new_to_us(council: Council) -> None:
    for person in ("callum", "yusuf"):
        _forget(council, person)
    settings(council)
    areas = press_row(council, "Service areas")
    before = areas.seen["view_id"], areas.text
    areas.press("Add a service area")
    another(council, "helen", before)
    callum, yusuf = council.person("callum").id, council.person("yusuf").id
    form = council.person("helen").form
    form.fill(set_area_name="Special needs", set_lead=callum, set_deputies=[yusuf, callum], set_area_officer=yusuf)
    form.submit()
    assert form.errors == {
        "set_deputies": "The lead cannot stand in for themselves. Please choose someone else.",
        "set_area_officer": "A colleague is not in the press office. Please choose someone who is.",
    }
    form.fill(set_deputies=[yusuf], set_area_officer=council.person("dewi").id, set_private=["yes"]).submit()
    assert not form.is_open
    council.person("helen").form.wait_until(lambda one: "Lead: Callum Reid. Stands in: Yusuf Karaca." in one.text)
    now = organisation_now(council)
    assert now.service_areas["special"] == ServiceArea(
        key="special",
        name="Special needs",
        lead=callum,
        deputies=(yusuf,),
        press_officer=council.person("dewi").id,
        restricted=True,
    )
    assert now.people[callum] == Person(id=callum, name="Callum Reid")


def _forget(council: Council, who: str) -> None:
    """Somebody whom only Slack knows."""
    council.change_organisation(lambda text: _without(text, council.organisation, council.person(who).id))


def _without(text: str, organisation: Organisation, person: str) -> str:
    return organisation_text(without_person(organisation_from(text), person))


def test_only_those_who_look_after_it_are_shown_the_way_and_others_are_told_who_is(council: Council) -> None:
    council.person("priya").home.open()
    council.until_quiet()
    assert "Settings" not in council.person("priya").home.readable
    assert "Settings" in council.person("helen").home.open().wait_for(lambda words: "Settings" in words).readable


def test_a_person_has_a_number_hours_and_a_way_to_be_reached(council: Council) -> None:
    settings(council)
    press_row(council, "*People*")
    form = press_row(council, "Marcus Bell")
    form.fill(set_phone="", set_reach="phone", set_own_hours="Mon-Wed 9-15\nsome day").submit()
    assert form.errors == {
        "set_phone": "They would like to be rung, so please add their number.",
        "set_own_hours": "Please write this line another way: some day. Like this: Monday 09:00-17:00, or Mon-Thu 9-17.",
    }
    form.fill(set_phone="01632 960 300", set_own_hours="Mon-Wed 9-15").submit()
    assert not form.is_open
    span = (time(9), time(15))
    assert organisation_now(council).people["U0MARCUS6"] == Person(
        id="U0MARCUS6",
        name="Marcus Bell",
        phone="01632 960 300",
        service_area="children",
        hours={"mon": span, "tue": span, "wed": span},
        reach=Reach.PHONE,
    )


def test_a_channel_is_looked_at_before_it_is_kept(council: Council) -> None:
    settings(council)
    form = press_row(council, "*Channels*")
    form.fill(set_intake_channel="C0SOCIALCR", set_restricted_channel="C0ELMHOUSE").submit()
    assert form.errors == {
        "set_intake_channel": "The intake channel #social-care: the bot is not in it. Write /invite @Close Ties in it.",
        "set_restricted_channel": "The restricted channel C0ELMHOUSE is not there, or the bot is not in it. "
        "Write /invite @Close Ties in it.",
    }
    form.fill(set_intake_channel="C0INTAKE", set_restricted_channel="C0PRESSDESK").submit()
    assert form.errors == {
        "set_restricted_channel": "This channel is used for something else too. Private enquiries need a channel of their own."
    }
    assert organisation_now(council).intake_channel == "C0INTAKE"


def test_two_at_once_lose_nothing(council: Council) -> None:
    council.change_organisation(
        lambda text: text.replace('administrators = ["helen"]', 'administrators = ["helen", "dewi"]')
    )
    for who in ("helen", "dewi"):
        settings(council, who)
        press_row(council, "Numbers to ring", who)
    council.person("helen").form.fill(set_duty_name="The press desk").submit()
    form = council.person("dewi").form
    form.fill(set_duty_phone="01632 960 200").submit()  # another field: both are kept
    assert not form.is_open
    assert (organisation_now(council).duty_name, organisation_now(council).duty_phone) == (
        "The press desk",
        "01632 960 200",
    )


def test_the_second_of_two_sees_what_the_first_made_of_it(council: Council) -> None:
    council.change_organisation(
        lambda text: text.replace('administrators = ["helen"]', 'administrators = ["helen", "dewi"]')
    )
    for who in ("helen", "dewi"):
        settings(council, who)
        press_row(council, "Numbers to ring", who)
    council.person("helen").form.fill(set_duty_name="The press desk", set_danger_number="01632 960 111").submit()
    form = council.person("dewi").form
    form.fill(set_duty_name="Dewi").submit()
    assert form.is_open
    assert "Someone else has changed this meanwhile." in form.text
    assert "Who answers the duty line: The press desk" in form.text
    assert form.values["set_duty_name"] == "Dewi"
    assert organisation_now(council).duty_name == "The press desk"
    form.submit()
    assert council.person("dewi").form.title == "Settings"
    now = organisation_now(council)
    assert (now.duty_name, now.danger_number) == ("Dewi", "01632 960 111")


def test_the_last_who_looks_after_it_stays(council: Council) -> None:
    settings(council)
    form = press_row(council, "*Roles*")
    form.fill(set_administrators=[]).submit()
    assert form.is_open
    assert organisation_now(council).roles[Role.ADMINISTRATOR] == (council.person("helen").id,)


def test_a_reminder_is_slower_or_off_and_nobody_can_make_it_a_hail(council: Council) -> None:
    settings(council)
    press_row(council, "*Reminders*")
    form = press_row(council, "The lead has not answered: again")
    assert form.values == {
        "set_share": "12.5",
        "set_floor": "5",
        "set_ceiling": "120",
        "set_promised": "30",
        "set_off": [],
    }
    form.fill(set_floor="0").submit()
    assert form.errors == {"set_floor": "Please give a number from 1 to 1440."}
    form.fill(set_floor="200").submit()
    assert form.errors == {"set_ceiling": "This is less than the shortest wait above. Please give a longer one."}
    form.fill(set_share="20", set_floor="10").submit()
    assert not form.is_open
    assert organisation_now(council).nudging == {"lead_again": {"share": 0.2, "floor_minutes": 10.0}}


def test_someone_who_counts_stays_and_someone_who_does_not_can_go(council: Council) -> None:
    settings(council)
    press_row(council, "*People*")
    form = press_row(council, "Marcus Bell")
    form.press("Take out")
    said = "Marcus Bell still has a part here: in a service area, in a role, or on call. Please give that to someone else first."
    council.until(lambda: said in council.person("helen").form.text, "she is told why he stays")
    council.person("helen").form.close()
    council.person("helen").form.close()
    form = press_row(council, "Callum Reid")
    form.press("Take out")
    council.until(lambda: "U0CALLUM12" not in organisation_now(council).people, "he is taken out")
    council.until(lambda: "Callum Reid" not in council.person("helen").form.text, "the page is drawn without him")
    assert ("Helen", "settings_removed") in council.trail(1, Subject.ORGANISATION)


def test_what_was_set_in_slack_is_the_same_as_a_file(council: Council) -> None:
    test_a_person_has_a_number_hours_and_a_way_to_be_reached(council)
    now = organisation_now(council)
    assert organisation_from(organisation_text(now)) == replace(now, version=0)


def test_people_set_their_own_hours_and_number(council: Council) -> None:
    shirin = council.person("shirin")
    shirin.home.open().wait_for(lambda words: "My hours" in words).press("My hours")
    council.until(lambda: shirin.form.title == "My hours", "the form")
    form = shirin.form.fill(set_own_hours="Mon-Wed 9-3\nThursday 9.30am-1pm", set_phone="", set_reach="phone").submit()
    assert form.errors == {"set_phone": "They would like to be rung, so please add their number."}
    assert not form.fill(set_phone="01632 960 333").submit().is_open
    three = (time(9), time(15))
    assert organisation_now(council).people[shirin.id] == Person(
        id=shirin.id,
        name="Shirin Daryaei",
        phone="01632 960 333",
        service_area="adults",
        hours={"mon": three, "tue": three, "wed": three, "thu": (time(9, 30), time(13))},
        reach=Reach.PHONE,
    )
    assert changes(council) == [
        {
            f"own.{shirin.id}.own_hours": [
                "",
                "Monday 09:00-15:00\nTuesday 09:00-15:00\nWednesday 09:00-15:00\nThursday 09:30-13:00",
            ],
            f"own.{shirin.id}.phone": "changed",
            f"own.{shirin.id}.reach": ["slack", "phone"],
        }
    ]


def test_who_has_no_part_has_no_hours_to_set(council: Council) -> None:
    amara = council.person("amara")
    amara.home.open()
    council.until_quiet()
    assert "My hours" not in amara.home.readable


def test_name_nation_and_time_zone_go_both_ways(council: Council) -> None:
    settings(council)
    form = press_row(council, "*Organisation*")
    assert form.values == {"set_name": "Northbank Council", "set_nation": "ENG", "set_zone": "Europe/London"}
    assert not form.fill(set_nation="SCT", set_zone="Europe/Dublin").submit().is_open
    now = organisation_now(council)
    assert (now.calendar.nation, now.calendar.zone) == ("SCT", "Europe/Dublin")
    assert changes(council) == [{"office.nation": ["ENG", "SCT"], "office.zone": ["Europe/London", "Europe/Dublin"]}]
    text = organisation_text(now)
    assert 'zone = "Europe/Dublin"' in text
    assert organisation_from(text) == replace(now, version=0)
    council.change_organisation(lambda old: old.replace('zone = "Europe/London"', 'zone = "Europe/Warsaw"'))
    settings(council)
    form = press_row(council, "*Organisation*")
    assert form.values["set_zone"] == "Europe/Warsaw"  # what only a file can set stays where it is
    assert not form.fill(set_name="Northbank").submit().is_open
    assert organisation_now(council).calendar.zone == "Europe/Warsaw"
