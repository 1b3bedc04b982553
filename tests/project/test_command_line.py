"""The command line as whoever types it meets it: what it prints, and the exit code it ends with."""

from pathlib import Path

from bot.demo import ORGANISATION
from bot.manifest import as_json
from storage.audit import entries_of, verify
from storage.engine import Database
from storage.kinds import Subject
from tests.project.command_line import northbank, tokens, typed


def test_the_version_is_the_installed_one(tmp_path: Path) -> None:
    assert typed(tmp_path, "version").stdout == "0.1.0\n"


def test_the_manifest_is_printed_as_it_is_kept(tmp_path: Path) -> None:
    assert typed(tmp_path, "manifest").stdout == as_json()


def test_an_organisation_is_loaded_and_exported_again(tmp_path: Path) -> None:
    loaded = typed(tmp_path, "organisation", "load", str(ORGANISATION))
    first = typed(tmp_path, "organisation", "export", "out.toml")
    again = typed(tmp_path, "organisation", "load", "out.toml")
    printed = typed(tmp_path, "organisation", "export")

    assert [loaded.stderr, first.stderr, again.stderr] == [
        "Northbank Council is loaded.\n",
        "Northbank Council is written to out.toml.\n",
        "Northbank Council is loaded.\n",
    ]
    assert printed.stdout == (tmp_path / "out.toml").read_text(encoding="utf-8")
    assert 'name = "Tomasz Zieliński"' in printed.stdout


def test_nothing_loaded_is_nothing_to_export(tmp_path: Path) -> None:
    ended = typed(tmp_path, "organisation", "export")

    assert (ended.returncode, ended.stderr.splitlines()[0]) == (1, "No organisation is loaded yet.")


def test_check_finds_no_hole_in_the_sample_and_says_that_slack_was_not_asked(tmp_path: Path) -> None:
    ended = typed(tmp_path, "organisation", "check", str(ORGANISATION))

    assert (ended.returncode, ended.stderr.splitlines()) == (
        0,
        ["Slack itself was not asked: SLACK_BOT_TOKEN is not set.", "Northbank Council: no hole found."],
    )


def test_check_names_holes_on_both_sides(tmp_path: Path) -> None:
    text = ORGANISATION.read_text(encoding="utf-8").replace('deputies = ["joan"]\n', "")
    (tmp_path / "our.toml").write_text(text, encoding="utf-8")
    with northbank(archived=True) as slack:
        ended = typed(tmp_path, "organisation", "check", "our.toml", **tokens(slack))

    assert (ended.returncode, ended.stderr.splitlines()) == (
        1,
        [
            "Northbank Council: 2 things want putting right.",
            "  • Adults' social care has no deputy: when its lead is away, nobody in the service is asked.",
            "  • The restricted channel #press-restricted is archived: nothing can be posted in it.",
        ],
    )


def test_check_says_when_slack_does_not_answer(tmp_path: Path) -> None:
    ended = typed(
        tmp_path,
        "organisation",
        "check",
        str(ORGANISATION),
        SLACK_BOT_TOKEN="xoxb-1",
        SLACK_API_URL="http://127.0.0.1:9/api/",
    )

    assert ended.returncode == 2
    assert ended.stderr.startswith("Slack does not answer: ")
    assert "Traceback" not in ended.stderr


def test_a_file_that_is_not_understood_ends_with_its_problems(tmp_path: Path) -> None:
    (tmp_path / "our.toml").write_text('name = "N"\nnmae = "N"\n', encoding="utf-8")

    ended = typed(tmp_path, "organisation", "load", "our.toml")

    assert (ended.returncode, ended.stderr.splitlines()) == (
        2,
        ["our.toml cannot be used as it is.", "  • nmae: no setting has this name."],
    )


def test_loading_an_organisation_is_in_the_trail_with_what_changed(tmp_path: Path) -> None:
    typed(tmp_path, "organisation", "load", str(ORGANISATION))
    text = ORGANISATION.read_text(encoding="utf-8").replace('on_call = "priya"', 'on_call = "dewi"')
    (tmp_path / "our.toml").write_text(text.replace("01632 960 102", "01632 960 199"), encoding="utf-8")
    typed(tmp_path, "organisation", "load", "our.toml")

    database = Database(f"sqlite:///{tmp_path / 'close-ties.db'}")
    with database.read() as session:
        first, second = entries_of(session, Subject.ORGANISATION, 1)
        assert verify(session) == []
    database.dispose()
    assert (first.actor, first.action) == ("close-ties", "loaded")
    assert (first.details or {})["changes"]["name"] == [None, "Northbank Council"]
    assert (second.details or {})["changes"] == {
        "press_office.on_call": ["priya", "dewi"],
        "people.dewi.phone": "changed",
    }
