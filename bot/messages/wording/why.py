"""Why am I getting this? Each reason in a sentence."""

from bot.rules.availability import Absent
from bot.rules.nudge_reasons import Because

SAID = {
    Because.ARRIVED: "A journalist has been in touch, and you are among those who hear first.",
    Because.UNCLAIMED: "Nobody in the press office had taken it yet{share}.",
    Because.UNTAKEN: "Nobody in the press office had taken it yet. Whoever is on duty is asked again each morning, and when the "
    "turn changes.",
    Because.UNACKNOWLEDGED: "Nobody in the service had said that they have it yet{share}.",
    Because.NO_DEADLINE: "No deadline was given. We promise that somebody has it within a working hour, and an answer within a "
    "working day.",
    Because.STILL: "You said that you have it, and nothing had moved since.",
    Because.SILENT: "{person} had it, and had not been able to say how it stands.",
    Because.DRAFT_DUE: "Sign-off takes time, and the words were not on their way yet.",
    Because.UNSENT: "The words were approved and had not been sent.",
    Because.DUE_SOON: "Its deadline was close, and no answer was recorded.",
    Because.PASSED: "Its deadline had passed, and no answer was recorded.",
    Because.NOT_CLOSED: "It was answered three working days before, and is still open.",
    Because.RING: "It is urgent, and nobody had it after ten minutes.",
    Because.LEADS: "You are asked because you lead {area}.",
    Because.DEPUTY: "You are asked because you are a deputy for {area}.",
    Because.WITH_YOU: "You are asked because it is with you.",
    Because.OFFICER: "You are asked because you are the press officer for {area}.",
    Because.ON_CALL: "You are asked because you are on call.",
    Because.HEAD: "You are asked because you head communications.",
    Because.RAISED: "You are told because you raised it.",
    Because.PRESS_OFFICE: "You are asked because you are in the press office.",
    Because.NAMED_YOU: "You are asked because {person} is away{until} and named you.",
    Because.NOT_THERE: "{person} {absent}{until}.",
    Because.URGENT: "It is urgent, so it did not wait for office hours.",
    Because.CLOSE: "Its deadline was so close that it did not wait for office hours.",
    Because.LATE: "It comes late: it was due {moment}, while I was away.",
    Because.GIVEN: "This enquiry was given to you.",
    Because.COVERAGE: "It was answered some days before, and nobody had noted whether anything was published.",
    Because.YES_ASKED: "{person} asked for your sign-off of the words.",
    Because.YES_DUE: "Your sign-off of the words was due, and none was recorded.",
    Because.IN_PLACE: "You are asked in place of {person}.",
    Because.NO_ANSWER: "{person} was asked, and had not been able to answer.",
    Because.FACTS_ASKED: "{person} asked you to check the facts, since you know this matter best.",
    Because.FACTS_DUE: "Your check of the facts was due, and none was recorded.",
    Because.NEWS: "Something has happened with the words of an enquiry that you deal with, or were asked about.",
    Because.TASK: "This is to be done beside the answer, and it is with you.",
    Because.TASK_OPEN: "This was to be done beside the answer, and was not marked as done yet.",
    Because.CALL_PROMISED: "{person} asked to be rung, and nobody had noted that they were.",
    Because.STORY_WAITS: "Its author had waited as long as we promise for an answer.",
    Because.STORY_STILL_WAITS: "Its author had waited four working days for an answer.",
    Because.CONSENT_ENDS: "Somebody's consent to this story runs out soon.",
    Because.STORY_UNTOLD: "It was picked up four weeks before, and had not been told.",
    Because.STORY_UNANSWERED: "Its authors were asked something, and have not answered. They are not chased.",
    Because.STORY_HELD: "Somebody let us know that a person in this story may have changed their mind, and nobody has said how it is yet.",
    Because.STORIES: "You are asked because you look after story ideas.",
    Because.COMES_DOWN: "What stood behind this story has ended, and nobody has noted that it was taken down everywhere.",
    Because.STILL_STANDS: "{person} had been asked to take it down, and a working day had gone by.",
    Because.TOLD_THERE: "You are asked because it is with you to take it down there.",
    Because.SHARE_WAITS: "{person} asked whether something may be shared or said, and waits for our answer.",
    Because.CHANGE_WAITS: "{person} has an idea for the organisation, and waits for an answer.",
    Because.ANSWER_LATE: "The answer was promised by {moment}.",
    Because.YOURS: "You are asked because the answer is with you.",
    Because.RULE_WAITS: "A rule for sharing got in a colleague's way, and they were promised an answer.",
    Because.JOINT_GROUP: "You are asked because you belong to the group that looks at these rules.",
}
ABSENT = {
    Absent.LEFT: "cannot be reached in Slack any more",
    Absent.AWAY: "is away",
    Absent.OFF: "is not working",
    Absent.QUIET: "is not to be disturbed",
    Absent.RING: "is to be rung, not written to,",
}
UNTIL = " until {moment}"
SHARES = (
    (0.15, " when a tenth of the time to the deadline had gone"),
    (0.22, " when a fifth of the time to the deadline had gone"),
    (0.3, " when a quarter of the time to the deadline had gone"),
    (0.37, " when a third of the time to the deadline had gone"),
    (0.45, " when two fifths of the time to the deadline had gone"),
    (0.6, " when half the time to the deadline had gone"),
)
SHARE_MOST = " when most of the time to the deadline had gone"
WHO_SILENT = "Whoever was asked first"
