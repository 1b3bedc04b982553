"""Easy read: what consent means, for the person who is asked. Short sentences, one idea each, a sign beside each and its meaning in words.

The signs are never the only way to know what is meant: whoever hears the words misses nothing.
"""

TITLE = "Your story: yes or no?"

LINES: tuple[tuple[str, str], ...] = (
    ("💬", "We would like to tell a story about you."),
    ("🌱", "It is a good story."),
    ("📷", "There may be a picture of you."),
    ("👀", "You can see the words first."),
    ("👀", "You can see the picture first."),
    ("📍", "You choose where we tell it."),
    ("👥", "It can be for the people who work here."),
    ("💻", "It can be on our website."),
    ("📱", "It can be on social media."),
    ("📰", "It can be in the newspaper."),
    ("🌍", "On the internet, anyone can see it."),
    ("🔁", "Other people can copy it."),
    ("🏷️", "You choose what we call you."),
    ("🏷️", "We do not have to use your name."),
    ("👍", "You can say yes."),
    ("👎", "You can say no."),
    ("🙂", "No is fine."),
    ("🏠", "Your support stays the same if you say no."),
    ("⏳", "You can take time to think."),
    ("🗣️", "You can talk to someone you trust."),
    ("🔄", "You can change your mind later."),
    ("🛑", "Tell us, and we stop."),
    ("🧹", "We take down what we can."),
    ("⚠️", "We cannot get back what other people have copied."),
    ("📅", "You can say how long your yes lasts."),
    ("❓", "You can ask us anything."),
)

WORDS = {
    "Consent": "Consent means you say yes, and you know what you say yes to.",
    "Story": "A story is words about what you did.",
    "Social media": "Social media is places like Facebook and Instagram.",
}
HARD_WORDS = "*Hard words*"
PRINT = "To print it: select the words, copy them, and paste them into a document. Large letters and space between lines help."
