"""What people write back to a nudge: "on it", "in a meeting til 3", "ask my deputy", "call me on 07700 900123 at 4". It knows no clock.

Only what is short and clear is read; everything else is left to whoever reads enquiries. A no is never read as a yes.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.spoken_time import recognise, tidy

MOST_WORDS = 20


class Says(StrEnum):
    """What an answer comes to."""

    HAVE_IT = "have_it"
    STILL = "still"
    DONE = "done"
    SNOOZE = "snooze"
    CALL = "call"
    DEPUTY = "deputy"
    SOMEONE = "someone"
    NOT_MINE = "not_mine"
    UNDO = "undo"
    WHY = "why"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. `when`: as it was said, "" where it was not; `who`: a Slack id, or a name as it was written."""

    says: Says
    when: str = ""
    number: str = ""
    who: str = ""


def read(text: str, *, in_thread: bool = False) -> Reply | None:
    """What somebody's words answer; None where they are no answer that we are sure of.

    A bare "ok" or "yes" is an answer only in a nudge's own thread: anywhere else it may be meant for something else.
    """
    words = _plainly(text)
    if not words or len(words.split()) > MOST_WORDS or _PRESS.search(words):
        return None
    if in_thread and words.rstrip("?") in _NODS:
        return Reply(Says.HAVE_IT)
    for reader in (_exactly, _not_mine, _call, _hand, _snooze, _yes):
        found = reader(words)
        if found is not None:
            return found
    return None


_EMOJI = {
    "👍": " on it ",
    "✅": " on it ",
    "👌": " on it ",
    "🙋": " on it ",
    "✋": " on it ",
    ":+1:": " on it ",
    ":thumbsup:": " on it ",
    ":ok_hand:": " on it ",
    ":white_check_mark:": " on it ",
    ":raised_hand:": " on it ",
}
_COURTESY = re.compile(
    r"^(?:hi|hello|hey|morning|afternoon|good morning|sorry|apologies|thanks|thank you|cheers|ok|okay|yes|yep"
    r"|yeah|no problem|please|pls|oh)\b[ ,.!-]*"
    r"|[ ,.!-]*\b(?:thanks|thank you|thx|ta|cheers|please|pls|sorry|apologies|x|many thanks|thanks so much"
    r"|thanks all|for now|i'm afraid)$"
)
_PRESS = re.compile(
    r"\b(?:journalist|reporter|newspaper|producer|bbc|itv|sky news|daily mail|guardian|echo|press enquiry"
    r"|media enquiry|broadcaster)\b"
)


def _plainly(text: str) -> str:
    """Small letters, thumbs as words, no skin tones, no courtesies at either end."""
    words = re.sub(r":skin-tone-\d:|[\U0001f3fb-\U0001f3ff\ufe0f]", "", text.lower().replace("\u2019", "'"))
    for emoji, said in _EMOJI.items():
        words = words.replace(emoji, said)
    words = tidy(re.sub(r":[a-z0-9_+-]+:", " ", words))
    while True:
        shorter = _COURTESY.sub("", words).strip(" ,.!-")
        if shorter == words or not shorter:
            return words
        words = shorter


# -- what is said in so many words

_WHOLE: dict[str, Says] = {
    **dict.fromkeys(("undo", "undo that", "cancel that", "take that back"), Says.UNDO),
    **dict.fromkeys(
        ("why", "why me", "why am i getting this", "why did i get this", "why are you asking me"), Says.WHY
    ),
    "deputy": Says.DEPUTY,
}

_NODS = frozenset(
    {"ok", "okay", "yes", "yep", "yeah", "sure", "fine", "will do", "noted", "no problem", "roger", "of course"}
)


def _exactly(words: str) -> Reply | None:
    says = _WHOLE.get(words.rstrip("?"))
    return None if says is None else Reply(says)


_YES = r"(?:i'm |im |i am |we're |we are |already )?"
_HAVE = re.compile(
    rf"^{_YES}(?:on it|on to it|onto it|on this|on the case|dealing with (?:it|this)|handling (?:it|this)"
    rf"|looking (?:at|into) (?:it|this)"
    r"|picking (?:it|this) up|taking (?:it|this))\b(?! (?:at|after|from|in|once|when|then|later|tomorrow|until"
    r"|till|til)\b)"
    r"|^(?:i've|ive|i have|i) ?(?:have |got )?(?:got )?(?:it|this)(?: one)?(?: covered| in hand)?$"
    r"|^(?:got it|got this|leave it with me|leave this with me|with me|mine|it's mine|that's mine|this is mine"
    r"|all over it|consider it done)$"
    r"|^(?:i'll|i will|i can|happy to|let me) (?:take|have|pick up|deal with|handle|do|sort|look at|look into"
    r"|pick) (?:it|this)(?: one| up| now)*$"
)
_STILL = re.compile(
    rf"^{_YES}(?:still (?:on|working on|dealing with|looking at|have|got|here|mine)(?: it| this)?"
    rf"|working on (?:it|this)|making progress"
    r"|nearly (?:there|done)|almost (?:there|done)|getting there|in progress|in hand|it's in hand|under way"
    r"|it's coming)\b"
)
_DONE = re.compile(
    r"^(?:all )?(?:done|sorted|finished|completed|dealt with|answered|replied|sent|closed)(?: it| this| that"
    r"| now| already)*$"
    r"|^(?:it's|its|it is|that's|this is|it's been|it has|has|has been|i've|ive|i have|now|already"
    r"|it's all)(?: all| already| been| now)*"
    r" (?:done|sorted|finished|completed|dealt with|answered|replied|sent|closed|gone)(?: it| this| that| now| out)*$"
)
_NO = re.compile(r"\b(?:not|n't|never|no longer|can't|cannot|cant|won't|wont|don't|dont|haven't|isn't|unable)\b")


def _yes(words: str) -> Reply | None:
    for clause in _clauses(words):
        if _NO.search(clause):
            return None
        for says, pattern in ((Says.STILL, _STILL), (Says.HAVE_IT, _HAVE), (Says.DONE, _DONE)):
            if pattern.search(clause):
                return Reply(says)
    return None


def _clauses(words: str) -> list[str]:
    parts = (part.strip(" .!-") for part in re.split(r"[,;.!]\s+|[,;]| - | and ", words))
    return [part for part in parts if part]


# -- somebody else

_NAME = r"(?P<who><@[uw][a-z0-9]+(?:\|[^>]*)?>|[a-z][a-z'\u00c0-\u024f-]+(?: [a-z][a-z'\u00c0-\u024f-]+)?)"
_TAIL = r"(?: (?:about|for|on|to|with) (?:it|this|that|deal with it))?(?: instead| now)*"
_NOT_MINE = re.compile(
    r"\b(?:not (?:mine|for me|me|my (?:area|service|team|patch|department|one|job|responsibility|remit))"
    r"|isn't (?:mine|me|for me)"
    r"|wrong person|wrong (?:team|service|lead)|nothing to do with (?:me|us)|not (?:one of )?ours|someone else's"
    r"|don't (?:work|lead|cover) (?:there|that|this|it)(?: any ?more| service| area| team)*)\b"
)
_WHOSE = re.compile(
    rf"\b(?:try|ask|it's|its|that's|that is|it is|should be|should go to|belongs to|one for|goes to"
    rf"|is for) (?:for )?{_NAME}(?:'s)?{_TAIL}$"
)
_NOBODY = frozenset(
    {
        "not",
        "mine",
        "me",
        "the",
        "a",
        "someone",
        "somebody",
        "my",
        "it",
        "them",
        "him",
        "her",
        "you",
        "us",
        "again",
        "later",
    }
)


def _not_mine(words: str) -> Reply | None:
    if not _NOT_MINE.search(words):
        return None
    return Reply(Says.NOT_MINE, who=_whose(words))


def _whose(words: str) -> str:
    found = _WHOSE.search(words)
    return _who(found["who"]) if found else ""


def _who(said: str) -> str:
    """A mention's id, or the name; "" for "them"."""
    mention = re.match(r"<@([uw][a-z0-9]+)", said)
    if mention:
        return mention[1].upper()
    return "" if said.split(maxsplit=1)[0] in _NOBODY else said


_DEPUTY = re.compile(
    r"^(?:can you |could you |you can |best to |please |pls |i'm (?:away|off|on leave)[, ]+(?:so )?|i'll "
    r"|i will |i'd )*"
    r"(?:(?:ask|try|contact|hand(?: it| this)?(?: on)?(?: over)? to|pass(?: it| this)?(?: on)?(?: over)? to"
    r"|give(?: it| this)? to|send(?: it| this)? to|over to"
    r"|go to|speak to|forward(?: it| this)? to) )?my deputy"
    r"(?: (?:can|will|has|is|to|should|please|instead|now|take|takes|taking|have|it|this|that|on|deal|deals"
    r"|dealing|with|about|do|handle|pick|up|cover|covering"
    r"|covers|for|me|today|got))*$"
)
_SOMEONE = re.compile(
    rf"^(?:can you |could you |you can |best to |please |pls )*(?:hand|pass|give|send|forward)(?: it| this"
    rf"| that)?(?: on)?(?: over)? to {_NAME}{_TAIL}$"
    rf"|^(?:can you |could you |please |best to )*(?:ask|try) (?P<who2>{_NAME[9:-1]}){_TAIL}$"
)


def _hand(words: str) -> Reply | None:
    if _DEPUTY.search(words):
        return None if _NO.search(words) else Reply(Says.DEPUTY)
    found = None if _NO.search(words) else _SOMEONE.search(words)
    who = _who(found["who"] or found["who2"]) if found else ""
    return Reply(Says.SOMEONE, who=who) if who else None


# -- ring me, and later

_RING = re.compile(
    r"^(?:(?:can|could|would|will) (?:you|someone|somebody) |you can |someone |best to |better to |just "
    r"|happy for you to |i'd rather you |and |then |so )*"
    r"(?:please |pls |just )*"
    r"(?:(?:call|ring|phone|bell|telephone) me|give me a (?:call|ring|bell|buzz|shout)|(?:call|ring"
    r"|phone)(?= (?:on |my )?(?:mobile|\+?[\d(])))\b(?P<rest>.*)$"
)
_NUMBER = re.compile(
    r"(?:\b(?:on|at|my|number|mobile|no|is)\b[ :.]*)*(?P<number>\+?\(?\d[\d ()-]{6,18}\d|(?:ext?\.?"
    r"|extension) ?\d{3,6})"
)


def _call(words: str) -> Reply | None:
    for clause in (words, *_clauses(words)):
        found = _RING.search(clause)
        if found and not _NO.search(clause):
            rest = found["rest"].rstrip("?")
            number = _NUMBER.search(rest)
            after = f"{rest[: number.start()]} {rest[number.end() :]}" if number else rest
            return Reply(Says.CALL, when=_when(after), number=number["number"].strip() if number else "")
    return None


_AWAY = re.compile(
    r"\b(?:meeting|mtg|busy|driving|court|visit|lunch|tied up|in with|on a call|on the phone|back|free|remind"
    r"|snooze|later|give me|need|ask me|come back|try me"
    r"|training|appointment|interview|panel|conference|supervision|out|away|on the train|travelling|not now"
    r"|not yet|bear with|hang on|wait|look at|do (?:it|this)"
    r"|deal with|get to|on it|available|in clinic|case|school run|hold on|after|until|till|til)\b"
)
_LATER = re.compile(
    r"^(?:not now|later|snooze|(?:ask|remind|try) me (?:again )?later|remind me|in a bit|bear with me|hang on"
    r"|hold on|in a meeting|busy|busy (?:just now|right now|at the moment)"
    r"|driving|i'm driving|can't talk|can't talk now|on a call|with a family|in court|give me a (?:minute"
    r"|moment|sec|second)|not just now|bit later)$"
)
_UNTIL = re.compile(
    r"\b(?:until|till|'til|til|at|by|after|from|for|in|within|around|about|about|give me|need|back|snooze"
    r"|another|later)\b(?: (?:about|around|another|the next|say|til|until))* (?P<when>.+)$"
)


_OF_ONESELF = re.compile(
    r"^(?:i|i'm|im|i'll|i've|ive|we|we're|in|on|at|with|busy|driving|travelling|back|free|home|off|out|away|available|tied up|training"
    r"|panel|supervision|lunch|give me|ask me|remind me|try me|snooze|bear with|hold on|hang on|not now|not yet|not just now|not until"
    r"|can't|cannot|need|(?:can|could|will) (?:you|i)|do (?:it|this)|will (?:do|look)|later|until|till|til|after|half|tomorrow|\d"
    r"|another (?:\d|half|hour|ten))\b"
)
"""Whoever puts something off speaks of themselves. "Channel 4 rang, they need it before lunch" puts nothing off."""

_BARE = re.compile(r"\b(?:minutes?|mins?|hours?|hrs?|tomorrow|until|till|til|at|after)\b")


def _snooze(words: str) -> Reply | None:
    if _LATER.search(words.removeprefix("i'm ").strip()):
        return Reply(Says.SNOOZE)
    if _is_time(words) and _BARE.search(words) and not words.startswith("by "):
        return Reply(Says.SNOOZE, when=words)
    if not _OF_ONESELF.search(words):
        return None
    for clause in (words, *_clauses(words)):
        when = _when(clause) if _AWAY.search(clause) else ""
        if when:
            return Reply(Says.SNOOZE, when=when)
    return None


def _when(words: str) -> str:
    """The time that is said, as it is said, found from its longest end on; "" where there is none."""
    rest = tidy(words)
    for _ in range(6):
        for candidate in (rest, f"in {rest}"):
            if _is_time(candidate):
                return candidate
        found = _UNTIL.search(rest)
        if found is None:
            return _last_time(rest)
        rest = found["when"]
    return ""


def _last_time(words: str) -> str:
    """A time at the very end: "driving, back 3ish", "home tomorrow 9am"."""
    parts = words.replace("ish", "").split()
    for length in (3, 2, 1):
        ending = " ".join(parts[-length:])
        if (
            len(parts) >= length
            and _is_time(ending)
            and re.search(r"\d|noon|midday|tomorrow|lunch|monday|tuesday|wednesday|thursday|friday", ending)
        ):
            return ending
    beginning = next((" ".join(parts[:length]) for length in (4, 3, 2, 1) if _is_time(" ".join(parts[:length]))), "")
    return beginning if re.search(r"\d|hour|noon|midday|tomorrow|lunch", beginning) else ""


def _is_time(words: str) -> bool:
    return bool(words) and recognise(words) is not None
