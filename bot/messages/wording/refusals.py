"""What is said when something cannot be done. {by} is a person, the others are named beside each sentence."""

from bot.rules.deeds import Deed
from bot.rules.reasons import Reason

SENTENCE = {
    Reason.NOT_PRESS_OFFICE: "Only the press office can do this. Your press officers are glad to help: just ask one of them.",
    Reason.NOT_YOUR_NUDGE: "This request was sent to someone else, so only they can answer it.",
    Reason.NOT_ALLOWED_TO_READ: "This is private. The press office can tell you who is dealing with it.",
    Reason.NOT_YOURS: "Only the person who sent this in can change it.",
    Reason.ALREADY_CLAIMED: "{by} has already taken this one. Nothing more is needed from you.",
    Reason.ALREADY_ACKNOWLEDGED: "{by} has already said they have it. Nothing more is needed from you.",
    Reason.ALREADY_RESPONDED: "{by} has already recorded the response. If something in it is wrong, the press office can correct it.",
    Reason.ALREADY_CLOSED: "{by} has already closed this enquiry. If there is more to do, the press office can open it again.",
    Reason.GONE_ALREADY: "These words have already gone to the journalist, as {by} recorded. Please ring the press office{duty} now "
    "and say what has changed: they can still put it right with the journalist.",
    Reason.STOPPED_MEANWHILE: "{by} has stopped these words: the facts have changed. Please do not send them. If they have gone "
    "already, ring {by} and the head of communications now.",
    Reason.ALREADY_ANSWERED: "{by} has already answered this story idea.",
    Reason.STORY_EMPTIED: "The words of this story have been deleted, as they are after a time. There is nothing left to tell.",
    Reason.STORY_OVER: "This idea was taken back, or joined with another one, so it is not told any more.",
    Reason.SECOND_PAIR_OF_EYES: "You know this one from close by, as its author or its press officer. The second look has to be "
    "somebody else’s: please ask another press officer.",
    Reason.ANSWERED_QUESTION: "{by} has already answered this question. Nothing more is needed from you.",
    Reason.TELL_HELD: "Somebody in it may have changed their mind, so it is not told until that is clear. If they still agree, please say "
    "so on the story’s page.",
    Reason.TELL_NOT_ASKED: "Someone in it can be recognised, and their agreement is not recorded. Once they have been asked, have agreed "
    "to this, and it is written down on the story’s page, it can be told.",
    Reason.TELL_WITHDRAWN: "Someone in it has taken back their agreement, so it may not be told. It could be, without them in it, or if "
    "they decide again by themselves.",
    Reason.TELL_RUN_OUT: "An agreement behind it has run out. If the person is asked again and agrees, and it is written down on the "
    "story’s page, it can be told.",
    Reason.TELL_NOT_FOR_THIS: "Not everyone in it has agreed to this: {use}. If they are asked and agree, and it is written down on the "
    "story’s page, it can be told there.",
    Reason.TELL_CONSENT_LACKS: "An agreement behind it is not written down in full yet: who decided, and for a child their own view. Once "
    "it is, on the story’s page, it can be told.",
    Reason.TELL_NOT_SEEN: "Not everyone in it has seen the words yet. Once they have, and it is written down on the story’s page, it can "
    "be told outside.",
    Reason.TELL_LOOK_FIRST: "There is a child or a court case in it, so a second press officer looks first, beside what was published "
    "before. Once somebody has pressed “I have looked” on the story’s page, it can be told.",
    Reason.TELL_NOT_FRESH: "The people in it were to be asked again, for use beside a headline, and no new agreement is recorded since. "
    "Once it is, with “given to the press” in it, it can be told.",
    Reason.NOT_ALIKE: "These two cannot be joined: one of them was answered or taken back, or they are one and the same.",
    Reason.CLAIM_FIRST: "Nobody has taken this enquiry yet. Press “I'll take it” first; then you can go on with it.",
    Reason.RESPOND_FIRST: "No answer is recorded yet. Please record the response first, or choose another ending.",
    Reason.MARKED_SENSITIVE: "This has to stay private as long as it is marked as sensitive{marks}.",
    Reason.MOVE_NOT_POSSIBLE: "That is not possible now. This enquiry stands at: {now}. {possible}",
    Reason.NO_DEPUTY: "There is no deputy left to hand this to. Please keep it, or ring the press office{duty}.",
    Reason.NOT_AN_OFFICER: "{by} is not in the press office. Please choose someone who is.",
    Reason.HAS_LEFT: "{by} has left and cannot be reached here. Please choose someone else.",
    Reason.OFFICER_CHANGED: "{by} has this one now. If you still want to give it to someone, please press the button again.",
    Reason.CHANGED_MEANWHILE: "Someone else has changed this meanwhile. Nothing of yours is lost: please look at theirs and save again.",
    Reason.NO_SUCH_STORY: "There is no story {reference}. /story-idea mine shows your own, and /story-idea find looks for words, such as "
    "/story-idea find garden.",
    Reason.NO_SUCH_ENQUIRY: "No enquiry that you can see has this reference. It looks like ME-0042.",
    Reason.NO_ENQUIRY_CALLED_SO: "I found no enquiry {words}. Please check the number. /media-enquiry mine shows what you sent in, and "
    "/media-enquiry list what is open and yours to see.",
    Reason.ITSELF: "That is this enquiry itself. Please give the reference of the other one.",
    Reason.LINKED_ALREADY: "These two are linked already.",
    Reason.NO_ANSWER_THERE: "No answer is recorded there yet.",
    Reason.ANSWER_PRIVATE: "That answer belongs to a private enquiry, so it can only be used in a private one.",
    Reason.DRAFT_FIRST: "There are no words for this one yet. Please draft a statement first.",
    Reason.NEWER_VERSION: "{by} has written version {version} meanwhile. Your words are still here: please look at theirs before "
    "you save.",
    Reason.NOT_SIGNED_OFF: "These words have not been signed off yet, so they cannot go out. Please ask for sign-off first.",
    Reason.YES_WAS_FOR_ANOTHER: "An answer has gone since these words were written, and the enquiry was opened again. Another answer "
    "needs a new yes. Please ask for sign-off, or write a new version first.",
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
    Reason.SNOOZE_TOO_LATE: "That would be too late for the deadline. This can wait until {limit} at the latest.",
    Reason.CANNOT_WAIT: "The deadline is too close for this to wait. Please answer now, or hand it to someone else.",
    Reason.NOT_KNOWN_HERE: "{by} has no part in Close Ties yet. Please choose someone else, or ring the press office{duty}.",
    Reason.NOBODY_AFTER_YOU: "There is nobody left to ask after you. Please say who it is for, or ring the press office{duty}.",
    Reason.NOT_A_NUMBER: "Please give a number that can be rung, such as 07700 900123.",
    Reason.TIME_NOT_UNDERSTOOD: "Please write the time another way, such as: 3pm, in half an hour, or tomorrow 9am.",
    Reason.TO_YOURSELF: "You have this already. Please choose a colleague.",
    Reason.NOT_ROTA_KEEPER: "Only the head of communications and administrators can change the rota. You can offer a turn of your own.",
    Reason.NOT_YOUR_ROTA_TURN: "This turn belongs to someone else, so only they can offer it.",
    Reason.NOT_ON_ROTA: "{by} cannot take this turn. Please choose someone who takes turns on this rota.",
    Reason.ON_CALL_THEN: "{by} already has a turn at that time. Please choose someone else.",
    Reason.TURN_OVER: "This turn is over. Nothing is needed any more.",
    Reason.TURN_TAKEN: "{by} has already taken this turn. Thank you all the same.",
    Reason.OFFER_GONE: "This turn is not offered any more. Nothing is needed from you.",
    Reason.OFFERED_TO_OTHER: "This turn was offered to someone else.",
    Reason.NOT_A_COUNT: "Please give a number from 1 to {limit}, or leave it empty for one turn each.",
    Reason.AWAY_TOO_LONG: "That is longer than a year. Please look at the dates again.",
    Reason.OWN_DEPUTY: "You cannot stand in for yourself. Please choose a colleague, or leave it empty.",
    Reason.DEADLINE_PASSED: "That time has already passed. Please give one that lies ahead, or write: none given.",
    Reason.ANSWER_TIME_PASSED: "That time has already passed. Please choose a later one.",
    Reason.ANSWER_TOO_LATE: "The journalist needs our answer by {deadline}, so theirs has to come before. Please choose an earlier time.",
    Reason.DEADLINE_NOT_UNDERSTOOD: "Please write the deadline another way, such as: 4pm today, Friday 10am, or none given.",
    Reason.NO_WAY_TO_REACH: "Please add the journalist's phone number or e-mail address, so that we can get back to them.",
    Reason.TOO_MANY_PICTURES: "A story has room for {limit} pictures. Please take some out.",
    Reason.SHARE_ANSWERED: "{by} has answered this already, so it stays as it was asked. Please ask again if something has changed.",
    Reason.SHARE_TAKEN_BACK: "This question was taken back, so no answer is needed any more.",
    Reason.SHARE_YOUR_OWN: "You asked this one yourself, so somebody else answers it.",
    Reason.SHARE_NOT_AGREED: "Somebody is in it who has not agreed to this use, so a plain yes is not possible. You can say what to change "
    "(without them in it, for instance), or not yet, and what would make it possible.",
    Reason.SHARE_NOT_GREEN: "This one has no yes yet, so I cannot note it as shared. If it is out already, please ring the press office: "
    "nobody will be cross.",
    Reason.SHARE_EMPTIED: "The words of this one have been deleted, as all words are after their time.",
    Reason.RULE_BOUND: "This cannot be set lower: a child, a live court case, or someone who has not agreed is never a plain yes.",
    Reason.RULE_ANSWERED: "{by} has answered this already. Nothing more is needed from you.",
    Reason.NOT_JOINT: "The joint group answers this one.",
    Reason.SENT_ALREADY: "This story idea has been sent meanwhile, so it is no draft any more. Open it from your home page to change it.",
    Reason.STORY_WITHDRAWN: "Its author has taken this story idea back.",
    Reason.FULL_NAME: "Initials or a role are enough here, such as J. or “the tenant”. Please take out the name: {words}.",
    Reason.CONSENT_OVER: "This agreement does not count any more, so there is nothing to change in it.",
    Reason.CONSENT_STANDS: "The story was told with this agreement, so it stays on record. "
    "If the person has changed their mind, please say so instead.",
    Reason.TOO_LONG: "This is longer than will fit. Please shorten it to {limit} characters.",
    Reason.MISSING: "Please fill this in.",
    Reason.PERSONAL_DATA: "Please take this out, it looks like someone's personal details: {words}. "
    "You can write “the child” or “the mother”.",
    Reason.CONSENT_NEEDED: "Please fill this in: a person can only appear in a story once their agreement is written down here.",
    Reason.DATE_PASSED: "That date has already passed. Please give a later one.",
    Reason.TIME_AHEAD: "That time has not come yet. Please give the time when it happened.",
    Reason.TICK_TOO: "Please tick this as well, or empty the box below.",
    Reason.DAY_AHEAD: "That day has not come yet. Please give the day when it happened.",
    Reason.LINK_OR_HEADLINE: "Please paste its address. For print, radio or television, please give its headline or the programme.",
    Reason.NEWER_WORDS: "{by} has written version {version} meanwhile. Please close this form, look at the new words on the page, and "
    "ask about those.",
    Reason.NOT_A_LINK: "Please paste the whole address of the page. It begins with https:// or http://.",
    Reason.NOTED_ALREADY: "This piece is noted here already. If there is another, please paste its address.",
    Reason.PUBLISHED_ALREADY: "Something published is noted here already. If that is a mistake, please take it off first.",
    Reason.REVIEW_TOO_FAR: "Please choose a day within the next two years: what was true then is looked at again by that day.",
    Reason.NO_RESPONSE_YET: "No answer is recorded yet. Please record the response first.",
    Reason.NOT_APPROVED: "Only words that have been approved can be kept as a line. Please get them signed off first.",
    Reason.LINE_STALE: "This line was due for another look some time ago. Please get it signed off before it goes.",
    Reason.LINE_RETIRED: "{by} has taken this line out of use. Please choose another, or write new words.",
    Reason.LINE_PRIVATE: "This line comes from a private enquiry, so it can only be used in a private one.",
    Reason.NOT_ADMINISTRATOR: "Only those who look after Close Ties can change its settings. {by} can help you.",
    Reason.NOT_WORKSPACE_ADMIN: "To begin, Close Ties asks for someone who looks after this Slack workspace: an admin or an owner. Please "
    "ask one of them to open Close Ties and press the same button. They can then name you, and you do the rest.",
    Reason.NEEDS_ADMINISTRATOR: "Someone has to look after Close Ties. Please leave at least one person here.",
    Reason.HOURS_NOT_UNDERSTOOD: "Please write this line another way: {words}. Like this: Monday 09:00-17:00, or Mon-Thu 9-17.",
    Reason.DAY_NOT_UNDERSTOOD: "Please write this day another way: {words}. Like this: 29 December 2026.",
    Reason.HOUR_SKIPPED: "Twice a year the clocks skip or repeat the hour between 1 and 2. Please choose another time.",
    Reason.EMOJI_NOT_UNDERSTOOD: "Please write the emoji by its name, such as sparkles, or leave this empty.",
    Reason.PERIOD_NOT_UNDERSTOOD: "Please write it like this: 6 years, or 90 days. A hundred years is the longest.",
    Reason.NUMBER_BETWEEN: "Please give a number from {least} to {limit}.",
    Reason.LESS_THAN_LEAST: "This is less than the shortest wait above. Please give a longer one.",
    Reason.CHANNEL_TWICE: "This channel is used for something else too. Private enquiries need a channel of their own.",
    Reason.TOLD_THERE_ALREADY: "All the good news is told in this channel already. Please choose another one, or none.",
    Reason.VOICE_NOT_UNDERSTOOD: "Please write this line another way: {words}. Like this: Night staff: night, nights.",
    Reason.CHANNEL_NOT_FIT: "{words}",
    Reason.LEAD_TWICE: "The lead cannot stand in for themselves. Please choose someone else.",
    Reason.KNOWN_ALREADY: "{by} is here already. You will find them in the list of people.",
    Reason.NO_NUMBER_TO_RING: "They would like to be rung, so please add their number.",
    Reason.STILL_COUNTED_ON: "{by} still has a part here: in a service area, in a role, or on call. Please give that to "
    "someone else first.",
    Reason.STILL_OPEN_THERE: "There are open enquiries here still. Please close them first, or move them to another service area.",
    Reason.A_BOT: "That is an app, not a person. Please choose someone else.",
    Reason.A_GUEST: "{by} is a guest in this workspace. Please choose someone of your own.",
    Reason.SLACK_SILENT: "Slack did not answer just now, so this could not be checked. Nothing is lost: please press the button again.",
    Reason.DIGEST_OUT: "This good news has gone out already. Its words can still be corrected, story by story.",
    Reason.DIGEST_OVER: "This one did not go out. Its stories are kept for the next good news, and you will see that before it goes.",
    Reason.BESIDE_PRIVATE: "{reference} is private. Whoever is asked for a story to set beside it would learn that there is something, so "
    "nobody is asked from here.",
    Reason.NOT_IN_DIGEST: "This story is not in the good news any more. Please look at the preview as it is now.",
    Reason.NO_STORIES: "There is no story in it yet. Please add one first.",
    Reason.GOOD_NEWS_PAUSED: "{by} has paused good news. Please let it go on first, and then it can be sent.",
    Reason.NOT_SET_UP: "Close Ties has not been set up here yet. Please ring the press office{duty}.",
    Reason.CANNOT_SAVE: "This could not be saved just now. What you wrote is still here: please try again in a minute. "
    "If it is urgent, ring the press office{duty}. The reference is {reference}.",
}

POSSIBLE = "What you can do: {deeds}."
POSSIBLE_DEED = {
    Deed.CLAIM: "take it",
    Deed.DRAFT: "write words for it",
    Deed.ASK_SIGN_OFF: "ask for sign-off",
    Deed.RESPOND: "record the response",
    Deed.REOPEN: "open it again",
    Deed.CLOSE: "close it",
}
"""The deeds that are named where another was not possible, in this order."""
DUTY = " on {phone}"
SOMEONE = "A colleague"
