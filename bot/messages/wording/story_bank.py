"""The story bank: lists of stories, how the promise is kept, themes, and using a story beside a headline."""

from bot.rules.story_bank import AskedStories, Theme

THEMES = {
    Theme.HOME: "Living at home",
    Theme.TOGETHER: "Company and neighbours",
    Theme.YOUNG: "Children and young people",
    Theme.CARERS: "Carers and families",
    Theme.HEALTH: "Health and recovery",
    Theme.LEARNING: "Learning and work",
    Theme.ARTS: "Music and art",
    Theme.OUTDOORS: "Gardens and outdoors",
    Theme.STAFF: "The people who do this work",
    Theme.CHANGE: "Something that works better now",
}
NO_THEME = "No theme yet"

HEAD = {
    AskedStories.LIST: "*Stories to offer*, by service and theme. Everyone in them has agreed to the press, and still does.",
    AskedStories.FIND: "*What I found*, the newest first.",
}
HEAD_TOLD = "*Good news that was told*, by service and theme."
NONE = {
    AskedStories.LIST: "There is no story to offer just now: none whose people have agreed to the press, and still do.",
    AskedStories.FIND: "I found no story with these words among those that you can see. Fewer words find more.",
}
NONE_NARROW = (
    "I found no story of that service or theme that you can be shown here. /story-idea list shows them all; to narrow it, add a word of "
    "the service or the theme, such as /story-idea list fostering."
)
NONE_TOLD = "Nothing has been told yet that you can see here. Type /story-idea and be the first."
FIND_WHAT = "Please say what to look for, for example: /story-idea find garden"
FROM_TO = "Showing {first} to {last}."
MORE = "More"
BACK = "Back"
STORIES = "stories"  # what More and Back turn, for those who only hear it
OPEN = "Open"
ITEM_LINE = "{area} · {theme} · {status}"
ITEM_SPOKEN = "{reference}, {title}. {area}, {theme}. {status}."

PROMISE = "*Every idea gets a person’s answer within {days}.*"
PROMISE_KEPT = "In the last three months {answered} had their answer: {in_time} in time, {late} late."
PROMISE_KEPT_ALL = "In the last three months {answered} had their answer, every one in time."
PROMISE_NONE = "No idea was answered in the last three months."
PROMISE_WAITING = "{waiting} now, the longest for {longest}."
PROMISE_WAITING_LATE = (
    "{waiting} now, the longest for {longest}; {overdue} longer than we promised. We are sorry for that."
)
PROMISE_NOBODY_WAITS = "No idea waits for an answer now."
PROMISE_HOW = (
    "An idea never closes by itself: silence is our fault, not yours, and the head of communications hears of it."
)
IDEAS = ("1 idea", "{count} ideas")
WAITS = ("1 idea waits", "{count} ideas wait")
DAYS = ("1 working day", "{count} working days")
LESS_THAN_A_DAY = "less than a working day"
LATE = ("1 has waited", "{count} have waited")

BANK = "For another time"
AFRESH = "Use beside a headline"
AFRESH_TITLE = "Ask them again?"
AFRESH_TEXT = (
    "Beside a hard headline is another place than where they agreed to be. Its authors are asked to ask everyone in it once more; until a "
    "new yes is written down, it may not be given to the press."
)
AFRESH_YES = "Yes, ask them"
AFRESH_NO = "Not now"
AFRESH_NOT_NEEDED = "Nobody in it can be recognised, so it can be used beside a headline without asking again."
AFRESH_WAITS = "Asked again {moment}, for use beside a headline. No new agreement is written down yet, so it may not be given to the press."
AFRESH_GIVEN = (
    "Asked again {moment}, for use beside a headline. Everyone has agreed since: it may be given to the press."
)
THEME_CHOOSE = "Choose a theme"

BESIDE = "Good news to set beside it"
BESIDE_WHY = (
    "From the same service, with people who have agreed. They are asked once more before it stands beside a headline."
)
BESIDE_LINE = "{reference} {title}"
BESIDE_READY = "{reference} {title}: may be used, everyone has agreed anew"
BESIDE_WAITS = "{reference} {title}: its people are being asked again"
