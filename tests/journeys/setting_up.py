"""The settings as whoever looks after Close Ties has them before them: opened from App Home, row by row."""

from sandbox.people.form import Form
from storage import audit
from storage.kinds import Subject
from storage.organisation import Organisation, read_organisation
from tests.journeys.council import Council


def settings(council: Council, who: str = "helen") -> Form:
    """Somebody opens their App Home and presses Settings."""
    person = council.person(who)
    if person.has_form:  # what is open hides the page behind it
        person.form.close(everything=True)
    person.home.open().wait_for(lambda words: "Settings" in words).press("Settings")
    council.until(lambda: person.form.title == "Settings", "the settings are open")
    return person.form


def press_row(council: Council, row: str, who: str = "helen") -> Form:
    """The button beside a row of the page on top, by the row's words; the form that is on top then."""
    form = council.person(who).form
    block = next(one for one in form.blocks if row in str(one.get("text", {}).get("text", "")))
    actions, action = form.stage.actions, block["accessory"]["action_id"]
    before = form.seen["view_id"], form.text
    form.stage.run(actions.press(form.reader, action, block_id=block["block_id"]))
    return another(council, who, before)


def another(council: Council, who: str, before: tuple[str, str]) -> Form:
    """The form or page that comes in the place of another, or on top of it."""

    def on_top() -> tuple[str, str]:
        form = council.person(who).form
        return form.seen["view_id"], form.text

    council.until(lambda: on_top() != before, f"something else before {who}")
    return council.person(who).form


def organisation_now(council: Council) -> Organisation:
    with council.database.read() as session:
        found = read_organisation(session)
    assert found is not None
    return found


def changes(council: Council) -> list[object]:
    """What was changed in the settings, as the trail keeps it."""
    with council.database.read() as session:
        entries = audit.entries_of(session, Subject.ORGANISATION, 1)
        assert audit.verify(session) == []
    return [entry.details.get("changes") for entry in entries if entry.action == "set_up" and entry.details]
