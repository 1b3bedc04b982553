"""What was shared, as the beginning of a story idea: its words, its author, where it stands already."""

from bot.rules.share_rules import Question
from bot.rules.story_form import Carried, StoryForm
from storage.kinds import Recognisable
from storage.organisation import Organisation
from storage.share import ShareAsk

MOST_TITLE = 100


def story_of(ask: ShareAsk, organisation: Organisation) -> StoryForm:
    """The form of a story idea with all that is known. Whether anyone can be recognised is asked again where somebody is in it."""
    person = organisation.people.get(ask.asked_by)
    in_it = bool(ask.answers.get(Question.PERSON)) or bool(ask.answers.get(Question.CHILD))
    return StoryForm(
        title=title_of(ask.words),
        what_happened=ask.words,
        credit=person.name if person else "",
        service_area=ask.service_area,
        recognisable="" if in_it else Recognisable.NOBODY.value,
        tell_colleagues=True,
        about_child=bool(ask.answers.get(Question.CHILD)),
        court=bool(ask.answers.get(Question.COURT)),
        carried=Carried(share_id=ask.id),
    )


def title_of(words: str) -> str:
    """The first sentence where it is short, or its beginning up to a whole word."""
    first = words.strip().splitlines()[0] if words.strip() else ""
    sentence = first.split(". ")[0].rstrip(".")
    if len(sentence) <= MOST_TITLE:
        return sentence
    return sentence[:MOST_TITLE].rpartition(" ")[0] or sentence[:MOST_TITLE]
