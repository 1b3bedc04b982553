"""Those who are part of a matter themselves: left out of it, named in it, told of it."""

EXCLUDED = "Should anyone not hear of this?"
EXCLUDED_HINT = (
    "For someone who is part of the matter. They are not told of it, and are not told that they were left out."
)
LEAVE_OUT_TITLE = "Leave out: {reference}"
LEAVE_OUT_INTRO = (
    "Whoever you choose hears nothing of it from now on: it goes round them, and what they hold of it passes on. "
    "It is private from then on. They are not told why, and are not told that they were left out."
)
LEAVE_OUT_CHANNEL = (
    "If they are in the press office's channels, they still see that there is a private enquiry and "
    "when it is due, and nothing else."
)
LEFT_OUT_NOW = "Who is not to hear of it?"

NAME_TITLE = "May be named: {reference}"
NAME_INTRO = (
    "They get a private word from us before anyone else does, and choose who else is told. You are asked to speak with them yourself, "
    "and to look after their manager, their safety and how they are afterwards."
)
NAME_PRIVATE = "The enquiry becomes private, and nobody asks them to lead, to answer or to sign off anything in it."
NAMED_PERSON = "Which colleague may be named or visited?"

CHOOSE_TITLE = "Who may be told"
CHOOSE_INTRO = (
    "It is yours to choose. Your manager, a close colleague, your union rep: whoever would help you. They get a private word, and are "
    "asked to keep it to themselves."
)
CHOOSE_SO_FAR = "Told so far: {names}."
TOLD_PEOPLE = "Who may be told?"
TELL_TITLE = "Tell others: {reference}"
TELL_INTRO = (
    "Whoever may be named chooses who else is told. Tell others without asking only when someone's safety needs it now. "
    "Your reason is written down."
)
TOLD_BECAUSE = "Why does their safety need it?"
TOLD_BECAUSE_HINT = "Please leave out anything about a person we support."
SAVE = "Save"
TELL = "Tell them"
CANCEL = "Cancel"
CHOOSE_PEOPLE = "Choose people"
CHOOSE_PERSON = "Choose a colleague"

PAGE_TITLE = "People"
PAGE_LEFT_OUT = "*Not to hear of it:* {names}"
PAGE_NAMED = "*May be named:* {who}, told {moment}"
PAGE_TOLD = "*Told as well:* {who}, {moment}, chosen by {by}"
PAGE_TOLD_SAFETY = "*Told as well:* {who}, {moment}, by {by} for their safety:"
LEAVE_OUT = "Leave someone out"
UNNAME = "Not them after all"
UNNAME_TITLE = "Is it not about them?"
UNNAME_TEXT = (
    "They hear that it was a mistake, and so does whoever was told of it. What was to be done for them is dropped. "
    "The enquiry stays private."
)
UNNAME_YES = "Not about them"
UNNAME_NO = "Go back"
NAME_STAFF = "A colleague may be named"
TELL_OTHERS = "Tell someone else"

NAMED_WORD = (
    "*We want you to hear this from us, before anyone else.* A journalist has been in touch, and you may be named. "
    "Being asked about does not mean that you did anything wrong, and you are not alone with it. The reference is {reference}."
)
NAMED_OFFICER = (
    "{officer} in the press office will speak with you as soon as they can. If you would rather ring: {duty}."
)
NAMED_DOOR = "*If a journalist rings you or comes to your door,* you need not say anything. “Please ring our press office” is enough."
NAMED_CHOICE = "Nobody else hears from us that it may be you until you say so, unless someone's safety needs it."
NAMED_CHOSEN = "You chose to have told: {names}."
CHOOSE = "Choose who is told"
TOLD_WORD = "A colleague wanted you to know something, about {reference}. It is private, so it is not written here."
TOLD_WORD_SAFETY = (
    "The press office needs you to know something, about {reference}. It is private, so it is not written here."
)
MISTAKE = "{reference}: this was a mistake of ours. Nothing is needed from you."
WAS_NAMED = (
    "*We were wrong: this is not about you.* We told you that you may be named in something that a journalist is asking about "
    "({reference}). You may not, and nothing is needed from you. We are sorry for the worry. "
    "If you would like to talk about it, ring {duty}."
)
WAS_TOLD = (
    "*What we told you about a colleague was a mistake of ours.* It is not about them ({reference}). Nothing is needed from you, "
    "but please do not pass it on. Anything you would like to ask: ring {duty}."
)
READ = "Read"
READ_TITLE = "For you alone"
READ_WORDS = (
    "*{name} may be named in something that a journalist is asking about, and wanted you to know.* "
    "Please ask them how they are, and keep it to yourself."
)
READ_WORDS_SAFETY = (
    "*{name} may be named in something that a journalist is asking about.* You are told so that they are safe. "
    "Please keep it to yourself."
)
READ_RING = "Anything you would like to ask: ring {duty}."
DEALT_WITH = "{reference}: this has been dealt with. Nothing more is needed from you."
SOMEONE = "A colleague"
THE_OFFICER = "Someone"
