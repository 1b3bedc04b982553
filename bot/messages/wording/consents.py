"""Who has agreed to a story, what those who wrote it hear about it, and what has to come down when somebody changes their mind."""

from storage.kinds import DecidedBy, Step

# -- the form

TITLES = {
    "add": "Who has agreed",
    "agreed": "They have agreed",
    "change": "Change an agreement",
    "renew": "Agreed for longer",
}
SUBMIT = "Save"
CANCEL = "Cancel"
INTRO = "One form for each person who can be recognised. Write as little about them as you can: the case file stays where it is."
WHO = "Who is it?"
WHO_HINT = "Initials or a role, such as “J.” or “the tenant”. Never a full name."
DECIDED_BY = "Who decides about this?"
DECIDES = {
    DecidedBy.THEMSELVES: "They decide for themselves",
    DecidedBy.BEST_INTERESTS: "They cannot decide this",
    DecidedBy.PARENTAL: "A child: parental responsibility",
    DecidedBy.DELEGATED: "A child: delegated authority",
}
DECIDED_BY_HINT = "Somebody under 18 counts as a child here. The form asks what else is needed when you choose."
DECIDER_BEST = "Who decided that it is in their best interests?"
DECIDER_PARENTAL = "Who holds parental responsibility and agreed?"
DECIDER_DELEGATED = "Who holds delegated authority and agreed?"
DECIDER_HINT = "A role, such as “social worker” or “her mother”. The reasons stay in the case file."
DECIDED_ON = "On which day?"
CHILDS_VIEW = "What does the child say?"
CHILDS_VIEW_HINT = (
    "In their words if you can. If they are too young to say, how it was made sure that they are happy with it."
)
USES = "What have they agreed to?"
HOW = "How did they agree, and when?"
HOW_HINT = "Such as: she told Amara on Tuesday; signed form, 4 March."
UNTIL = "Until when?"
UNTIL_HINT = "Leave it empty if they set no end."
SEEN = "Have they seen the words?"
SEEN_YES = "Yes, the words and the pictures"
SEEN_HINT = "Until they have, only colleagues may be told: what is outside cannot be taken back."
DESCRIBED = "How do they want to be described?"
DESCRIBED_HINT = "Such as “a resident of Elm House”, or by the name they choose."
OTHERS = "Is there anyone else?"
OTHERS_YES = "Somebody else can be recognised and has not been asked"
REMEMBER = "They can change their mind at any time. Write to me, and I take it out."

# -- they have changed their mind

END_TITLE = "Changed their mind"
END_SUBMIT = "Take it out"
END_INTRO = "Thank you for telling us. What I posted is changed at once. Whoever put it somewhere else is asked to take it down."
END_USES = "What do they no longer agree to?"
END_ALL = "If nothing is left, the story's words and pictures go for good. Who agreed, and when, stays on record."
CAME = "How did you hear?"
CAME_HOW = {
    "told_me": "They told me",
    "told_colleague": "They told a colleague",
    "family": "From family, a carer or an advocate",
    "written": "In writing",
    "other": "Another way",
}

# -- on the story's page

HEADLINE = "*Who is in it, and what they agreed to*"
NOBODY_YET = "Nobody's agreement is written down yet."
USES_UNTIL = "*Agreed to:* {uses}. *Until:* {until}."
NO_END = "no end set"
NOT_ASKED = "Has not agreed to anything yet."
SEEN_IT = "They have seen the words."
NOT_SEEN = "They have not seen the words, so only colleagues may be told."
BY = {
    DecidedBy.THEMSELVES: "They decided for themselves.",
    DecidedBy.BEST_INTERESTS: "They cannot decide this. It was decided in their best interests.",
    DecidedBy.PARENTAL: "A child. Somebody with parental responsibility agreed.",
    DecidedBy.DELEGATED: "A child. Somebody with delegated authority agreed.",
}
DETAILS = {
    "how": "How: {words}",
    "decider": "Who decided: {words}",
    "childs_view": "The child's own view: {words}",
    "described_as": "To be described as: {words}",
}
DECIDED_WHEN = "Decided on {day}."
MISSING = {
    "decider": "who decided",
    "decided_on": "the day it was decided",
    "for_the_child": "who may agree for the child",
    "childs_view": "the child's own view",
}
STILL_NEEDED = "*Still needed:* {what}. Until then the story stays with us."
WITHDRAWN = "*Changed their mind* {moment}. It may not be told any more."
RUN_OUT = "This agreement has run out."
MORE = "and {count} more people"
HELD = (
    "*Somebody in it may have changed their mind*, we heard {moment}. It is not told until that is clear. Press Changed their mind "
    "beside the person, or that they still agree."
)
HELD_NOBODY_NAMED = (
    "*Somebody in it may have changed their mind*, we heard {moment}. It is not told until that is clear. Press Take it out, or that "
    "they still agree."
)
TAKEN_OUT = "*This story was taken out* {moment}, because somebody in it does not agree any more. Its words and pictures are gone."

CHANGE = "Change"
CHANGED_MIND = "Changed their mind"
RENEW = "Agrees for longer"
AGREED = "They have agreed"
REMOVE = "Remove"
ADD = "Add someone"
EXPLAIN = "Easy words to share"
PRINT = "A page to print"
WRITTEN_DOWN = "{who} wrote this down {moment}."
STILL = "They still agree"
TAKE_OUT = "Take it out"
TAKE_OUT_SURE = "Take this story out?"
TAKE_OUT_TEXT = (
    "Somebody in it does not want it told. What I posted is changed at once, and its words and pictures go for good."
)
REMOVE_SURE = "Remove this person?"
REMOVE_TEXT = "Only if they were written down by mistake. If they have changed their mind, please say that instead."
YES_TAKE_OUT = "Take it out"
YES_REMOVE = "Remove"
NO = "No, leave it"

DOWN_HEADLINE = "*What has to come down*"
DOWN_LINE = "{owner} was asked {moment}."
DOWN_LINE_YOURS = "You were asked {moment}."
DOWN_DONE_LINE = "{owner} took it down, {moment}."
SOMEWHERE = "a place that was not named"

# -- asked to take it down

DOWN_ASK = {
    Step.TAKE_DOWN: "Please take {reference} down where you told it. Somebody in the story does not agree to it any more.",
    Step.TAKE_DOWN_AGAIN: "{reference} may still be standing where it was told. Could you take it down, or let me know that it is down?",
    Step.TAKE_DOWN_HEAD: "{reference} has not been taken down yet. {owner} was asked {moment}. Could you see that it happens?",
}
DOWN_ASK_OVER = "Please take {reference} down where you told it. An agreement behind it has ended."
DOWN_ASK_OTHER = "Please take {reference} down where it was told. Somebody in the story does not agree to it any more."
DOWN_ASK_OVER_OTHER = "Please take {reference} down where it was told. An agreement behind it has ended."
DOWN_ASK_BACK = "Please take {reference} down where you told it: the story was taken back."
DOWN_ASK_BACK_OTHER = "Please take {reference} down where it was told: the story was taken back."
DOWN_WHERE = "Where: {place}"
DOWN_LOOK = "See it there"
DOWN_BUTTON = "It is down"
DOWN_HAND = "Ask someone else"
DOWN_HAND_TITLE = "Take down: {reference}"
DOWN_HAND_NOW = "It is with {owner} now."
DOWN_HAND_WHO = "Who can take it down there?"
DOWN_HAND_CHOOSE = "Choose a colleague"
DOWN_HAND_HINT = "They are asked until it is down, and see where it stands, not what is in it."
DOWN_HAND_SUBMIT = "Ask them"
DOWN_HANDED = "{reference}: {owner} has been asked to take it down. Nothing more is needed from you."
DOWN_WHY = "You are asked because you told it there, or look after stories. Nobody did anything wrong: people may change their mind."
DOWN_WHY_OTHER = (
    "You are asked because somebody thought that you can take it down there, or because you look after stories. Nobody did anything "
    "wrong: people may change their mind."
)
DOWN_SETTLED = "{reference}: {who} took it down, {moment}. Thank you. Nothing more is needed."
DOWN_OVER = "{reference}: this has been dealt with. Nothing more is needed from you."

# -- what those who wrote it hear

NEWS = {
    "explain": "{reference} can be told once the people in it have agreed. Here are words that may help you to ask them. "
    "There is no hurry, and no is a good answer too.",
    "needed": "Thank you for writing down who has agreed to {reference}. A little is still missing before it can be told: {what}.",
    "ask_again": "The agreement behind {reference} runs out on {day}. When you next see the person, could you ask whether they agree for "
    "longer? If not, that is fine: it ends by itself.",
    "held": "Somebody in {reference} may have changed their mind, as anyone may. Until that is clear I do not show it where I had "
    "posted it. You did nothing wrong, and nothing is needed from you.",
    "stands_again": "The people in {reference} still agree, so I show it again where it stood. Thank you for your patience.",
    "ended": "Somebody in {reference} has changed their mind, as anyone may. I have taken the story out, and its words and pictures are "
    "gone. You did nothing wrong. Thank you for the care with which you told it.",
    "ended_in_part": "Somebody in {reference} no longer agrees to all of it, as anyone may. It is not told there any more. "
    "Nothing is needed from you.",
    "ran_out": "The agreement behind {reference} has run out before the story could be told. That is nobody's fault. "
    "If the person agrees for longer, write it down and it can be told after all.",
    "ran_out_told": "The agreement behind {reference} has run out, as it was meant to. I have taken the story out, and its words and "
    "pictures are gone. It did its work: thank you.",
    "coming_down": "You took {reference} back. It still stands where a person has to take it down. Whoever told it there has been asked, "
    "and I tell you when it is done.",
    "all_down": "{reference} has been taken down everywhere. Thank you for your patience.",
}
NEWS_EASY = "Read or copy it"
NEWS_OPEN = "Open"
NEWS_HELP = "You can copy these words, print them, or read them aloud. Take your time with it."
REPLY = {
    "theirs": "Thank you for telling me. From this moment {reference} is not told any more. Who has changed their mind? "
    "Press Open, and beside the person press Changed their mind.",
    "told": "Thank you for telling me. From this moment {reference} is not told any more. The press office has been told and "
    "will do the rest.",
}
REPLY_GONE = "Thank you for telling me. {reference} has been taken out already. Nothing more is needed."

# -- asked of the comms team

ASK_AGAIN = "Ask again"
RENEWED = "Renewed"
LET_END = "Let it end"
SETTLED_HOW = {
    "consent_asked_again": "{reference}: its authors have been asked whether the person agrees for longer, {moment}.",
    "consent_let_end": "{reference}: the agreement ends on its day, {moment}. Nobody is asked again.",
    "consent_renewed": "{reference}: somebody agrees for longer, written down {moment}. Thank you.",
    "consent_withdrawn": "{reference}: somebody has changed their mind, {moment}. What I posted is changed.",
    "story_taken_out": "{reference} was taken out, {moment}.",
    "still_agrees": "{reference}: the people in it still agree, {moment}. Thank you for asking.",
    "consent_ended": "{reference} was taken out, {moment}, since an agreement has ended. Nothing more is needed from you.",
}
