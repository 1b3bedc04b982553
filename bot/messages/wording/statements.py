"""Statements: the words in the making, who checks their facts, who says yes to them, and what each of them is told."""

from storage.kinds import SignOffPart, SignOffState, Step, Terms

# -- on the card and the page

DRAFT = "Draft a statement"
DRAFT_AGAIN = "Write a new version"
ASK_SIGN_OFF = "Ask for sign-off"
ASK_OTHERS = "Ask someone else"
ASK_FACTS = "Ask for a fact check"
COMPARE = "What changed"
READ_VERSION = "Read version {version}"
READ_ALL = "Read it all"
OPEN_TO_APPROVE = "Open to approve"
ASK_CHANGE = "Ask for a change"
HAND_ON = "Hand to my deputy"
SOMEONE_ELSE = "Someone else, please"
STOP = "Stop: facts have changed"
OPEN_TO_CHECK = "Open to check"
WAIVE = "Legal is not needed"

CARD = "*Statement:* {said}"
SPOKEN_CARD = "Statement: {said}"
VERSION = "version {version}"
NOT_ASKED = "version {version} is drafted, nobody has been asked to sign it off yet"
SIGNED_BY = "signed off by {names}"
WAIVED_BY = "legal not needed, says {names}"
WAITING_FOR = "waiting for {names}"
READY = "ready to send"
READY_BUT_POLITICAL = "the monitoring officer looks at it before it goes"
CHANGE_BY = "{names} asked for a change"
FACTS_WITH = "facts with {names}"
FACTS_RIGHT = "facts checked by {names}"
FACTS_WRONG = "{names} found something wrong in it"

PAGE = "Statement"
PAGE_NONE = "No words have been drafted yet."
PAGE_VERSION = "*Version {version}* by {who}, {moment}"
PAGE_CUT = "Cut here. Press Read it all for the rest."
PAGE_NOTE = "*Note to colleagues*"
PAGE_ASKED = "*Who was asked*"
PAGE_FACTS = "*Fact check*"
PAGE_OLDER = "Version {version} by {who}, {moment}"
FROM_LINE = "*These words come from a kept line:* {topic}."
FROM_A_LINE = "*These words come from a kept line.*"
PAGE_SPENT = (
    "*An answer has gone* since version {version} was written, and the enquiry was opened again. Another answer needs a new yes: "
    "ask for sign-off again, or write a new version."
)
PAGE_STOPPED = "*Stopped* by {who}, {moment}: the facts have changed."

PART = {
    SignOffPart.LEAD: "for the service",
    SignOffPart.SECOND: "as second approver",
    SignOffPart.LEGAL: "for legal",
    SignOffPart.EXTRA: "",
}
FOR_WHOM = "in place of {who}"
STATE = {
    SignOffState.WAITING: "{who} is asked later, in their turn",
    SignOffState.ASKED: "{who} has been asked. Due: {due}",
    SignOffState.APPROVED: "{who} said yes, {moment}",
    SignOffState.CHANGE_ASKED: "{who} asked for a change, {moment}",
    SignOffState.HANDED_ON: "{who} handed it on, {moment}",
    SignOffState.WAIVED: "{who} said that legal is not needed, {moment}",
    SignOffState.VOIDED: "{who} is not asked any more",
}
TURNED_DOWN = "{who} cannot, and somebody else is looked for"
VOIDED_YES = "{who} said yes, {moment}; that does not count any more"
CHECK_ASKED = "{who} has been asked. Due: {due}"
CHECK_RIGHT = "{who} says that the facts are right, {moment}"
CHECK_WRONG = "{who} says that something is wrong, {moment}"
CHECK_DROPPED = "{who} is not asked any more"

# -- the draft

DRAFT_TITLE = "Statement for {reference}"
DRAFT_SAVE = "Save"
WORDS = "The words"
WORDS_HINT = (
    "As they are to reach the journalist. A box takes 3,000 characters. Longer? Go on in part 2 below, from a new paragraph; “More room” "
    "adds more, up to part 5. They are put together in this order."
)
WORDS_MORE = "The words, part {number}"
MORE_ROOM = "More room"
NOTE = "Note to colleagues"
NOTE_HINT = "What changed, and why. It is not part of the words."
YES_STANDS = "{names} said yes to these words."
YES_WAITS = "They are with {names} for a yes."
YES_WAITS_ALONE = "These words are with {names} for a yes."
NEW_WORDS_NEED = "If you save others, that ends: new words need a new yes. Version {version} stays on the page."
MEANWHILE = (
    "*{who} has written version {version} meanwhile.* It stands below. "
    "Your own words are still in the boxes; saving makes them version {next}."
)

# -- one version

READ_TITLE = "Version {version}"
READ_WORDS = "*The words*"
CHANGED = "*What changed since version {version}*"
CHANGED_NOTHING = "Only how the lines are broken has changed."
FIRST_VERSION = "This is the first version."
TAKEN_OUT = "Taken out: “{before}”"
PUT_IN = "Put in: “{after}”"
REPLACED = "Taken out: “{before}”\nPut in: “{after}”"
WITHIN = "In the sentence “{within}”"
MORE_CHANGES = "There are {count} more changes. Please read the words themselves."

# -- asking for sign-off

SIGN_OFF_TITLE = "Sign-off {reference}"
SIGN_OFF_SUBMIT = "Ask them"
SIGN_OFF_ABOUT = (
    "*Version {version}*, by {who}. Each of them is shown these exact words and nothing can be sent but these."
)
NEEDS = "*This one needs:* {parts}."
NEEDS_NOTHING = "One yes is enough for this one. You can ask more people."
NEED = {
    SignOffPart.LEAD: "a yes from the service",
    SignOffPart.SECOND: "a yes from a second approver",
    SignOffPart.LEGAL: "a yes from legal",
}
NEED_MORE = "another yes"
SUGGESTED = "We suggest {people}."
FITS = "{who} {part}"
APPROVERS = "Who is asked?"
APPROVERS_HINT = "Nobody signs off words of their own, and nobody is asked twice."
IN_ORDER = "How are they asked?"
TOGETHER = "All at once"
ONE_BY_ONE = "One after the other, in the order above"
NEEDS_ALL = "Whose yes is needed?"
EVERYONE = "Everyone's"
ANYONE = "Anyone's, beside those that this one needs"
ANSWER_BY = "By when?"
ANSWER_BY_HINT = "They are reminded then. Later you hear who has not answered."

# -- saying yes

APPROVE_TITLE = "Sign-off {reference}"
APPROVE_GO_ON = "Go on"
WORDS_TO_APPROVE = "*These exact words, version {version}*"
THEY_ASK = "*The journalist asks*"
TERMS_LINE = "*Terms:* {terms}"
TERMS = {
    Terms.REPORTABLE: "they may report it as said",
    Terms.NOT_FOR_ATTRIBUTION: "they may use it, but not say who said it",
    Terms.EMBARGOED: "not to be published before {moment}",
}
EMBARGO_UNKNOWN = "the time that was agreed"
BY_WHEN = "*Your answer is asked by:* {moment}"
OTHERS_ASKED = "*Who else is asked*"
NOBODY_ELSE = "Nobody else is asked."
CANDOUR = "Does this say plainly what went wrong, where something did?"
CANDOUR_HINT = "People can live with a mistake that we name. They do not forgive one that we hide."
CANDOUR_ANSWER = {"yes": "Yes", "nothing_wrong": "Nothing went wrong here", "no": "No"}
SURE_TITLE = "Are you sure?"
SURE = (
    "You are about to say yes to version {version} of the words for {reference}, exactly as they stand. "
    "They can go out as soon as every yes that is needed is there."
)
SURE_STOP = "Until they have gone you can stop them: the button stays in your message."
SURE_YES = "Yes, approve"
SURE_BACK = "Back"
APPROVE_NOTE = "Anything to tell the press officer?"
CHANGE_TITLE = "Ask for a change"
CHANGE_SUBMIT = "Send it back"
CHANGE_WANTED = "What should change, and why?"
CHANGE_HINT = "The press officer hears at once. You are asked again about the new words."
NOT_PLAIN = "You said that it does not say plainly what went wrong. Please say what is missing; the press officer will put it in."
STOP_TITLE = "Stop this statement"
STOP_SUBMIT = "Stop it"
STOP_WHAT = (
    "Every yes so far stops counting, and everyone who was asked hears. Nothing goes out until there is a new yes."
)
STOPPED_BECAUSE = "What has changed?"
WAIVE_TITLE = "Legal is not needed"
WAIVE_SUBMIT = "Save"
WAIVE_WHAT = "Only legal can say this. It is written down with your name and your reason."
WAIVED_BECAUSE = "Why is legal not needed here?"
CANCEL = "Cancel"
CLOSE = "Close"

# -- checking facts

FACTS_TITLE = "Fact check {reference}"
FACTS_SUBMIT = "Ask them"
FACTS_ABOUT = (
    "This is not a sign-off. Someone who knows the case says whether the facts in version {version} are right."
)
CHECKER = "Who knows the case?"
CHECK_TITLE = "Check the facts"
CHECK_SUBMIT = "Send"
CHECK_WHAT = (
    "Please read only for the facts: what happened, when, who did what. You are not asked whether the words may go out."
)
FACTS = "Are the facts right?"
FACTS_ARE_RIGHT = "The facts are right"
FACTS_ARE_WRONG = "Something is wrong"
FACTS_WHAT = "What is wrong?"
FACTS_WHAT_HINT = "In a few words. Please leave out names of people we support."

# -- nudges

ASK = {
    Step.SIGN_OFF: "{by} asks for your sign-off: the words for {reference}, version {version}.",
    Step.SIGN_OFF_AGAIN: "The words for {reference} are waiting for your sign-off: version {version}, asked by {by}.",
    Step.SIGN_OFF_LATE: "{who} has not answered yet about the words for {reference}. "
    "Please ring them{phones}, or ask someone else{deputy}.",
    Step.FACT_CHECK: "{by} asks you to check the facts for {reference}, since you know this matter best. It is not a sign-off.",
    Step.FACT_CHECK_AGAIN: "{reference}: your check of the facts is due. It takes two minutes, and it is not a sign-off.",
    Step.FACT_CHECK_LATE: "{who} has not been able to check the facts for {reference}. "
    "Please ring them{phones}, or ask someone else.",
    Step.CHANGE_ASKED: "{who} asks for a change to the words for {reference}, version {version}.",
    Step.STOPPED: "{reference} has been stopped: the facts have changed. The words of version {version} do not go out, "
    "and no yes to them counts any more. You will be asked again if you are needed.",
    Step.NEEDS_MORE: "{reference} needs {parts} now, since what we know about it has changed. Nothing can go out before. "
    "Please ask for it.",
    Step.READY_TO_SEND: "{reference} is ready: version {version} has every yes it needs. Please send it, then record the response.",
}
READY_BUT_POLITICAL_NEWS = (
    "{reference}: version {version} has every yes it needs. Please do not send it yet: an election is near and it is political, "
    "so the monitoring officer looks at it first. You hear here when it can go."
)
CANNOT = "{who} cannot sign off the words for {reference}. Please ask someone else{deputy}, or ring them{phones}."
FACTS_RIGHT_NEWS = "{who} has checked the facts for {reference}, version {version}: they are right."
FACTS_WRONG_NEWS = "{who} has checked the facts for {reference}, version {version}: something is wrong."
STOPPED_OFFICER = (
    "{reference} has been stopped: the facts have changed. Version {version} does not go out. "
    "Please put the words right and ask again."
)
PHONES = ": {phones}"
DEPUTY = ", such as {deputy}"
ANSWER = "*Please answer by:* {moment}"
SPOKEN_ANSWER = "Please answer by {moment}."
WHY = {
    SignOffPart.LEAD: "You are asked because you answer for {area}.",
    SignOffPart.SECOND: "You are asked as the second of two approvers.",
    SignOffPart.LEGAL: "You are asked because this one needs legal.",
    SignOffPart.EXTRA: "You are asked because {by} chose you.",
}
WHY_FOR_WHOM = "You are asked in place of {who}."
WHY_FACTS = "You are asked because {by} thinks that you know the facts."
WHY_OFFICER = "You are told because it is with you."
WHY_STOPPED = "You are told because you were asked about these words."
URGENT = "Urgent: "
PRIVATE = "It is private, so nothing of it is shown here."
PRIVATE_OPEN = "It is private: press the button to read the words. That you read them is written down."
QUOTE_ASKED = "The journalist asks"
QUOTE_WORDS = "The words to say yes to"
RESPOND = "Record the response"
OPEN = "Open"

SETTLED = {
    "approved": "{who} approved the words for {reference}, version {version}, {moment}.",
    "change_asked": "{who} asked for a change to the words for {reference}, {moment}.",
    "sign_off_handed_on": "{who} handed the sign-off of {reference} on, {moment}.",
    "sign_off_waived": "{who} said that legal is not needed for {reference}, {moment}.",
    "approval_voided": "{who} stopped the words for {reference}, {moment}: the facts have changed.",
    "drafted": "{who} wrote newer words for {reference}, {moment}.",
    "sign_off_asked": "{who} asked for sign-off of {reference} anew, {moment}.",
    "facts_checked": "{who} checked the facts for {reference}, {moment}.",
    "not_mine": "{who} asked for someone else to be asked about {reference}, {moment}.",
    "responded": "{who} recorded the response to {reference}, {moment}.",
    "closed": "{who} closed {reference}, {moment}.",
    "more_added": "{reference} needs another yes: what we know about it has changed, {moment}.",
    "edited": "{who} moved the deadline of {reference}, {moment}.",
}
SETTLED_OTHER = "{reference}: this has been dealt with, {moment}."
SETTLED_YOURS = {
    "approved": "Thank you. If the facts change before the words have gone, please stop them.",
    "change_asked": "Thank you. You will be asked again about the new words.",
    "sign_off_handed_on": "Your deputy has been asked.",
    "facts_checked": "Thank you. The press officer has been told. If the facts change, please ring the press office.",
    "not_mine": "Thank you for saying so. The press officer has been asked to find somebody.",
}
SETTLED_ASKED_ANEW = {"edited": "You are asked again, by a new time."}
SETTLED_YOURS_GONE = "Thank you. The words have gone to the journalist."
SETTLED_YOURS_OTHERS_WENT = (
    "Other words than these went to the journalist: {who} decided so. Press Open to read them, and why."
)
SETTLED_OTHERS = "Nothing more is needed from you."
CHANGED_AFTER_YES = (
    "You said yes to the words for {reference}. Since then the press office has changed {what}. If your yes still holds, nothing "
    "more is needed from you. If not, please press Open and stop the words there."
)
COUNTS_NO_MORE = "That yes does not count any more."
YOU = "You"
