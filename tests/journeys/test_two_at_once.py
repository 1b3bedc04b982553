"""Two people press in the same moment: one effect, and the second is told kindly what the first did."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from tests.journeys.council import Council


def together(*deeds: Callable[[], object]) -> None:
    """Do these at the very same time."""
    gate = Barrier(len(deeds))

    def do(deed: Callable[[], object]) -> None:
        gate.wait()
        deed()

    with ThreadPoolExecutor(len(deeds)) as pool:
        for done in [pool.submit(do, deed) for deed in deeds]:
            done.result()


def test_two_press_officers_take_it(two_processes: Council) -> None:
    council = two_processes
    council.raises("amara")
    cards = {name: council.card(reader=name) for name in ("priya", "dewi")}

    together(*(lambda card=card: card.press("I'll take it") for card in cards.values()))
    council.until_quiet()

    taken_by = council.name_of(council.enquiry().officer or "")
    second = {"Priya": "dewi", "Dewi": "priya"}[taken_by]
    first = council.person(taken_by.lower()).real_name
    assert council.private_word(second, "press-desk") == (
        f"{first} has already taken this one. Nothing more is needed from you."
    )
    assert council.trail() == [("Amara", "recorded"), (taken_by, "claimed")]
    assert council.timeline() == ["Amara Okafor raised ME-0001.", f"{first} took ME-0001."]
    assert council.said_to("amara")[1:] == [
        f"{first} in the press office has ME-0001 now, and will deal with the journalist."
    ]


def test_one_presses_twice(either_council: Council) -> None:
    council = either_council
    council.raises("amara")
    card = council.card()
    together(lambda: card.press("I'll take it"), lambda: card.press("I'll take it"))
    council.until_quiet()
    assert council.trail() == [("Amara", "recorded"), ("Priya", "claimed")]
    assert len(council.said_to("amara")) == 2
    assert [message for message in council.person("priya").in_channel("press-desk").messages if message.ephemeral] == []


def test_lead_and_deputy_say_i_have_it(two_processes: Council) -> None:
    council = two_processes
    council.raises("amara")
    council.advance(hours=1.6)
    council.until_quiet()
    nudges = {name: council.person(name).inbox.last for name in ("shirin", "joan")}

    together(*(lambda nudge=nudge: nudge.press("I have it") for nudge in nudges.values()))
    council.until_quiet()

    has_it = council.name_of(council.enquiry().lead_acknowledged_by or "")
    second = {"Shirin": "joan", "Joan": "shirin"}[has_it]
    assert council.private_word(second) == (
        f"{council.person(has_it.lower()).real_name} has already said they have it. Nothing more is needed from you."
    )
    assert [entry for entry in council.trail() if entry[1] == "acknowledged"] == [(has_it, "acknowledged")]


def test_two_close_it_and_a_pressed_hand_on_twice_asks_one_deputy(either_council: Council) -> None:
    council = either_council
    council.raises("tomasz")
    nudge = council.person("marcus").inbox.last
    together(lambda: nudge.press("Hand to my deputy"), lambda: nudge.press("Hand to my deputy"))
    council.until_quiet()
    assert [entry for entry in council.trail() if entry[1] == "handed_on"] == [("Marcus", "handed_on")]
    assert len(council.said_to("shirin")) == 1

    forms = []
    for name in ("priya", "dewi"):
        council.card(channel="press-restricted", reader=name).press("Close")
        forms.append(council.person(name).form.fill(outcome="declined"))
    together(*(form.submit for form in forms))
    council.until_quiet()
    assert sorted(form.is_open for form in forms) == [False, True]
    left = next(form for form in forms if form.is_open)
    closer = council.organisation.people[council.enquiry().closed_by or ""].name
    assert left.errors == {
        "outcome": f"{closer} has already closed this enquiry. If there is more to do, the press office can open it again."
    }
    assert [action for _, action in council.trail()].count("closed") == 1


def test_one_story_is_picked_up_and_declined(two_processes: Council) -> None:
    council = two_processes
    council.sends_in("amara")
    council.card("GN-0001", reader="dewi").press("Decline")
    form = council.person("dewi").form.fill(declined_because="We told one like it last week.", suggestion="In May.")
    card = council.card("GN-0001")

    together(lambda: card.press("Pick up"), form.submit)
    council.until_quiet()

    if council.story().status == "picked_up":
        assert form.errors == {"declined_because": "Priya Nair has already answered this story idea."}
    else:
        assert council.private_word("priya", "press-desk") == "Dewi Hughes has already answered this story idea."
    assert len(council.said_to("amara")) == 2, "the author hears one answer, not two"
