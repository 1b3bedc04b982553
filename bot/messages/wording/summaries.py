"""The summaries of a morning, an evening and a week."""

from bot.rules.summaries import WaitsFor
from bot.rules.summary_lead import Needs
from storage.kinds import Step

MORNING = "{day}: {counts}."
MORNING_NOTHING = "{day}: nothing waits in the press office."
COUNT_LATE = "{count} late"
COUNT_TODAY = "{count} due today"
COUNT_LATER = "{count} due later"
OVERDUE = "Late"
DUE_TODAY = "Due today"
LATER = "Due later"
DONE = "Done today"
LINE = "{reference}, {area}. {due} {waits}"
LINE_DUE = "Due: {moment} ({left})."
LINE_PROMISED = "No deadline was given; we promise an answer within a working day: {moment} ({left})."
PRIVATE = "Private."
WAITS = {
    WaitsFor.TAKER: "Nobody has taken it yet.",
    WaitsFor.LEAD: "It waits for {person} to say who has it for the service.",
    WaitsFor.YES: "It waits for {person}'s yes.",
    WaitsFor.FACTS: "It waits for {person} to check the facts.",
    WaitsFor.WORDS: "{person} has it and is working on the words.",
    WaitsFor.SENDING: "The words are approved, and {person} can send them.",
    WaitsFor.WITH: "{person} has it.",
}
THE_LEAD = "the lead"
OVERNIGHT = "Came in while the office was shut: {references}."
STORIES = "{count} story ideas wait for an answer."
STORIES_ONE = "One story idea waits for an answer."
LINES_DUE = "{count} kept lines are due for another look. They stand first in the list: type /media-enquiry lines."
LINES_DUE_ONE = "One kept line is due for another look. It stands first in the list: type /media-enquiry lines."
OWED = {
    "take_downs": "Still to be taken down where it was told: {references}.",
    "shares": "Asked about sharing, and waiting for our answer: {references}.",
    "changes": "Ideas for the organisation, waiting for an answer: {references}.",
    "rules": "Rules that got in a colleague's way, waiting for an answer: {references}.",
    "questions": "Something was asked of their authors, who have not answered yet: {references}.",
}
DONE_ANSWERED = "{reference}, answered by {who}, {moment}"
DONE_CLOSED = "{reference}, closed by {who}, {moment}"
DONE_ANSWERED_NOBODY = "{reference}, answered, {moment}"
DONE_CLOSED_NOBODY = "{reference}, closed, {moment}"
MORE = "And {count} more. App Home shows them all."
ON_CALL = "On call for the press: {who}."
ON_CALL_UNTIL = "On call for the press: {who}, until {moment}."
NOBODY_ON_CALL = "Nobody is on call for the press just now."
UP_TO_DATE = "I keep this up to date through the day."

EVENING = "{count} enquiries stay open over night. The office opens again: {opens}."
EVENING_ONE = "One enquiry stays open over night. The office opens again: {opens}."
EVENING_LONG = "{count} enquiries stay open until the office opens again: {opens}."
EVENING_LONG_ONE = "One enquiry stays open until the office opens again: {opens}."
EVENING_LONG_ON_CALL = "On call until then: {who}."
EVENING_LONG_NOBODY = "Nobody is on call until then. What is urgent goes to the head of communications."
EVENING_ON_CALL = "On call over night: {who}."
EVENING_NOBODY = "Nobody is on call over night. What is urgent goes to the head of communications."

LEAD = "Good morning. {count} things wait for you."
LEAD_ONE = "Good morning. One thing waits for you."
LEAD_DONE = "Nothing waits for you any more. Thank you."
NEEDED = {
    Needs.HAVE_IT: "*{reference}* needs somebody of your service. Please say that you have it.",
    Needs.YES: "*{reference}* waits for your yes.",
    Needs.FACTS: "*{reference}* waits for you to say whether the facts are right.",
    Needs.TASK: "*{reference}* has something for you to do.",
}
NEEDED_BY = "Due: {moment} ({left})."
SETTLED = "{reference}, settled by {who}, {moment}"
SETTLED_YOU = "{reference}, settled by you, {moment}"
SETTLED_NOBODY = "{reference}, settled, {moment}"
OPEN = "Open"

WEEK = "Where nudges had to go further last week, {starts} to {ends}."
WEEK_NOTHING = "Last week, {starts} to {ends}, nobody had to be asked twice. Thank you for that."
WEEK_OWN = "The press office"
WEEK_OWN_NOTHING = "Nothing of ours was late."
WEEK_SERVICES = "The services"
WEEK_SERVICES_NOTHING = "No service had to be asked again."
WEEK_ROW = "{area}: {why}, {count} times."
WEEK_RARE = "Once or twice each:"
WEEK_RARE_ROW = "• {area}: {why}"
WEEK_NOTE = "Each matter counts once at each step. Nobody is named, and small numbers are not told, so that nobody can be guessed."
WHY = {
    Step.OFFICER_UNCLAIMED: "we were late to take an enquiry",
    Step.HEAD_UNCLAIMED: "an enquiry nobody had taken went on to the head of communications",
    Step.OFFICER_SILENT: "the officer could not say how it stood, and the head was asked",
    Step.READY_UNSENT: "approved words had not been sent in time",
    Step.OFFICER_PASSED: "the deadline passed without an answer on record",
    Step.NOT_CLOSED: "an answered enquiry stayed open for three working days",
    Step.STORY_ANSWER: "a story idea waited as long as we promise for our answer",
    Step.STORY_HEAD: "a story idea waited longer than we promise for our answer",
    Step.LEAD_AGAIN: "the lead had to be asked again",
    Step.DEPUTY: "the lead was not free, and the deputy was asked",
    Step.SECOND_DEPUTY: "the lead and the deputy were not free, and a second deputy was asked",
    Step.HEAD_UNACKNOWLEDGED: "nobody of the service was free, and the head of communications was asked to ring",
    Step.RAISER_RING: "nobody had picked up something urgent, and whoever raised it was asked to ring",
    Step.LEAD_SILENT: "the lead could not say how it stood, and the next person was asked",
    Step.FACT_CHECK_AGAIN: "the facts had to be asked about again",
    Step.SIGN_OFF_AGAIN: "an approver had to be asked again",
    Step.SIGN_OFF_LATE: "an approver had not answered in time",
}
