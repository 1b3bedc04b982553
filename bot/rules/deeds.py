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
    DRAFT = "drafted"  # a version of a statement
    ASK_FACTS = "facts_asked"
    CHECK_FACTS = "facts_checked"
    ASK_SIGN_OFF = "sign_off_asked"
    PASS_ON = "sign_off_handed_on"  # noqa: S105 - no password
    WAIVE = "sign_off_waived"
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
    VERIFY_JOURNALIST = "journalist_verified"
    UNRESTRICT = "unrestricted"
    READ = "opened"
    SEND_IN = "sent_in"  # a story idea
    PICK_UP = "picked_up"
    DECLINE = "declined"
    READ_STORY = "story_opened"
    ASK_AUTHOR = "author_asked"
    ANSWER_QUESTION = "question_answered"  # by an author
    TELL_HERE = "told_here"
    LOOK_TOO = "looked_too"  # the second pair of eyes
    SET_THEME = "theme_set"
    JOIN_STORIES = "joined"
    ASK_AFRESH = "asked_afresh"  # for use beside a headline, the people in it are asked anew
    SEE_BANK = "bank_seen"  # the stories to offer a journalist or a councillor
    KEEP_DRAFT = "draft_kept"  # a story idea put aside, seen by its authors alone
    CHANGE_STORY = "story_changed"  # by one of its authors, until it is answered
    WITHDRAW_STORY = "story_withdrawn"  # by one of its authors, whenever they want
    LEAVE_OUT = "left_out"  # someone hears nothing of it, or does again
    NAME_STAFF = "staff_named"  # a colleague may be named or visited
    CHOOSE_TOLD = "told_chosen"  # the person who may be named chose who else is told
    TELL_OTHERS = "others_told"  # for someone's safety, without their choosing
    FINISH_TASK = "task_done"
    DROP_TASK = "task_not_needed"
    HAND_TASK = "task_handed_on"
    TREAT_AS_FOI = "treated_as_foi"
    MARK_POLITICAL = "marked_political"
    SET_PRE_ELECTION = "pre_election_set"
    ASSIGN = "assigned"  # given to a press officer
    HAND_OVER = "handed_over"  # by the press officer who had it
    EDIT = "edited"
    NOTE = "noted"  # a note for those who deal with it
    RESTRICT = "made_private"
    LINK = "linked"
    UNLINK = "unlinked"
    USE_ANSWER = "answer_used"  # what another reporter was told
    WITHDRAW = "withdrawn"  # by the person who raised it
    SET_UP = "set_up"  # the organisation's own settings
    STILL_ON_IT = "still_on_it"
    HAND_TO = "handed_to"  # someone else than the next deputy
    NOT_MINE = "not_mine"
    SNOOZE = "snoozed"
    UNSNOOZE = "snooze_taken_back"
    ASK_CALL = "call_asked"
    MAKE_CALL = "call_made"
    KEEP_ROTA = "rota_kept"  # turns added or removed
