"""What is said when something cannot be done. {by} is a person, the others are named beside each sentence."""

from bot.rules.reasons import Reason

SENTENCE = {
    Reason.NOT_PRESS_OFFICE: "Only the press office can do this. Your press officers are glad to help: just ask one of them.",
    Reason.NOT_YOUR_NUDGE: "This request was sent to someone else, so only they can answer it.",
    Reason.NOT_ALLOWED_TO_READ: "This is private. The press office can tell you who is dealing with it.",
    Reason.NOT_YOURS: "Only the person who sent this in can change it.",
    Reason.ALREADY_CLAIMED: "{by} has already taken this one. Nothing more is needed from you.",
    Reason.ALREADY_ACKNOWLEDGED: "{by} has already said they have it. Nothing more is needed from you.",
    Reason.ALREADY_RESPONDED: "{by} has already recorded the response.",
    Reason.ALREADY_CLOSED: "{by} has already closed this enquiry.",
    Reason.ALREADY_ANSWERED: "{by} has already answered this story idea.",
    Reason.CLAIM_FIRST: "Nobody has taken this enquiry yet. Press “I'll take it” first, then record the response.",
    Reason.RESPOND_FIRST: "No answer is recorded yet. Please record the response first, or choose another ending.",
    Reason.MARKED_SENSITIVE: "This has to stay private as long as it is marked as sensitive{marks}.",
    Reason.MOVE_NOT_POSSIBLE: "That is not possible now. This enquiry stands at: {now}.",
    Reason.NO_DEPUTY: "There is no deputy left to hand this to. Please keep it, or ring the press office{duty}.",
    Reason.NOT_AN_OFFICER: "{by} is not in the press office. Please choose someone who is.",
    Reason.HAS_LEFT: "{by} has left and cannot be reached here. Please choose someone else.",
    Reason.OFFICER_CHANGED: "{by} has this one now. If you still want to give it to someone, please press the button again.",
    Reason.CHANGED_MEANWHILE: "Someone else has changed this meanwhile. Nothing of yours is lost: please look at theirs and save again.",
    Reason.NO_SUCH_ENQUIRY: "No enquiry that you can see has this reference. It looks like ME-0042.",
    Reason.ITSELF: "That is this enquiry itself. Please give the reference of the other one.",
    Reason.LINKED_ALREADY: "These two are linked already.",
    Reason.NO_ANSWER_THERE: "No answer is recorded there yet.",
    Reason.ANSWER_PRIVATE: "That answer belongs to a private enquiry, so it can only be used in a private one.",
    Reason.DRAFT_FIRST: "There are no words for this one yet. Please draft a statement first.",
    Reason.NEWER_VERSION: "{by} has written version {version} meanwhile. Your words are still here: please look at theirs before "
    "you save.",
    Reason.NOT_SIGNED_OFF: "These words have not been signed off yet, so they cannot go out. Please ask for sign-off first.",
    Reason.NOT_THE_APPROVED_WORDS: "These are not the words that were signed off: that was version {version}. Please send those, or "
    "save yours as a new version and ask for sign-off.",
    Reason.ONLY_HEAD_OVERRIDES: "Only the head of communications can send words that have not been signed off.",
    Reason.LEGAL_FIRST: "This one is about a court case, an arrest or a reporting restriction. Legal has to see these words first, "
    "whoever sends them.",
    Reason.NEEDS_LEAD: "This one needs a yes from the service: please add its lead or a deputy.",
    Reason.NEEDS_SECOND: "This one needs a yes from two different people: please add a second approver.",
    Reason.NEEDS_LEGAL: "This one needs a yes from legal: please add someone from legal.",
    Reason.OWN_WORDS: "{by} wrote these words, so someone else has to say yes to them.",
    Reason.CANNOT_BE_ASKED: "{by} cannot be asked about this one. Please choose someone else.",
    Reason.NOT_YOUR_TURN: "Someone else is asked before you. You will hear here when it is your turn.",
    Reason.CHANGE_WAS_ASKED: "{by} has asked for a change, so these words are not waiting for you any more. You will be asked again "
    "about the new ones.",
    Reason.WAS_STOPPED: "{by} has stopped this: the facts have changed. Nothing is needed from you until you are asked again.",
    Reason.NOT_ASKED_ANY_MORE: "This is not waiting for you any more: there are newer words, or the matter has moved on. Nothing is "
    "needed from you.",
    Reason.CHECKED_ALREADY: "You have answered this already. Thank you.",
    Reason.NOT_YOURS_TO_STOP: "Only those who were asked about these words, the service and the press office can stop them. If the facts "
    "have changed, please ring the press office{duty}.",
    Reason.NOTHING_TO_STOP: "There is no sign-off to stop here: nobody has been asked yet, or the words have gone.",
    Reason.ONLY_LEGAL_WAIVES: "Only someone from legal can say that legal is not needed.",
    Reason.NOT_FOUND: "This could not be found. It may have been removed.",
    Reason.LIST_TOO_OLD: "This list is too old to turn its pages. Please ask for it again.",
    Reason.NOT_HEAD: "Only the head of communications can set this.",
    Reason.SOMEONE_LEFT_OUT: "This has to stay private as long as someone is not to hear of it.",
    Reason.RAISED_IT: "The person who raised it knows of it already, so they cannot be left out.",
    Reason.NOBODY_LEFT: "Someone in the press office has to hear of it. Please leave at least one of them in.",
    Reason.STANDS_BACK: "You may be named in this yourself, so a colleague looks after it for you.",
    Reason.ASK_US_FIRST: "Please talk to the press office about {by} first{duty}.",
    Reason.ALREADY_SETTLED: "{by} has already dealt with this. Nothing more is needed from you.",
    Reason.MONITORING_OFFICER_FIRST: "This is political and an election is near, so the monitoring officer has to see it first. "
    "It is among the things to do: mark it as done, or as not needed with the reason.",
    Reason.ENDS_BEFORE: "It would end before it starts. Please give a later last day.",
    Reason.PERIOD_TOO_LONG: "That is longer than a hundred days. Please look at the dates again.",
    Reason.DEADLINE_PASSED: "That time has already passed. Please give one that lies ahead, or write: none given.",
    Reason.DEADLINE_NOT_UNDERSTOOD: "Please write the deadline another way, such as: 4pm today, Friday 10am, or none given.",
    Reason.NO_WAY_TO_REACH: "Please add the journalist's phone number or e-mail address, so that we can ring them back.",
    Reason.TOO_LONG: "This is longer than will fit. Please shorten it to {limit} characters.",
    Reason.MISSING: "Please fill this in.",
    Reason.PERSONAL_DATA: "Please take this out, it looks like someone's personal details: {words}. "
    "You can write “the child” or “the mother”.",
    Reason.CONSENT_NEEDED: "Please fill this in: a person can only appear in a story once their agreement is written down here.",
    Reason.DATE_PASSED: "That date has already passed. Please give a later one.",
    Reason.TIME_AHEAD: "That time has not come yet. Please give the time when it happened.",
    Reason.DAY_AHEAD: "That day has not come yet. Please give the day when it came out.",
    Reason.NOT_A_LINK: "Please paste the whole address of the page. It begins with https:// or http://.",
    Reason.NOTED_ALREADY: "This piece is noted here already. If there is another, please paste its address.",
    Reason.PUBLISHED_ALREADY: "Something published is noted here already. If that is a mistake, please take it off first.",
    Reason.REVIEW_TOO_FAR: "Please choose a day within the next two years: what was true then is looked at again by that day.",
    Reason.NO_RESPONSE_YET: "No answer is recorded yet. Please record the response first.",
    Reason.NOT_APPROVED: "Only words that have been approved can be kept as a line. Please get them signed off first.",
    Reason.LINE_STALE: "This line was due for another look some time ago. Please get it signed off before it goes.",
    Reason.LINE_RETIRED: "{by} has taken this line out of use. Please choose another, or write new words.",
    Reason.LINE_PRIVATE: "This line comes from a private enquiry, so it can only be used in a private one.",
    Reason.NOT_SET_UP: "Close Ties has not been set up here yet. Please ring the press office{duty}.",
    Reason.CANNOT_SAVE: "This could not be saved just now. What you wrote is still here: please try again in a minute. "
    "If it is urgent, ring the press office{duty}. The reference is {reference}.",
}

DUTY = " on {phone}"
SOMEONE = "A colleague"
