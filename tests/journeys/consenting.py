"""What the journeys about consent do again and again: a story whose people agree, their forms, and where it is told."""

from datetime import datetime
from typing import Any

from bot.desk import consent_ends, consents, story_answers
from bot.rules.consent_form import ConsentForm
from bot.rules.story_answers import TellForm
from sandbox.people.form import Form
from sandbox.people.seen import Message
from storage.kinds import Subject
from storage.story_told import TakeDown, Telling, take_downs_of, tellings_of
from tests.journeys.council import LONDON, Council

AGREED: dict[str, Any] = {
    "recognisable": "agreed",
    "consent_who": "the tenant",
    "consent_how": "She told her key worker on Monday.",
    "consent_uses": ["colleagues", "website"],
}
TITLE = "A garden for everyone"
WORDS = "Neighbours and residents planted the garden at Elm House together."


def london(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON)


def at(council: Council, moment: datetime) -> None:
    """The moment comes, and everything that is due has been looked at."""
    council.move_to(moment)
    for bot in council.bots:
        consent_ends.tick(bot.desk)
    council.look()
    council.until_quiet()


def a_story(council: Council, who: str = "amara", **answers: Any) -> None:
    """Sent in by the form, seen by the person in it, and picked up."""
    council.sends_in(who, **{**AGREED, **answers})
    council.card("GN-0001").press("Pick up")
    council.until_quiet()


def seen_the_words(council: Council, number: int = 1, **changes: Any) -> None:
    """Her own form: she has seen the words, so that it may be told outside too."""
    known = council.consents()[number - 1]
    form = ConsentForm(who=known.who, uses=tuple(known.uses), how=known.how, until=known.until, seen_words=True)
    facts = {name: getattr(form, name) for name in ("who", "uses", "how", "until", "seen_words")} | changes
    consents.change(council.bot.desk, known.id, ConsentForm(**facts), person=council.person("amara").id)
    council.until_quiet()


def told_on_the_website(council: Council, who: str = "priya", use: str = "website") -> Telling:
    """Somebody of the press office has put it there."""
    place = f"The council's {use}"
    form = TellForm(use=use, place=place, told_on="2026-03-04", link=f"https://northbank.example/{use}")
    told = story_answers.tell_here(council.bot.desk, 1, form, form_id=f"V{use}", person=council.person(who).id)
    council.until_quiet()
    return told


def page(council: Council, who: str = "amara") -> Form:
    """The story's page, opened from the card by the press office, from a message by its author."""
    if who == "amara":
        opening = [one for one in council.person("amara").inbox.messages if "Open" in one.buttons]
        opening[-1].press("Open")
    else:
        council.card("GN-0001", reader=who).press("Open")
    return council.person(who).form


def form_with(council: Council, who: str, field: str) -> Form:
    """The form on top, once it asks this."""
    person = council.person(who)
    council.until(lambda: field in person.form.fields, f"a form that asks {field}")
    return person.form


def told_in_words(council: Council, who: str, words: str) -> Message:
    """Somebody writes to the bot, and is answered."""
    person = council.person(who)
    before = len(person.inbox.messages)
    person.writes(words)
    answered = person.inbox.wait_until(lambda seen: len(seen) >= before + 2)
    council.until_quiet()
    return answered[-1]


def withdrawn(council: Council, who: str = "priya", **answers: Any) -> None:
    """They have changed their mind, and somebody says so on the story's page."""
    opened = page(council, who)
    opened.press("Changed their mind")
    form_with(council, who, "consent_uses_ended").fill(**answers).submit()
    council.until_quiet()
    council.person(who).form.close(everything=True)


def good_news(council: Council) -> list[str]:
    return [message.readable for message in council.person("amara").in_channel("good-news").messages]


def places(council: Council) -> list[Telling]:
    with council.database.read() as session:
        return tellings_of(session, 1)


def take_downs(council: Council) -> list[TakeDown]:
    with council.database.read() as session:
        return take_downs_of(session, 1)


def asked_to_take_down(council: Council, number: int = 1) -> list[tuple[str, str]]:
    return council.asked(number, Subject.TAKE_DOWN)
