"""Greetings, mishaps and the home page."""

NEW_ENQUIRY = "New media enquiry"
NEW_STORY = "New story idea"

GREETING = "Hello. I carry messages between you and the press office of {organisation}."

CANNOT_SAVE = (
    "This could not be saved just now. What you wrote is still here: please try again in a minute. "
    "If it is urgent, ring the press office{duty}. The reference is {reference}."
)
CANNOT_DO = (
    "This could not be done just now, and nothing has changed. Please try again in a minute. "
    "If it is urgent, ring the press office{duty}. The reference is {reference}."
)
WENT_WRONG = (
    "Sorry, something went wrong on our side. Please try again in a minute. If it is urgent, ring the press office{duty}. "
    "If you tell us about it, the reference is {reference}."
)
FORM_FAILED = (
    "Sorry, the form did not open. Your words are safe: press the button to open it again. If it is urgent, "
    "ring the press office{duty}. The reference is {reference}."
)
OPEN_AGAIN = "Open the form again"

UNDELIVERED = "{what}{reference} could not be delivered to {place}: {why}. Please reach them another way."
UNDELIVERED_REASON = {
    "missing_scope": "the app must be installed again before it may do that",
    "is_archived": "the channel has been archived",
    "channel_not_found": "I cannot see that channel",
    "not_in_channel": "I am not in that channel",
    "user_not_found": "there is no such person in Slack",
    "user_disabled": "their Slack account is switched off",
    "account_inactive": "their Slack account is switched off",
    "cannot_dm_bot": "it is not a person's account",
    "restricted_action": "that channel does not let me post",
}
UNDELIVERED_OTHER = "Slack did not accept it"

HOME_HELLO = "*The press office is here for you.* A journalist has been in touch, or something good happened? Tell us."
HOME_MINE = "My media enquiries"
HOME_NO_ENQUIRIES = "You have not sent in any enquiries."
HOME_IDEAS = "My story ideas"
HOME_NO_IDEAS = "You have not sent in any story ideas. We would love to hear one."
HOME_OPEN = "Open enquiries, the most pressing first"
HOME_NONE_OPEN = "No enquiry is open."
HOME_MORE = "and {count} more"
HOME_MORE_MINE = "To see them all, type: /media-enquiry mine"
RESTRICTED = "Private: press Open to read it"
OPEN = "Open"
HOME_DUTY = "*Rather talk?* Ring {duty}."
HOME_YOUR_OFFICER = "The press officer for {area} is {officer}."
