"""The form that records a response: what was sent, to whom and how; before that, of a private enquiry, whether the people it is
about were told.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.rules.form_checks import Problems, stripped
from bot.rules.reasons import Reason, Refused
from storage.kinds import Teller, Told, Way

SKEW = timedelta(minutes=2)  # a phone's clock runs ahead of ours
MOST_BOXES = 5  # of 3,000 characters each: as much as a statement holds
LIMITS = {"response_to": 300}


@dataclass(frozen=True, slots=True)
class ResponseForm:
    """What was said, to whom, how and when; `responded_at` None means now. `more`: the boxes after the first.

    The `family_` answers count for a restricted enquiry only. `override_because`: why words go that are not the approved ones.
    """

    response: str
    response_to: str = ""
    responded_at: datetime | None = None
    way: str = ""
    more: tuple[str, ...] = ()
    family_told: str = ""
    family_told_by: str = ""
    family_wish: str = ""
    family_not_told_because: str = ""
    override_because: str = ""

    @property
    def words(self) -> str:
        """All boxes as one text."""
        return "\n\n".join(box for box in (self.response, *self.more) if box)


def box_name(number: int) -> str:
    """The field of one of the boxes, the first being 1: response, response_2 ..."""
    return "response" if number == 1 else f"response_{number}"


def check_response(form: ResponseForm, now: datetime, *, restricted: bool = False) -> ResponseForm:
    """The form as it can be kept. Raises `FormRefused`."""
    tidy = stripped(replace(form, more=tuple(box.strip() for box in form.more)))
    problems = Problems()
    if restricted:
        tidy = _family(tidy, problems)
    else:
        tidy = replace(tidy, family_told="", family_told_by="", family_wish="", family_not_told_because="")
    boxes = {box_name(number): text for number, text in enumerate((tidy.response, *tidy.more), 1)}
    texts = {**boxes, "override_because": tidy.override_because}
    problems.need({"response": tidy.words})
    problems.limit({**texts, "response_to": tidy.response_to}, LIMITS)
    problems.keep_private(texts)
    if tidy.way and tidy.way not in set(Way):
        problems.add("response_way", Refused(Reason.MISSING))
    if tidy.responded_at is not None and tidy.responded_at > now + SKEW:
        problems.add("responded_at", Refused(Reason.TIME_AHEAD))
    problems.refuse()
    return tidy


def _family(form: ResponseForm, problems: Problems) -> ResponseForm:
    """Told: by which role, and what they wanted. Not told: why. Answers that belong to another choice are left out."""
    because, by, wish = form.family_not_told_because, form.family_told_by, form.family_wish
    if form.family_told not in set(Told):
        problems.add("family_told", Refused(Reason.MISSING))
    if form.family_told == Told.YES:
        because = ""
        problems.need({"family_told_by": by if by in set(Teller) else "", "family_wish": wish})
    elif form.family_told == Told.NO:
        by = wish = ""
        problems.need({"family_not_told_because": because})
    else:
        by = wish = because = ""
    asked = {"family_wish": wish, "family_not_told_because": because}
    problems.limit(asked, {})
    problems.keep_private(asked)
    return replace(form, family_told_by=by, family_wish=wish, family_not_told_because=because)


def in_boxes(words: str, size: int = 3_000) -> list[str]:
    """A long text cut into boxes, between paragraphs where it can be; joined again they say the same."""
    boxes: list[str] = []
    left = words.strip()
    while len(left) > size and len(boxes) < MOST_BOXES - 1:
        window = left[: size + 1]
        at = next((found for mark in ("\n\n", " ") if (found := window.rfind(mark)) > 0), size)
        boxes.append(left[:at].rstrip())
        left = left[at:].lstrip()
    return [*boxes, left]
