"""Answering a nudge: its menu and forms, the call somebody asked for, and what is said back to an answer in words."""

from bot.rules.nudge_answers import Answer
from storage.kinds import Step

CANCEL = "Cancel"
CALL_ME = "Call me"
STILL = "Still on it"
MORE = {
    Answer.SOMEONE: "Hand to someone else",
    Answer.ASSIGN: "Hand to a colleague",
    Answer.HALF_AN_HOUR: "Remind me in 30 minutes",
    Answer.SNOOZE: "Remind me later…",
    Answer.NOT_MINE: "Not mine",
    Answer.WHY: "Why am I getting this?",
}
SNOOZED = "You will be reminded {moment}."
UNSNOOZE = "Don't wait"
GIVE = "Give it to someone"
HANDED_SAYS = "{who} says:"
HANDED_PRIVATE = "There is a note for you: press Open to read it."

# -- putting it off
SNOOZE_TITLE = "Later: {reference}"
SNOOZE_SUBMIT = "Remind me then"
SNOOZE_LATEST = "This can wait until {moment} at the latest, so that there is time left before the deadline."
SNOOZE_FOR = "Remind me in"
SNOOZE_AT_MOST = "This can wait until {moment} at the latest."
SNOOZE_MINUTES = {15: "15 minutes", 30: "30 minutes", 60: "1 hour"}
SNOOZE_UNTIL = "Or at what time?"
SNOOZE_UNTIL_HINT = "For example: 3pm, or tomorrow 9am. A time counts for more than the choice above."

# -- being rung
CALL_TITLE = "Ring me: {reference}"
CALL_SUBMIT = "Ask them to ring"
CALL_INTRO = "The press office is told at once. They will know that you have it, so nobody else is asked."
CALL_NUMBER = "On which number?"
CALL_WHEN = "When?"
CALL_WHEN_HINT = "For example: 4pm, or in half an hour. Leave it empty for as soon as they can."
CALL_ASKED = "{who} would like to be rung about {reference} on {phone}, {when}."
CALL_SOON = "as soon as you can"
CALL_MADE_BUTTON = "I have rung"
CALL_OPEN = "Open"
CALL_WHY = "You are told because you deal with the journalist."
CALL_NOW = "{who} is waiting to be rung about {reference} on {phone}, {when}."
CALL_STILL = (
    "Nobody has noted yet that {who} was rung about {reference}. Please ring {phone} now, or say that you have."
)
CALL_ON_TIME = "You are told because you deal with the journalist, and {who} was promised this call."
CALL_MOVED = "{reference}: {who} has asked for another time or number, {moment}."
CALL_DONE = "{reference}: {by} rang {who}, {moment}."
CALL_OVER = "{reference} is closed. {who} need not be rung about it any more."
YOU = "You"

# -- someone else
HAND_TITLE = "Hand on {reference}"
HAND_SUBMIT = "Hand it on"
HAND_PERSON = "Who is to have it?"
HAND_CHOOSE = "Choose a colleague"
HAND_NOTE = "What should they know?"
NOT_MINE_TITLE = "Not mine: {reference}"
NOT_MINE_SUBMIT = "Tell the press office"
NOT_MINE_INTRO = "Thank you for saying so. Someone else is asked at once, and the press office sees it."
WHOSE = "Who is it for, if you know?"
WHOSE_HINT = "Leave it empty and the next person in line is asked."

# -- in words
SAID = {
    Answer.HAVE_IT: "Thank you. You have {reference}, and the press office knows.",
    Answer.TAKE: "Thank you. {reference} is with you now.",
    Answer.STILL: "Thank you. You are still on {reference}.",
    Answer.CALL: "The press office has been asked to ring you about {reference} on {phone}, {when}.",
    Answer.DEPUTY: "{reference} is handed on: {who} is asked in your place.",
    Answer.SOMEONE: "{reference} is handed on: {who} is asked in your place.",
    Answer.NOT_MINE: "Thank you for saying so. Someone else is asked about {reference}, and the press office knows.",
    Answer.SNOOZE: "You will be reminded of {reference} {moment}.",
    Answer.ON_IT: "Thank you. I will ask about {reference} again {moment}, in case it is not done by then.",
    Answer.DONE: "Thank you. What there was to do for {reference} is noted as done.",
}
ON_IT_NOW = "Thank you. There is not much time left for {reference}."
SAID_BESIDE = {
    Answer.DEPUTY: "The sign-off of {reference} is handed on, and your deputy has been asked.",
    Answer.SOMEONE: "{reference} is handed on, and they have been asked.",
    Answer.NOT_MINE: "Thank you for saying so. Somebody else is being found for {reference}.",
}
"""Of what is not the enquiry itself."""
UNDO = "Undo"
UNDONE = "{reference} does not wait any more."
SAID_SOON = "as soon as they can"
WHO_OTHER = "the next person"
REFUSED = "About {reference}: {sentence}"
WHICH = "Which of these do you mean?"
WHICH_THIS = "This one"
WHICH_ONE = "{reference}: {what}"
NOTHING_WAITS = "Thank you. Nothing is waiting for an answer from you just now. For anything else, ring {duty}."
UNSURE = (
    "I am not sure how to take that, so nothing was done. Press one of the buttons, or write for example: on it, in a meeting until 3, "
    "ask my deputy, call me on 07700 900123 at 4, or not mine."
)
UNSURE_DONE = "To finish {reference}, please use its buttons, so that what was done is written down."
ASKED = {
    Step.OFFICER_NEW: "someone to take it",
    Step.OFFICER_UNCLAIMED: "someone to take it",
    Step.HEAD_UNCLAIMED: "someone to take it",
    Step.STILL_UNTAKEN: "someone to take it",
    Step.STILL_LEAD: "are you still on it?",
    Step.STILL_OFFICER: "are you still on it?",
    Step.DRAFT_DUE: "the words",
    Step.READY_UNSENT: "the approved words are to be sent",
    Step.OFFICER_DEADLINE: "it is due soon",
    Step.DEADLINE_SOON: "it is due in a few minutes",
    Step.OFFICER_PASSED: "its deadline has passed",
    Step.HEAD_PASSED: "its deadline has passed",
    Step.NOT_CLOSED: "closing it",
    Step.ASSIGNED: "it was given to you",
    Step.COVERAGE: "was anything published?",
    Step.SIGN_OFF: "your sign-off of the words",
    Step.SIGN_OFF_AGAIN: "your sign-off of the words",
    Step.SIGN_OFF_LATE: "a sign-off that has not come",
    Step.FACT_CHECK: "your check of the facts",
    Step.FACT_CHECK_AGAIN: "your check of the facts",
    Step.FACT_CHECK_LATE: "a check of the facts that has not come",
    Step.TASK: "something to do beside the answer",
    Step.TASK_AGAIN: "something to do beside the answer",
    Step.CALL: "a call that was promised",
    Step.CALL_AGAIN: "a call that was promised",
    Step.STORY_ANSWER: "a story idea that waits for an answer",
    Step.STORY_HEAD: "a story idea that waits for an answer",
    Step.STORY_CONSENT: "a consent that runs out",
    Step.STORY_CONSENT_LAST: "a consent that runs out",
    Step.STORY_UNTOLD: "a story that has not been told",
    Step.STORY_QUESTION_OPEN: "a question to a story's authors that nobody has answered",
    Step.STORY_CHANGE_OF_MIND: "whether somebody in it has changed their mind",
    Step.TAKE_DOWN: "a story that is to be taken down",
    Step.TAKE_DOWN_AGAIN: "a story that is to be taken down",
    Step.TAKE_DOWN_HEAD: "a story that is to be taken down",
    Step.SHARE_ANSWER: "a question about sharing that waits for our answer",
    Step.SHARE_HEAD: "a question about sharing that waits for our answer",
    Step.CHANGE_NEW: "an idea for the organisation that waits for an answer",
    Step.CHANGE_AGAIN: "an idea for the organisation that waits for an answer",
    Step.CHANGE_HEAD: "an idea for the organisation that waits for an answer",
    Step.JOINT_NEW: "a rule that got in somebody's way",
    Step.JOINT_HEAD: "a rule that got in somebody's way",
}
ASKED_SERVICE = "someone to say that they have it"

# -- who was asked, on the page and the card
PAGE_TITLE = "Who has it, and who was asked"
OFFICE_HAS = "*Press office:* {who} has it, since {moment}."
OFFICE_WAITS = "*Press office:* nobody has taken it yet."
SERVICE_HAS = "*Service:* {who} has it, since {moment}."
SERVICE_WAITS = "*Service:* {who} has not answered yet."
SERVICE_NOBODY = "*Service:* nobody is named for it."
WAS_ASKED = "{who} was asked {moments}."
REMINDED = " To be reminded {moment}."
CALL_LINE = "{who} would like to be rung on {phone}, {when}."
CALL_LINE_DONE = "{by} rang {who}, {moment}."
CARD = "*Asked:* {people}"
CARD_SPOKEN = "Asked: {people}."
CARD_PERSON = "{who} {times}"
CARD_AT = "at {time}"
CARD_ON = "on {day} at {time}"
