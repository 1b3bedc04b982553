"""Story ideas, the news for their authors, and the weekly digest."""

from bot.rules.deeds import Deed

PICK_UP = "Pick up"
DECLINE = "Decline"
OPEN = "Open"

HEADER = "{reference}: {title}"
HEADER_KEPT_BACK = "{reference}: story idea"
AUTHOR = "*From:* {author}"
AREA = "*Service area:* {area}"
AREA_NONE = "not named"
STATUS = "*Status:* {status}"
OFFICER = "*Press officer:* {officer}"
CREDIT = "Who did it: {credit}"
WHY = "Why it matters: {why}"
RECOGNISABLE = "*Could anyone be recognised?* {answer}"
COLLEAGUES = "*May colleagues be told now?* {answer}"
YES = "Yes"
NO = "Not yet"
PHOTOS = "*Photos:* {count}"
KEPT_BACK = "Someone can be recognised and their agreement is not recorded, so the story is not shown here. Press Open to read it."
TAKEN_OUT = "This story was taken out, because somebody in it does not agree any more. Its words and pictures are gone."
HELD = (
    "Somebody in it may have changed their mind, so it is not shown until that is clear. Press Open to say how it is."
)
WITHDRAWN = "Somebody who wrote it took it back, so it is not shown here."
CUT_HERE = "Cut here. Press Open to read it all."
WHAT_HAPPENED = "*What happened*"
DECLINED_BECAUSE = "*Why not this time*"
SUGGESTION = "*Suggested instead*"

SPOKEN_CARD = (
    "{reference}, story idea from {author}: {title}. {what} Who did it: {credit}. {area}. {status}. Press officer: {officer}. "
    "Could anyone be recognised? {recognisable}. May colleagues be told now? {colleagues}."
)
SPOKEN_KEPT_BACK = "{reference}, story idea from {author}. {area}. {status}. Press officer: {officer}. {why}"

LINE = {
    Deed.SEND_IN: "{who} sent in {reference}.",
    Deed.AMEND: "{who} corrected {reference}.",
    Deed.CHANGE_STORY: "{who} changed {reference}.",
    Deed.WITHDRAW_STORY: "{who} took {reference} back. It is not told any more.",
    Deed.RECORD_CONSENT: "{who} wrote down who has agreed to {reference}.",
    Deed.CHANGE_CONSENT: "{who} corrected who has agreed to {reference}.",
    Deed.RENEW_CONSENT: "{who} wrote down that somebody in {reference} agrees for longer.",
    Deed.REMOVE_CONSENT: "{who} took out an agreement behind {reference} that was written down by mistake.",
    Deed.WITHDRAW_CONSENT: "{who} let us know that somebody in {reference} has changed their mind.",
    Deed.TAKE_OUT: "{who} let us know that somebody in {reference} does not want it told.",
    Deed.ASK_CONSENT_AGAIN: "{who} asked whether the people in {reference} agree for longer.",
    Deed.LET_CONSENT_END: "{who} lets the agreement behind {reference} end on its day.",
    Deed.STILL_AGREES: "{who} asked, and the people in {reference} still agree.",
    Deed.TAKE_DOWN: "{who} took {reference} down in one place.",
    "consent_held": "{who} heard that somebody in {reference} may have changed their mind. It is not told until that is clear.",
    "consent_ended": "An agreement behind {reference} has ended. It may not be told there any more.",
    Deed.PICK_UP: "{who} picked up {reference}.",
    Deed.DECLINE: "{who} answered {reference}: not this time, with a reason.",
    Deed.ASK_AUTHOR: "{who} asked the authors of {reference}:",
    Deed.ANSWER_QUESTION: "{who} answered what was asked about {reference}:",
    Deed.ASK_ONCE_MORE: "{who} asked the authors of {reference} once more.",
    Deed.GO_ON_WITHOUT: "{who} goes on with {reference} without an answer.",
    Deed.HAND_TAKE_DOWN: "{who} asked somebody else to take {reference} down in one place.",
    Deed.ASK_AFRESH: "{who} would like to use {reference} beside a headline. Its people are to be asked again.",
    Deed.TELL_HERE: "{who} told {reference}:",
    Deed.LOOK_TOO: "{who} has looked at {reference} too, beside what was told before.",
    Deed.JOIN_STORIES: "{who} joined {reference} with another idea.",
    "told": "{reference} was told in the weekly digest.",
    "left_out_of_digest": "{reference} was left out of the digest: an agreement no longer stands.",
    "nudged": "Asked {to} about {reference}.",
    "kept_as_typed": "{who} looked at an address or a name in {reference} and let it stay.",
}
LINE_OTHER = "{who} changed {reference}."

NEWS = {
    "sent_in": "Thank you. Your story idea is {reference}. The press office will answer within {days}.",
    "picked_up": "Good news: {officer} in the press office has picked up your story idea {reference}.",
    "declined": "Thank you for {reference}. {officer} in the press office cannot use it this time, and says why.",
    "declined_after_all": "We said that we would tell {reference}, and now we cannot. We are sorry: that is about us, not about your work. "
    "{officer} in the press office says why.",
    "told": "Your story {reference} is in this week's good news in {place}. Thank you for telling us.",
}
NEWS_YOURS = {
    "picked_up": "You picked up your own story idea {reference}.",
    "declined": "You answered your own story idea {reference}: not this time.",
}
NEWS_LINK = "<{link}|See it here>"
NEWS_NOT_ASKED = "It stays with the press office until the people in it have been asked and have agreed."
NEWS_BECAUSE = "*Why*"
NEWS_SUGGESTION = "*A suggestion*"
NEWS_SPOKEN_BECAUSE = " Why: {because}"
NEWS_SPOKEN_SUGGESTION = " A suggestion: {suggestion}"

ONE_DAY = "one working day"
DAYS = "{count} working days"
COUNTED = dict(enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"), 2))

DIGEST_PLACE = "the good-news channel"
SOMEONE = "A colleague"
