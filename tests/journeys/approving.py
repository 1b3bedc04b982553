"""Words that have been approved, for journeys that begin where sign-off ends; and forms that lie on an enquiry's page."""

from sandbox.people.form import Form
from storage.kinds import SignOffPart, SignOffState, Status
from storage.statement import SignOff, Statement
from tests.journeys.council import Council

PARTS = (SignOffPart.LEAD, SignOffPart.SECOND, SignOffPart.LEGAL)


def approve_words(council: Council, words: str, *people: str, number: int = 1, officer: str = "priya") -> int:
    """A statement's next version with these people's yes, the lead's first; answers its id. The enquiry is ready to be answered."""
    at = council.slack.clock.now()
    with council.database.write() as session:
        enquiry = council.enquiry(number)
        version = session.merge(enquiry)
        made = Statement(
            enquiry_id=number, version=1, words=words, drafted_by=council.person(officer).id, drafted_at=at
        )
        session.add(made)
        session.flush()
        version.statement_id = made.id
        version.status = Status.READY if people else Status.IN_PROGRESS
        for part, name in zip(PARTS, people, strict=False):
            session.add(
                SignOff(
                    enquiry_id=number,
                    statement_id=made.id,
                    person=council.person(name).id,
                    part=part,
                    asked_by=council.person(officer).id,
                    asked_at=at,
                    answered_at=at,
                    state=SignOffState.APPROVED,
                )
            )
        return made.id


def form_of(council: Council, who: str, title: str) -> Form:
    """The form of this name, once it lies before them."""
    person = council.person(who)
    council.until(lambda: person.has_form and person.form.title == title, f"{who} has {title!r} before them")
    return person.form


def page_says(council: Council, who: str, words: str) -> list[str]:
    """The lines of the page that lies before them, once they hold these words."""
    person = council.person(who)
    council.until(lambda: person.has_form and words in person.form.text, f"{who} reads {words!r}")
    return person.form.text.splitlines()


def ask_response(council: Council, officer: str, *, channel: str = "press-desk") -> Form:
    """The form that records the response, opened from the enquiry's page."""
    council.card(channel=channel, reader=officer).press("Open")
    form_of(council, officer, "ME-0001").press("Record the response")
    return form_of(council, officer, "Response: ME-0001")
