"""What each command does, and what may stand after it."""

from bot.messages.ids import Command

ABOUT = {
    Command.MEDIA_ENQUIRY: "*/media-enquiry* opens a short form for when a journalist has been in touch. You can type what "
    "you know after it, in any order, for example: /media-enquiry BBC, Sam Poole 020 7946 0000, 4pm today, care home closure",
    Command.STORY_IDEA: "*/story-idea* opens a short form to tell the press office about good work. You can type a title "
    "after it, for example: /story-idea Our garden party raised a hundred pounds",
    Command.CAN_I_SHARE: "*/can-i-share* tells you whether you may share something, or speak somewhere; it also takes an idea for the "
    "organisation. You can type the words after it, for example: /can-i-share Our garden club won a prize",
    Command.PRESS_OFFICE: "*/press-office* tells you who is there now, with numbers.",
}
AFTERWARDS = {
    Command.MEDIA_ENQUIRY: "*To look something up*, type one of these after it. Only you see the answer.",
    Command.STORY_IDEA: "A person reads every idea and answers you. Nobody who can be recognised is shown without their consent.",
    Command.CAN_I_SHARE: "Most answers come at once. Where a person has to answer, you are told by when.",
    Command.PRESS_OFFICE: "*For more*, type one of these after it.",
}
LOOK_UP = {
    "list": "what is open, the most pressing first",
    "mine": "what you sent in, and what is with you",
    "due today": "what is due today, or late; due tomorrow and due this week work too",
    "find Elm House": "what has these words in it",
    "ME-0042": "the one with this reference",
}
LINES = {"lines": "approved words, kept for another time"}
STORIES = {
    "list": "good news that was told, or for the press office what it can offer",
    "list fostering": "the same for one service or theme",
    "mine": "what you sent in, and where each stands",
    "drafts": "what you began and have not sent yet",
    "find garden": "what has these words in it",
    "GN-0007": "the one with this reference",
    "agreements": "who has agreed to your stories, and what is still needed",
    "promise": "how soon ideas are answered, and how well that is kept",
    "fairness": "for the press office: who has not been heard of for longest",
    "balance": "for the press office: stories told beside enquiries",
}
SHARES = {
    "mine": "what you asked, and the answers",
    "rules": "all the rules there are, and why",
    "SH-0003": "the one with this reference",
}
PRE_ELECTION = {"pre-election": "the weeks before an election, with your guidance for them"}
PRESS_OFFICE = {
    "who": "who is on call, and who leads your service",
    "rota": "whose turn it is in the weeks to come",
    "away from Monday to Friday, my deputy is Tom": "you are away, and Tom stands in for you",
    "back": "you are here again",
}
GOOD_NEWS = {
    "pause": "nothing is posted in the good-news channel until someone lets it go on",
    "resume": "good news goes on",
}
WORD = "• *{word}*: {meaning}"
UNKNOWN = "I don't know “{word}” after {command}."
