"""A service area's own edition of the good news, and a month's best."""

HEADER = "Good news from {area}"
HEADER_BEST = "The best of {month}"
INTRO = "From this week's good news: what happened in {area}. Thank you to everyone who did this, and to everyone who told us."
INTRO_BEST = "You may have missed these. The press office picked them from all the good news of {month}."
SPOKEN = "Good news from {area}, {count}: {titles}"
SPOKEN_BEST = "The best of {month}, {count}: {titles}"
MORE_ONE = "One more story is in {place}."
MORE = "{count} more stories are in {place}."
NO_AREA = "your service"

ASK = "*Which good news was the best of {month}?* {count} told then may be told again."
ASK_SPOKEN = "Which good news was the best of {month}? Choose up to {most}, and I post them in {place}."
ASK_HOW = "Choose up to {most}, and I post them in {place}. If nobody chooses, nothing is posted, and that is fine."
CHOOSE = "Choose the best"
ABOUT = "good news of {month}"
CHOSEN = "The best of {month} is chosen and on its way to {place}. Thank you."
NONE_LEFT = "None of the good news of {month} may be told again now, so there is nothing to choose."
AMONG_BEST = (
    "Your story {reference} is among the best of {month}: the press office picked it, and it stands in {place} once more. "
    "Thank you again."
)
AMONG_BEST_LINK = "<{link}|See it here>"

FORM_TITLE = "The best of the month"
FORM_FIELD = "Which?"
FORM_HINT = (
    "Up to {most}. They stand in the order in which you choose them, worded as they were in the weekly good news."
)
FORM_SUBMIT = "Post them"
FORM_EMPTY = "There is nothing to choose from now."
COUNT = ("One story", "{count} stories")
