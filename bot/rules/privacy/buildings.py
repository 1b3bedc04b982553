"""An address that its sentence gives to a public building: the town hall, a library, "our offices at". Nobody lives there."""

import re

_CALLED = (
    r"(?:town|city|county|shire|village|church|parish)\shall|guildhall|civic\s(?:centre|offices?)|council\soffices?|library|museum"
    r"|(?:customer(?:\sservice)?s?|contact|leisure|community|children['’]s|resource|sports|arts|conference|health)\scentre|family\shub"
    r"|(?:magistrates['’]?|crown|county|coroner['’]?s)\scourt|(?:police|fire|railway|bus)\sstation|hospital|theatre|cinema|surgery"
)
_ITS_ADDRESS = r"[A-Z0-9][\w'’\-]*(?:,?\s[A-Z0-9][\w'’\-]*){0,6}"
_BEFORE = re.compile(
    rf"(?:\b(?i:{_CALLED})\b(?:\s?[,(:]|\s(?:is\s)?(?:at|in|on))?\s?(?:{_ITS_ADDRESS},?\s)?"
    r"|\b(?i:(?:our|the|council['’]?s?|main|area|new|head|registered)\s(?:offices?|reception|depot|headquarters|hq)"
    r"\s(?:is\s|are\s)?(?:at|in|on))\s)$"
)
_AFTER = re.compile(
    r"\s(?:council\s)?(?:offices?|depot|library|reception|museum|surgery)\b"
    r"|,?\s(?:which|that|this)\sis\s(?:our|the)\s(?:\w+\s){0,2}(?:offices?|reception|headquarters|hq|depot|library)\b",
    re.IGNORECASE,
)
_CIVIC = re.compile(r"\bcivic\s", re.IGNORECASE)
NEAR = 80  # characters before an address in which its building may be named


def is_public(text: str, start: int, end: int) -> bool:
    """Whether the words around `text[start:end]`, or the street's own name, say that it is a public building's."""
    if _CIVIC.search(text, start, end) or _AFTER.match(text, end):
        return True
    return bool(_BEFORE.search(text[max(0, start - NEAR) : start]))
