"""The blocks that show figures: tables, data tables and charts."""

from typing import Any

from sandbox.blockkit.composition import block_id
from sandbox.blockkit.problem import Problem
from sandbox.blockkit.rich_text import rich_text
from sandbox.blockkit.schema import (
    Check,
    Fields,
    boolean,
    by_type,
    integer,
    list_of,
    number,
    object_of,
    or_null,
    string,
    typed,
    word,
)

_id: Fields = {"block_id": block_id}
_raw_number = typed("raw_number", {"value": number()}, {"text": string()})


def _cell(text_at_least: int) -> Check:
    return by_type(
        {
            "raw_text": typed("raw_text", {"text": string(at_least=text_at_least)}, {}),
            "raw_number": _raw_number,
            "rich_text": rich_text,
        }
    )


_column = object_of({}, {"align": word("left", "center", "right"), "is_wrapped": boolean})

table = typed(
    "table",
    {"rows": list_of(list_of(_cell(0), at_most=20), at_most=100)},
    {**_id, "column_settings": list_of(or_null(_column), at_most=20)},
)
"""The plain table. Rows may be of different lengths."""


def _data_rows(data_table: dict[str, Any], at: str) -> list[Problem]:
    """A header of plain cells, and rows as long as it. Slack's wording for the length is not on record: this is ours."""
    header, *others = data_table["rows"]
    rich = [
        Problem("unsupported type: rich_text", f"{at}/rows/0/{i}/type")
        for i, cell in enumerate(header)
        if cell["type"] == "rich_text"
    ]
    ragged = [
        Problem(f"must have as many cells as the header: {len(header)}", f"{at}/rows/{i}")
        for i, row in enumerate(others, start=1)
        if len(row) != len(header)
    ]
    return rich + ragged


data_table = typed(
    "data_table",
    {
        "caption": string(),
        "rows": list_of(list_of(_cell(1), at_least=1, at_most=20), at_least=2, at_most=201),
    },
    {**_id, "page_size": integer(at_least=1, at_most=100), "row_header_column_index": integer(at_least=0)},
    _data_rows,
)
"""The table with pages, sorting and filters."""

_point = object_of({"label": string(at_most=20), "value": number()}, {})
_series = object_of(
    {"name": string(at_most=20), "data": list_of(_point, at_least=1, at_most=20)},
    {},
)
_axes = object_of(
    {"categories": list_of(string(at_most=20), at_least=1, at_most=20)},
    {"x_label": string(at_most=50), "y_label": string(at_most=50)},
)


def _series_fit_the_axes(chart: dict[str, Any], at: str) -> list[Problem]:
    """Series have names of their own and one point for each category. Slack's wording is not on record: this is ours."""
    names = [series["name"] for series in chart["series"]]
    if len(set(names)) < len(names):
        return [Problem("Input contains duplicate items", f"{at}/series")]
    categories = sorted(chart["axis_config"]["categories"])
    return [
        Problem("must have one point for each category", f"{at}/series/{i}/data")
        for i, series in enumerate(chart["series"])
        if sorted(point["label"] for point in series["data"]) != categories
    ]


def _plotted(kind: str) -> Check:
    return typed(
        kind,
        {"series": list_of(_series, at_least=1, at_most=12), "axis_config": _axes},
        {},
        _series_fit_the_axes,
    )


_segment = object_of({"label": string(at_most=20), "value": number(more_than=0)}, {})
_chart = by_type(
    {
        "pie": typed("pie", {"segments": list_of(_segment, at_least=1, at_most=12)}, {}),
        **{kind: _plotted(kind) for kind in ("bar", "area", "line")},
    }
)

data_visualization = typed("data_visualization", {"title": string(at_most=50), "chart": _chart}, _id)
"""A chart."""
