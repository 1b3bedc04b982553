"""Asking about sharing, for the journeys."""

from typing import Any

from storage.share import ShareAsk, get_share
from tests.journeys.council import Council

WORDS = "Our garden club won a prize at the county show."
QUESTIONS = ("share_person", "share_child", "share_court", "share_for_us", "share_colleague", "share_press")


def asks(council: Council, who: str = "amara", **changes: Any) -> Any:
    """Somebody asks by the form, which grows as they answer; every question that is not given is answered with no."""
    person = council.person(who)
    answered = person.form.seen["view_id"] if person.has_form else ""  # what an earlier question left open
    person.types("/can-i-share")
    council.until(lambda: person.has_form and person.form.seen["view_id"] != answered, "a form of its own opens")
    if "share_kind" in changes:
        person.form.fill(share_kind=changes["share_kind"])
        label = {"speak": "What would you like to say?", "change": "What should we change"}[changes["share_kind"]]
        council.until(lambda: label in person.form.text, "the form is another")
    for field in ("share_person", "share_child"):
        if changes.get(field) == "yes":
            person.form.fill(**{field: "yes"})
            council.until(lambda: "have they agreed" in person.form.text, "the form has grown")
    shown = {str(one.get("block_id")) for one in person.form.blocks}
    answers = {"share_words": WORDS, "share_place": "My own LinkedIn", **dict.fromkeys(QUESTIONS, "no"), **changes}
    form = person.form.fill(**{field: value for field, value in answers.items() if field in shown}).submit()
    council.until_quiet()
    return form


def answered_with(council: Council, button: str, who: str = "priya", **fields: str) -> Any:
    """Somebody of the press office answers in words, from the card."""
    council.card("SH-0001", reader=who).press(button)
    form = council.person(who).form.fill(**fields).submit()
    council.until_quiet()
    return form


def kept(council: Council, number: int = 1) -> ShareAsk:
    """The question as it is kept."""
    with council.database.read() as session:
        found = get_share(session, number)
    assert found is not None
    return found
