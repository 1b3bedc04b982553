"""Working an enquiry: giving it to someone, changing it, notes, links, opening it again, taking it back."""

from storage.kinds import LinkKind, Terms

CANCEL = "Cancel"
SAVE = "Save"

# -- the page
PAGE_WORK = "What you can do"
ASSIGN = "Give it to someone"
HAND_OVER = "Hand it over"
EDIT = "Change details"
ADD_NOTE = "Add a note"
MAKE_PRIVATE = "Make private"
CLOSE = "Close the enquiry"
MAKE_PRIVATE_TITLE = "Make it private?"
MAKE_PRIVATE_TEXT = (
    "{reference} will be shown to named people only, and what was posted about it is taken out. "
    "What people have read stays read."
)
MAKE_PRIVATE_YES = "Make private"
MAKE_PRIVATE_NO = "Leave it open"
LINK = "Link to another"
REOPEN = "Open it again"
WITHDRAW = "Take it back"

# -- giving it to someone
ASSIGN_TITLE = "Give {reference}"
HAND_OVER_TITLE = "Hand over {reference}"
ASSIGN_SUBMIT = "Give it"
HAND_OVER_SUBMIT = "Hand it over"
HAS_IT = "{officer} has it now."
HAS_IT_NOW = (
    "{officer} has taken it while this form was open. If someone else is to have it all the same, choose them and save."
)
NOBODY_HAS_IT = "Nobody has it yet."
OFFICER = "Who is to have it?"
CHOOSE = "Choose one"
HAND_NOTE = "What should they know?"
HAND_NOTE_HINT = "They read it at once; in a private enquiry when they press Open. It stays with the enquiry."
NOBODY_TO_GIVE_IT_TO = "There is nobody else in the press office who could have it."
GIVEN_TO_YOU = "{who} has given you {reference}."
HANDED_TO_YOU = "{who} has handed {reference} over to you."
REOPENED_FOR_YOU = "{who} has opened {reference} again. It is with you."
LEFT_TO_YOU = "The press officer who had {reference} has left. It is with you now."
SAYS = "{who} says:"
NOTE_IS_THERE = "It is private, so nothing of it is shown here. Press Open to read it, and the note for you."
PRIVATE = "It is private, so nothing of it is shown here."
WHY_GIVEN = "You are asked because it is with you now."

# -- changing it
EDIT_TITLE = "Change {reference}"
EDIT_INTRO = "Change what is wrong and leave the rest. Those who deal with it are told what has changed."
MEANWHILE = (
    "*While you had this open, something else was changed.* What you typed is still here. Please look, and save again."
)
MEANWHILE_CHANGED = "{who} changed {what}."
MEANWHILE_SOMEONE = "A colleague"
MEANWHILE_TO = "It says now:"
MEANWHILE_KEPT = "Yours is in the box below: saving puts it in place of theirs."
DEADLINE = "When do they need an answer?"
DEADLINE_HINT = "For example: 4pm today, Friday 10am, or none given. The reminders move with it."
AREA_HINT = "Another service means another lead: they are told at once. In some services enquiries are private."
TERMS_ASKED = "On what terms?"
TERMS_HINT = "An answer can go to the journalist under embargo: it is the publishing that has to wait."
TERMS = {
    Terms.REPORTABLE: "They may report it",
    Terms.NOT_FOR_ATTRIBUTION: "They may use it, but not say who said it",
    Terms.EMBARGOED: "Embargo: not to be published before a time",
}
EMBARGO_UNTIL = "Embargo until"
EMBARGO_HINT = "Choosing a time makes it an embargo."
BECAUSE = "Why?"
BECAUSE_HINT = "If it helps the others to know. Told with the change."

FIELD = {
    "outlet": "the outlet",
    "journalist": "the journalist",
    "deadline": "the deadline",
    "question": "the question",
    "service_area": "the service area",
    "terms": "the terms",
    "embargo_until": "the embargo",
    "how_it_came": "how they got in touch",
    "angle": "what the story may be",
    "said_already": "what they were told already",
    "links": "the links",
}
"""What each field is called within a sentence."""

MOVED_DEADLINE = "{who} moved the deadline of {reference} from {before} to {after}."
MOVED_AREA = "{who} moved {reference} from {before} to {after}."
CHANGED_TERMS = "{who} changed the terms of {reference}: {after}."
CHANGED_EMBARGO = "{who} moved the embargo of {reference} to {after}."
CHANGED = "{who} changed {what} in {reference}."
CHANGED_FROM_TO = "{who} changed {what} in {reference} from “{before}” to “{after}”."
CHANGED_FROM_NOTHING = "{who} noted {what} in {reference}: “{after}”."
CHANGED_TO_NOTHING = "{who} took out {what} in {reference}, which said “{before}”."
BEFORE = "Before: {words}"
NOW = "Now: {words}"
THE_REASON = "The reason: {words}"
NONE_GIVEN = "none given"
DETAILS = "details"
NOT_KNOWN = "no service area"
TERMS_LINE = "*Terms:* {terms}"
TERMS_SPOKEN = "Terms: {terms}."
TERMS_SHOWN = {
    Terms.NOT_FOR_ATTRIBUTION: "they may use what we say, but not say who said it",
    Terms.EMBARGOED: "under embargo: nothing of it is to be published before {moment}",
}

# -- notes
NOTE_TITLE = "Note: {reference}"
NOTE = "What should the others know?"
NOTE_HINT = "Everyone who may read this enquiry can read it. Please leave out names of people we support."

# -- opening it again, taking it back
REOPEN_TITLE = "Open {reference} again"
REOPEN_SUBMIT = "Open it again"
REOPEN_INTRO = "{officer} has it again, and the person who raised it is told."
REOPEN_ANSWERED = "The answer that went stays on the page. If another one needs sign-off, it needs a new yes."
REOPENED_BECAUSE = "Why?"
REOPENED_BECAUSE_HINT = "For example: they have come back with another question."
REOPENED_DEADLINE = "When do they need an answer now?"
WITHDRAW_TITLE = "Take back {reference}"
WITHDRAW_SUBMIT = "Take it back"
WITHDRAW_INTRO = "It is closed, and the press office is told. If the journalist still waits for an answer, please leave it open instead."
WITHDRAWN_BECAUSE = "Why?"
WITHDRAWN_BECAUSE_HINT = "For example: it was sent twice, or it was not a journalist after all."
TAKEN_BACK = "You took back {reference}. The press office knows."
TAKEN_BACK_OFFICE = "{who}, who raised {reference}, has taken it back. Nothing more is needed from you."
UNLINKED = "{reference} is not the same as {other} after all. It is open again, and {who}."
UNLINKED_WITH = "{officer} in the press office has it"
UNLINKED_NOBODY = "the press office has been told that nobody has taken it yet"
UNLINKED_ANSWERED = "its answer stands as it was given"
REOPENED = "{reference} is open again. {officer} in the press office has it."

# -- links
LINK_TITLE = "Link {reference}"
LINK_SUBMIT = "Link them"
LINK_INTRO = "Link it with another reporter's enquiry about the same story, or with one that asks the very same."
LINK_KIND = "How are they connected?"
KIND = {
    LinkKind.SAME_STORY: "Another reporter, the same story",
    LinkKind.DUPLICATE: "The same enquiry twice: this one is closed",
}
OTHER_CHOSEN = "One of these?"
OTHER_CHOICE = "{reference}: {outlet}"
OTHER_CHOICE_PRIVATE = "{reference} (private)"
OTHER_REFERENCE = "Or its reference"
ITS_REFERENCE = "The reference of the other one"
OTHER_REFERENCE_HINT = "For example: ME-0042."
PAGE_LINKED = "Connected enquiries"
LINKED = {
    "same": "*Same story:* {other}. {status}.",
    "duplicate": "*The same enquiry:* {other} has it now. {status}.",
    "has_duplicate": "*Asked twice:* {other} asks the same and was closed for this one.",
}
SAME_STORY = "Same story"
LINKED_OPEN = "Open"
LINKED_OFF = "Take the link off"
LINKED_OFF_TITLE = "Not the same after all?"
LINKED_OFF_TEXT = "{reference} is opened again and goes back to where it was. Whoever raised it is told, and it is asked about as before."
LINKED_OFF_YES = "Take it off"
LINKED_OFF_NO = "Leave it"
ANSWER_PASSED_ON = "The answer that was given there:"
USE_ANSWER = "Use their answer"
THEIR_ANSWER = "The answer they were given:"
OTHER = "{reference}, {outlet}"
CARD_SAME = "*Same story:* {others}"
CARD_SAME_SPOKEN = "Same story: {others}."
CARD_ALSO = "*Also asked by:* {others}"
CARD_ALSO_SPOKEN = "Also asked by: {others}."
CARD_DUPLICATE = "*The same as:* {others}"
CARD_DUPLICATE_SPOKEN = "The same as: {others}."
CARD_ANSWERED = "{other}, answered already"
CLOSED_DUPLICATE = (
    "{reference} is closed, since it asks the same as {other}: the press office deals with both "
    "there. Thank you for telling us."
)
DUPLICATE_OF = "It is a duplicate of {other}"
