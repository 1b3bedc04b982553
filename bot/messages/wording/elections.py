"""The weeks before an election."""

GUIDANCE = (
    "This came in the weeks before an election. Keep to facts, quote no politician or candidate, and announce nothing new until it "
    "is over."
)
NOTE = "*Pre-election period until {until}.* {guidance}"
NOTE_SPOKEN = "Pre-election period until {until}. {guidance}"
POLITICAL = "It is noted as political: the monitoring officer looks at it before anything goes."
POLITICAL_SEEN = "It is noted as political. The monitoring officer has seen it."

ASK_POLITICAL = "Is it about the election?"
POLITICAL_BOX = "About a candidate, a party or something contested in the election"
PAGE_TITLE = "Election"
PAGE_NOT_POLITICAL = "Nobody has noted it as political."
MARK_POLITICAL = "It is political"
NOT_POLITICAL = "It is not political"

TITLE = "Pre-election period"
INTRO = (
    "From the first day to the last, enquiries and story ideas carry your guidance. What is noted as political goes to the monitoring "
    "officer before anything is sent."
)
STANDING = "*Set now:* {starts} to {ends}"
NONE_SET = "No period is set now."
LIFT = "Take back"
LIFT_TITLE = "Take it back?"
LIFT_TEXT = "The guidance disappears from what came in between {starts} and {ends}, and the monitoring officer is not asked any more."
LIFT_YES = "Take back"
LIFT_NO = "Leave it"
STARTS = "First day"
ENDS = "Last day"
ENDS_HINT = "Often the day of the election itself. The last day counts."
WORDS = "Guidance, in your words"
WORDS_HINT = (
    "Short: it stands on every card. Leave it empty for ours: facts only, quote no politician, announce nothing new."
)
SAVE = "Save"
CLOSE = "Close"
HOME = "Pre-election period"
HOME_SET = "*Pre-election period:* {starts} to {ends}"
