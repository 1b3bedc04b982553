"""A question treated as a request under the Freedom of Information Act."""

TITLE = "FOI: {reference}"
INTRO = (
    "A written question that asks for recorded information is a freedom of information request, whether it says so or not. "
    "Your answer to the journalist may go on meanwhile."
)
RECEIVED = "When did it come?"
RECEIVED_HINT = "The answer is due twenty working days after this day."
HANDED_TO = "Who deals with it from here?"
HANDED_TO_HINT = "The team or the address that you hand it to."
REFERENCE = "Their reference"
REFERENCE_HINT = "If they have given one already."
SAVE = "Save"
CANCEL = "Cancel"

PAGE_TITLE = "Freedom of information"
PAGE_DATES = "*Received:* {received}\n*The law asks for an answer by:* {due}, twenty working days on"
PAGE_WAITS = "*To be handed to:* {to}"
PAGE_HANDED = "*Handed over* {moment} *to:* {to}"
PAGE_REFERENCE = "*Their reference:* {reference}"
TREAT = "Treat as FOI"
CORRECT = "Change FOI details"
