"""The deeds people do: one word for each, shared by permissions, moves, nudging and the audit trail."""

from enum import StrEnum


class Deed(StrEnum):
    """What someone does to a record. The value is the word in the audit trail and in a settled nudge."""

    RECORD = "recorded"
    AMEND = "amended"
    ADD_MORE = "more_added"
    CLAIM = "claimed"
    ACKNOWLEDGE = "acknowledged"
    HAND_ON = "handed_on"
    ASK_SIGN_OFF = "sign_off_asked"
    ASK_CHANGE = "change_asked"
    APPROVE = "approved"
    VOID_APPROVAL = "approval_voided"
    RESPOND = "responded"
    CORRECT_RESPONSE = "response_corrected"
    RECORD_COVERAGE = "coverage_recorded"
    TAKE_OFF_COVERAGE = "coverage_taken_off"
    NOTHING_PUBLISHED = "nothing_published"
    NOTE_LEARNT = "learnt_noted"
    KEEP_LINE = "line_kept"
    USE_LINE = "line_used"
    RETIRE_LINE = "line_retired"
    READ_LINES = "lines_read"
    CLOSE = "closed"
    REOPEN = "reopened"
    UNRESTRICT = "unrestricted"
    READ = "opened"
    SEND_IN = "sent_in"  # a story idea
    PICK_UP = "picked_up"
    DECLINE = "declined"
    READ_STORY = "story_opened"
    SET_UP = "set_up"  # the organisation's own settings
