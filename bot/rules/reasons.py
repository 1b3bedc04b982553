"""Why something is refused or decided: codes for the rules, words for them in `bot.messages`."""

from collections.abc import Mapping
from enum import StrEnum


class Reason(StrEnum):
    """Each refusal the bot knows. `bot.messages.refusals` holds a sentence for every one (a test asserts it)."""

    # who may
    NOT_PRESS_OFFICE = "not_press_office"
    NOT_YOUR_NUDGE = "not_your_nudge"
    NOT_ALLOWED_TO_READ = "not_allowed_to_read"
    NOT_YOURS = "not_yours"
    # what may follow what
    ALREADY_CLAIMED = "already_claimed"  # facts: by
    ALREADY_ACKNOWLEDGED = "already_acknowledged"  # facts: by
    ALREADY_RESPONDED = "already_responded"  # facts: by
    ALREADY_CLOSED = "already_closed"  # facts: by
    GONE_ALREADY = "gone_already"  # facts: by; whoever wants to stop words comes too late
    STOPPED_MEANWHILE = "stopped_meanwhile"  # facts: by; whoever records them does
    ALREADY_ANSWERED = "already_answered"  # a story; facts: by
    CLAIM_FIRST = "claim_first"
    RESPOND_FIRST = "respond_first"  # closing as "responded" before a response is recorded
    MARKED_SENSITIVE = "marked_sensitive"  # it cannot be opened up while a mark stands; facts: marks
    MOVE_NOT_POSSIBLE = "move_not_possible"  # facts: from, to
    NO_DEPUTY = "no_deputy"
    NOT_FOUND = "not_found"
    LIST_TOO_OLD = "list_too_old"  # the words it was looked for by are forgotten
    NOT_HEAD = "not_head"  # of communications
    SOMEONE_LEFT_OUT = "someone_left_out"  # it stays private while somebody is not to hear of it
    RAISED_IT = "raised_it"  # whoever raised it knows of it
    NOBODY_LEFT = "nobody_left"  # leaving these people out leaves nobody to deal with it
    STANDS_BACK = "stands_back"  # whoever may be named does not deal with it
    ASK_US_FIRST = "ask_us_first"  # facts: by, somebody who cannot be told just so
    ALREADY_SETTLED = "already_settled"  # a thing to do; facts: by
    MONITORING_OFFICER_FIRST = "monitoring_officer_first"  # political, before an election
    # working an enquiry
    NOT_AN_OFFICER = "not_an_officer"  # facts: by
    HAS_LEFT = "has_left"  # facts: by
    OFFICER_CHANGED = "officer_changed"  # facts: by, who has it now
    CHANGED_MEANWHILE = "changed_meanwhile"  # while the form was open
    NO_SUCH_ENQUIRY = "no_such_enquiry"
    NO_ENQUIRY_CALLED_SO = "no_enquiry_called_so"  # asked for by its reference; facts: words
    NO_SUCH_STORY = "no_such_story"  # facts: reference
    ITSELF = "itself"  # an enquiry linked with itself
    LINKED_ALREADY = "linked_already"
    NO_ANSWER_THERE = "no_answer_there"  # the other enquiry has none to use
    ANSWER_PRIVATE = "answer_private"  # the other enquiry is private, this one is not
    # statements and sign-off
    DRAFT_FIRST = "draft_first"  # nothing to ask about yet
    NEWER_VERSION = "newer_version"  # facts: by, version
    NOT_SIGNED_OFF = "not_signed_off"
    YES_WAS_FOR_ANOTHER = "yes_was_for_another"  # an answer has gone, and another needs a yes of its own
    NOT_THE_APPROVED_WORDS = "not_the_approved_words"  # facts: version
    ONLY_HEAD_OVERRIDES = "only_head_overrides"
    LEGAL_FIRST = "legal_first"  # legal's part is never overridden
    NEEDS_LEAD = "needs_lead"
    NEEDS_SECOND = "needs_second"
    NEEDS_LEGAL = "needs_legal"
    OWN_WORDS = "own_words"  # facts: by
    CANNOT_BE_ASKED = "cannot_be_asked"  # facts: by
    NOT_YOUR_TURN = "not_your_turn"
    CHANGE_WAS_ASKED = "change_was_asked"  # facts: by
    WAS_STOPPED = "was_stopped"  # facts: by
    NOT_ASKED_ANY_MORE = "not_asked_any_more"
    CHECKED_ALREADY = "checked_already"
    NOT_YOURS_TO_STOP = "not_yours_to_stop"
    NOTHING_TO_STOP = "nothing_to_stop"
    ONLY_LEGAL_WAIVES = "only_legal_waives"
    # answering a nudge
    SNOOZE_TOO_LATE = "snooze_too_late"  # facts: limit, until when it can wait
    CANNOT_WAIT = "cannot_wait"
    NOT_KNOWN_HERE = "not_known_here"  # facts: by
    NOBODY_AFTER_YOU = "nobody_after_you"
    NOT_A_NUMBER = "not_a_number"
    TIME_NOT_UNDERSTOOD = "time_not_understood"
    TO_YOURSELF = "to_yourself"
    # the rota, and being away
    NOT_ROTA_KEEPER = "not_rota_keeper"
    NOT_YOUR_ROTA_TURN = "not_your_rota_turn"
    NOT_ON_ROTA = "not_on_rota"  # facts: by
    ON_CALL_THEN = "on_call_then"  # facts: by; they have a turn at that time
    TURN_OVER = "turn_over"
    TURN_TAKEN = "turn_taken"  # facts: by
    OFFER_GONE = "offer_gone"
    OFFERED_TO_OTHER = "offered_to_other"
    NOT_A_COUNT = "not_a_count"  # facts: limit
    AWAY_TOO_LONG = "away_too_long"
    OWN_DEPUTY = "own_deputy"
    # the digest
    DIGEST_OUT = "digest_out"  # it has gone out
    DIGEST_OVER = "digest_over"  # it did not go out, and its stories went on to the next
    BESIDE_PRIVATE = "beside_private"  # whoever is asked would learn that there is something
    NOT_IN_DIGEST = "not_in_digest"  # the story is not in it any more
    NO_STORIES = "no_stories"  # there is nothing in it to be sent
    GOOD_NEWS_PAUSED = "good_news_paused"  # facts: by
    # at a field
    DEADLINE_PASSED = "deadline_passed"
    DEADLINE_NOT_UNDERSTOOD = "deadline_not_understood"
    ANSWER_TIME_PASSED = "answer_time_passed"  # a colleague is to answer by a time that is over
    ANSWER_TOO_LATE = "answer_too_late"  # facts: deadline; a colleague would answer after it
    NO_WAY_TO_REACH = "no_way_to_reach"
    TOO_LONG = "too_long"  # facts: limit
    TOO_MANY_PICTURES = "too_many_pictures"  # facts: limit
    SHARE_ANSWERED = "share_answered"  # facts: by
    SHARE_TAKEN_BACK = "share_taken_back"
    SHARE_YOUR_OWN = "share_your_own"  # a second pair of eyes answers
    SHARE_NOT_AGREED = "share_not_agreed"  # someone is in it who has not agreed
    SHARE_NOT_GREEN = "share_not_green"
    SHARE_EMPTIED = "share_emptied"
    RULE_BOUND = "rule_bound"  # a light below what a rule may be set to
    RULE_ANSWERED = "rule_answered"  # facts: by
    NOT_JOINT = "not_joint"  # of the joint group
    SENT_ALREADY = "sent_already"  # a draft that was sent meanwhile
    STORY_WITHDRAWN = "story_withdrawn"  # its author has taken it back
    MISSING = "missing"
    PERSONAL_DATA = "personal_data"  # facts: words, kinds
    CONSENT_NEEDED = "consent_needed"
    FULL_NAME = "full_name"  # facts: words; initials or a role are enough
    CONSENT_OVER = "consent_over"  # it was withdrawn, or another took its place
    CONSENT_STANDS = "consent_stands"  # told of already: it can be taken back, not removed
    DATE_PASSED = "date_passed"
    ENDS_BEFORE = "ends_before"  # a period that ends before it starts
    PERIOD_TOO_LONG = "period_too_long"
    TIME_AHEAD = "time_ahead"  # something said to have happened lies ahead
    TICK_TOO = "tick_too"  # why was said, and the box above was not ticked
    DAY_AHEAD = "day_ahead"  # a day on which something is said to have happened lies ahead
    LINK_OR_HEADLINE = "link_or_headline"
    NEWER_WORDS = "newer_words"  # facts: by, version
    NOT_A_LINK = "not_a_link"
    # telling a story
    STORY_EMPTIED = "story_emptied"
    STORY_OVER = "story_over"  # taken back, or joined with another
    SECOND_PAIR_OF_EYES = "second_pair_of_eyes"  # who picked it up or wrote it cannot be the second
    ANSWERED_QUESTION = "answered_question"  # facts: by
    TELL_HELD = "tell_held"
    TELL_NOT_ASKED = "tell_not_asked"
    TELL_WITHDRAWN = "tell_withdrawn"
    TELL_RUN_OUT = "tell_run_out"
    TELL_NOT_FOR_THIS = "tell_not_for_this"  # facts: use
    TELL_CONSENT_LACKS = "tell_consent_lacks"
    TELL_NOT_SEEN = "tell_not_seen"
    TELL_LOOK_FIRST = "tell_look_first"
    TELL_NOT_FRESH = "tell_not_fresh"
    NOT_ALIKE = "not_alike"  # the two ideas cannot be joined
    NOTED_ALREADY = "noted_already"  # the same published piece
    PUBLISHED_ALREADY = "published_already"  # "nothing was published", but a piece is noted
    REVIEW_TOO_FAR = "review_too_far"  # a line's review date
    NO_RESPONSE_YET = "no_response_yet"  # correcting, or noting coverage, before an answer is recorded
    NOT_APPROVED = "not_approved"  # only an approved statement can be kept as a line
    LINE_STALE = "line_stale"  # past its review date, and not signed off
    LINE_RETIRED = "line_retired"  # facts: by
    LINE_PRIVATE = "line_private"  # a line from a private enquiry, in one that is not
    # the settings
    NOT_ADMINISTRATOR = "not_administrator"  # facts: by, one who may
    NOT_WORKSPACE_ADMIN = "not_workspace_admin"  # nobody has set it up yet, and this person may not begin
    NEEDS_ADMINISTRATOR = "needs_administrator"  # the last one cannot be taken away
    HOURS_NOT_UNDERSTOOD = "hours_not_understood"  # facts: words
    DAY_NOT_UNDERSTOOD = "day_not_understood"  # facts: words
    HOUR_SKIPPED = "hour_skipped"  # the hour that the clocks skip or repeat
    EMOJI_NOT_UNDERSTOOD = "emoji_not_understood"
    PERIOD_NOT_UNDERSTOOD = "period_not_understood"
    NUMBER_BETWEEN = "number_between"  # facts: least, limit
    LESS_THAN_LEAST = "less_than_least"  # a ceiling below its floor
    CHANNEL_TWICE = "channel_twice"  # the restricted channel serves for something else too
    TOLD_THERE_ALREADY = "told_there_already"  # a service's own good news, in the channel that has all of it
    VOICE_NOT_UNDERSTOOD = "voice_not_understood"  # facts: words
    CHANNEL_NOT_FIT = "channel_not_fit"  # facts: words
    LEAD_TWICE = "lead_twice"  # a lead among their own deputies
    KNOWN_ALREADY = "known_already"  # facts: by
    NO_NUMBER_TO_RING = "no_number_to_ring"
    STILL_COUNTED_ON = "still_counted_on"  # facts: by
    STILL_OPEN_THERE = "still_open_there"  # a service area with open enquiries
    A_BOT = "a_bot"
    A_GUEST = "a_guest"  # facts: by
    SLACK_SILENT = "slack_silent"
    # the house
    NOT_SET_UP = "not_set_up"
    CANNOT_SAVE = "cannot_save"  # facts: reference


class Refused(Exception):  # noqa: N818 - it is a kind answer, not an error
    """A verb says no. `reason` for the words, `facts` for what they name (people as Slack ids, moments as aware datetimes)."""

    def __init__(self, reason: Reason, **facts: object) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.facts: Mapping[str, object] = facts


class FormRefused(Exception):  # noqa: N818
    """A form cannot be saved as it is: field (a block id) to the reason and what it names."""

    def __init__(self, problems: Mapping[str, Refused]) -> None:
        super().__init__(", ".join(f"{field}: {refused.reason}" for field, refused in problems.items()))
        self.problems = problems
