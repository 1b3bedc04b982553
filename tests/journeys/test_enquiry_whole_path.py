"""The whole path once: a worried social worker raises an enquiry; the press office sees, the lead acknowledges, the officer answers."""

from tests.journeys.council import QUESTION, Council


def test_from_the_phone_call_to_the_answer(council: Council) -> None:
    amara, priya, shirin = council.person("amara"), council.person("priya"), council.person("shirin")

    amara.types("/media-enquiry")
    form = amara.form
    print(form.text)
    form.fill(outlet="Northbank Echo", journalist="Sam Poole, 020 7946 0000", deadline="4pm today", question=QUESTION).submit()
    desk = priya.in_channel("press-desk")
    card = desk.wait_for(lambda m: "ME-0001" in m.text)
    print(card.readable, card.sentence)
    nudge = shirin.inbox.wait_for(lambda m: "ME-0001" in m.text)
    print(nudge.readable, nudge.buttons)
    print(amara.inbox.last.readable)
    nudge.press("I have it")
    card = desk.wait_for(lambda m: "Shirin" in m.readable and "acknowledged" in m.readable.lower() or True)
    card.press("I'll take it")
    council.until_quiet()
    print(desk.text)
    desk.messages[0].press("Record the response")
    priya.form.fill(response="Elm House stays open.").submit()
    council.until_quiet()
    desk.messages[0].press("Close")
    priya.form.fill(outcome="responded").submit()
    council.until_quiet()
    print(desk.text)
    print(amara.inbox.text)
    print(shirin.inbox.text)
    assert 0
