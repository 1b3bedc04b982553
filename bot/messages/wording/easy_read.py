"""Easy read: what consent means, for the person who is asked. Short sentences, one idea each, a sign beside each and its meaning in words.

The signs are never the only way to know what is meant: whoever hears the words misses nothing.
"""

from storage.kinds import Use

TITLE = "Your story: yes or no?"

Lines = tuple[tuple[str, str], ...]

PARTS: tuple[tuple[str, Lines], ...] = (
    (
        "What is it?",
        (
            ("💬", "We would like to tell a story about you."),
            ("🌱", "It is a good story."),
            ("📷", "There may be a picture of you."),
            ("👀", "You can see the words first."),
            ("👀", "You can see the picture first."),
        ),
    ),
    (
        "Where can it be?",
        (
            ("📍", "You choose where we tell it."),
            ("👥", "It can be for the people who work here."),
            ("💻", "It can be on our website."),
            ("📱", "It can be on social media."),
            ("📰", "It can be in the newspaper."),
            ("🌍", "On the internet, anyone can see it."),
            ("🔁", "Other people can copy it."),
        ),
    ),
    (
        "What do we call you?",
        (
            ("🏷️", "You choose what we call you."),
            ("🏷️", "We do not have to use your name."),
        ),
    ),
    (
        "Yes or no?",
        (
            ("👍", "You can say yes."),
            ("👎", "You can say no."),
            ("🙂", "No is fine."),
            ("🏠", "Your support stays the same if you say no."),
            ("⏳", "You can take time to think."),
            ("🗣️", "You can talk to someone you trust."),
        ),
    ),
    (
        "What if you change your mind?",
        (
            ("🔄", "You can change your mind later."),
            ("🛑", "Tell us, and we stop."),
            ("🧹", "We take down what we can."),
            ("⚠️", "We cannot get back what other people have copied."),
            ("📅", "You can say how long your yes lasts."),
            ("❓", "You can ask us anything."),
        ),
    ),
)
"""All of it, in the order in which it is read: a heading, and its sentences with their signs."""

LINES: Lines = tuple(line for _, lines in PARTS for line in lines)

WORDS = {
    "Consent": "Consent means you say yes, and you know what you say yes to.",
    "Story": "A story is words about what you did.",
    "Social media": "Social media is places like Facebook and Instagram.",
}
HARD_WORDS = "*Hard words*"
PRINT = "To print it or read it in large letters, press *A page to print*."

# the page to print
FROM = "From {organisation}"
HARD = "Hard words"
ANSWER = "Your answer"
ANSWER_HOW = "Tick what you want. Someone can help you."
YES, NO = "Yes", "No"
PLACES_HEAD = "If yes, where?"
PLACES = {
    Use.COLLEAGUES: "For the people who work here",
    Use.WEBSITE: "On the website",
    Use.SOCIAL: "On social media",
    Use.PRESS: "In the newspaper",
}
MORE_HEAD = "What else?"
SHOW = "Show me the words first."
CALLED = "Call me:"
UNTIL = "My yes lasts until:"
STAFF = (
    "For whoever asks: keep a page with ticks where such papers are kept, never in Slack. In Close Ties, open {reference} and write "
    "down who has agreed, by initials or a role."
)
FILE = "your-story-yes-or-no.html"
FILE_TITLE = "Your story: yes or no? In easy words, to print"
FILE_SAID = (
    "Here is the page in easy words for {reference}, in large letters, with boxes to tick. Open it in a browser, and print it or show it "
    "there. There is no hurry, and no is a good answer too."
)
SENT_TITLE = "It is on its way"
SENT = "The page comes as a message from me, as a file. Open it in a browser, and print it or show it there."
