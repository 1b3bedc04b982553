"""The ids Slack sends back to us. Each is an enum member and never changes once shipped: messages already posted carry them.

A test asserts that each id that a builder emits is routed, and that each route can be reached.
"""

from enum import StrEnum


class Command(StrEnum):
    """Slash commands."""

    MEDIA_ENQUIRY = "/media-enquiry"
    STORY_IDEA = "/story-idea"
    PRESS_OFFICE = "/press-office"


class Shortcut(StrEnum):
    """Global shortcuts: the lightning button."""

    MEDIA_ENQUIRY = "media_enquiry_shortcut"
    STORY_IDEA = "story_idea_shortcut"


class MessageShortcut(StrEnum):
    """Shortcuts in a message's own menu."""

    LOG = "log_as_media_enquiry"
    SUGGEST = "suggest_as_good_news"


class View(StrEnum):
    """A modal's callback id."""

    ENQUIRY = "enquiry_form"
    ENQUIRY_MORE = "enquiry_more"
    ENQUIRY_OPEN = "enquiry_open"  # reading one; nothing to submit
    RESPOND = "respond_form"
    CLOSE = "close_form"
    STATEMENT_DRAFT = "statement_draft_form"
    STATEMENT_READ = "statement_page"  # one version and what changed in it; nothing to submit
    SIGN_OFF = "sign_off_form"
    APPROVE = "approve_form"
    APPROVE_SURE = "approve_sure_form"
    ASK_CHANGE = "ask_change_form"
    STOP = "stop_form"
    WAIVE = "waive_form"
    ASK_FACTS = "ask_facts_form"
    CHECK_FACTS = "check_facts_form"
    RESPONSE_CORRECT = "response_correct_form"
    COVERAGE = "coverage_form"
    LEARNT = "learnt_form"
    LINE_KEEP = "line_keep_form"
    LINE = "line_page"  # reading one; used from here where there is an enquiry underneath
    LINES = "lines_page"  # the list; nothing to submit
    LEAVE_OUT = "leave_out_form"
    NAME_STAFF = "name_staff_form"
    CHOOSE_TOLD = "choose_told_form"
    TELL_OTHERS = "tell_others_form"
    INVOLVED_READ = "involved_page"  # reading; nothing to submit
    TASK_READ = "task_page"  # reading; nothing to submit
    TASK_DROP = "task_drop_form"
    TASK_HAND = "task_hand_form"
    FOI = "foi_form"
    PRE_ELECTION = "pre_election_form"
    ASSIGN = "assign_form"
    EDIT = "edit_form"
    NOTE = "note_form"
    NOTE_MOVE = "note_move_form"
    NOTE_MOVED = "note_moved_page"  # reading; nothing to submit
    LINK = "link_form"
    REOPEN = "reopen_form"
    WITHDRAW = "withdraw_form"
    ROTA = "rota_page"  # reading; nothing to submit
    TURN_ADD = "turn_add_form"
    TURN_OFFER = "turn_offer_form"
    AWAY = "away_form"
    AWAY_HAND = "away_hand_page"  # what someone holds who goes away; nothing to submit
    STORY = "story_form"
    STORY_DECLINE = "story_decline_form"
    SNOOZE = "snooze_form"
    CALL_ME = "call_me_form"
    HAND_TO = "hand_to_form"
    NOT_MINE = "not_mine_form"
    SETTINGS = "settings_page"  # reading; nothing to submit
    SETTINGS_FORM = "settings_form"
    STORY_OPEN = "story_open"
    JOURNALIST_VERIFIED = "journalist_verified_form"


class Action(StrEnum):
    """Buttons and selects. A button's value is the record's id (a nudge's button: the nudge's id), never words."""

    ENQUIRY_CLAIM = "enquiry_claim"
    ENQUIRY_RESPOND = "enquiry_respond"
    ENQUIRY_CLOSE = "enquiry_close"
    ENQUIRY_OPEN = "enquiry_open_button"
    ENQUIRY_MORE = "enquiry_more_button"
    ENQUIRY_UNRESTRICT = "enquiry_unrestrict"
    NUDGE_ACKNOWLEDGE = "nudge_acknowledge"  # I have it
    NUDGE_HAND_ON = "nudge_hand_on"  # Hand to my deputy
    NUDGE_CLAIM = "nudge_claim"  # I'll take it, from an officer's nudge
    NUDGE_OPEN = "nudge_open"
    NUDGE_CALL = "nudge_call"  # Call me
    NUDGE_STILL = "nudge_still"  # Still on it
    NUDGE_MORE = "nudge_more"  # a menu: the answer, and the nudge's id
    NUDGE_UNSNOOZE = "nudge_unsnooze"
    CALL_MADE = "call_made"  # the call's id
    ANSWER_WHICH = "answer_which"  # the nudge's id, and the id of the words that answer it
    RESPONSE_CORRECT = "response_correct"
    COVERAGE_NOTE = "coverage_note"
    COVERAGE_READ = "coverage_read"  # a link: Slack opens it, and tells us
    COVERAGE_TAKE_OFF = "coverage_take_off"
    COVERAGE_NONE = "coverage_none"  # nothing was published
    LEARNT = "learnt_button"
    LINE_KEEP = "line_keep"
    LINE_OPEN = "line_open"
    LINE_USE = "line_use"
    LINE_RETIRE = "line_retire"
    LINES = "lines_button"
    LINES_BACK = "lines_back"
    LINES_MORE = "lines_more"
    STORY_PICK_UP = "story_pick_up"
    STORY_DECLINE = "story_decline"
    STORY_OPEN = "story_open_button"
    NEW_ENQUIRY = "new_enquiry_button"  # opens the form: App Home, a direct message, a failed opening
    NEW_STORY = "new_story_button"
    LIST_MORE = "list_more"  # the list's kind, where its next page starts, the id of the words looked for
    LIST_BACK = "list_back"
    BOARD_AREA = "board_area"  # App Home's board, narrowed
    BOARD_OFFICER = "board_officer"
    BOARD_STATE = "board_state"
    BOARD_NEXT = "board_next"
    BOARD_BACK = "board_back"
    JOURNALIST_VERIFY = "journalist_verify"
    DOOR_ENQUIRY = "door_enquiry"  # opens the form with what was written to the bot, or in the intake channel
    DOOR_STORY = "door_story"
    OFFER_NOT_NOW = "offer_not_now"
    OFFER_NEVER = "offer_never"
    OWN_MESSAGE = "own_message"  # a link to someone's own message, to take words out of it
    STATEMENT_DRAFT = "statement_draft"  # the value of these is the enquiry's id, where nothing else is said
    STATEMENT_MORE_ROOM = "statement_more_room"
    STATEMENT_READ = "statement_read"  # the statement's id
    SIGN_OFF_ASK = "sign_off_ask"
    SIGN_OFF_OPEN = "sign_off_open"  # the sign-off's id, as in the next three
    SIGN_OFF_CHANGE = "sign_off_change"
    SIGN_OFF_HAND_ON = "sign_off_hand_on"
    SIGN_OFF_WAIVE = "sign_off_waive"
    SIGN_OFF_STOP = "sign_off_stop"
    FACTS_ASK = "facts_ask"
    FACTS_OPEN = "facts_open"  # the fact check's id
    LEAVE_OUT = "leave_out_button"
    NAME_STAFF = "name_staff_button"
    CHOOSE_TOLD = "choose_told_button"  # its value is the id of the person's part
    TELL_OTHERS = "tell_others_button"
    INVOLVED_READ = "involved_read_button"
    TASK_READ = "task_read_button"  # the values of these are the task's id
    TASK_DONE = "task_done"
    TASK_DROP = "task_drop_button"
    TASK_HAND = "task_hand_button"
    FOI = "foi_button"
    POLITICAL = "political"
    NOT_POLITICAL = "not_political"
    PRE_ELECTION = "pre_election_button"
    PRE_ELECTION_LIFT = "pre_election_lift"
    ROTA = "rota_button"  # the page's number
    ROTA_NEXT = "rota_next"
    ROTA_BACK = "rota_back"
    TURN_ADD = "turn_add_button"
    TURN_REMOVE = "turn_remove"  # the value of these is the turn's id
    TURN_OFFER = "turn_offer_button"
    TURN_TAKE = "turn_take"  # the value of these is the offer's id
    TURN_TAKE_BACK = "turn_take_back"
    AWAY = "away_button"
    AWAY_BACK = "away_back"
    AWAY_HAND = "away_hand"  # what it is, and its id
    ENQUIRY_ASSIGN = "enquiry_assign"
    ENQUIRY_EDIT = "enquiry_edit"
    ENQUIRY_NOTE = "enquiry_note"
    NOTE_MOVE = "note_move"  # the enquiry's id and the note's, as in the next
    NOTE_REMOVED = "note_removed"
    ENQUIRY_RESTRICT = "enquiry_restrict"
    ENQUIRY_REOPEN = "enquiry_reopen"
    ENQUIRY_WITHDRAW = "enquiry_withdraw"
    ENQUIRY_LINK = "enquiry_link"
    LINK_SAME_STORY = "link_same_story"  # the other enquiry's id; pressed on the page of the one
    LINK_TAKE_OFF = "link_take_off"  # the value of these is the link's id
    LINK_USE_ANSWER = "link_use_answer"
    SETTINGS = "settings_button"  # opens the settings: App Home
    SETTINGS_LIST = "settings_list"  # another page of the settings; its name and where it starts
    SETTINGS_EDIT = "settings_edit"  # the kind of form and what it is about
    SETTINGS_REMOVE = "settings_remove"  # as above
    SETTINGS_OWN = "settings_own"  # one's own hours and number: App Home
    SETTINGS_PRACTISE = "settings_practise"  # the form, with a practice enquiry in it
    SETTINGS_FINISH = "settings_finish"  # the first steps are over
    SETTINGS_BEGIN = "settings_begin"  # nobody has set it up yet
    KNOWN_ASKER = "known_asker"  # a menu that asks us while someone types: a journalist or an outlet, and its id
    FIELD_AGAIN = "field_again"  # the same as FIELD, for an input that is to take a new value: Slack keeps what stood under the old id
    FIELD = "field"  # the one input in each input block; the block's id names the field


class Field(StrEnum):
    """Block ids of inputs: what errors are shown beside."""

    OUTLET = "outlet"
    JOURNALIST = "journalist"
    DEADLINE = "deadline"
    QUESTION = "question"
    MAY_STAY = "may_stay"  # the boxes of a form that asks whether words may stay, and the words above them
    MAY_STAY_WORDS = "may_stay_words"
    SERVICE_AREA = "service_area"
    MARKS = "marks"
    HOW_IT_CAME = "how_it_came"
    ANGLE = "angle"
    SAID_ALREADY = "said_already"
    LINKS = "links"
    WORDS_1 = "words_1"  # a statement is written in up to five boxes
    WORDS_2 = "words_2"
    WORDS_3 = "words_3"
    WORDS_4 = "words_4"
    WORDS_5 = "words_5"
    MORE_ROOM = "more_room"  # the row with the button that adds a box
    DRAFT_NOTE = "draft_note"
    APPROVERS = "approvers"
    IN_ORDER = "in_order"
    NEEDS_ALL = "needs_all"
    ANSWER_BY = "answer_by"
    CANDOUR = "candour"
    APPROVE_NOTE = "approve_note"
    CHANGE_WANTED = "change_wanted"
    STOPPED_BECAUSE = "stopped_because"
    WAIVED_BECAUSE = "waived_because"
    CHECKER = "checker"
    FACTS = "facts"
    FACTS_WRONG = "facts_wrong"
    RESPONSE = "response"
    RESPONSE_TO = "response_to"
    RESPONDED_AT = "responded_at"
    RESPONSE_2 = "response_2"  # a long answer takes several boxes
    RESPONSE_3 = "response_3"
    RESPONSE_4 = "response_4"
    RESPONSE_5 = "response_5"
    RESPONSE_WAY = "response_way"
    FAMILY_TOLD = "family_told"
    FAMILY_TOLD_BY = "family_told_by"
    FAMILY_WISH = "family_wish"
    FAMILY_NOT_TOLD_BECAUSE = "family_not_told_because"
    OVERRIDE_BECAUSE = "override_because"
    COVERAGE_LINK = "coverage_link"
    COVERAGE_TITLE = "coverage_title"
    PUBLISHED_ON = "published_on"
    TONE = "tone"
    OUR_WORDS = "our_words"
    LEARNT = "learnt"
    LINE_TOPIC = "line_topic"
    REVIEW_ON = "review_on"
    OUTCOME = "outcome"
    OUTCOME_NOTE = "outcome_note"
    EXCLUDED = "excluded"
    NAMED_PERSON = "named_person"
    TOLD_PEOPLE = "told_people"
    TOLD_BECAUSE = "told_because"
    TASK_NOTE = "task_note"
    TASK_OWNER = "task_owner"
    FOI_RECEIVED = "foi_received"
    FOI_HANDED_TO = "foi_handed_to"
    FOI_REFERENCE = "foi_reference"
    POLITICAL = "political"
    ELECTION_STARTS = "election_starts"
    ELECTION_ENDS = "election_ends"
    ELECTION_GUIDANCE = "election_guidance"
    TITLE = "title"
    WHAT_HAPPENED = "what_happened"
    CREDIT = "credit"
    WHY_IT_MATTERS = "why_it_matters"
    RECOGNISABLE = "recognisable"
    CONSENT_WHO = "consent_who"
    CONSENT_HOW = "consent_how"
    CONSENT_USES = "consent_uses"
    CONSENT_UNTIL = "consent_until"
    TELL_COLLEAGUES = "tell_colleagues"
    PHOTO = "photo"
    DECLINED_BECAUSE = "declined_because"
    SUGGESTION = "suggestion"
    TURN_KIND = "turn_kind"
    TURN_AREA = "turn_area"
    TURN_PEOPLE = "turn_people"
    TURN_FROM = "turn_from"
    TURN_LENGTH = "turn_length"
    TURN_COUNT = "turn_count"
    TURN_FOR = "turn_for"
    AWAY_FROM = "away_from"
    AWAY_TO = "away_to"
    AWAY_DEPUTY = "away_deputy"
    OFFICER = "officer"
    HAND_NOTE = "hand_note"
    SNOOZE_FOR = "snooze_for"
    SNOOZE_UNTIL = "snooze_until"
    CALL_NUMBER = "call_number"
    CALL_WHEN = "call_when"
    HAND_PERSON = "hand_person"
    WHOSE = "whose"
    TERMS = "terms"
    EMBARGO_UNTIL = "embargo_until"
    EDIT_BECAUSE = "edit_because"
    NOTE_WORDS = "note_words"
    REOPENED_BECAUSE = "reopened_because"
    WITHDRAWN_BECAUSE = "withdrawn_because"
    OTHER_CHOSEN = "other_chosen"
    OTHER_REFERENCE = "other_reference"
    LINK_KIND = "link_kind"
    NEWSROOM = "newsroom"
    SET_NAME = "set_name"  # the settings, as the rest
    SET_NATION = "set_nation"
    SET_ZONE = "set_zone"
    SET_HOURS = "set_hours"
    SET_CLOSURES = "set_closures"
    SET_TRIAGE_CHANNEL = "set_triage_channel"
    SET_RESTRICTED_CHANNEL = "set_restricted_channel"
    SET_INTAKE_CHANNEL = "set_intake_channel"
    SET_GOOD_NEWS_CHANNEL = "set_good_news_channel"
    SET_COMMS_CHANNEL = "set_comms_channel"
    SET_DANGER_NUMBER = "set_danger_number"
    SET_DUTY_NAME = "set_duty_name"
    SET_DUTY_PHONE = "set_duty_phone"
    SET_OFFICERS = "set_officers"
    SET_HEAD = "set_head"
    SET_ON_CALL = "set_on_call"
    SET_APPROVERS = "set_approvers"
    SET_LEGAL = "set_legal"
    SET_MONITORING = "set_monitoring"
    SET_ADMINISTRATORS = "set_administrators"
    SET_FOI_TEAM = "set_foi_team"
    SET_AREA_NAME = "set_area_name"
    SET_LEAD = "set_lead"
    SET_DEPUTIES = "set_deputies"
    SET_AREA_OFFICER = "set_area_officer"
    SET_PRIVATE = "set_private"
    SET_PERSON = "set_person"
    SET_PERSON_NAME = "set_person_name"
    SET_PHONE = "set_phone"
    SET_TEAM = "set_team"
    SET_REACH = "set_reach"
    SET_OWN_HOURS = "set_own_hours"
    SET_SHARE = "set_share"
    SET_FLOOR = "set_floor"
    SET_CEILING = "set_ceiling"
    SET_BEFORE = "set_before"
    SET_PROMISED = "set_promised"
    SET_OFF = "set_off"
    SET_ROUNDS = "set_rounds"
    SET_A_DAY = "set_a_day"
    SET_DIGEST_DAY = "set_digest_day"
    SET_DIGEST_TIME = "set_digest_time"
    SET_KEEP_ENQUIRIES = "set_keep_enquiries"
    SET_KEEP_STATEMENTS = "set_keep_statements"
    SET_KEEP_NOTES = "set_keep_notes"
    SET_KEEP_STORIES = "set_keep_stories"
    SET_KEEP_CONSENTS = "set_keep_consents"
    SET_KEEP_JOURNALISTS = "set_keep_journalists"
    SET_KEEP_DELIVERIES = "set_keep_deliveries"
    SET_KEEP_KEPT_WORDS = "set_keep_kept_words"
    SET_KEEPS_BY_ITSELF = "set_keeps_by_itself"
