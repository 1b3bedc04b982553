"""What was changed, from what, to what, as a line in the card's thread and on the page."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from bot.messages.message import Message
from bot.messages.mrkdwn import in_words, inline, moment
from bot.messages.parts import Block, quoted, section
from bot.messages.people import area_name, name
from bot.messages.wording import working as words
from bot.rules.edit_form import TEXTS
from storage.audit import AuditEntry
from storage.enquiry import Enquiry
from storage.kinds import Terms
from storage.organisation import Organisation

MOST_SHOWN, MOST_REASON = 800, 200
FEWEST_SAID, MOST_SAID, ALL_SAID = 50, 250, 350


def line(entry: AuditEntry, enquiry: Enquiry, organisation: Organisation) -> Message:
    """The change as a line in the thread. Only for an enquiry whose words may be posted."""
    details = entry.details or {}
    blocks: list[Block] = [section(one) for one in _facts(entry, enquiry, organisation, shown=True)]
    for field in TEXTS:
        if field in details:
            before, after = _both(details[field])
            what = words.CHANGED.format(**_who(entry, enquiry, organisation), what=words.FIELD[field])
            blocks += [section(what), *_quoted(words.BEFORE, before), *_quoted(words.NOW, after)]
    blocks += _quoted(words.THE_REASON, str(details.get("because") or ""))
    return Message(sentence(entry, enquiry, organisation), blocks)


def sentence(entry: AuditEntry, enquiry: Enquiry, organisation: Organisation, *, shown: bool = False) -> str:
    """The whole change in sentences, safe in mrkdwn. `shown`: moments as each reader's own Slack writes them."""
    details = entry.details or {}
    said = list(_facts(entry, enquiry, organisation, shown=shown))
    texts = [field for field in TEXTS if field in details]
    most = max(FEWEST_SAID, min(MOST_SAID, ALL_SAID // max(1, len(texts))))
    said += [_changed(field, details[field], _who(entry, enquiry, organisation), most) for field in texts]
    if details.get("because"):
        said.append(f"{words.THE_REASON.format(words=inline(str(details['because']), MOST_REASON))}")
    return " ".join(said) or words.CHANGED.format(**_who(entry, enquiry, organisation), what=words.DETAILS)


def _who(entry: AuditEntry, enquiry: Enquiry, organisation: Organisation) -> dict[str, str]:
    return {"who": name(organisation, entry.actor), "reference": enquiry.reference}


def _facts(entry: AuditEntry, enquiry: Enquiry, organisation: Organisation, *, shown: bool) -> Iterator[str]:
    """What was changed that is not somebody's own words."""
    details, about = entry.details or {}, _who(entry, enquiry, organisation)
    if "deadline" in details:
        before, after = (_moment(one, organisation, shown=shown) for one in _both(details["deadline"]))
        yield words.MOVED_DEADLINE.format(**about, before=before, after=after)
    if "service_area" in details:
        before, after = (area_name(organisation, one, words.NOT_KNOWN) for one in _both(details["service_area"]))
        yield words.MOVED_AREA.format(**about, before=before, after=after)
    yield from _terms(details, about, organisation, shown=shown)


def _terms(
    details: Mapping[str, Any], about: Mapping[str, str], organisation: Organisation, *, shown: bool
) -> Iterator[str]:
    until = _both(details["embargo_until"])[1] if "embargo_until" in details else ""
    if "terms" in details:
        after = words.TERMS[Terms(_both(details["terms"])[1])]
        when = f" ({_moment(until, organisation, shown=shown)})" if until else ""
        yield words.CHANGED_TERMS.format(**about, after=f"{after.lower()}{when}")
    elif until:
        yield words.CHANGED_EMBARGO.format(**about, after=_moment(until, organisation, shown=shown))


def _changed(field: str, values: object, about: Mapping[str, str], most: int) -> str:
    """One field's change. However many were changed, all of them fit in one paragraph."""
    before, after = (inline(one, most) if one.strip() else "" for one in _both(values))
    said = (
        words.CHANGED_FROM_TO
        if before and after
        else words.CHANGED_TO_NOTHING
        if before
        else words.CHANGED_FROM_NOTHING
    )
    return said.format(**about, what=words.FIELD[field], before=before, after=after)


def _both(values: object) -> tuple[str, str]:
    """Before and after, "" for nothing."""
    pair = values if isinstance(values, list) and len(values) == 2 else ["", ""]
    return str(pair[0] or ""), str(pair[1] or "")


def _moment(iso: str, organisation: Organisation, *, shown: bool) -> str:
    if not iso:
        return words.NONE_GIVEN
    return (moment if shown else in_words)(datetime.fromisoformat(iso), organisation.calendar.zone)


def _quoted(label: str, text: str) -> list[Block]:
    return [quoted(label.format(words=text), MOST_SHOWN)] if text.strip() else []
