"""Can I share this? The form, the plain answer, the rules and why they are there, and what becomes of a rule that got in the way."""

from storage.kinds import Light, ShareKind, Use

# the form
TITLE = "Can I share this?"
INTRO = (
    "*A plain answer at once, or from a person by a stated time.* Most things are fine. What is asked here is kept, so that you "
    "can show that you asked."
)
FREE = (
    "Nothing here restricts whistleblowing or union activity. To raise a concern, or to speak as a union member, you need not ask "
    "us."
)
KIND = "What would you like to do?"
KINDS = {
    ShareKind.SHARE: "Share words",
    ShareKind.SPEAK: "Speak: an event, an interview, a forum of my profession",
    ShareKind.CHANGE: "We should change…: an idea for the organisation",
}
WORDS = {
    ShareKind.SHARE: "The words you would like to share",
    ShareKind.SPEAK: "What would you like to say?",
    ShareKind.CHANGE: "What should we change, and what would be better then?",
}
WORDS_HINT = "Please leave out the names and details of people we support."
PLACE = {ShareKind.SHARE: "Where?", ShareKind.SPEAK: "Where, and to whom?"}
PLACE_HINT = {
    ShareKind.SHARE: "For example: my own LinkedIn, our team’s page, a leaflet in the hall.",
    ShareKind.SPEAK: "For example: a conference of occupational therapists in May.",
}
AREA = "Which service is it about?"
AREA_ALL = "The whole organisation"
YES, NO = "Yes", "No"
QUESTION = {
    "person": "Is a person we support in it, even without a name?",
    "agreed": "If someone is in it: have they agreed to this use, and is it recorded?",
    "child": "Is it about a child or a young person?",
    "court": "Does it touch a court case, an inquest, a police matter or a review?",
    "for_us": "Does it speak for the organisation: money, policy, plans, jobs?",
    "colleague": "Is a colleague in it who has not said yes?",
    "press": "Will journalists be there, or will it be recorded?",
}
CHANGE_NOTE = "It gets an owner who answers you by *{moment}*. No idea gets lost."
SUBMIT = "Ask"
SUBMIT_CHANGE = "Send"
OVERFLOW = "These words did not fit in the box below, and are not asked about. Please shorten it all, or ask about them by themselves:"

# the answer
LIGHT = {Light.GREEN: "Green", Light.AMBER: "Amber", Light.RED: "Red"}
GREEN = {
    ShareKind.SHARE: "*Green: go ahead.* Share it now if you like. Your words are kept here as {reference}.",
    ShareKind.SPEAK: "*Green: go ahead.* You can say yes to them. What you asked is kept here as {reference}.",
    ShareKind.CHANGE: "",
}
AMBER = "*Amber: {who} answers you by {moment}.* The clock runs on us, and you need not ask again. It is kept here as {reference}."
RED = "*Red: not yet.* That is about the words, not about you. It is kept here as {reference}."
CHANGE_SENT = "*Thank you. {who} has your idea and answers you by {moment}.* It is kept here as {reference}."
THE_OFFICE = "the press office"
OR_COLLEAGUE = "{who} or a colleague in the press office"
YES_BY = "*Green: {who} says yes, go ahead.* This is about {reference}."
YES_CHANGES_BY = "*Green: {who} says yes, with these changes.* This is about {reference}."
NOT_YET_BY = "*Red: {who} says not yet.* This is about {reference}."
REPLY_BY = "*{who} has answered your idea {reference}.*"
BY_ITSELF = (
    "*Green: go ahead.* Nobody in the press office answered {reference} in time. That was ours to do, so it is a yes. Nobody who "
    "could be hurt is in it."
)
HAS_ITS_ANSWER = "*{reference} has its answer.* You find it in the message that followed."
TOLD = "*You shared it: {reference}.* Thank you for asking first."
TOLD_PLACE = "Where: {place}"
TELL_MORE = "Would colleagues be glad to read of it? Make it a story for the weekly digest."
IS_STORY = "It is a story now, {story}: look out for it in the weekly digest."
IS_IDEA = "It is a story idea now, {story}: the press office has it, and you hear what becomes of it."
IS_DRAFT = "You have put it aside as a story, {story}. Go on with it whenever you like."
WAS_STORY = "It was a story idea too, {story}, and is not told any more."
TAKEN_BACK = "*You took {reference} back.* No answer is needed any more."
WHY_HEAD = "*Why*"
WHAT_HELPS_HEAD = "*What would make it possible*"
WHO_HELPS = "*Who can help:* {who}"
YOUR_WORDS = "*Your words*"
YOUR_IDEA = "*Your idea*"
THE_WORDS = "*The words*"
THE_IDEA = "*The idea*"
PLACE_LINE = "*Where:* {place}"
LINE = "• {words}"

# buttons
OPEN = "Open"
SHARED = {ShareKind.SHARE: "I have shared it", ShareKind.SPEAK: "I have done it"}
MAKE_STORY = "Make it a story"
TAKE_BACK = "Take it back"
WHY = "Why?"
IN_MY_WAY = "This rule got in my way"
ALL_RULES = "All the rules"
SAY_YES = "Yes, go ahead"
SAY_CHANGES = "Yes, with these changes"
SAY_NOT_YET = "Not yet"
REPLY = "Answer"
NEW = "Can I share this?"
READ_IT = "See it"

# the rules
RULES_TITLE = "The rules of sharing"
RULES_INTRO = "These are all the rules there are. What none of them touches is green: go ahead. If several hold, the strictest counts."
WHY_TITLE = "Why: {reference}"
RULE_LINE = "*{light}: {rule}*"
RULE = {
    "person_not_asked": "someone we support is in it, and has not agreed",
    "child_not_asked": "it is about a child, and nobody has agreed",
    "child": "it is about a child or a young person",
    "court": "it touches a court case, an inquest, a police matter or a review",
    "person_agreed": "someone we support is in it, and has agreed",
    "for_us": "it speaks for the organisation",
    "colleague": "a colleague is in it who has not said yes",
    "press": "journalists will be there, or it is recorded",
    "other": "something else in how this is done",
}
BECAUSE = {
    "person_not_asked": "People decide for themselves who hears of them. Even without a name, those who know them know.",
    "child_not_asked": "A child cannot take back what the internet knows. Whoever holds parental responsibility is asked, and the "
    "child too.",
    "child": "A second pair of eyes sees what could be pieced together from what was told before.",
    "court": "What is said outside could harm the case or the people in it, and may be against the law.",
    "person_agreed": "A second pair of eyes checks that this use is the one they agreed to.",
    "for_us": "People will take it as the organisation’s word. The press office knows what else is being said this week.",
    "colleague": "Colleagues decide for themselves, as you do.",
    "press": "What is said to a journalist is said to everyone. We help you to get ready, so that you enjoy it.",
}
POSSIBLE = {
    "person_not_asked": "Ask them, in easy words, and have their yes recorded; or tell it without them.",
    "child_not_asked": "Ask whoever holds parental responsibility, and the child, and have it recorded; or tell it without the child.",
    "child": "A yes from the press office. They answer by the time stated.",
    "court": "Wait until it is over, or leave that part out. Legal can say what may be said now.",
    "person_agreed": "A yes from the press office. They answer by the time stated.",
    "for_us": "Say that it is your own view, and leave plans and money out; or wait for the press office’s yes.",
    "colleague": "Ask them. If they say yes, ask here again and it may be green.",
    "press": "A few minutes with the press office beforehand. They will be glad to help.",
}
BOUND = {
    Light.RED: "Never less than red, whatever anybody sets.",
    Light.AMBER: "Never green by itself, whatever anybody sets.",
}
SET = "Change the rules"
SET_TITLE = "Change the rules"
SET_INTRO = (
    "You can make each rule stricter or milder. A child, a live court case and someone who has not agreed are never green, so "
    "that is not offered. What you change is written down, and holds for what is asked from now on."
)
SET_SUBMIT = "Save"
HELPER_LEGAL = "{who} (legal)"
HELPER_LEAD = "{who} (leads the service)"
HELPER_OFFICE = "{who} (press office)"
HELPER_COLLEAGUE = "the colleague themselves"

# one of them, opened
PAGE_TITLE = "Question {reference}"
OWED = "*Amber: an answer is owed by {moment}.*"
OWED_IDEA = "*An answer to this idea is owed by {moment}.*"
ASKED_BY = "*{who} asked* {moment}: {kind}"
ASKED_KIND = {
    ShareKind.SHARE: "can I share this?",
    ShareKind.SPEAK: "may I speak?",
    ShareKind.CHANGE: "we should change…",
}
ANSWERS_HEAD = "Answered so"
ANSWER_LINE = "• {question} *{answer}*"
SOURCE = "From a message: {link}"

# the card
CARD_OPEN = "*{reference}* {who} asks: {kind} *Answer by {moment}.*"
CARD_OPEN_SPOKEN = "{reference}: {who} asks: {kind} An answer is owed by {moment}."
CARD_PERSON = "Someone could be recognised or hurt, so the words are shown only when you press Open."
CARD_WHY = "Because {rules}."
CARD_YES = "*{reference}* {who} said yes to {asker}."
CARD_CHANGES = "*{reference}* {who} said yes, with changes, to {asker}."
CARD_NOT_YET = "*{reference}* {who} said not yet to {asker}, and what would make it possible."
CARD_BY_ITSELF = "*{reference}* Nobody answered {asker} in time, so it is a yes by itself."
CARD_TOLD = "*{reference}* {asker} has shared it. It was asked first, and there was a yes."
CARD_REPLIED = "*{reference}* {who} answered the idea of {asker}."
CARD_RULES = {
    Light.GREEN: "*{reference}* Green by the rules: {asker} may go ahead.",
    Light.RED: "*{reference}* Red by the rules: not yet. {asker} was told why, and what would make it possible.",
}
CARD_TAKEN_BACK = "*{reference}* {asker} took the question back. Nothing is needed."

# the forms of an answer
CHANGES_TITLE = "Yes, with changes"
CHANGES_FIELD = "What should be changed?"
NOT_YET_TITLE = "Not yet"
NOT_YET_FIELD = "Why not yet?"
POSSIBLE_FIELD = "What would make it possible?"
REPLY_TITLE = "Answer {reference}"
REPLY_FIELD = "What becomes of the idea?"
ANSWER_INTRO = "{who} reads this just as you write it. Kind and short is best."
ANSWER_SUBMIT = "Send"

# it was shared
SHARED_TITLE = {ShareKind.SHARE: "I have shared it", ShareKind.SPEAK: "I have done it"}
SHARED_PLACE = "Where?"
SHARED_AS = "What comes closest?"
SHARED_AS_CHOICE = {
    Use.COLLEAGUES: "Among colleagues",
    Use.WEBSITE: "On a website, or on paper",
    Use.SOCIAL: "On social media",
    Use.PRESS: "In the press, on air, or said in public",
}
SHARED_LINK = "A link to it, if there is one"
SHARED_SUBMIT = "Save"

# asking for an answer
ASK_SHARE = "{who} waits for an answer to {reference} by {moment}. Half of the time has gone. Can you answer?"
ASK_SHARE_HEAD = (
    "{who} was promised an answer to {reference} by {moment}, and has none. Can you answer, or find who can?"
)
ASK_CHANGE = "{who} has an idea for the organisation, {reference}, and you have it. An answer is owed by {moment}."
ASK_CHANGE_AGAIN = "The idea {reference} from {who} still waits for your answer, which is owed by {moment}."
ASK_CHANGE_HEAD = (
    "{who} was promised an answer to the idea {reference} by {moment}, and has none. Can you answer, or find who can?"
)
SETTLED = "{who} answered {reference}. Nothing more is needed."
SETTLED_OTHER = "{reference} needs no answer any more."

# a rule got in the way
RAISE_TITLE = "It got in my way"
RAISE_INTRO = (
    "Thank you for saying so. It goes to {who}, who look at the rules together, and you have an answer by *{moment}*."
)
RAISE_GROUP = "people of the front line, of the press office and those we support"
RAISE_RULE = "Which rule?"
RAISE_WORDS = "How did it get in your way, and what would be better?"
RAISE_SUBMIT = "Send"
RAISED = "*Thank you: what you wrote about a rule is kept as {reference}.* {who} will answer you by {moment}."
RAISED_RULE = "The rule: {rule}."
THE_GROUP = "the joint group"
OF_THE_GROUP = "{who} of the joint group"
RAISED_BY = "*{who} wrote this about a rule* {moment}."
SOMEBODY = "Somebody"
JOINT_PAGE_TITLE = "A rule: {reference}"
JOINT_WORDS = "*What was written*"
JOINT_OWED = "*An answer is owed by {moment}.* It comes from {who}."
JOINT_ANSWERED = "*{who} answered* {moment}:"
JOINT_ABOUT = "It was about the question {reference}."
RAISED_ANSWERED = "*{who} answered what you wrote about a rule, {reference}.*"
JOINT_ASK = (
    "A rule got in someone’s way: {reference}. The joint group owes an answer by {moment}; any of you can give it."
)
JOINT_ASK_HEAD = "A rule got in someone’s way, and the joint group has not answered by {moment}: {reference}. Can you?"
JOINT_TITLE = "Answer {reference}"
JOINT_FIELD = "Your answer"
JOINT_HINT = "What becomes of the rule, and why. Whoever raised it reads it."
JOINT_SUBMIT = "Send"

# my own
MINE = "What you asked"
NONE = "You have not asked yet. Type /can-i-share and what you would like to share."
MINE_LINE = "*{reference}*: {kind} {state}"
MINE_RULE = "a rule that got in your way:"
HOME_OWED = {
    ShareKind.SHARE: "{reference}: somebody asks whether they can share something",
    ShareKind.SPEAK: "{reference}: somebody asks whether they may speak",
    ShareKind.CHANGE: "{reference}: an idea for the organisation waits for an answer",
}
HOME_ASKED = "What I asked"
HOME_WORDS = "“{words}”"
HOME_ANSWERED = "{who} answered."
HOME_ANSWER = "{who}: {answer}"
HOME_BY_ITSELF = "Nobody answered in time, so it is a yes by itself."
HOME_MORE = "To see them all, type: /can-i-share mine"
STATE_OPEN = "amber, answered by {moment}"
STATE_IDEA = "answered by {moment}"
STATE_GREEN = "green: go ahead"
STATE_RED = "red: not yet"
STATE_ANSWERED = "answered"
STATE_TOLD = "shared"
STATE_TAKEN_BACK = "taken back"
