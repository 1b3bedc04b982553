"""Being away, and being back."""

AWAY_TITLE = "I'm away"
AWAY_SUBMIT = "Save"
CANCEL = "Cancel"
AWAY_INTRO = "While you are away nothing is asked of you here, and whoever stands in is asked instead."
AWAY_FROM = "First day away"
AWAY_TO = "Last day away"
AWAY_TO_HINT = "The last day counts. You can press I'm back at any time before."
AWAY_DEPUTY = "Who stands in for you"
AWAY_DEPUTY_HINT = "Tell them first. Leave it empty where your service has its own deputies."
AWAY_CHOOSE = "Choose a colleague"
AWAY_BUTTON = "I'm away"
BACK_BUTTON = "I'm back"
HOME_AWAY = "*You are noted as away* until {until}. {deputy}"
HOME_AWAY_SOON = "*You are noted as away* from {starts} to {until}. {deputy}"
STANDS_IN = "{deputy} stands in for you."
NOBODY_STANDS_IN = "Nobody is named to stand in for you."

SAID_ON = "on {day}"
SAID_FROM = "from {day}"
SAID_UNTIL = "until {day}"
SAID_NO_END = "and I did not understand until when"
SAID_NO_START = "and I did not understand from when"
SAID_DEPUTY = "{deputy} stands in for you."
SAID_NO_DEPUTY = "Nobody is named to stand in."
SAID_ASK = "I understood that you are away {days}. {deputy} Is that right? Nothing is noted yet."
SAID_YES = "Yes, note it"
SAID_CHANGE = "Change it"
SAID_OPEN = "Open the form"
SAID_NOTED = "You are noted as away {days}, the last day included. {deputy}"
SAID_MEANS = "Nothing is asked of you here meanwhile. When you are back, one message tells you what happened."
SAID_HELD = "What is with me"
SAID_NOT_AWAY = "I'm not away"

HAND_TITLE = "Before you go"
HAND_INTRO = (
    "You are noted as away until {until}. This is still with you. Give what cannot wait to {deputy}: one press each."
)
HAND_INTRO_ALONE = "You are noted as away until {until}. This is still with you. Please hand over what cannot wait."
HAND_NOTHING = "You are noted as away until {until}. Nothing is with you that somebody else would have to take over."
HAND_DONE = "All of it is handed over. You are noted as away until {until}."
HAND_TO = "Hand to {deputy}"
OPEN = "Open"
CLOSE = "Done"
MATTER = {
    "held": "{reference}: you are dealing with it.",
    "led": "{reference}: you are its lead.",
    "leading": "{reference}: you have it for your service.",
    "task": "{reference}: there is something for you to do.",
    "signed": "{reference}: your yes is asked for.",
}
MORE = "And {count} more. They are on the Home tab."

NOT_AWAY = "You are not noted as away, so there is nothing to change."
BACK = (
    "Welcome back. You are asked again from now on, and a message tells you what happened meanwhile. "
    "If your status in Slack still says that you are away, please clear it there."
)

SINCE = "Welcome back. This is what happened while you were away, from {starts} to {ends}."
SINCE_ONE_DAY = "Welcome back. This is what happened while you were away, on {starts}."
NOTHING_HAPPENED = "Nothing that concerns you happened meanwhile."
HANDED = "*Handed to others*"
HANDED_ONE = "{reference} went to {to}."
ANSWERED = "*Answered*"
ANSWERED_ONE = "{reference} was answered by {by}."
SETTLED = "*Dealt with by others*"
SETTLED_ONE = "{reference}: {by} dealt with what you were asked."
TOLD_MORE = "And {count} more."
WAITING = "*Waiting for you now*"
WAITING_NONE = "Nothing waits for you now."
WAITING_SAID = "These wait for you: {references}."
WAITING_ONE = "{reference} waits for you."
WAITING_MORE = "The Home tab has all of it."
A_COLLEAGUE = "my deputy"
