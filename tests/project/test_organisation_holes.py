"""Every hole has words, and they name the line of the file to change."""

from dataclasses import replace

from bot.demo import ORGANISATION
from bot.organisation.file import organisation_from, read_organisation_file
from bot.organisation.findings import Finding
from bot.organisation.holes import SENTENCES, findings
from bot.rules.holes import HoleCode

NORTHBANK = read_organisation_file(ORGANISATION)


def sentences(text: str) -> list[str]:
    return [finding.sentence for finding in findings(organisation_from(text))]


def test_every_hole_has_a_sentence() -> None:
    assert set(SENTENCES) == set(HoleCode)


def test_the_sample_council_has_no_hole() -> None:
    assert findings(NORTHBANK) == []


def test_an_empty_organisation_is_told_everything() -> None:
    assert sentences('name = "Northbank"') == [
        "press_office.officers is empty: nobody could take an enquiry.",
        "press_office.head is not set: what nobody takes would go to nobody.",
        "others.approvers is empty: nobody could sign words off.",
        "others.administrators is empty: nobody would hear when a message cannot be delivered.",
        "There is no service area, so no enquiry can reach a lead. Add [service_areas.KEY].",
        "press_office.on_call is not set: outside working hours nobody is asked first.",
        "press_office.duty_phone is not set: somebody who would rather talk finds no number.",
        "sharing.joint_group is empty: a rule that got in someone's way goes to the head of communications alone.",
        "channels.triage is not set.",
        "channels.restricted is not set.",
        "channels.intake is not set.",
        "channels.good_news is not set.",
    ]


def test_a_chain_with_holes_names_the_service_and_the_people() -> None:
    found = set(
        sentences(
            """
            name = "Northbank"
            [press_office]
            officers = ["U0GONE"]
            on_call = "amara"
            [people.amara]
            slack = "U0AMARA"
            name = "Amara Okafor"
            [service_areas.adults]
            name = "Adults' social care"
            press_officer = "U0ELSE"
            """
        )
    )

    assert {sentence for sentence in found if "Adults" in sentence or "U0" in sentence or "Amara" in sentence} == {
        "Adults' social care has no lead: its enquiries will wait for the press office alone.",
        "Adults' social care has no deputy: when its lead is away, nobody in the service is asked.",
        "U0GONE (press_office.officers) is not under [people], so they have no name and no number.",
        "U0ELSE (service_areas.adults.press_officer) is not under [people], so they have no name and no number.",
        "Amara Okafor (press_office.on_call) is asked to take enquiries, but may not: add them to press_office.officers.",
        (
            "U0ELSE (service_areas.adults.press_officer) is asked to take enquiries, but may not: "
            "add them to press_office.officers."
        ),
    }


def test_a_restricted_channel_that_is_also_another_refuses() -> None:
    shared = replace(NORTHBANK, good_news_channel=NORTHBANK.restricted_channel)

    assert findings(shared) == [
        Finding(
            "channels.good_news is the restricted channel too. Restricted enquiries need one of their own.",
            refuses=True,
        )
    ]
