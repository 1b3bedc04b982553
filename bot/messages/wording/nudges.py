"""Nudges: what each asks, why it asks you, and what it says once the matter is dealt with."""

from storage.kinds import Step

HAVE_IT = "I have it"
HAND_ON = "Hand to my deputy"
TAKE = "I'll take it"
OPEN = "Open"
RESPOND = "Record the response"
PICK_UP = "Pick up"
DECLINE = "Decline"

ASK = {
    Step.OFFICER_NEW: "A journalist has been in touch: {reference}. Please take it, or ask a colleague to.",
    Step.LEAD_NEW: "A journalist has been in touch about {area}: {reference}. Please say that you have it, so that the press office "
    "knows who to talk to.",
    Step.OFFICER_UNCLAIMED: "Nobody has taken {reference} yet. Please take it, or ask a colleague to.",
    Step.HEAD_UNCLAIMED: "Nobody in the press office has taken {reference} yet. Please take it, or give it to someone.",
    Step.STILL_UNTAKEN: "{reference} is still waiting for somebody to take it. Please take it, or ask a colleague to.",
    Step.LEAD_AGAIN: "{reference} still needs you. Please say that you have it, or hand it to your deputy.",
    Step.DEPUTY: "{lead} has not been free to answer about {reference}. Please say that you have it, so that the press office knows "
    "who to talk to.",
    Step.SECOND_DEPUTY: "Nobody in {area} has been free to answer about {reference} so far. Please say that you have it, so that "
    "the press office knows who to talk to.",
    Step.HEAD_UNACKNOWLEDGED: "Nobody from {area} has been free to answer about {reference}. Please ring them{phones}.",
    Step.RAISER_RING: "Nobody has been able to pick up {reference} yet. Please ring {duty} now.",
    Step.OFFICER_DEADLINE: "{reference} is due soon. If the answer has gone, please record it. If not, please send it, or tell the "
    "journalist when it comes.",
    Step.OFFICER_PASSED: "The deadline for {reference} has passed. If the answer has gone, please record it. If not, please ring the "
    "journalist.",
    Step.HEAD_PASSED: "The deadline for {reference} has passed and no answer is recorded. Please ask {officer} how it stands, or give "
    "it to someone else.",
    Step.STILL_LEAD: "You have {reference} for {area}. Are you still on it?",
    Step.LEAD_SILENT: "Your colleague who had {reference} for {area} has not been able to say how it stands. Please say that you have "
    "it, so that the press office knows who to talk to.",
    Step.STILL_OFFICER: "You have {reference}, and there are no words for it yet. Are you still on it?",
    Step.OFFICER_SILENT: "{officer} has {reference} and has not been able to say how it stands. Please see how they are, or give it to "
    "someone else.",
    Step.DRAFT_DUE: "The words for {reference} should be on their way to sign-off by now. Please draft them, or ask for sign-off.",
    Step.READY_UNSENT: "The words for {reference} are approved. Please send them to the journalist, and record the response.",
    Step.DEADLINE_SOON: "{reference} is due in a few minutes. If the answer has gone, please record it. If not, please ring the "
    "journalist now.",
    Step.NOT_CLOSED: "{reference} was answered some days ago and is still open. Please close it, if nothing more is to be done.",
    Step.STORY_ANSWER: "{reference} has waited {days} for an answer. Please pick it up, or decline it kindly.",
    Step.STORY_HEAD: "{reference} has waited {days} for an answer. Please see that its author hears today.",
}

ASK_UNTAKEN = {
    Step.OFFICER_DEADLINE: "{reference} is due soon, and nobody has taken it. Please take it, or ask a colleague to.",
    Step.DEADLINE_SOON: "{reference} is due in a few minutes, and nobody has taken it. Please ring the journalist, and take it.",
    Step.OFFICER_PASSED: "The deadline for {reference} has passed, and nobody had taken it. Please ring the journalist, and take it.",
    Step.HEAD_PASSED: "The deadline for {reference} has passed, and nobody had taken it. Please take it, or give it to someone.",
}
"""The same where there is no press officer yet, so that no answer can have gone."""

HANDED_TO_YOU = (
    "{reference} has been handed to you: a journalist has been in touch about {area}. Please say that you have it, so that the "
    "press office knows who to talk to."
)
WHY = {
    "lead": "You are asked because you lead {area}.",
    "said": "You are asked because you said that you have it.",
    "handed": "You are asked because it was handed to you.",
    "deputy": "You are asked because you are a deputy for {area}.",
    "raiser": "You are told because you raised it and it is urgent.",
    "with_you": "You are told because it is with you.",
    "officer": "You are asked because you are the press officer for {area}.",
    "on_call": "You are asked because you are on call.",
    "head": "You are asked because you head communications.",
    "stand_in": "You are asked because someone has to see to it, and this one comes to you.",
    "press_office": "You are asked because you are in the press office.",
}
STORY_WHY = {
    Step.STORY_ANSWER: "You are asked because you look after story ideas.",
    Step.STORY_HEAD: "You are asked because you head communications.",
}
PHONES = ": {phones}"
RING_THEM = "Please ring {phones}: outside their hours they want to be rung, and have not been written to."
AREA_UNKNOWN = "your service"

LATE = "This comes late: it was due {moment}, while I was away."
PRIVATE = "It is private, so nothing of it is shown here."
URGENT = "Urgent: "

SETTLED = {
    "acknowledged": "{reference}: {who} took it on for the service, {moment}.",
    "handed_on": "{reference}: {who} handed it on, {moment}.",
    "handed_to": "{reference}: {who} handed it to a colleague, {moment}.",
    "not_mine": "{reference}: {who} said that it is for someone else, {moment}.",
    "still_on_it": "{reference}: {who} answered: still on it, {moment}.",
    "claimed": "{reference}: {who} took it, {moment}.",
    "responded": "{reference}: {who} recorded the response, {moment}.",
    "closed": "{reference}: {who} closed it, {moment}.",
    "coverage_recorded": "{reference}: {who} noted what was published, {moment}.",
    "nothing_published": "{reference}: {who} noted that nothing was published, {moment}.",
    "assigned": "{reference}: {who} gave it to a press officer, {moment}.",
    "handed_over": "{reference}: {who} handed it over, {moment}.",
    "edited": "{reference}: {who} changed its details, {moment}.",
    "withdrawn": "{reference}: {who}, who raised it, took it back, {moment}.",
    "passed_on": "{reference}: this has been passed on to the next person of your service, {moment}.",
    "picked_up": "{reference}: {who} picked it up, {moment}.",
    "declined": "{reference}: {who} answered its author, {moment}.",
    "story_withdrawn": "{reference}: {who} took it back, {moment}.",
}
SETTLED_OTHER = "{reference}: this has been dealt with, {moment}."
SETTLED_YOURS = {
    "acknowledged": "The press office knows that you have it and will come to you about the words.",
    "claimed": "It is with you now. Its card is in the press office's channel.",
    "handed_on": "Your deputy is asked in your place.",
    "handed_to": "They are asked in your place.",
    "not_mine": "Someone else is asked, and the press office knows.",
    "still_on_it": "Thank you. The press office knows.",
}
SETTLED_OTHERS = "Nothing more is needed from you."
YOU = "You"
THE_LEAD = "The lead"

TOGETHER = "{count} things are waiting for you."
TOGETHER_ONE = "One of these is still waiting for you."
TOGETHER_DONE = "All of these have been dealt with."
TOGETHER_LATE = "Some of this comes late, since I was away. What was dealt with meanwhile is left out."
