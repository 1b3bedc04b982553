"""The fixed words of the records: states, marks, steps, kinds. Stored as the words themselves, never renumbered."""

from enum import StrEnum


class Status(StrEnum):
    """Where an enquiry stands. See `bot.rules.moves` for what may follow what."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    AWAITING_SIGN_OFF = "awaiting_sign_off"
    READY = "ready"
    RESPONDED = "responded"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How a closed enquiry ended."""

    RESPONDED = "responded"
    NO_COMMENT_NEEDED = "no_comment_needed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    DUPLICATE = "duplicate"


class Mark(StrEnum):
    """Sensitivity marks. Any one of them, `NOT_SURE` included, makes an enquiry restricted."""

    IDENTIFIABLE = "identifiable"  # a child or family could be identified
    COURT = "court"  # court case, arrest or reporting restriction
    SEXUAL_OFFENCE = "sexual_offence"  # possible complainant of a sexual offence
    REVIEW_OR_INQUEST = "review_or_inquest"
    STAFF_NAMED = "staff_named"  # a member of staff may be named or door-stepped
    POLICE = "police"
    NOT_SURE = "not_sure"


class StoryStatus(StrEnum):
    """Where a story idea stands. An idea never closes by itself."""

    NEW = "new"
    PICKED_UP = "picked_up"
    TOLD = "told"
    DECLINED = "declined"


class Recognisable(StrEnum):
    """Can a person we support be recognised in a story, and have they agreed?"""

    NOBODY = "nobody"
    AGREED = "agreed"
    NOT_ASKED = "not_asked"


class Use(StrEnum):
    """Where a story may be told; consent is given for each use by itself."""

    COLLEAGUES = "colleagues"
    WEBSITE = "website"
    SOCIAL = "social"
    PRESS = "press"


class Subject(StrEnum):
    """What a nudge, a delivery or an audit entry is about."""

    ENQUIRY = "enquiry"
    STORY = "story"
    DIGEST = "digest"
    ORGANISATION = "organisation"
    PERSON = "person"


class Step(StrEnum):
    """The steps of nudging, each asked of one person once a round."""

    OFFICER_NEW = "officer_new"  # the officer on duty, on arrival
    LEAD_NEW = "lead_new"  # the lead, on arrival
    OFFICER_UNCLAIMED = "officer_unclaimed"  # nobody has claimed it
    HEAD_UNCLAIMED = "head_unclaimed"
    LEAD_AGAIN = "lead_again"
    DEPUTY = "deputy"
    HEAD_UNACKNOWLEDGED = "head_unacknowledged"
    RAISER_RING = "raiser_ring"  # urgent, nobody acknowledged: tell the person who raised it to ring
    OFFICER_DEADLINE = "officer_deadline"
    OFFICER_PASSED = "officer_passed"
    HEAD_PASSED = "head_passed"
    STORY_ANSWER = "story_answer"  # three working days without an answer
    STORY_HEAD = "story_head"


class NudgeState(StrEnum):
    """A nudge's life."""

    PLANNED = "planned"
    SENT = "sent"  # handed to the deliveries
    SETTLED = "settled"  # the matter was dealt with
    MOOT = "moot"  # not needed any more before it was sent


class DeliveryState(StrEnum):
    """A delivery's life."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"  # when its turn came there was nothing to say


class DeliveryKind(StrEnum):
    """What kind of message a delivery stands for; `bot.delivery` renders each with one builder."""

    ENQUIRY_CARD = "enquiry_card"  # in the triage channel (a stub there when restricted)
    RESTRICTED_CARD = "restricted_card"  # in the restricted channel
    ENQUIRY_LINE = "enquiry_line"  # one move, in the card's thread
    ENQUIRY_NEWS = "enquiry_news"  # to the person who raised it
    NUDGE = "nudge"
    STORY_CARD = "story_card"
    STORY_LINE = "story_line"
    STORY_NEWS = "story_news"  # to its author
    DIGEST = "digest"
    DIGEST_NOTE = "digest_note"  # to the comms team: no stories this week, or a day was missed
    HOME = "home"  # a person's App Home
    WARNING = "warning"  # to the press office: a message could not be delivered
    REPLY = "reply"  # an answer to a direct message to the bot


class Role(StrEnum):
    """What a person may be beside a member of staff. Leads and deputies belong to a service area."""

    PRESS_OFFICER = "press_officer"
    HEAD_OF_COMMS = "head_of_comms"
    APPROVER = "approver"
    LEGAL = "legal"
    ADMINISTRATOR = "administrator"
