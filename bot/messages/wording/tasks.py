"""Things to do beside the answer: what each is, to the one who has it and on the page."""

from storage.kinds import TaskKind, TaskState

ASK = {
    TaskKind.TELL_FIRST: "{reference}: a colleague may be named. Please speak with them before anyone else does.",
    TaskKind.TELL_MANAGER: "{reference}: please ask the colleague who may be named whether their manager should be told.",
    TaskKind.SECURITY: "{reference}: please talk with the colleague who may be named about their safety.",
    TaskKind.CHECK_IN: "{reference}: please ask the colleague who may be named how they are.",
    TaskKind.TELL_FAMILY: "{reference}: please see that the person or family concerned is told before the answer goes.",
    TaskKind.FOI: "{reference}: please hand this over as a freedom of information request.",
    TaskKind.MONITORING_OFFICER: "{reference}: this is political and an election is near. Please look at it before anything goes.",
    TaskKind.REPLACE: "{reference}: someone who was asked about this cannot take part any more. Please find somebody in their place.",
}
ASK_WHO = "{reference}: a colleague may be named. Please find out who, so that they hear it from us before anyone else."
ASK_HEAD = "{reference}: this is political and an election is near. Please ask your monitoring officer to look at it before anything goes."
WHAT = {
    TaskKind.TELL_FIRST: "Speak with {about} before anyone else does",
    TaskKind.TELL_MANAGER: "Ask {about} whether their manager should be told, and see to it",
    TaskKind.SECURITY: "Talk with {about} about their safety, and tell security if they wish",
    TaskKind.CHECK_IN: "Ask {about} how they are, once it has been published",
    TaskKind.TELL_FAMILY: "Tell the person or family concerned before the answer goes",
    TaskKind.FOI: "Hand it over as a freedom of information request",
    TaskKind.MONITORING_OFFICER: "The monitoring officer looks at it before anything goes",
    TaskKind.REPLACE: "Find somebody in place of {about}",
}
WHAT_WHO = "Find out which colleague may be named, so that they hear it from us first"
SOMEONE = "the colleague"

AGAIN = "This is a reminder: it is not marked as done yet."
DUE = "By {moment}."
PRIVATE = "It is private, so nothing of it is shown here."
READ = "Read"
DONE = "Done"
NOT_NEEDED = "Not needed"
HAND_ON = "Ask someone else"

SETTLED = {
    "task_done": "{reference}: {who} did it, {moment}.",
    "task_not_needed": "{reference}: {who} said that it is not needed, {moment}.",
    "task_handed_on": "{reference}: {who} asked someone else, {moment}.",
}
SETTLED_OTHER = "{reference}: this has been dealt with, {moment}."
NOTHING_MORE = "Nothing more is needed from you."
THANK_YOU = "Thank you."
YOU = "You"

READ_TITLE = "To do: {reference}"
READ_OFFICER = "{officer} in the press office deals with the journalist."
READ_RING = "To talk about it, ring {duty}."
DROP_TITLE = "Not needed: {reference}"
TASK_NOTE = "Why is it not needed?"
TASK_NOTE_HINT = "The reason stays with the enquiry. Please leave out anything about a person we support."
HAND_TITLE = "Ask another: {reference}"
TASK_OWNER = "Who does it?"
TASK_OWNER_HINT = "They are asked at once, or when the office opens."
SAVE = "Save"
ASK_THEM = "Ask them"
CANCEL = "Cancel"
CHOOSE = "Choose a colleague"

PAGE_TITLE = "To do beside the answer"
PAGE_TASK = "*{what}*\nWith {owner}{due}"
PAGE_DUE = ", by {moment}"
PAGE_SETTLED = {
    TaskState.DONE: "Done by {who}, {moment}: {what}",
    TaskState.NOT_NEEDED: "Not needed, said {who}, {moment}: {what}",
}
PAGE_MORE = "and {count} more that are settled"
CARD = "*To do beside the answer:* {count}"
CARD_SPOKEN = "To do beside the answer: {count}."
ONE_THING = "one thing"
THINGS = "{count} things"
