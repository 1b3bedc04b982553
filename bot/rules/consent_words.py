""" "Mrs K. has changed her mind about GN-0007": a story's reference beside words that take an agreement back. It knows no clock."""

import re

_REFERENCE = re.compile(r"\bgn[\s\u2010-\u2015-]*0*(\d{1,9})\b")
_TAKEN_BACK = re.compile(
    r"\b(?:changed (?:her|his|their|its|my|our|a) mind|changed their minds|change of (?:mind|heart)"
    r"|withdr(?:aw|aws|ew|awn|awing)|withdrawal|take(?:s|n)? (?:it |that |this |the story |the photo |the picture )?(?:down|out|back|off)"
    r"|taking (?:it |that |this )?(?:down|back|out)|no longer (?:agree|agrees|want|wants|happy|consent|consents|ok|okay|comfortable)"
    r"|(?:not|isn't|aren't|n't) (?:agree|agreeing|happy|want|comfortable|consent|like|ok|okay)\w*(?: any ?more)?"
    r"|said no|says no|say no|against it|stop (?:using|telling|showing)|remove (?:it|this|that|the|her|his|their)"
    r"|revok(?:e|es|ed)|unhappy with)\b"
)
_STAYS = re.compile(r"\b(?:not|n't|never) (?:changed (?:her|his|their|my|its) mind|withdrawn|withdrawing|said no)\b")


def taken_back(text: str) -> int | None:
    """The number of the story that somebody does not agree to any more; None where the words say no such thing."""
    words = " ".join(text.lower().replace("\u2019", "'").split())
    words = re.sub(r"(\w)n't\b", r"\1 n't", words)
    found = _REFERENCE.search(words)
    said = _REFERENCE.sub("it", words)  # "take GN-0007 down"
    if found is None or not _TAKEN_BACK.search(said) or _STAYS.search(said):
        return None
    return int(found[1])
