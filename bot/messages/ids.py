"""The ids Slack sends back to us. Each is an enum member and never changes once shipped: messages already posted carry them.

A test asserts that each id that a builder emits is routed, and that each route can be reached.
"""

from enum import StrEnum


class Command(StrEnum):
    """Slash commands."""

    MEDIA_ENQUIRY = "/media-enquiry"
    STORY_IDEA = "/story-idea"


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
    STORY = "story_form"
    STORY_DECLINE = "story_decline_form"
    STORY_OPEN = "story_open"


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
    STORY_PICK_UP = "story_pick_up"
    STORY_DECLINE = "story_decline"
    STORY_OPEN = "story_open_button"
    NEW_ENQUIRY = "new_enquiry_button"  # opens the form: App Home, a direct message, a failed opening
    NEW_STORY = "new_story_button"
    DOOR_ENQUIRY = "door_enquiry"  # opens the form with what was written to the bot, or in the intake channel
    DOOR_STORY = "door_story"
    OFFER_NOT_NOW = "offer_not_now"
    OFFER_NEVER = "offer_never"
    OWN_MESSAGE = "own_message"  # a link to someone's own message, to take words out of it
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
    RESPONSE = "response"
    RESPONSE_TO = "response_to"
    RESPONDED_AT = "responded_at"
    OUTCOME = "outcome"
    OUTCOME_NOTE = "outcome_note"
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
