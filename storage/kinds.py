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
    TAKEN_BACK = "taken_back"  # by the person who raised it


class Terms(StrEnum):
    """On what terms a journalist and the press office speak."""

    REPORTABLE = "reportable"
    NOT_FOR_ATTRIBUTION = "not_for_attribution"
    EMBARGOED = "embargoed"  # until `embargo_until`


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

    DRAFT = "draft"  # its author's alone, until it is sent in
    NEW = "new"
    PICKED_UP = "picked_up"
    TOLD = "told"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"  # by its author
    JOINED = "joined"  # with another idea, which goes on


class Recognisable(StrEnum):
    """Can a person we support be recognised in a story, and have they agreed?"""

    NOBODY = "nobody"
    AGREED = "agreed"
    NOT_ASKED = "not_asked"


class DecidedBy(StrEnum):
    """Who decided that a person may be recognised. The reasoning stays in the case file."""

    THEMSELVES = "themselves"
    BEST_INTERESTS = "best_interests"  # they cannot decide: someone did in their best interests
    PARENTAL = "parental"  # whoever holds parental responsibility
    DELEGATED = "delegated"  # whoever holds delegated authority


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
    SIGN_OFF = "sign_off"
    FACT_CHECK = "fact_check"
    TASK = "task"
    CALL = "call"  # somebody of the service would like to be rung
    LINE = "line"
    JOURNALIST = "journalist"
    QUESTION = "question"  # asked of a story's author
    TAKE_DOWN = "take_down"  # somewhere a story must be taken down
    SHARE = "share"  # can I share this?
    JOINT = "joint"  # a rule that got in someone's way
    EDITION = "edition"  # a service area's own good news, or a month's best


class Step(StrEnum):
    """The steps of nudging, each asked of one person once a round."""

    OFFICER_NEW = "officer_new"  # the officer on duty, on arrival
    LEAD_NEW = "lead_new"  # the lead, on arrival
    OFFICER_UNCLAIMED = "officer_unclaimed"  # nobody has claimed it
    HEAD_UNCLAIMED = "head_unclaimed"
    STILL_UNTAKEN = "still_untaken"  # urgent, and nobody has claimed it by the morning, or by the next turn
    LEAD_AGAIN = "lead_again"
    DEPUTY = "deputy"
    SECOND_DEPUTY = "second_deputy"
    HEAD_UNACKNOWLEDGED = "head_unacknowledged"
    STILL_LEAD = "still_on_it_lead"  # the lead has it, and nothing has moved since
    LEAD_SILENT = "lead_silent"  # ... and did not answer: the next of the service
    STILL_OFFICER = "still_on_it_officer"
    OFFICER_SILENT = "officer_silent"  # ... and did not answer: the head of communications
    DRAFT_DUE = "draft_due"  # the officer: the words should be on their way to sign-off
    READY_UNSENT = "ready_unsent"  # the officer: approved, and not sent
    DEADLINE_SOON = "deadline_soon"  # a quarter of an hour before
    NOT_CLOSED = "not_closed"  # answered three working days ago, and still open
    RAISER_RING = "raiser_ring"  # urgent, nobody acknowledged: tell the person who raised it to ring
    OFFICER_DEADLINE = "officer_deadline"
    OFFICER_PASSED = "officer_passed"
    HEAD_PASSED = "head_passed"
    ASSIGNED = "assigned"  # the press officer it was given to, or handed over to
    SIGN_OFF = "sign_off"  # an approver, for one version of a statement
    SIGN_OFF_AGAIN = "sign_off_again"
    SIGN_OFF_LATE = "sign_off_late"  # the officer: an approver has not answered, a deputy could be asked
    FACT_CHECK = "fact_check"  # the person who knows the case
    FACT_CHECK_AGAIN = "fact_check_again"
    FACT_CHECK_LATE = "fact_check_late"  # the officer: nobody has checked the facts, somebody else could
    FACTS_ANSWERED = "facts_answered"  # the officer hears what the person who knows the case said
    CHANGE_ASKED = "change_asked"  # the officer hears what an approver wants changed
    STOPPED = "stopped"  # everyone who was asked hears that the facts have changed
    NEEDS_MORE = "needs_more"  # the officer: a mark has come, and someone else's yes is needed now
    READY_TO_SEND = "ready_to_send"  # the officer: every yes stands
    TASK = "task"  # a welfare step, or another thing someone has to do
    TASK_AGAIN = "task_again"
    CALL = "call"  # the officer: somebody is waiting to be rung
    CALL_AGAIN = "call_again"
    COVERAGE = "coverage"  # answered, but nobody has noted what was published
    STORY_ANSWER = "story_answer"  # three working days without an answer
    STORY_HEAD = "story_head"
    STORY_CONSENT = "story_consent"  # a consent runs out in fourteen days
    STORY_CONSENT_LAST = "story_consent_last"  # ... in three
    DIGEST_WAITS = "digest_waits"  # nobody has said a word about the digest, and its hour is near
    STORY_UNTOLD = "story_untold"  # picked up four weeks ago, and not told
    STORY_QUESTION_OPEN = "story_question_open"  # whoever asked: its authors have not answered
    STORY_CHANGE_OF_MIND = "story_change_of_mind"  # somebody says that a person in it does not agree any more
    TAKE_DOWN = "take_down"  # whoever told a story somewhere: it must come down
    TAKE_DOWN_AGAIN = "take_down_again"
    TAKE_DOWN_HEAD = "take_down_head"  # a working day later, the head of communications
    SHARE_ANSWER = "share_answer"  # the press office: half of the time for an answer has gone
    SHARE_HEAD = "share_head"  # ... and all of it: the head of communications
    CHANGE_NEW = "change_new"  # whoever owns an idea for the organisation
    CHANGE_AGAIN = "change_again"
    CHANGE_HEAD = "change_head"
    JOINT_NEW = "joint_new"  # everyone of the joint group: a rule got in someone's way
    JOINT_HEAD = "joint_head"  # nobody of it has answered: the head of communications


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
    CALL = "call"  # to a press officer: someone would like to be rung
    INVOLVED = "involved"  # to someone who may be named, or whom they chose to have told
    STORY_CARD = "story_card"
    STORY_LINE = "story_line"
    STORY_NEWS = "story_news"  # to its author
    CONSENT_NEWS = "consent_news"  # to its authors: what became of a consent
    EASY_PAGE = "easy_page"  # easy words to ask with, as a page to print
    PICTURES = "pictures"  # to a story's author, where one of its pictures cannot be shown
    REACTED = "reacted"  # to whoever wrote a message that a colleague liked
    STORY_QUESTION = "story_question"  # to its authors: something is asked; and to who asked, once it is answered
    SHARE_CARD = "share_card"  # a question about sharing, in the comms channel
    SHARE_NEWS = "share_news"  # to whoever asked it
    JOINT_NEWS = "joint_news"  # to whoever a rule got in the way of
    DIGEST = "digest"
    DIGEST_PART = "digest_part"  # what did not fit into the post, in its thread
    DIGEST_PREVIEW = "digest_preview"  # to the comms team, the day before
    DIGEST_PREVIEW_PART = "digest_preview_part"
    DIGEST_ASK = "digest_ask"  # to a lead whose service has not been heard of for long
    DIGEST_NOTE = "digest_note"  # to the comms team: no stories this week, or a day was missed
    DIGEST_MAIL = "digest_mail"  # the same as files, for colleagues without Slack
    EDITION = "edition"  # a service area's own good news, or a month's best
    BEST_OF = "best_of"  # to the comms team: which were the best of a month?
    BALANCE = "balance"  # to whoever asked: stories beside enquiries, as files
    HOME = "home"  # a person's App Home
    PREFLIGHT = "preflight"  # to the press office: what wants mending before it is needed
    WARNING = "warning"  # to the press office: a message could not be delivered
    REPLY = "reply"  # an answer to a direct message to the bot
    ANSWER = "answer"  # to a mention of the bot, seen by one person in the channel
    OFFER = "offer"  # in the intake channel, seen by one person
    TAKE_OUT = "take_out"  # to someone whose message holds a person's details
    ROTA = "rota"  # a turn offered or taken, or what is missing on the rota
    SUMMARY = "summary"  # a morning, an evening, a lead's day, a week
    ABSENCE = "absence"  # to someone who is back: what happened meanwhile
    REMOVE = "remove"  # to someone who wrote about a private enquiry where others read it


class SignOffPart(StrEnum):
    """For what part a person's yes is asked. `LEGAL` can only be waived by legal."""

    LEAD = "lead"
    SECOND = "second"  # the second approver of a restricted enquiry
    LEGAL = "legal"
    EXTRA = "extra"  # someone else whom the press officer chose


class SignOffState(StrEnum):
    """A sign-off's life. What was asked of one version never counts for another."""

    WAITING = "waiting"  # its turn has not come
    ASKED = "asked"
    APPROVED = "approved"
    CHANGE_ASKED = "change_asked"
    HANDED_ON = "handed_on"  # a new row asks the deputy, `for_whom` this one
    WAIVED = "waived"  # legal said that legal is not needed
    VOIDED = "voided"  # the facts changed, or a newer version took its place


class CheckState(StrEnum):
    """A fact check's life."""

    ASKED = "asked"
    CORRECT = "correct"
    WRONG = "wrong"  # with what is wrong
    DROPPED = "dropped"


class Part(StrEnum):
    """What someone is to a matter. `EXCLUDED` hears nothing of it, silently."""

    EXCLUDED = "excluded"
    MAY_BE_NAMED = "may_be_named"  # a member of staff who may be named or door-stepped
    TOLD = "told"  # someone whom the person who may be named chose to have told
    WAS_NAMED = "was_named"  # it was a mistake, and they were told so
    WAS_TOLD = "was_told"  # of that mistake; they were told so too


class TaskKind(StrEnum):
    """What there is to do beside the answer itself."""

    TELL_FIRST = "tell_first"  # tell the person who may be named, before anyone else
    TELL_MANAGER = "tell_manager"
    SECURITY = "security"
    CHECK_IN = "check_in"  # after the coverage
    TELL_FAMILY = "tell_family"
    FOI = "foi"  # hand the written question over
    MONITORING_OFFICER = "monitoring_officer"  # political, in the pre-election period
    REPLACE = "replace"  # an approver, officer or lead has left


class TaskState(StrEnum):
    """A task's life."""

    OPEN = "open"
    DONE = "done"
    NOT_NEEDED = "not_needed"  # with a reason


class LinkKind(StrEnum):
    """How two enquiries hang together."""

    DUPLICATE = "duplicate"  # closed in favour of the other
    SAME_STORY = "same_story"  # another reporter, the same story


class Tone(StrEnum):
    """How coverage reads."""

    FAIR = "fair"
    MIXED = "mixed"
    CRITICAL = "critical"
    WARM = "warm"


class Told(StrEnum):
    """Whether the person or family concerned was told before a restricted response went out."""

    YES = "yes"
    NO = "no"  # with a reason
    NOBODY_CONCERNED = "nobody_concerned"


class Teller(StrEnum):
    """Who told the person or family concerned: a role, never a name."""

    SOCIAL_WORKER = "social_worker"
    TEAM_MANAGER = "team_manager"
    HEAD_OF_SERVICE = "head_of_service"
    KEY_WORKER = "key_worker"
    FAMILY_LIAISON = "family_liaison"
    ADVOCATE = "advocate"
    PRESS_OFFICE = "press_office"
    OTHER = "other"


class Way(StrEnum):
    """How an answer reached the journalist."""

    EMAIL = "email"
    TELEPHONE = "telephone"
    IN_PERSON = "in_person"
    SOCIAL_MEDIA = "social_media"


class RotaKind(StrEnum):
    """What a turn of the rota is for."""

    PRESS = "press"  # the press officer on call
    LEAD = "lead"  # the duty lead


class SwapState(StrEnum):
    """An offered turn's life."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    TAKEN_BACK = "taken_back"
    DECLINED = "declined"  # by the one person who was asked
    EXPIRED = "expired"  # the turn began, and nobody had taken it


class Reach(StrEnum):
    """How someone wants to be reached about what is urgent outside their hours."""

    SLACK = "slack"
    PHONE = "phone"  # the officer rings them


class Role(StrEnum):
    """What a person may be beside a member of staff. Leads and deputies belong to a service area."""

    PRESS_OFFICER = "press_officer"
    HEAD_OF_COMMS = "head_of_comms"
    APPROVER = "approver"
    LEGAL = "legal"
    ADMINISTRATOR = "administrator"
    MONITORING_OFFICER = "monitoring_officer"  # answers for what is lawful, in the pre-election period above all


class ShareKind(StrEnum):
    """What somebody asks to be allowed, or to be heard on."""

    SHARE = "share"  # can I share this?
    SPEAK = "speak"  # may I speak?
    CHANGE = "change"  # we should change...


class Light(StrEnum):
    """The plain answer to *can I share this?*"""

    GREEN = "green"
    AMBER = "amber"  # the press office answers by a stated time
    RED = "red"  # not yet


class ShareState(StrEnum):
    """Where a question about sharing stands."""

    OPEN = "open"  # the press office, or an idea's owner, owes an answer
    ANSWERED = "answered"
    TOLD = "told"  # it was shared
    TAKEN_BACK = "taken_back"  # by whoever asked
