"""What things are called: states, outcomes, marks, uses."""

from storage.kinds import DeliveryKind, Mark, Outcome, Recognisable, Status, StoryStatus, Use

STATUS = {
    Status.NEW: "New: nobody has taken it yet",
    Status.IN_PROGRESS: "A press officer is working on it",
    Status.AWAITING_SIGN_OFF: "Waiting for sign-off",
    Status.READY: "Approved, not sent yet",
    Status.RESPONDED: "Answered",
    Status.CLOSED: "Closed",
}

OUTCOME = {
    Outcome.RESPONDED: "We answered",
    Outcome.NO_COMMENT_NEEDED: "No comment was needed",
    Outcome.DECLINED: "We declined to comment",
    Outcome.WITHDRAWN: "The journalist withdrew it",
    Outcome.DUPLICATE: "It is a duplicate of another enquiry",
    Outcome.TAKEN_BACK: "The person who raised it took it back",
}

MARK = {
    Mark.IDENTIFIABLE: "A child or family could be identified",
    Mark.COURT: "A court case, an arrest or a reporting restriction",
    Mark.SEXUAL_OFFENCE: "Someone may be the complainant of a sexual offence",
    Mark.REVIEW_OR_INQUEST: "A safeguarding review or an inquest",
    Mark.STAFF_NAMED: "A member of staff may be named or visited",
    Mark.POLICE: "The police are involved",
    Mark.NOT_SURE: "I am not sure",
}

YOU = "You"
STORY_STATUS = {
    StoryStatus.DRAFT: "A draft, seen by its authors alone",
    StoryStatus.NEW: "Waiting for the press office",
    StoryStatus.PICKED_UP: "Picked up",
    StoryStatus.TOLD: "Told",
    StoryStatus.DECLINED: "Not this time",
    StoryStatus.WITHDRAWN: "Taken back by its author",
    StoryStatus.JOINED: "Joined with another idea",
}

RECOGNISABLE = {
    Recognisable.NOBODY: "No: nobody we support can be recognised",
    Recognisable.AGREED: "Yes, and they have agreed",
    Recognisable.NOT_ASKED: "Yes, and they have not been asked yet",
}

USE = {
    Use.COLLEAGUES: "Told to colleagues",
    Use.WEBSITE: "On our website",
    Use.SOCIAL: "On social media",
    Use.PRESS: "Given to the press",
}

DELIVERY = {
    DeliveryKind.ENQUIRY_CARD: "The card",
    DeliveryKind.RESTRICTED_CARD: "The restricted card",
    DeliveryKind.ENQUIRY_LINE: "A line in the thread",
    DeliveryKind.ENQUIRY_NEWS: "News for the person who raised it",
    DeliveryKind.PREFLIGHT: "What wants mending before it is needed",
    DeliveryKind.CALL: "a request to ring someone",
    DeliveryKind.NUDGE: "A nudge",
    DeliveryKind.INVOLVED: "A word to someone who may be named",
    DeliveryKind.STORY_CARD: "The story's card",
    DeliveryKind.STORY_LINE: "A line in the story's thread",
    DeliveryKind.STORY_NEWS: "News for the story's author",
    DeliveryKind.CONSENT_NEWS: "A word to the story's authors about an agreement",
    DeliveryKind.EASY_PAGE: "The easy words as a page to print",
    DeliveryKind.PICTURES: "A word about a story's pictures",
    DeliveryKind.REACTED: "A question to someone whose message was liked",
    DeliveryKind.STORY_QUESTION: "A question about a story, or its answer",
    DeliveryKind.SHARE_CARD: "The card of a question about sharing",
    DeliveryKind.SHARE_NEWS: "The answer to a question about sharing",
    DeliveryKind.JOINT_NEWS: "A word to someone whom a rule got in the way of",
    DeliveryKind.DIGEST: "The weekly digest",
    DeliveryKind.DIGEST_PART: "The end of the weekly digest",
    DeliveryKind.DIGEST_PREVIEW: "The preview of the weekly digest",
    DeliveryKind.DIGEST_PREVIEW_PART: "The end of the preview of the weekly digest",
    DeliveryKind.DIGEST_ASK: "A question to a lead for a good story",
    DeliveryKind.DIGEST_NOTE: "A note about the weekly digest",
    DeliveryKind.DIGEST_MAIL: "The weekly digest as files",
    DeliveryKind.EDITION: "An edition of the good news",
    DeliveryKind.BEST_OF: "The question which good news was the best of a month",
    DeliveryKind.BALANCE: "Stories beside enquiries, as files",
    DeliveryKind.HOME: "Someone's home page",
    DeliveryKind.WARNING: "A warning",
    DeliveryKind.REPLY: "An answer to a direct message",
    DeliveryKind.ANSWER: "An answer to a mention",
    DeliveryKind.OFFER: "An offer to log a message",
    DeliveryKind.TAKE_OUT: "A word about someone's details in a message",
    DeliveryKind.REMOVE: "A word about messages to remove",
    DeliveryKind.ROTA: "A word about the rota",
    DeliveryKind.SUMMARY: "A summary of what waits",
    DeliveryKind.ABSENCE: "What happened while someone was away",
}
