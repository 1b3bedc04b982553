"""The answer to a story idea: a question to its authors, telling it, a second pair of eyes, and what is like it."""

from storage.kinds import Use

ASK = "Ask the author"
TELL = "Tell it here"
TELL_TOO = "Told somewhere else too"
ANSWER = "Answer"
LOOKED = "I have looked"
JOIN = "Join with this one"
OPEN = "Open"

# the question
ASK_TITLE = "Ask about {reference}"
ASK_INTRO = (
    "{authors} will get this privately, and can answer with a button or by replying. Please ask one thing, kindly."
)
ASK_FIELD = "What would you like to know?"
ASK_SUBMIT = "Ask"
ASKED = "*{officer} in the press office has a question about your story {reference}.*"
ASKED_SPOKEN = "{officer} in the press office has a question about your story {reference}: {question}"
ASKED_HOW = "Press Answer, or reply in this message’s thread. There is no hurry: the idea does not get lost meanwhile."
ASKED_AFRESH = (
    "*{officer} in the press office would like to use your story {reference} beside a news story.* That is another place than before, so "
    "please ask everyone in it who can be recognised once more whether they agree to it being given to the press now. No is a good "
    "answer too. Then press Answer and say what they said, so that it can be written down; without a new yes it is not used."
)
ASKED_AFRESH_SPOKEN = (
    "{officer} in the press office would like to use your story {reference} beside a news story. Please ask everyone in it who can be "
    "recognised once more whether they agree, and answer here. Without a new yes it is not used."
)
AFRESH_WORDS = "Do the people in it agree, now, to it being given to the press beside a news story?"
ASKED_AGAIN = (
    "{officer} asked you something about your story {reference} a few days ago, in case it was overlooked. If you have no answer, that is "
    "fine: it goes on without one."
)
ASKED_AFRESH_AGAIN = (
    "{officer} asked a few days ago whether the people in your story {reference} would agree to it being used beside a news story, in case "
    "it was overlooked. No is a good answer, and so is not having asked them: without a new yes it is not used."
)
ANSWERED_BY = "{who} answered. Thank you."
OVER = "This question about {reference} need not be answered any more."

ANSWER_TITLE = "Answer: {reference}"
ANSWER_INTRO = "{officer} asked:"
ANSWER_FIELD = "Your answer"
ANSWER_HINT = "The press office reads it beside your idea. Please leave out names and details of people we support."
ANSWER_SUBMIT = "Send"
ANSWERED = "*{who} has answered your question about {reference}.*"
ANSWERED_SPOKEN = "{who} has answered your question about {reference}: {answer}"
ANSWERED_KEPT_BACK = "{who} has answered your question about {reference}. Press Open to read it."
PASSED_ON = "Thank you. {officer} has your answer about {reference}."
NOT_PASSED_ON = (
    "I have not passed this on: there seem to be somebody’s personal details in it. Please leave them out and answer again, or "
    "press Answer."
)
IS_IT = "Is this your answer to {officer}’s question about {reference}? If not, just leave it: nothing is sent."
SEND_IT = "Yes, send it"
NOT_TAKEN = "I could not pass this on. Please press Answer above, or open the story’s page."

QUESTIONS = "Questions"
QUESTION_LINE = "*{who} asked* {moment}"
ANSWER_LINE = "*{who} answered* {moment}"
NO_ANSWER_YET = "Not answered yet."
GONE_ON_WITHOUT = "It goes on without an answer."

# to whoever asked, when nobody has answered
UNANSWERED = "Your question about {reference} has had no answer for {days}. Its authors are not chased: it is yours to say how it goes on."
UNANSWERED_OTHER = (
    "A question about {reference} has had no answer for {days}, and {officer}, who asked it, is not there. Its authors are not chased: "
    "it is yours to say how it goes on."
)
UNANSWERED_TWICE = "Your question about {reference} was put twice and has had no answer. That is enough asking: it can go on without one."
UNANSWERED_FRESH = (
    "Nobody has said yet whether the people in {reference} agree to stand beside a headline. Without a new yes it is not used "
    "there."
)
UNANSWERED_WHY = "You are asked because the question came from you, or you look after story ideas."
ONCE_MORE = "Ask once more"
GO_ON = "Go on without it"
LEAVE_IT = "Leave it out there"
UNANSWERED_SETTLED = {
    "author_asked_again": "{reference}: its authors have been asked once more, {moment}.",
    "answer_not_needed": "{reference}: it goes on without an answer, {moment}.",
    "question_answered": "{reference}: your question has been answered, {moment}. Nothing more is needed from you.",
}

# telling
TELL_TITLE = "Tell {reference}"
TELL_INTRO = "Everyone who wrote it hears where it stands, and is thanked. Who can be recognised must have agreed to just this use."
TELL_USE = "How is it told?"
TELL_USES = {
    Use.COLLEAGUES: "To colleagues",
    Use.WEBSITE: "On our website",
    Use.SOCIAL: "On social media",
    Use.PRESS: "Given to the press",
}
TELL_PLACE = "Where exactly?"
TELL_PLACE_HINT = "In words, such as: the front page of our website, or the Northbank Echo."
TELL_DAY = "When?"
TELL_LINK = "A link to it"
TELL_SUBMIT = "Told"
TOLD = "Where it was told"
TOLD_LINE = "*{place}* ({use}), {day}"
IN_DIGEST = "The weekly good news"
TOLD_ENDED = "It does not stand there any more."
READ_IT = "Read it here"
NEWS_TOLD_HERE = (
    "Your story {reference} is out. {officer} told it on {day}, here: {place}. Thank you for telling us. "
    "It would not be there without you."
)
NEWS_TOLD_AGAIN = "Your story {reference} goes further. {officer} told it on {day}, here too: {place}. Thank you again."
YOU_JOINED = "you"
NEWS_JOINED = (
    "Two ideas tell of the same good thing, so {officer} joined {reference} with {other}. Nothing is lost: "
    "everyone who wrote either of them hears how it goes on."
)
NEWS_WELCOMED = (
    "Somebody else wrote of the same good thing, so {officer} joined their idea with yours: it goes on as {reference}, "
    "and you all hear how."
)

# the second pair of eyes
JIGSAW = "A second pair of eyes"
JIGSAW_WHY = (
    "There is a child or a court case in it. Please look at it beside what was told before from the same service: could anyone be "
    "recognised by putting the pieces together? Somebody who did not pick it up and did not write it says so before it is told."
)
JIGSAW_NONE = "Nothing else from this service stands anywhere that we know of."
JIGSAW_ITEM = "{reference} {title}: {place}, {day}"
JIGSAW_DONE = "{who} looked, {moment}."
JIGSAW_CARD = "There is a child or a court case in it: a second press officer looks before it is told. Press Open."
JIGSAW_CARD_DONE = "A second pair of eyes: {who} has looked."
LOOKED_TITLE = "Have you looked?"
LOOKED_TEXT = (
    "You have put {reference} beside what was told before, and nobody who should not be can be recognised from it."
)
LOOKED_YES = "Yes, I have"
LOOKED_NO = "Not yet"

# what is like it
ALIKE = "Like this one"
ALIKE_CARD = "*Like this one*"
ALIKE_LINE = "{reference} {title} ({status})"
ALIKE_SPOKEN = "Like this one: {alike}."
JOIN_TITLE = "Join the two?"
JOIN_TEXT = "{reference} ends here and goes on as part of {other}. Everyone who wrote it becomes an author of {other}, and all are told."
JOIN_YES = "Join"
JOIN_NO = "Keep both"
