"""What is said once the words of a record have been deleted."""

EMPTIED_ENQUIRY = (
    "{reference}: the words of this enquiry have been deleted, as they are after {period}. "
    "It came in on {came} about {area}, and ended on {ended}: {outcome}."
)
EMPTIED_PRACTICE = "{reference} was a practice. It is over, and nothing is kept of it. Thank you for trying it."
EMPTIED_STORY = (
    "{reference}: the words of this story idea have been deleted, as they are after {period}. "
    "It came in on {came} from {area}."
)
EMPTIED_SHARE = "{reference}: the words have been deleted, as all words are after their time."
UNKNOWN_DAY = "a day that is not known"
UNKNOWN_AREA = "a service area that is not known"
