"""Changing a record field by field, so that the trail can say from what to what."""

from collections.abc import Collection, Mapping
from datetime import date
from enum import Enum

from storage.enquiry import Enquiry


def change(enquiry: Enquiry, values: Mapping[str, object], quiet: Collection[str] = ()) -> dict[str, object]:
    """Set what is different; each field's value before and after, as the trail keeps them. `quiet` fields are set and not told."""
    changed: dict[str, object] = {}
    for name, value in values.items():
        before = getattr(enquiry, name)
        if before != value:
            setattr(enquiry, name, value)
            if name not in quiet:
                changed[name] = [plain(before), plain(value)]
    return changed


def plain(value: object) -> object:
    """A value as the trail keeps it: days and moments in ISO 8601, fixed words as words."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Enum) else value
