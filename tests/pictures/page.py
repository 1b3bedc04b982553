"""What docs/nudges.md says between its marks, and the files of its pictures."""

import re

from tests.pictures import tables
from tests.pictures.examples import Example, examples, northbank
from tests.pictures.timeline import draw

PAGE = "docs/nudges.md"
PICTURES = "docs/pictures"


def files(page: str) -> dict[str, str]:
    """Each file as the rules would have it now, by its path; the page with what stands outside its marks unchanged."""
    organisation = northbank()
    several = examples(organisation)
    parts = {
        "policy": tables.policy(),
        "words": tables.words(),
        "stories": tables.stories(),
        "examples": "\n\n".join(_example(one) for one in several),
    }
    drawn = {
        f"{PICTURES}/{one.file}.svg": draw(one, organisation.calendar, tables.in_a_sentence(one, organisation))
        for one in several
    }
    for name, text in parts.items():
        page = _between(page, name, text)
    return {PAGE: page, **drawn}


def _example(one: Example) -> str:
    organisation = northbank()
    picture = f"![{one.title}: who is asked when, also in the table below](pictures/{one.file}.svg)"
    return "\n\n".join([f"### {one.title}", tables.introduction(one), picture, tables.example(one, organisation)])


def _between(page: str, name: str, text: str) -> str:
    """The page with this between the two marks of that name. KeyError where they are not there."""
    begin, end = f"<!-- {name}: written by make docs-pictures -->", f"<!-- end of {name} -->"
    if begin not in page or end not in page:
        raise KeyError(name)
    return re.sub(
        f"{re.escape(begin)}.*?{re.escape(end)}", lambda _: f"{begin}\n\n{text}\n\n{end}", page, flags=re.DOTALL
    )
