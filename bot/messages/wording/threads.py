"""The timeline on an enquiry's page, and what is said to someone whose message should not stand where it stands."""

WROTE = "{moment}: *{who}* wrote{where}"
WROTE_NOTE = "{moment}: *{who}* added a note"
IN_PLACE = " in {place}"
EDITED = " (edited {moment})"
DELETED = "{moment}: *{who}* wrote something here, and deleted it"
IN_SLACK = "in Slack"
FILES = "With {files}"
A_FILE = "a file"

ONE = "What you wrote in {place} stands where everyone in there can read it, and {reference} is private."
ONE_IN_THREAD = "What you wrote in the thread of {reference} stands where everyone in {place} can read it, and {reference} is private."
CAME_FROM = (
    "{reference} is private, and the message it came from still stands in {place}, where everyone in there can read it."
)
SEVERAL = "{reference} is private, and {count} messages about it still stand in Slack, where others can read them."
ONLY_YOU = "Only whoever wrote a message can delete it, or a Slack administrator. I cannot."
IF_COLLEAGUE = "If a colleague wrote it, please ask them."
HOW = (
    "*How to delete it:* press Open my message. On a phone, hold the message and choose *Delete message*. "
    "On a computer, point at it, press the three dots and choose *Delete message*."
)
HOW_SPOKEN = (
    "To delete it, open it: on a phone, hold the message and choose Delete message; on a computer, point at it, press the three "
    "dots and choose Delete message."
)
KEEP_FIRST = "If the press office should know what it says, move it into the enquiry first: there, only those allowed can read it."
WHICH = "Your message of {moment} in {place}"
WHICH_FROM = "The message of {moment} in {place}"
WHICH_GONE = "Gone: the message of {moment} in {place}. Thank you."
MORE = "And {count} more. They are in the same threads."
ALL_GONE = "Thank you. What you wrote about {reference} in {place} is gone."
ALL_GONE_SEVERAL = "Thank you. None of the {count} messages about {reference} stands in Slack any more."
NOT_PRIVATE_ANY_MORE = "{reference} is not private any more. What you wrote about it can stay."

OPEN = "Open my message"
OPEN_THEIRS = "Open the message"
MOVE = "Move it into the enquiry"
REMOVED = "I've removed it"

TAKEN_OUT = "Thank you. What I pointed out in your message of {time} in {place} is not there any more."

CAN_STAY = "Thank you. The address of a public building can stay in your message of {time} in {place}. That you said so has been noted."

MOVE_TITLE = "Move into {reference}"
MOVE_INTRO = (
    "This puts what you wrote into {reference}, where only those allowed can read it. Your message in Slack stays until you "
    "delete it."
)
MOVE_WORDS = "What the press office should know"
MOVE_SAVE = "Put it in"
CANCEL = "Cancel"
MOVED_TITLE = "It is in {reference}"
MOVED = (
    "What you wrote is in {reference} now. Please delete your message in Slack: only you can, or a Slack administrator."
)
CLOSE = "Close"
