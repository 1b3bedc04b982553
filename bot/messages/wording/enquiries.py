"""An enquiry's card, its thread, and the news for the person who raised it."""

from bot.rules.deeds import Deed
from storage.kinds import Status

TAKE = "I'll take it"
RESPOND = "Record the response"
CLOSE = "Close"
OPEN = "Open"
ADD_MORE = "Add more"
UNRESTRICT = "Lift restriction"
UNRESTRICT_TITLE = "Lift the restriction?"
UNRESTRICT_TEXT = "The text of {reference} will be shown in the press office's channel. It cannot be taken back from those who read it."
UNRESTRICT_YES = "Lift it"
UNRESTRICT_NO = "Keep it private"

DEADLINE = "*Deadline:* {moment} ({left})"
DEADLINE_WAS = "*Deadline:* {moment}"
DEADLINE_NONE = "*Deadline:* none given"
DEADLINE_WORDS = "Deadline as given: {words}"
URGENT = "*Urgent*"
PRACTICE = "*This is a practice.* No journalist has been in touch."
PRACTICE_PLAIN = "This is a practice. No journalist has been in touch."
AREA = "*Service area:* {area}"
AREA_UNKNOWN = "not known yet"
STATUS = "*Status:* {status}"
OFFICER = "*Press officer:* {officer}"
LEAD = "*Lead:* {lead}"
NOBODY = "nobody yet"
LEAD_NONE = "nobody is named for this service"
LEAD_WAITING = "{lead}, not answered yet"
LEAD_HAS_IT = "{lead} has it"
JOURNALIST = "Journalist: {journalist}"
RAISED = "Raised by {raiser}, {moment}"
THEY_ASK = "*They ask*"
CUT_HERE = "Cut here. Press Open to read it all."
ANSWERED = "*The answer given* by {who}, {moment}"
ENDED = "*How it ended:* {outcome}, {moment}"

RESTRICTED_HEADER = "{reference}: private enquiry"
RESTRICTED_NOTE = (
    "This enquiry is private, so nothing of it is shown here. "
    "Open shows it to those allowed, and writes down that they read it."
)
OPENED_UP_NOTE = "{who} lifted the restriction. Its card is in the press office's channel now."
STUB_NOTE = "This enquiry is private. It is being dealt with in the restricted channel; those allowed can open it here."

SPOKEN_CARD = (
    "{reference}: {urgent}{outlet}, {journalist}. {deadline}. {area}. {status}. Press officer: {officer}. Lead: {lead}. "
    "Raised by {raiser}. They ask: {question}"
)
SPOKEN_ANSWER = " The answer given: {response}"
SPOKEN_END = " How it ended: {outcome}."
SPOKEN_RESTRICTED = "{reference}: private enquiry. {facts}"
SPOKEN_PRIVATE_FACTS = "{urgent}{deadline}. {area}. {status}. Press officer: {officer}."
SPOKEN_DEADLINE = "Deadline {moment}, {left}"
SPOKEN_DEADLINE_WAS = "Deadline {moment}"
SPOKEN_URGENT = "Urgent. "
SPOKEN_PRACTICE = "This is a practice, and no journalist has been in touch. "
SPOKEN_NO_DEADLINE = "No deadline given"

LINE = {
    Deed.RECORD: "{who} raised {reference}.",
    Deed.AMEND: "{who} corrected {reference}.",
    Deed.ADD_MORE: "{who} added more to {reference}.",
    Deed.CLAIM: "{who} took {reference}.",
    Deed.ACKNOWLEDGE: "{who} has it for the service: {reference}.",
    Deed.HAND_ON: "{who} handed {reference} on to {to}.",
    Deed.DRAFT: "{who} drafted {words} for {reference}.",
    Deed.ASK_FACTS: "{who} asked {to} to check the facts for {reference}.",
    Deed.CHECK_FACTS: "{who} checked the facts for {reference}.",
    Deed.ASK_SIGN_OFF: "{who} asked {people} to sign off {words} for {reference}.",
    Deed.PASS_ON: "{who} handed the sign-off of {reference} on to {to}.",
    Deed.WAIVE: "{who} said that {reference} does not need legal.",
    Deed.ASK_CHANGE: "{who} asked for a change to {words} for {reference}{place}.",
    Deed.APPROVE: "{who} approved {words} for {reference}{place}.",
    Deed.VOID_APPROVAL: "{who} stopped {reference}: the facts have changed.",
    Deed.RESPOND: "{who} recorded the response to {reference}{overridden}.",
    Deed.CORRECT_RESPONSE: "{who} corrected the response to {reference}.",
    Deed.RECORD_COVERAGE: "{who} noted something published about {reference}.",
    Deed.TAKE_OFF_COVERAGE: "{who} took a published piece off {reference}.",
    Deed.NOTHING_PUBLISHED: "{who} noted that nothing was published about {reference}.",
    Deed.NOTE_LEARNT: "{who} noted what we learnt from {reference}.",
    Deed.KEEP_LINE: "{who} kept the statement of {reference} as a line.",
    Deed.CLOSE: "{who} closed {reference}. {outcome}.",
    Deed.REOPEN: "{who} reopened {reference}.",
    Deed.VERIFY_JOURNALIST: "{who} rang the newsroom back and verified the journalist of {reference}.",
    Deed.UNRESTRICT: "{who} lifted the restriction on {reference}.",
    Deed.LEAVE_OUT: "{who} changed who hears of {reference}.",
    Deed.NAME_STAFF: "{who} noted that a colleague may be named: {reference}.",
    Deed.UNNAME_STAFF: "{who} corrected who may be named: {reference}.",
    Deed.CHOOSE_TOLD: "{who} chose who else is told about {reference}.",
    Deed.TELL_OTHERS: "{who} had someone told about {reference}.",
    Deed.FINISH_TASK: "{who} did something there was to do for {reference}.",
    Deed.DROP_TASK: "{who} said that something is not needed for {reference}.",
    Deed.HAND_TASK: "{who} asked {to} to do something for {reference}.",
    Deed.TREAT_AS_FOI: "{who} marked {reference} as a freedom of information request.",
    Deed.NOT_FOI: "{who} noted that {reference} is no freedom of information request after all.",
    Deed.MARK_POLITICAL: "{who} noted whether {reference} is political.",
    Deed.ASSIGN: "{who} gave {reference} to {to}.",
    Deed.HAND_OVER: "{who} handed {reference} over to {to}.",
    Deed.EDIT: "{who} changed {reference}.",
    Deed.NOTE: "{who} added a note to {reference}.",
    Deed.RESTRICT: "{who} made {reference} private.",
    Deed.LINK: "{who} linked {reference} with another enquiry.",
    Deed.UNLINK: "{who} took a link off {reference}.",
    Deed.USE_ANSWER: "{who} used an answer given before for {reference}.",
    Deed.WITHDRAW: "{who}, who raised {reference}, took it back.",
    Deed.STILL_ON_IT: "{who} is still on it: {reference}.",
    Deed.HAND_TO: "{who} handed {reference} to {to}.",
    Deed.NOT_MINE: "{who} said that {reference} is for someone else. {to} was asked.",
    Deed.SNOOZE: "{who} will be reminded of {reference} a little later.",
    Deed.UNSNOOZE: "{who} did not want to wait after all: {reference}.",
    Deed.ASK_CALL: "{who} would like to be rung about {reference}.",
    Deed.MAKE_CALL: "{who} rang {to} about {reference}.",
    "holder_left": "{to} has left. Somebody else takes their part in {reference}.",
    "nudged": "Asked {to} about {reference}.",
    "passed_on": "{reference} has been passed on to {to}, since there was no answer.",
    "went_round": "{to} was asked about {reference} in a colleague's place, since they are not there.",
    "emptied": "What was written about {reference} has been deleted.",
    "statements_emptied": "The words prepared for {reference} have been deleted: their time was over.",
    "notes_deleted": "The notes of {reference} have been deleted: their time was over.",
    "hold_placed": "{reference} is kept until a legal matter is over.",
    "hold_lifted": "The legal matter is over: {reference} is kept for as long as any other.",
    "exported": "{reference} was written to a file with others.",
    "story_exported": "The whole story of {reference} was written to a file.",
    "trail_shown": "The record of {reference} was looked at in full.",
    "kept_as_typed": "{who} looked at an address or a name in {reference} and let it stay.",
}
NAMES_SOMEONE = (
    Deed.HAND_ON,
    Deed.PASS_ON,
    Deed.ASK_FACTS,
    Deed.HAND_TASK,
    Deed.ASSIGN,
    Deed.HAND_OVER,
    Deed.HAND_TO,
    Deed.NOT_MINE,
    Deed.MAKE_CALL,
    "holder_left",
    "nudged",
    "passed_on",
    "went_round",
)
LINE_OTHER = "{who} changed {reference}."
LINE_WORDS = "the words"
LINE_VERSION = "version {version} of the words"
LINE_PLACE = ", in place of {who}"
LINE_OVERRIDDEN = ", in other words than the approved ones"
BOT = "Close Ties"
SOMEONE = "a colleague"

NEWS_RECORDED = "Thank you. Your enquiry is {reference}."
NEWS_TOLD = "We have told {names}."
NEWS_TOLD_NOBODY = "We have told the press office."
NEWS_LATER = "{names} will be told when the office opens, {moment}. If it cannot wait until then, ring {duty}."
NEWS_NEXT = (
    "*What happens next:* a press officer takes it and deals with the journalist. You will hear here who has it, what was said, "
    "and how it ended. If the journalist rings again, say that the press office will ring them straight back."
)
NEWS_NEXT_SPOKEN = "A press officer will deal with the journalist, and you will hear here what happens."
NEWS_URGENT = "*This one is urgent.* If nobody has come back to you within ten minutes, ring {duty}."
NEWS_URGENT_SPOKEN = "This one is urgent: if nobody has come back to you within ten minutes, ring {duty}."
NEWS_CLAIMED = "{officer} in the press office has {reference} now, and will deal with the journalist."
NEWS_ACKNOWLEDGED = "{lead} knows about {reference} now and is helping the press office with it."
NEWS_RESPONDED = "We have answered the journalist about {reference}. The words were given by {who}, {moment}."
NEWS_RESPONDED_PRIVATE = "We have answered the journalist about {reference}. Press Open to read the words."
NEWS_CLOSED = "{reference} is closed. {outcome}. Thank you for telling us."
NEWS_CLOSED_PRIVATE = "{reference} is closed. Press Open to read how it ended. Thank you for telling us."
DUTY = "{name} on {phone}"
DUTY_NO_NUMBER = "the press office"
DUTY_NAME = "the duty press officer"

DETAIL = {
    "journalist": "*Journalist*",
    "deadline_words": "*Deadline, as given*",
    "question": "*They ask*",
    "how_it_came": "*How they got in touch*",
    "angle": "*What the story may be*",
    "said_already": "*Told already*",
    "links": "*Links*",
    "response": "*The answer given*",
    "response_to": "*Given to*",
    "outcome_note": "*Note on how it ended*",
}
MARKS = "*Marks:* {marks}"
TIMELINE = "*What has happened*"
TIMELINE_LINE = "{moment}: {line}"

HOME_ASKED = {
    Status.NEW: "waiting for a press officer",
    Status.IN_PROGRESS: "with {officer}",
    Status.AWAITING_SIGN_OFF: "with {officer}, waiting for sign-off",
    Status.READY: "with {officer}, ready to go",
    Status.RESPONDED: "answered",
    Status.CLOSED: "closed",
}
