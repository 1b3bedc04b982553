"""Lists of enquiries, what waits for someone, and the board."""

from storage.kinds import SignOffPart, Status, TaskKind

LIST = "*Open enquiries*, the most pressing first."
MINE = "*Your enquiries*, the newest first: those you raised and those you deal with."
DUE = "*Due today or late*, and not answered yet."
DUE_TOMORROW = "*Due tomorrow*, and not answered yet."
DUE_THIS_WEEK = "*Due by Sunday, or late*, and not answered yet."
FOUND = "*What I found*, the newest first."
NONE = {
    "list": "No enquiry that you can see is open.",
    "mine": "You have not raised an enquiry, and none is with you.",
    "due": "Nothing that you can see is due today.",
    "due_tomorrow": "Nothing that you can see is due tomorrow.",
    "due_week": "Nothing that you can see is due by Sunday.",
    "find": "I found no enquiry with these words among those that you can see. Fewer words find more.",
}
FIND_WHAT = "Please say what to look for, for example: /media-enquiry find Elm House"
ELSEWHERE = {
    "GN": "{reference} is a story idea. To see it, type: /story-idea {reference}",
    "SH": "{reference} is a question about sharing. To see it, type: /can-i-share {reference}",
}
FROM_TO = "Showing {first} to {last}."
MORE = "More"
BACK = "Back"
ENQUIRIES = "enquiries"  # what More, Back and Next turn, for those who only hear it
NEXT_PAGE = "Next"
OPEN = "Open"
PRIVATE = "private: press Open to read it"
ITEM_SPOKEN = "{reference}{outlet}. {deadline}. {state}"

FOR_ME = "For me now"
NOTHING_FOR_ME = "Nothing waits for you just now."
FOR_ME_MORE = "and {count} more that can wait behind these"
SIGN_OFF = {
    SignOffPart.LEAD: "{reference}: please look at the words, as the lead",
    SignOffPart.SECOND: "{reference}: please look at the words, as the second approver",
    SignOffPart.LEGAL: "{reference}: please look at the words, for legal",
}
SIGN_OFF_OTHER = "{reference}: please look at the words and say yes, or ask for a change"
FACT_CHECK = "{reference}: please say whether the facts are right"
STORY_ASKED = "{reference}: the press office has a question about your story"
STORY_WAITS = "{reference}: a story idea waits for its answer"
AS_LEAD = "{reference}: please say that you have it"
TASK = {
    TaskKind.TELL_FIRST: "{reference}: tell the person who may be named, before anyone else",
    TaskKind.TELL_MANAGER: "{reference}: tell the manager of the person who may be named",
    TaskKind.SECURITY: "{reference}: see to security for the person who may be named",
    TaskKind.CHECK_IN: "{reference}: ask how the person is who may be named, now that it has been published",
    TaskKind.TELL_FAMILY: "{reference}: tell the family",
    TaskKind.FOI: "{reference}: hand the written question over as a freedom of information request",
    TaskKind.MONITORING_OFFICER: "{reference}: ask the monitoring officer",
    TaskKind.REPLACE: "{reference}: name someone in place of a colleague who has left",
}
TASK_OTHER = "{reference}: there is something to do"
NEXT = {
    Status.NEW: "{reference}: take it",
    Status.IN_PROGRESS: "{reference}: draft the words, or record the answer",
    Status.AWAITING_SIGN_OFF: "{reference}: with its approvers",
    Status.READY: "{reference}: approved, send the words",
    Status.RESPONDED: "{reference}: answered, note the coverage and close it",
}
BY = "By {moment} ({left})"
NO_TIME = "No time set"
NO_HURRY = "No hurry: the journalist has the answer"
HAVE_IT = "I have it"

ALL_AREAS = "All services"
ALL_OFFICERS = "All press officers"
NO_OFFICER = "Nobody yet"
ALL_STATES = "All states"
BOARD_COUNT = "{count}, showing {first} to {last}."
MANY = "{count} enquiries"
NONE_LIKE_THIS = "No open enquiry is like this. Choose “All” above to see the rest."
