"""The weekly good news: the post, its preview for the comms team, its forms, and the notes around it."""

HEADER = "Good news this week"
HEADER_MORE = "More good news this week"
OPENINGS = (
    "Thank you to everyone who did this, and to everyone who told us. Here is what happened across {organisation}.",
    "A few minutes of good things, from people you work with at {organisation}. Thank you for sending them in.",
    "Behind every one of these is someone who took the time. This is what they did at {organisation}.",
)
LATE = "This comes a little late today; the stories are as good."
WHY = "Why it matters: {why}"
CREDIT = "Thanks to {credit}"
CREDIT_AREA = "{credit} · {area}"
LINK = "<{link}|See where else it was told>"
MORE_BELOW_ONE = "One more story is in the thread below."
MORE_BELOW = "{count} more stories are in the thread below."
BEHIND = (
    "*Behind the headlines:* this week {count} questions from journalists were answered, with care, by people who stopped what they "
    "were doing to help. Thank you."
)
SEND = "Something good happened where you work? Type /story-idea and tell us."
NOTHING_LEFT = "What stood here was taken down again."
TAKEN_OUT_ONE = "A story was taken out."
TAKEN_OUT = "{count} stories were taken out."
NOTHING_LEFT_PART = "What stood here has moved, or was taken down again."
SPOKEN = "Good news this week, {count}: {titles}"
SPOKEN_MORE = "More good news this week, {count}: {titles}"
SPOKEN_STORY = "{title}, thanks to {credit}"
SPOKEN_AND_MORE = "and {count} more"
ONE = "one story"
MANY = "{count} stories"

PREVIEW_TOP = "*This is how the good news will look.* In {place}: {moment}."
PREVIEW_TOP_PAST = "*This is how the good news looks.* For {place}: {moment}."
PREVIEW_TOP_PART = "*More of the preview*"
PREVIEW_SPOKEN = "The preview of the good news for {moment}, {count}: {titles} {state}"
PREVIEW_SPOKEN_EMPTY = "The preview of the good news for {moment}. {state}"

PREVIEW_KEPT = "Not shown: {references}. Somebody may have changed their mind. The place is kept until that is clear."
PLACE_KEPT = "{reference} has left the preview: somebody in it may have changed their mind. Its place is kept until that is clear."
PLACE_WAS = "{reference} had left the preview for a while. That is clear now."
PLACE_BACK = "{reference} is back in the preview, where it stood: the people in it still agree."
PLACE_OVER = "{reference} has no place in this preview any more."

STATE_SEND = "If it is good as it is, say so. If nobody says anything, it goes out as it is."
STATE_WAIT = "It waits until someone says that it can go."
STATE_APPROVED = "{who} says that it can go. It goes out by itself."
STATE_HELD = "{who} is holding it. It waits until someone says that it can go."
STATE_PAUSED = "Good news is paused, so it waits."
STATE_PRIVATE = "A private enquiry has come in since the preview. It waits until someone says that it can still go."
STATE_UNAPPROVED = "Its hour has come. It waits until someone says that it can go."
STATE_STUCK = "{place} cannot be posted to just now. I try again every half hour today."
STATE_SENDING = "It is on its way."
STATE_OUT = "It is out: <{link}|see it>. Its words can still be corrected here, and the post follows."
STATE_OUT_PLAIN = "It is out. Its words can still be corrected here, and the post follows."
STATE_EMPTY = "There is no story left in it, so nothing was posted."
STATE_EMPTY_YET = "There is no story in it now. Add one, or nothing is posted."
STATE_OVER = "It did not go out. Its stories are kept for the next one."
VIEWS = {
    "approve": "It can go as it is",
    "add": "Add a story",
    "send": "Send now",
    "hold": "Hold",
    "pause": "Pause good news",
    "resume": "Let good news go on",
    "opening": "Change the opening",
    "again": "Try again now",
}
ABOUT = "good news of {day}"
ABOUT_ALL = "good news"
SEND_TITLE = "Send it now?"
SEND_TEXT = "Everybody in the channel will see it at once."
SEND_YES = "Send now"
SEND_NO = "Not yet"
MENU = {
    "up": "Move up",
    "down": "Move down",
    "top": "Move to the top",
    "words": "Edit the words",
    "out": "Leave out this week",
}

NUDGE = "The good news for {moment} waits for your look. Nobody has said yet that it can go."
NUDGE_SEND = "If nobody says anything, it goes out as it is."
NUDGE_WAIT = "It waits until someone says so."
NUDGE_LOOK = "<{link}|Look at the preview>"
NUDGE_OVER = "The good news for {moment}: dealt with, thank you."
NUDGE_LATE = "This should have reached you earlier; I was away."

NONE_YET = "There is no story for the good news of {moment} yet. One that is picked up before then still joins it."
NONE_YET_THERE_IS = "There was no story for the good news of {moment} at first. Now there is: the preview shows it."
NONE_YET_OVER = "There was no story for the good news of {moment}, so nothing was posted."
NONE_YET_ASKED = " I have asked {leads} for one."
EMPTY = "There is no story for this week's good news, so nothing was posted."
EMPTY_LEADS = " Could you ask {leads} for one?"
MISSED = (
    "The good news for {day} did not go out in {place}: I was away all that day. Its stories are kept for next week. "
    "If they should not wait, please post them yourselves."
)
PRIVATE = "The good news for {moment} waits: a private enquiry has come in since the preview. Can it still go?"
HELD = "The good news for {moment} waits: {who} is holding it. Can it go now?"
UNAPPROVED = "The good news for {moment} waits: nobody has said yet that it can go."
STUCK = (
    "The good news for {moment} could not be posted in {place}. Perhaps the channel was archived, or I am not in it. "
    "I try again every half hour today. Once it is mended, you can also send it here."
)
DEALT_WITH = "The good news for {moment}: dealt with."
PAUSED = "{who} has paused good news. Nothing is posted until someone lets it go on."
PAUSED_WHY = " Why: {why}"
PAUSED_OVER = "Good news was paused ({moment}). It goes on again."
RESUMED = "{who} has let good news go on. What should have gone out on an earlier day waits for your word."
HOME_PAUSED = "*{who} paused good news* {moment}. Nothing is posted until someone lets it go on."
RESUMED_NOW = "Good news goes on."
NOT_PAUSED = "Good news is not paused."

ASK_LEAD = "The good news for {moment} has no story yet, and it is a while since colleagues heard from {area}."
ASK_LEAD_GENTLY = (
    "Did something go well lately, however small? Two sentences are enough, and we do the rest. If this is not the week for it, "
    "that is fine: please just leave this."
)
TELL_US = "Tell us about it"

SOON = "Your story {reference} will be in the good news in {place}: {moment}. Thank you for telling us."
NOT_JUST_NOW = (
    "Your story {reference} is not in this week's good news just now: somebody in it may have changed their mind, as anyone may. "
    "If they still agree, it is back."
)
NOT_AFTER_ALL = "Your story {reference} will not be in this week's good news after all. It is not lost: it is kept for another week."
NOT_AFTER_ALL_ENDED = "Your story {reference} will not be in this week's good news after all."
LIKED = "Last week's good news, with your story {reference} in it, was met with {what}. Thank you again for telling us."
LIKED_LATER = (
    "The good news of {day}, with your story {reference} in it, was met with {what}. Thank you again for telling us."
)
LIKED_REACTIONS_ONE = "one reaction"
LIKED_REACTIONS = "{count} reactions"
LIKED_REPLIES_ONE = "one reply"
LIKED_REPLIES = "{count} replies"

WORDS_TITLE = "Edit the words"
WORDS_SUBMIT = "Save"
WORDS_INTRO = "These words are for the good news alone. What was sent in stays as it is."
WORDS_CONSENT = (
    "Someone can be recognised in this story. If you change what is said of them, please show them the words first."
)
WORDS_OUT = "It is out already: the post changes as soon as you save."
WORDS_FIELD = "What happened"
WORDS_FIELD_TITLE = "Headline"
OPENING_TITLE = "The opening"
OPENING_SUBMIT = "Save"
OPENING_FIELD = "How should it begin?"
OPENING_HINT = "A sentence or two. Leave it empty for our usual one."
ADD_TITLE = "Add a story"
ADD_SUBMIT = "Add"
ADD_FIELD = "Which?"
ADD_HINT = "Picked up, and everybody in it agrees. Those you left out are here too."
ADD_NONE = "There is no other story just now that may be told to colleagues."
ADD_CHOOSE = "Choose stories"
PAUSE_TITLE = "Pause good news"
PAUSE_SUBMIT = "Pause"
PAUSE_INTRO = "Nothing is posted in {place}, whoever has said that it can go, until someone lets it go on."
PAUSE_FIELD = "Why? (only the press office sees it)"
CANCEL = "Cancel"
MEANWHILE = "*Somebody else has changed this while you were writing.* It says now:"
MEANWHILE_EMPTY = "our usual opening"
MEANWHILE_SAVE = "Your own words are still below. Save once more, and they take its place."
