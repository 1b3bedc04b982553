"""The first steps: what someone reads who has just added Close Ties to their workspace."""

WELCOME = "I've just been added to your workspace"
WELCOME_INTRO = (
    "Hello, I'm Close Ties. I carry two kinds of message between the people who do social care and the press office: a journalist has "
    "been in touch, and we did something good that people should hear about."
)
WELCOME_NEXT = (
    "Nobody has set me up yet. That takes about ten minutes: five small steps, and a practice at the end. You can stop after any of "
    "them. Someone who looks after this Slack workspace begins; if that is not you, please show them this page."
)
BEGIN = "Set up Close Ties"
NOBODY = "Nobody looks after Close Ties here yet, so nothing can be set up in Slack."

TITLE = "Setting up: {done} of {all} steps done"
INTRO = "About ten minutes, in any order. You can stop at any time: what is done stays done."
ALL_DONE = "Everything is in place. Thank you."
DONE = "*Done:* {step}"
TO_DO = "*To do:* {step}"
OFFICE = "Your organisation's name, and whose bank holidays it keeps"
CHANNELS = "Your channels: where the press office works, one for private enquiries, where staff ask, and where good news is told"
CHANNELS_HOW = "Make the channels in Slack as you like, and write /invite @Close Ties in each. The one for private enquiries is private."
TEAM = "Your press officers, the head of communications, and who signs words off"
AREA = "Your first service area, with its lead and someone to stand in"
NUMBERS = "The numbers to ring, for those who would rather talk"
PRACTICE = (
    "*Last, try it:* send a practice enquiry while your office is open. It goes the way of every enquiry, so tell the two people "
    "it reaches first: everyone sees that it is a practice. Press what you like"
)
PRACTICE_DO = "Send a practice enquiry"
PRACTICE_OUTLET = "Practice (no newspaper)"
PRACTICE_JOURNALIST = "Nobody, this is a practice, 01632 960 000"
PRACTICE_DEADLINE = "none given"
PRACTICE_QUESTION = (
    "This is a practice enquiry, to see how Close Ties works. No journalist has been in touch. "
    "Please press the buttons you like."
)
DO = "Do this"
LOOK = "Change"
FINISH = "We are done"
FINISH_NOTE = (
    "Then this list goes, and the practice is erased. Everything else stays in the settings, to be changed at any time."
)
FINISH_TITLE = "Is everything ready?"
FINISH_TEXT = (
    "Any practice enquiry is closed for everyone and erased, so that your figures begin with the first real one. "
    "What you have set up stays."
)
FINISH_YES = "Yes, begin"
FINISH_NO = "Not yet"
