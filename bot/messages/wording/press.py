"""Who asks: what we know of an outlet and a journalist, how to check who they are, and what was asked before."""

HEADLINE = "Who asks"
FIRST_TIME = "{who}: the first time that we hear from them."
BEFORE = "{who}: {count} before, the last on {day} ({reference})."
ONE = "1 enquiry"
MANY = "{count} enquiries"
KEPT = "Deadlines kept: {kept} of {deadlines}."
ELSEWHERE = "Also asks for {outlets}."
LAST_SAID = "What we said last time ({reference}):"
LAST_SAID_PRIVATE = "What we said last time is private: press Open to read it."
OPEN = "Open"
ALL_OF_THEM = "All they asked"
PAST_TITLE = "All they asked"
PAST_SHOWN = "{first} to {last} of {count}"
PAST_IN_TIME = "Answered by the deadline."
PAST_LATE = "Answered after the deadline."
PAST_ANSWERED = "Answered; no deadline was given."
PAST_PRIVATE = "Private: press Open to read it. That is written down."
BACK = "Back"
MORE = "More"
NOBODY = "Someone who gave no name"

UNVERIFIED = (
    "*Not verified yet.* Before anything is said: ring back through the newsroom's published "
    "number{newsroom}, and ask for them by name."
)
UNVERIFIED_SPOKEN = (
    "The journalist is not verified yet: ring back through the newsroom's published number{newsroom} first."
)
NEVER_VERIFIED = "Nobody has noted that they are who they say."
NEWSROOM = ", {number}"
VERIFIED = "Verified by {who}, {moment}."
I_HAVE = "I have verified them"

TITLE = "Verify: {reference}"
SUBMIT = "I have rung back"
INTRO = (
    "Please look up the newsroom's number yourself, in a directory or on its website: not the number that the caller gave. "
    "Ring it, ask for the journalist by name, and say that you are ringing back."
)
NUMBER = "The newsroom's published number"
NUMBER_HINT = "It is kept for the next time. Leave it empty if you would rather not."

SIMILAR = "Of late, or much like this"
SIMILAR_CARD = "*Of late, or much like this:*"
SIMILAR_LINE = "{reference}, {day}: {outlet}"
SIMILAR_PRIVATE = "{reference}, {day}: private"
SIMILAR_SPOKEN = "Of late, or much like this: {similar}."
