"""What is said of words that could tell who someone is: beside a field, in a form that asks once, and to the writer of a message."""

from bot.rules.privacy import Kind
from bot.rules.privacy.looked import Box

LOOKS_LIKE = {
    Kind.NHS_NUMBER: "an NHS number",
    Kind.PUPIL_NUMBER: "a pupil number",
    Kind.INSURANCE_NUMBER: "a National Insurance number",
    Kind.BIRTH: "a date of birth",
    Kind.CASE: "a case number",
    Kind.POSTCODE: "a postcode",
    Kind.ADDRESS: "a street address",
    Kind.SCHOOL: "the school of a child",
    Kind.NAME: "a person’s name",
}

INSTEAD = {
    Kind.NHS_NUMBER: "“The child” or “the mother” says enough.",
    Kind.PUPIL_NUMBER: "“The child” or “the pupil” says enough.",
    Kind.INSURANCE_NUMBER: "“The person” says enough.",
    Kind.BIRTH: "If it matters, write how old they are.",
    Kind.CASE: "Nobody needs it here: our own reference is enough.",
    Kind.POSTCODE: "“The home” or “the street” says enough.",
    Kind.ADDRESS: "“The home” or “the street” says enough.",
    Kind.SCHOOL: "“The school” says enough.",
    Kind.NAME: "“The child” or “the mother” says enough.",
}

TAKE_OUT = "Please take this out: {words}. It looks like {what}. {instead}"
SOMETHING = "someone’s personal details"

MESSAGE = (
    "I saw what looks like {what} in your message of {time} in {place}. Please take it out, so that nobody can tell who it is about. "
    "{instead} Open your message, hold it or point at it, and choose Edit or Delete."
)
OR_PUBLIC = "If it is a public building where nobody lives, such as a council office or a surgery, say so, and the address can stay."
PUBLIC = "This is a public building"
OPEN_MESSAGE = "Open my message"

ASK_INTRO = "One moment before this is kept. Everything you wrote is still here."
ASK = {
    Box.BUILDING: "{words}: is this a public building, such as a council office or a surgery? Then tick the box below. "
    "If someone lives there, please write “the home” or “the street” instead.",
    Box.SCHOOL: "{words}: beside a child, the name of a school can tell who the child is. Please write “the school” instead. "
    "If the name has to stay, tick the box below.",
    Box.NAME: "{words}: is this someone we support? We write “the child” or “the mother” here. "
    "If it is someone else, or the name has to stay, tick the box below.",
}
MAY_STAY = "If it can stay"
BOX = {
    Box.BUILDING: "It is a public building and nobody lives there",
    Box.SCHOOL: "I have looked: the school can stay",
    Box.NAME: "I have looked: the name can stay",
}
STILL_ASKED = "Please tick what can stay, or take the words out of what you wrote."
