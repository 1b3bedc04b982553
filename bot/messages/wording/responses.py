"""The answer given, what was published after it, and what was learnt."""

from storage.kinds import Teller, Told, Tone, Way

WAY = {
    Way.EMAIL: "By e-mail",
    Way.TELEPHONE: "By telephone",
    Way.IN_PERSON: "In person",
    Way.SOCIAL_MEDIA: "On social media",
}
TOLD = {
    Told.YES: "Yes, they have been told",
    Told.NO: "No, not yet",
    Told.NOBODY_CONCERNED: "It is not about any one person or family",
}
TELLER = {
    Teller.SOCIAL_WORKER: "Their social worker",
    Teller.TEAM_MANAGER: "A team manager",
    Teller.HEAD_OF_SERVICE: "The head of service",
    Teller.KEY_WORKER: "Their key worker",
    Teller.FAMILY_LIAISON: "The police's family liaison officer",
    Teller.ADVOCATE: "Their advocate or solicitor",
    Teller.PRESS_OFFICE: "The press office",
    Teller.OTHER: "Someone else",
}
TONE = {
    Tone.WARM: "Warm",
    Tone.FAIR: "Fair",
    Tone.MIXED: "Mixed",
    Tone.CRITICAL: "Critical",
}

FAMILY_FIRST = "*First, the person or family this is about*\nNobody should read about themselves in the news before they hear it from us."
FAMILY_TOLD = "Have they been told what we will say?"
FAMILY_TOLD_BY = "Who told them?"
FAMILY_TOLD_BY_HINT = "If they have been told. A role is enough, no names."
FAMILY_WISH = "What did they want?"
FAMILY_WISH_HINT = "If they have been told. For example: that their street is not mentioned, or that they are not rung."
FAMILY_NOT_TOLD = "Why have they not been told?"
FAMILY_NOT_TOLD_HINT = "If they have not been told. The reason is kept with the answer."
NAMED_NOT_TOLD = "{names} may be named and has not been told yet. Please ring them before this goes."
NAMED_NOT_TOLD_MORE = "{names} may be named and have not been told yet. Please ring them before this goes."

THEN_THE_WORDS = "*Then the answer*"
APPROVED_HERE = "These are the approved words, version {version}. Only they can be recorded as sent."
MONITORING_OFFICER_FIRST = (
    "Please do not send it yet: an election is near and this is political, so the monitoring officer looks at it first. "
    "It is among the things to do on the enquiry's page."
)
NEEDS_SIGN_OFF = "These words are not signed off yet, so they cannot go. Please ask for sign-off first."
NEEDS_SIGN_OFF_OR_REASON = (
    "These words are not signed off. They can only be recorded as sent with your reason, in the last box of this form."
)
RESPONSE_WENT_ON = "The words, part {number}"
WAY_ASKED = "How did it reach them?"
OVERRIDE = "If other words had to go: why?"
OVERRIDE_HINT = (
    "Only you can decide this, and your reason is kept. Where legal's approval is needed, nothing replaces it."
)

CORRECT_TITLE = "Correct: {reference}"
CORRECT_SUBMIT = "Save"
CORRECT_INTRO = (
    "What you change is kept beside what stood here before. If the words change, those who had them are told."
)

PAGE_RESPONSE = "How the answer went"
PAGE_WAY = "*How it reached them:* {way}"
PAGE_FAMILY_YES = "*The person or family concerned* was told. By: {by}. They wanted:"
PAGE_FAMILY_NO = "*The person or family concerned* was not told, because:"
PAGE_FAMILY_NOBODY = "*The person or family concerned:* it is not about any one person or family."
PAGE_OVERRIDE = "*Other words than the approved ones went.* {who} decided so, because:"
PAGE_BEFORE = "*Answered before* by {who}, {moment}"
RECORD = "Record the response"
CORRECT = "Correct the response"

NEWS_CORRECTED = (
    "The words given to the journalist about {reference} were not quite as we first told you. These are the right ones:"
)
NEWS_CORRECTED_PRIVATE = (
    "What we told you about the answer to {reference} has been corrected. Press Open to read the words."
)
NAMED_RESPONDED = "{who} in the press office has answered the journalist about {reference}, where you may be named. This is what we said:"
NAMED_CORRECTED = (
    "What we said to the journalist about {reference}, where you may be named, has been put right. These are the words:"
)
NAMED_PRIVATE = (
    "{who} in the press office has answered the journalist about {reference}, which may concern you. "
    "They will gladly read you the words."
)
NAMED_CORRECTED_PRIVATE = (
    "What we said to the journalist about {reference}, which may concern you, has been put right. "
    "The press office will gladly read you the words."
)
TWICE_RESPONDED = (
    "There is an answer to what you told us about in {asked}. Someone else had asked the same in {reference}, and "
    "{who} in the press office gave these words:"
)
TWICE_CORRECTED = (
    "The words we told you about for {asked} were not quite right. "
    "These are the ones that the journalist was given in {reference}:"
)
TWICE_ENDED = (
    "What you told us about in {asked} has ended. Someone else had asked the same in {reference}, and that is closed without an "
    "answer to the journalist. If anyone still waits for one, please ring {duty}."
)
TWICE_PRIVATE = (
    "There is an answer to what you told us about in {asked}: it was given in {reference}. The words are not in this message, "
    "since it is private. {how}"
)
TWICE_CORRECTED_PRIVATE = (
    "What we told you about the answer to {asked} has been corrected. "
    "The words are not in this message, since it is private. {how}"
)
TWICE_HOW_OPEN = "Press Open to read them."
TWICE_HOW_RING = "Ring {duty}, who will gladly tell you what can be said."
NAMED_CARE = "If anyone rings you or comes to your door, you need not say anything. Ring {duty} at any time."
CUT_HERE = "Cut here. The press office will gladly send you the rest."

COVERAGE_TITLE_OF_FORM = "Published: {reference}"
COVERAGE_SUBMIT = "Note it"
COVERAGE_LINK = "Where is it?"
COVERAGE_LINK_HINT = "The address of the page, beginning with https://. Leave it empty for print, radio or television."
COVERAGE_TITLE = "Its headline"
COVERAGE_TITLE_HINT = "Without an address: the headline and the page, or the programme and the time."
PUBLISHED_ON = "When did it come out?"
TONE_ASKED = "How does it read?"
OUR_WORDS = "Did they use our words?"
OUR_WORDS_YES = "Yes"
OUR_WORDS_NO = "No"

LEARNT_TITLE = "Learnt: {reference}"
LEARNT_SUBMIT = "Save"
LEARNT = "What did we learn?"
LEARNT_HINT = "What went well, what we would do another time. Nobody is to blame here."

PAGE_COVERAGE = "What was published"
PAGE_COVERAGE_NONE_YET = "Nothing is noted yet."
PAGE_COVERAGE_NOTHING = "Nothing was published, as {who} noted, {moment}."
PAGE_PIECE = "{day}. {tone}. {ours}."
PAGE_OURS = "Our words were used"
PAGE_NOT_OURS = "Our words were not used"
PAGE_MORE = "And {count} more."
PAGE_LEARNT = "*What we learnt*"
READ_IT = "Read it"
TAKE_OFF = "Take off"
TAKE_OFF_TITLE = "Take this piece off?"
TAKE_OFF_TEXT = "It will no longer count as published after {reference}."
TAKE_OFF_YES = "Take it off"
TAKE_OFF_NO = "Leave it"
NOTE_PIECE = "Note a piece"
NOTHING_PUBLISHED = "Nothing was published"
NOTE_LEARNT = "What we learnt"

CARD_COVERAGE = "*Published:* {count}"
CARD_COVERAGE_SPOKEN = "Published: {count}."
ONE_PIECE = "one piece"
PIECES = "{count} pieces"

COVERAGE_ASK = (
    "{reference} has been answered, {day}. If something was published, please note it. If nothing was, please say so."
)
COVERAGE_WHY_WITH_YOU = "You are asked because it is with you."
COVERAGE_WHY = "You are asked because you are in the press office."
OPEN = "Open"
