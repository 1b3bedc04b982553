"""Answers to what people tell the bot in their own words, and the private offers in the channel where staff ask."""

from bot.rules.intake_table import Sign

UNDERSTOOD = "*What I understood*"
FROM = "From: {words}"
WHO = "Journalist: {words}"
BY_WHEN = "Answer needed: {words}"
ABOUT = "About: {words}"
HEARD_TOO = "Heard, and not repeated here: {unsaid}"
WHERE_FROM = "who they are from"
WHO_ASKS = "who is asking"
WHAT_ABOUT = "what it is about"
ENQUIRY_HEARD = (
    "Thank you for telling me. Nothing has been sent yet: press the button, put right what I misheard, and send it."
)
KEPT_PRIVATE = (
    "Thank you for telling me. I have not repeated what you wrote, because it may be private. The form opens with it, and "
    "nothing has been sent yet."
)
LEFT_OUT = (
    "I left out words that look like a person's own details, such as an NHS number. Please take them out of your message too. "
    "You can write “the child” or “the mother”."
)
SENT = "What you told me here has been sent to the press office: it is {reference}. There is nothing more that you need to send."
PUT_ASIDE = "What you wrote is put aside as a draft, {reference}. Nothing has been sent to the press office."
THROWN_AWAY = "What you wrote was put aside as a draft, and the draft was thrown away. Nothing was sent."
FORGOTTEN = "You told me something here. It is private now, so it is not repeated."
OPEN_ENQUIRY = "Open the form with this"
STORY_HEARD = (
    "Thank you, that sounds like something people should hear about. Press the button and your words are in the form already. "
    "The press office answers every idea within {days}."
)
STORY_CONSENT = "Nobody we support appears anywhere until they have agreed."
OPEN_STORY = "Suggest as good news"
RATHER_ENQUIRY = "No, a journalist asked"
GREETING_HOW = (
    "You can tell me in your own words that a journalist has been in touch, or that something good happened. "
    "I did not find either in what you wrote, so here are the two forms."
)

ASKS_ABOUT = "{reference}: press Open to see how it stands and what comes next."

OFFER_ENQUIRY = "Shall I log this as a media enquiry? I ask because you mention {because}."
OFFER_STORY = "Shall I suggest this as good news? I ask because you mention {because}."
ONLY_YOU = "Only you can see this."
LOG_IT = "Log it"
NOT_NOW = "Not now"
NEVER = "Don't offer this to me again"
YOUR_MESSAGE = "your message"
YOUR_WORDS = "what you wrote"

NEVER_ENQUIRY = "All right, I won't offer to log your messages as media enquiries again."
NEVER_STORY = "All right, I won't offer to suggest your messages as good news again."
HOW_TO_UNDO = "If you change your mind, write to me: offers on."
OFFERS_ON = (
    "All right. When a message of yours in the channel where staff ask reads like a media enquiry or a good story, I will offer to help. "
    "Only you will see it."
)
OFFERS_OFF = "All right, I won't offer anything about your messages in the channel where staff ask. " + HOW_TO_UNDO

BECAUSE = {
    Sign.OUTLET: "a newspaper or broadcaster",
    Sign.REPORTER: "a reporter",
    Sign.CREW: "a film crew",
    Sign.PAPERS: "the press",
    Sign.PRESS_REQUEST: "a request from the press",
    Sign.COMMENT: "being asked for words of ours",
    Sign.PUBLISHING: "something about to be published",
    Sign.DEADLINE: "a deadline",
    Sign.CONTACT: "that they got in touch",
    Sign.ASKING: "that they want to know something",
    Sign.WHAT_TO_SAY: "not being sure what to say",
    Sign.PRIDE: "being proud of someone",
    Sign.CELEBRATION: "something to celebrate",
    Sign.GOOD_NEWS: "good news",
    Sign.PRAISE: "words of thanks",
    Sign.AWARD: "an award",
    Sign.ACHIEVEMENT: "something that worked out well",
    Sign.GIVING: "people giving time or money",
    Sign.JOY: "something lovely",
    Sign.NUMBERS: "how many it reached",
    Sign.PEOPLE: "the people it is about",
    Sign.EVERYDAY: "everyday matters",
    Sign.SARCASM: "a joke",
}
NAMED_OUTLET = "{outlet}"
