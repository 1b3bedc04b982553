"""What is written about the product is there to be found, leads somewhere, and names all that can be typed."""

import re
import tomllib
from pathlib import Path

import pytest
from typer import Typer
from typer.core import TyperGroup
from typer.main import get_command

from bot.cli.commands import commands
from bot.manifest import SCOPES
from bot.messages.ids import Command
from bot.messages.wording import help as help_words
from bot.rules.reply_words import read

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def links_of(page: Path) -> list[str]:
    """The links within the project: what stands between brackets and is no address of its own."""
    found = LINK.findall(page.read_text(encoding="utf-8"))
    return [link for link in found if not re.match(r"[a-z]+:", link)]


def headings_of(page: Path) -> set[str]:
    """The headings as links name them: small letters, hyphens, no signs."""
    found = HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


def dead_links(page: Path) -> list[str]:
    """The links that lead nowhere."""
    dead = []
    for link in links_of(page):
        path, _, heading = link.partition("#")
        there = (page.parent / path).resolve() if path else page
        if not there.exists() or (heading and heading not in headings_of(there)):
            dead.append(link)
    return dead


def reached_from(page: Path) -> set[Path]:
    """Every page that someone can come to by links alone."""
    reached, ahead = set(), [page]
    while ahead:
        here = ahead.pop()
        if here not in reached:
            reached.add(here)
            there = [(here.parent / link.partition("#")[0]).resolve() for link in links_of(here)]
            ahead += [one for one in there if one.suffix == ".md" and one.is_file()]
    return reached


def typed_at_the_terminal(group: TyperGroup, before: str) -> list[str]:
    """Each command with the words before it."""
    found = []
    for name, one in group.commands.items():
        words = f"{before} {name}"
        found += typed_at_the_terminal(one, words) if isinstance(one, TyperGroup) else [words]
    return found


def said_of(*pages: str) -> str:
    """What stands in these pages, one after the other."""
    return "\n".join((ROOT / page).read_text(encoding="utf-8") for page in pages)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_link_is_dead(page: Path) -> None:
    assert dead_links(page) == []


def test_a_dead_link_would_be_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# It's here\n[a](page.md#its-here) [b](gone.md) [c](#nowhere) [d](https://example.org)\n", "utf-8")
    assert dead_links(page) == ["gone.md", "#nowhere"]


def test_every_page_is_named_in_the_readme() -> None:
    pages = {page.relative_to(ROOT).as_posix() for page in PAGES} - {"README.md"}
    named = {link.partition("#")[0] for link in links_of(ROOT / "README.md")}
    assert pages - named == set()
    assert set(PAGES) <= reached_from(ROOT / "README.md")


def test_every_slash_command_and_what_may_stand_after_it_is_in_words() -> None:
    after = {
        Command.MEDIA_ENQUIRY: {**help_words.LOOK_UP, **help_words.LINES, **help_words.PRE_ELECTION},
        Command.STORY_IDEA: help_words.STORIES,
        Command.PRESS_OFFICE: help_words.PRESS_OFFICE,
        Command.CAN_I_SHARE: help_words.SHARES,
    }
    typed = [command.value for command in Command]
    typed += [f"{command} {word}" for command in Command for word in after[command]]
    said = said_of("docs/commands.md").casefold()
    assert [words for words in typed if f"`{words}`".casefold() not in said] == []
    assert [command for command in Command if f"`{command}`" not in said_of("README.md")] == []


def test_answers_in_words_are_understood() -> None:
    line = next(one for one in said_of("docs/commands.md").split("\n- ") if one.startswith("**An answer to a nudge**"))
    words = re.findall(r'"([^"]+)"', line)
    assert len(words) == 7
    assert [one for one in words if read(one) is None] == []


def test_every_command_of_the_terminal_is_in_words() -> None:
    group = as_group(commands)
    typed = typed_at_the_terminal(group, "close-ties")
    rows = re.findall(r"^\| `(close-ties [^`]+)` \|", said_of("docs/commands.md"), re.MULTILINE)
    assert sorted(rows) == sorted(typed)
    readme = said_of("README.md")
    assert [name for name in group.commands if f"`{name}`" not in readme] == []


def as_group(typer: Typer) -> TyperGroup:
    """The commands as they are tried."""
    group = get_command(typer)
    assert isinstance(group, TyperGroup)
    return group


def test_every_scope_has_its_reason() -> None:
    rows = re.findall(r"^\| `([a-z_]+(?::[a-z_]+)?)` \| \S", said_of("docs/upgrading.md"), re.MULTILINE)
    assert rows == list(SCOPES)


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(said_of("pyproject.toml"))["project"]
    extras = project["optional-dependencies"]
    wanted = [one for group in (project["dependencies"], *extras.values()) for one in group]
    names = {re.split(r"[\[<>=]", one)[0] for one in wanted} - {project["name"]}
    table = said_of("docs/architecture.md").partition("## What we build on, and why")[2].lower()
    assert {name for name in names if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", table)} == set()
