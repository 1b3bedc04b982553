"""Sending a story idea: what the form asks beside its first questions, drafts, authors, pictures, taking one back."""

from storage.kinds import Use

TELL_WHERE = "Where might it be told?"
TELL_WHERE_HINT = "What you would like. Nothing is told anywhere until the people in it have agreed to that."
TELL_WHERE_CHOICE = {
    Use.COLLEAGUES: "To colleagues",
    Use.WEBSITE: "On our website",
    Use.SOCIAL: "On social media",
    Use.PRESS: "In the press",
}
ABOUT = "Is any of this so?"
ABOUT_CHILD = "It is about a child or a young person"
ABOUT_COURT = "There is a court case, or something that may not be reported"
ABOUT_CHILD_NOTE = (
    "*A child:* initials or “the child”, never a name or a school. Whoever holds parental responsibility decides, and the child is "
    "asked what they think. A second person in the press office looks at it too."
)
ABOUT_COURT_NOTE = "*A court case:* a second person in the press office looks at it before it is told anywhere."
WHO_IN_IT = "Who can be recognised?"
WHO_IN_IT_HINT = "Initials or a role, one to a line. Never a full name."
NOT_ASKED_NOTE = (
    "That is fine: it stays with the press office until they have been asked. "
    "After sending it you get words that you can share with them."
)
PICTURES_KEPT = "Pictures that are with it"
PICTURE = "Picture {number}"
PICTURE_SHOWING = "{number}: {words}"
PHOTO_WORDS = "What do the pictures show?"
PHOTO_WORDS_HINT = "One line for each, for colleagues who cannot see them: “Two people plant a rose in a raised bed.”"
AUTHORS = "Who wrote it with you?"
AUTHORS_HINT = "They hear what happens to it, and can change it or take it back, as you can."
AUTHORS_CHOOSE = "Choose colleagues"

ADD_PICTURES = "Add pictures"
ADD_AUTHORS = "I wrote it with others"
SAVE_DRAFT = "Save as a draft"
DRAFT_NOT_YET = "*This could not be put aside yet.* Nothing is lost:"
NOT_YET = "*Nearly there.* The form has some more questions now, since someone can be recognised:"

KEPT_TITLE = "Your draft"
KEPT = (
    "*{reference} is put aside as a draft.* Only you can see it{others}. Nothing has been sent to the press office.\n"
    "You find it on the home page of {app}, under your story ideas, or by typing `/story-idea drafts`."
)
KEPT_OTHERS = ", and those who wrote it with you"
APP = "Close Ties"
CHANGE_TITLE = "Change {reference}"
GO_ON = "Go on with it"
CHANGE = "Change it"
SAVE_CHANGES = "Save"
WITHDRAW = "Take it back"
THROW_AWAY = "Throw it away"
WITHDRAW_SURE = "Take {reference} back?"
WITHDRAW_SURE_DRAFT = "Throw {reference} away?"
WITHDRAW_NEW = "The press office is told that you have taken it back, and it is not told anywhere."
WITHDRAW_TOLD = "It is taken out of what I have posted. Where people put it themselves, they are asked to take it down."
WITHDRAW_DRAFT = "The draft goes. Nobody else has seen it, but for those who wrote it with you."
WITHDRAW_YES = "Take it back"
WITHDRAW_NO = "Keep it"
WITHDRAWN_BY = "*{who} took it back*, {moment}. It is not told any more."
WRITTEN_WITH = "*Written with:* {authors}"
SENT_FROM = "<{link}|The message that it came from>"
TOLD_WHERE = "*Where it might be told:* {places}"
IS_CHILD = "*It is about a child or a young person.*"
IS_COURT = "*There is a court case, or something that may not be reported.*"

PICTURES = "*Pictures*"
PICTURE_LINE = "{number}. {words}"
NO_WORDS = "Nobody has said yet what it shows"
PICTURE_STATE = {
    "not_a_picture": "This is not a picture that Slack can show, so it is left out.",
    "too_large": "It is larger than 10 MB, so it is left out.",
    "gone": "It is not in Slack any more, or I may not see it, so it is left out.",
}
SEE_PICTURES = "See the pictures"
PICTURES_TITLE = "Pictures: {reference}"
NO_PICTURE_WORDS = "A picture of {reference}. Nobody has said yet what it shows."

PICTURES_WRONG = "About {reference}: your story is safe with the press office, but {what}."
PICTURES_WRONG_LINE = {
    "not_a_picture": "picture {number} is of a kind that cannot be shown here (JPG, PNG and GIF can)",
    "too_large": "picture {number} is larger than the 10 MB that can be shown",
    "gone": "picture {number} cannot be opened: it was deleted, or I am not in the channel where it stands",
}
PICTURES_WELL = "All pictures of {reference} can be shown now. Thank you."
PICTURES_AGAIN = "If you have another one, open the story and press *Change it*."
PICTURES_AGAIN_LATE = "If you have another one, please send it to the press office."

NAMED = (
    "{author} has named you as someone who wrote {reference} with them. You can read it, change it until the press office has answered, "
    "and take it back whenever you want. You will hear what becomes of it."
)
NAMED_DRAFT = (
    "{author} has put a story idea aside, {reference}, and named you as someone who writes it with them. It is a draft: nobody else sees "
    "it until one of you sends it."
)
TAKEN_BACK = "{who} took the story idea {reference} back. It is not told any more."

MINE = "Your story ideas"
MINE_LINE = "{reference}: {status}"
MINE_NONE = "You have not sent in a story idea yet. Type /story-idea when something good happens."
DRAFTS = "Your drafts"
DRAFTS_NONE = "You have no drafts. In the form for a story idea, *Save as a draft* puts it aside for later."
DRAFT_FROM = "put aside {moment}"
MINE_SPOKEN = "{title}: {ideas}."

REACTED = (
    "A colleague thinks that more people should hear about <{link}|what you wrote>. Shall I open the form for good news with it? "
    "Nothing is sent until you press Send, and nobody is told if you would rather not."
)
REACTED_SPOKEN = (
    "A colleague thinks that more people should hear about what you wrote. Shall I open the form for good news with it? "
    "Nothing is sent until you press Send, and nobody is told if you would rather not."
)
REACTED_YES = "Yes, suggest it"
REACTED_NO = "No thanks"
REACTED_NEVER = "Don't ask me again"
REACTED_ABOUT = "your message"
REACTED_SENT = (
    "Thank you: what you wrote is with the press office as {reference}. There is nothing more that you need to send."
)
REACTED_FINE = "All right. Nothing happens with what you wrote, and nobody is told."
REACTED_NOT_AGAIN = "All right, I won't ask you again when colleagues like what you wrote."
