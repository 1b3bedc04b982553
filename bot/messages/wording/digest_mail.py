"""The weekly good news beyond Slack: as a mail, and the few words beside its files."""

TITLE = "Good news this week from {organisation}"
FOR_WEEK = "Week of {day}"
PICTURE = "Picture: {words}"
PICTURE_WHERE = "It stays in Slack, where it can be taken down for everyone at once."
PICTURE_LINK = "See it there"
LINK = "See where else it was told"
BEHIND_TITLE = "Behind the headlines"
BEHIND = (
    "This week {count} questions from journalists were answered, with care, by people who stopped what they were doing "
    "to help. Thank you."
)
SEND_TITLE = "Something good happened where you work?"
SEND = "Tell us in Slack with /story-idea, or tell whoever passed this on to you. Two sentences are enough."
INSIDE = (
    "For colleagues only. The people in these stories agreed to be told of inside {organisation}, and may change their mind: please do not "
    "publish this or send it on outside."
)
NOTHING_LEFT = "What stood here was taken down again. Please delete this mail where you have it."
TAKEN_OUT_ONE = "One story was taken out since. Please use this in place of the one before."
TAKEN_OUT = "{count} stories were taken out since. Please use this in place of the one before."

FILE = "good-news-{week}.{kind}"
FILE_TITLES = {
    "html": "Good news, {day}: the mail, to paste or open",
    "txt": "Good news, {day}: the same as plain text",
}
FILES = (
    "The good news as a mail, for colleagues without Slack: one file to look at, and one in plain text. If a story is corrected "
    "or taken out, I put new files in the place of these."
)
FILES_GONE = "The files with this good news were taken away again."
