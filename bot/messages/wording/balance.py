"""Who has not been heard of for longest, and stories beside enquiries: in words, as bars, and as files."""

NO_AREA = "No service area"
SERVICES = "*Which services have colleagues not heard of for longest?*"
SERVICES_SPOKEN = "Which services colleagues have not heard of for longest."
VOICES = "*And those whose work is seldom seen*"
VOICES_SPOKEN = "And those whose work is seldom seen."
HEARD_NEVER = "not in the last year"
HEARD_NOW = "this week"
HEARD_ONE = "a week ago"
HEARD = "{weeks} weeks ago"
STORIES = "{count} stories in a year"
FEW_STORIES = "a few stories in a year"
LINE = "{name}: {when}"
LINE_STORIES = "{line}, {stories}"
BAR, BAR_MOST = "█", 12
BAR_KEY = "A longer bar is a longer silence: a full one is three months or more."
FAIRNESS_HOW = (
    "Services are those chosen in the form. Other staff are found by words in the stories themselves, so this can miss some. It counts no "
    "person, and a silence is nobody's fault: it is where to go and ask."
)
NO_SERVICES = "No service areas are set up yet, so there is nothing to show."

BALANCE = "*Stories told beside enquiries*"
BALANCE_SPOKEN = "Stories told beside enquiries."
QUARTER_NOW = "{quarter}, so far"
CELL_SPOKEN = "{area}: {stories}, {enquiries}."
STORY_COUNT = ("{count} story told", "{count} stories told")
ENQUIRY_COUNT = ("{count} enquiry", "{count} enquiries")
ROW_STORIES, ROW_ENQUIRIES = "told ", "asked"
BAR_STORIES, BAR_ENQUIRIES = "█", "░"
KEY = "█ stories told   ░ enquiries"
HOW_NOT = (
    "How not to read it: this is no score. Enquiries come from outside, and a service with many of them has often done nothing wrong; "
    "one with few stories may have had no time to tell them. It only shows where good work is not being heard beside the hard headlines."
)
PRIVATE = "Private enquiries count only as numbers, and not at all where there are fewer than five of them in a service and a quarter."
NOTHING = "Nothing was told and nothing was asked in this time."

HOME = "Good news, heard and not heard"
HOME_LONGEST = "Not heard of for longest: {names}."
SEE_FAIRNESS = "Who has been heard"
SEE_BALANCE = "Stories beside enquiries"
ASK_FILES = "Send me this as files"
FILES_COMING = "It is on its way to you: a picture and a table, in our conversation here."
FILES_SAID = "Stories told beside enquiries, as you asked: a picture, and the same numbers as a table."
FILE_SVG = "stories-beside-enquiries-{day}.svg"
FILE_CSV = "stories-beside-enquiries-{day}.csv"
FILE_TITLE_SVG = "Stories beside enquiries: the picture"
FILE_TITLE_CSV = "Stories beside enquiries: the table"
COLUMNS = ("quarter", "service area", "stories told", "enquiries")
