"""What people at Northbank say to one another in the week before the demo opens. Nothing of it concerns the bot."""

from dataclasses import dataclass

Liked = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Remark:
    """Something said, so many days after the opening (before it where negative), at a time of day."""

    when: tuple[int, str]
    who: str
    where: str
    """A channel's name, or @ and somebody's name for a direct message."""
    words: str
    key: str = ""
    """A name, where somebody answers it."""
    answers: str = ""
    liked: Liked = ()


CHATTER = [
    Remark(
        (-8, "08:55"),
        "helen",
        "general",
        "Good morning, all. The winter guide is out: who to ring, when, for what. Please look at your own page and tell @callum.reid "
        "what is wrong before it goes to print.",
        key="guide",
        liked=(("marcus", "+1"), ("rosa", "+1"), ("grace", "+1")),
    ),
    Remark((-8, "09:20"), "grace", "general", "Page 6 has our old number. It ends in 0140 now.", answers="guide"),
    Remark((-8, "09:24"), "callum", "general", "Thank you, mended.", answers="guide", liked=(("grace", "pray"),)),
    Remark(
        (-7, "08:45"),
        "shirin",
        "social-care",
        "Two things for today: Elm House has room for one more at lunch, and the stairlift "
        "at Larkfield is being looked at from 2 until 4.",
    ),
    Remark(
        (-7, "12:15"),
        "ibrahim",
        "elm-house",
        "Handover: a quiet night. The boiler makes that noise again; I rang the estates team.",
    ),
    Remark(
        (-7, "12:20"), "amara", "elm-house", "Bless you. I will be there from three.", liked=(("ibrahim", "heart"),)
    ),
    Remark(
        (-6, "10:30"),
        "helen",
        "ask-the-press-office",
        "A journalist rings and you do not know what to say? You need not know. Say “I'll ask our press "
        "office to ring you straight back”, then type /media-enquiry here or anywhere. Or ring us: 01632 960 100.",
        key="ask",
        liked=(("amara", "+1"), ("tomasz", "+1"), ("rosa", "+1"), ("yusuf", "+1")),
    ),
    Remark(
        (-6, "10:41"), "tomasz", "ask-the-press-office", "Does that work on my phone, from the car park?", answers="ask"
    ),
    Remark(
        (-6, "10:44"),
        "priya",
        "ask-the-press-office",
        "From the car park too. Four questions, and then it is ours to worry about.",
        answers="ask",
        liked=(("tomasz", "smile"),),
    ),
    Remark(
        (-5, "15:50"),
        "rosa",
        "general",
        "There is carrot cake on the second floor. There was more of it at three.",
        liked=(("dewi", "cake"), ("joan", "cake")),
    ),
    Remark(
        (-2, "08:50"),
        "marcus",
        "social-care",
        "Welcome back. Supervision moves to Thursday at 2 this week; same room.",
        liked=(("tomasz", "+1"),),
    ),
    Remark(
        (-2, "09:10"),
        "yusuf",
        "social-care",
        "I am two hours ahead of you, so please book me before 3 your time. Polish and Turkish are free all week.",
    ),
    Remark(
        (-1, "10:05"),
        "joan",
        "press-restricted",
        "A reminder, not about anybody: what is said in the family court stays there. If in doubt, ring me before you "
        "write it down.",
        liked=(("dewi", "+1"), ("priya", "+1")),
    ),
    Remark(
        (-1, "16:40"),
        "dewi",
        "press-desk",
        "I am at the library opening on Thursday morning. @priya.nair has the phone.",
        liked=(("priya", "+1"),),
    ),
    Remark((0, "09:12"), "amara", "elm-house", "Does anyone have the spare key to the craft cupboard?", key="key"),
    Remark(
        (0, "09:15"),
        "grace",
        "elm-house",
        "In the tin that says TEA. Not in the tin that says KEYS.",
        answers="key",
        liked=(("amara", "joy"), ("shirin", "joy")),
    ),
    Remark(
        (0, "09:41"),
        "helen",
        "general",
        "The mayor visits Elm House next Tuesday at 11. Nobody needs to paint anything.",
        liked=(("shirin", "smile"),),
    ),
    Remark(
        (0, "09:58"),
        "shirin",
        "social-care",
        "@amara.okafor could you take the Larkfield families' meeting tonight? I am at the council.",
    ),
    Remark(
        (0, "10:03"),
        "callum",
        "press-desk",
        "Somebody outside is asking about Larkfield on the town's page. Nothing to do yet; I keep an eye on it.",
        liked=(("priya", "eyes"),),
    ),
    Remark(
        (-1, "17:05"),
        "shirin",
        "@amara.okafor",
        "Thank you for covering today. Take the morning slowly, will you?",
        liked=(("amara", "heart"),),
    ),
    Remark((-1, "17:20"), "amara", "@shirin.daryaei", "I will. Coffee at ten, and nobody finds me before that."),
    Remark(
        (0, "08:40"), "dewi", "@priya.nair", "You have the phone from nine, yes? I am with the designers until noon."
    ),
    Remark((0, "08:43"), "priya", "@dewi.hughes", "I have it. Go.", liked=(("dewi", "+1"),)),
]
