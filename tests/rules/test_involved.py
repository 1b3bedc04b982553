"""Whoever is left out is asked nothing, reads nothing and is named nowhere; whoever may be named deals with nothing."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.deeds import Deed
from bot.rules.involved import around, asked_around, check_leaving_out, without
from bot.rules.moves import check_unrestrict
from bot.rules.nudge_policy import POLICY
from bot.rules.permissions import RULES, allowed, check
from bot.rules.reasons import Reason, Refused
from bot.rules.recipients import first_lead, lead_of, next_deputy, officer_on_duty, recipient_of
from bot.rules.sensitivity import chain_of, readers
from storage.kinds import Role
from tests.rules.northbank import (
    ADMIN,
    DEPUTY,
    HEAD,
    LEAD,
    OFFICER,
    ONCALL,
    OTHER_OFFICER,
    SECOND,
    WORKER,
    at,
    enquiry,
    organisation,
)

OFFICE = [OFFICER, OTHER_OFFICER, ONCALL, HEAD]
EVERYONE = [LEAD, DEPUTY, SECOND, *OFFICE, ADMIN, "UDIRECTOR", "ULAWYER"]
NOON = at("2026-11-25 12:00")
NIGHT = at("2026-11-25 23:00")


@settings(deadline=None)  # the first example loads the bank holidays
@given(st.lists(st.sampled_from(EVERYONE), unique=True))
def test_nobody_left_out_is_asked_reads_or_may_do_anything(people: list[str]) -> None:
    matter, told = enquiry(excluded=people, lead=None), organisation()
    for step in POLICY:
        for when in (NOON, NIGHT):
            assert recipient_of(step, matter, told, when) not in people
    assert not readers(matter, told) & set(people)
    assert not set(chain_of(matter, told)) & set(people)
    assert not [(deed, one) for deed in RULES for one in people if allowed(deed, one, told, matter)]
    left = around(told, matter)
    named = [one for holders in left.roles.values() for one in holders]
    assert not {*named, left.on_call, *(area.press_officer for area in left.service_areas.values())} & set(people)


@settings(deadline=None)  # the first example loads the bank holidays
@given(st.lists(st.sampled_from(EVERYONE), unique=True))
def test_whoever_may_be_named_is_asked_nothing_and_reads_what_they_could(people: list[str]) -> None:
    matter, told = enquiry(named=people, lead=None), organisation()
    for step in POLICY:
        assert recipient_of(step, matter, told, NOON) not in people
    assert next_deputy(matter, told) not in people
    assert readers(matter, told) == readers(enquiry(lead=None), told)
    assert not [one for one in people if allowed(Deed.CLAIM, one, told, matter)]


def test_the_first_deputy_leads_where_the_lead_is_left_out() -> None:
    matter = enquiry(excluded=[LEAD], lead=None)
    assert lead_of(matter, organisation()) == DEPUTY
    assert next_deputy(matter, organisation()) == SECOND
    assert first_lead(without(organisation(), [LEAD, DEPUTY, SECOND]), "adults") is None


def test_an_administrator_stands_in_for_the_head_and_then_the_press_office() -> None:
    assert without(organisation(), [HEAD]).head_of_comms == ADMIN
    assert without(organisation(), [HEAD, ADMIN]).holders(Role.HEAD_OF_COMMS) == (OFFICER, OTHER_OFFICER, ONCALL)
    assert without(organisation(roles={}), [HEAD]).head_of_comms is None


def test_the_officer_on_duty_is_the_next() -> None:
    assert officer_on_duty(without(organisation(), [OFFICER]), "adults", NOON) == HEAD
    assert officer_on_duty(without(organisation(), [ONCALL]), "adults", NIGHT) == OFFICER


def test_the_number_to_ring_is_not_theirs() -> None:
    told = organisation(duty_name=OFFICER.title())
    assert around(told, enquiry(excluded=[LEAD])).duty_name == OFFICER.title()
    people = {**told.people, HEAD: replace(told.people[HEAD], phone="020 7946 0101")}
    left = around(replace(told, people=people), enquiry(excluded=[OFFICER]))
    assert (left.duty_name, left.duty_phone) == (HEAD.title(), "020 7946 0101")
    assert around(told, enquiry(excluded=[OFFICER])).duty_phone == ""


def test_nobody_left_out_is_the_organisation_itself() -> None:
    told = organisation()
    assert around(told, enquiry()) is told
    assert asked_around(told, enquiry()) is told


def test_being_left_out_sounds_like_not_being_allowed() -> None:
    for deed in RULES:
        with pytest.raises(Refused) as refused:
            check(deed, OFFICER, organisation(), enquiry(excluded=[OFFICER]))
        assert refused.value.reason == Reason.NOT_ALLOWED_TO_READ


def test_who_cannot_be_left_out() -> None:
    assert check_leaving_out([LEAD, OFFICER], WORKER, organisation()) is None
    raiser = check_leaving_out([WORKER], WORKER, organisation())
    nobody = check_leaving_out([*OFFICE, ADMIN], WORKER, organisation())
    assert raiser is not None
    assert nobody is not None
    assert (raiser.reason, nobody.reason) == (Reason.RAISED_IT, Reason.NOBODY_LEFT)


def test_it_stays_private_while_somebody_is_left_out() -> None:
    with pytest.raises(Refused) as refused:
        check_unrestrict(enquiry(restricted=True, excluded=[LEAD]))
    assert refused.value.reason == Reason.SOMEONE_LEFT_OUT
