"""What the comms team is asked about a story after it came in: a consent that runs out, and a story not told yet."""

from storage.kinds import Step

ASK = {
    Step.STORY_CONSENT: "A consent behind {reference} runs out on {day}. Please tell the story before then, or ask whoever sent it in "
    "whether the person agrees for longer.",
    Step.STORY_CONSENT_LAST: "A consent behind {reference} runs out on {day}. From the day after it may not be told, and where it "
    "stands already it has to come down.",
    Step.STORY_CHANGE_OF_MIND: "Somebody says that a person in {reference} may have changed their mind. It is not told until that is "
    "clear. Please ask, then press Open and say who it was, or that they still agree.",
    Step.STORY_UNTOLD: "{reference} was picked up four weeks ago and has not been told yet. Please tell it, or let its author know "
    "when it will be.",
}
STILL_THERE = (
    "Where I posted it, it is not shown for now. It still stands here: {places}. If that can be taken down until it is clear, "
    "please do."
)
WHY = "You are asked because you look after story ideas. Its author is not asked."
TOLD = "{reference} has been told, {moment}. Nothing more is needed from you."
OVER = "{reference}: this has been dealt with, {moment}. Nothing more is needed from you."
LATE = "This comes late: it was due {moment}, while I was away."
OPEN = "Open"
SOON = "a day that has been changed since"
