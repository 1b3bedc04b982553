"""The forms of a consent: one for each person, growing by what is needed for an adult who cannot decide or for a child; and its end."""

from dataclasses import dataclass
from typing import Any

from bot.messages.ids import Action, Field, View
from bot.messages.parts import (
    Block,
    Element,
    actions,
    asked,
    boxes,
    button,
    choice,
    context,
    day,
    growing,
    modal,
    one_of,
    quoted_context,
    radio,
    section,
    writing,
)
from bot.messages.wording import consents as words
from bot.messages.wording import easy_read
from bot.messages.wording.names import USE
from bot.rules.consent import FOR_A_CHILD
from bot.rules.consent_form import Came, ConsentForm
from storage.kinds import DecidedBy, Use
from storage.story import Consent, StoryIdea

YES = "yes"
"""The value of a box that stands alone."""

DECIDERS = {
    DecidedBy.BEST_INTERESTS: words.DECIDER_BEST,
    DecidedBy.PARENTAL: words.DECIDER_PARENTAL,
    DecidedBy.DELEGATED: words.DECIDER_DELEGATED,
}


@dataclass(frozen=True, slots=True)
class About:
    """What a form is about: adding to a story, or changing or renewing a consent. It travels with the form as one line."""

    way: str  # add, agreed, change, renew
    record_id: int
    reference: str

    def written(self) -> str:
        """As the form carries it."""
        return f"{self.way} {self.record_id} {self.reference}"

    @classmethod
    def read(cls, metadata: str) -> "About":
        """From what the form carries."""
        way, record_id, reference = metadata.split()
        return cls(way, int(record_id), reference)


def adding(story: StoryIdea) -> dict[str, Any]:
    """One more person."""
    return view(About("add", story.id, story.reference), ConsentForm(who=""))


def changing(consent: Consent, story: StoryIdea) -> dict[str, Any]:
    """What was written down, to be corrected; or that somebody who was only named so far has agreed."""
    way = "change" if consent.uses else "agreed"
    return view(About(way, consent.id, story.reference), form_of(consent))


def renewing(consent: Consent, story: StoryIdea) -> dict[str, Any]:
    """What they agreed to, to be agreed to for longer. Until when, and how they said so, is asked anew."""
    known = form_of(consent)
    return view(
        About("renew", consent.id, story.reference),
        ConsentForm(
            who=known.who,
            uses=known.uses,
            decided_by=known.decided_by,
            decider=known.decider,
            childs_view=known.childs_view,
            seen_words=known.seen_words,
            described_as=known.described_as,
        ),
    )


def form_of(consent: Consent) -> ConsentForm:
    """What a consent says, as its form shows it. Of a child whose form nobody has filled in yet, somebody else has to decide."""
    unsaid = consent.child and consent.decided_by not in FOR_A_CHILD
    return ConsentForm(
        who=consent.who,
        uses=tuple(consent.uses),
        how=consent.how,
        until=consent.until,
        decided_by=DecidedBy.PARENTAL.value if unsaid else str(consent.decided_by),
        decider=consent.decider,
        decided_on=consent.decided_on,
        childs_view=consent.childs_view,
        seen_words=consent.seen_words,
        described_as=consent.described_as,
    )


def view(about: About, form: ConsentForm) -> dict[str, Any]:
    """The form with what is known. Who decides decides what else is asked."""
    blocks = [
        context(words.INTRO),
        asked(Field.CONSENT_WHO, words.WHO, writing(initial=form.who), hint=words.WHO_HINT),
        _who_decides(form),
        *_decided(form),
        asked(Field.CONSENT_USES, words.USES, boxes(_uses(tuple(Use)), _uses(form.uses))),
        asked(
            Field.CONSENT_SEEN, words.SEEN, _box(words.SEEN_YES, form.seen_words), hint=words.SEEN_HINT, optional=True
        ),
        asked(Field.CONSENT_HOW, words.HOW, writing(initial=form.how), hint=words.HOW_HINT),
        asked(Field.CONSENT_UNTIL, words.UNTIL, day(form.until), hint=words.UNTIL_HINT, optional=True),
        asked(
            Field.CONSENT_DESCRIBED,
            words.DESCRIBED,
            writing(initial=form.described_as),
            hint=words.DESCRIBED_HINT,
            optional=True,
        ),
        asked(Field.CONSENT_OTHERS, words.OTHERS, _box(words.OTHERS_YES, form.others_to_ask), optional=True),
        context(words.REMEMBER),
    ]
    title = words.TITLES[about.way]
    return modal(View.CONSENT, title, blocks, submit=words.SUBMIT, close=words.CANCEL, metadata=about.written())


def _who_decides(form: ConsentForm) -> Block:
    """Choosing tells us at once, so that the form can ask for what is needed."""
    choices = [choice(words.DECIDES[one], one) for one in DecidedBy]
    chosen = one_of(choices, form.decided_by) or choices[0]
    block = asked(Field.CONSENT_DECIDED_BY, words.DECIDED_BY, radio(choices, chosen), hint=words.DECIDED_BY_HINT)
    return growing(block, Action.CONSENT_DECIDES)


def _decided(form: ConsentForm) -> list[Block]:
    """Who decided in somebody's place, and a child's own view. They may be added later; until then the consent covers nothing."""
    if form.decided_by not in DECIDERS:
        return []
    decider, hint = DECIDERS[DecidedBy(form.decided_by)], words.DECIDER_HINT
    blocks = [
        asked(Field.CONSENT_DECIDER, decider, writing(initial=form.decider), hint=hint, optional=True),
        asked(Field.CONSENT_DECIDED_ON, words.DECIDED_ON, day(form.decided_on), optional=True),
    ]
    if form.for_a_child:
        view_of = writing(lines=True, initial=form.childs_view)
        blocks.append(asked(Field.CONSENT_VIEW, words.CHILDS_VIEW, view_of, hint=words.CHILDS_VIEW_HINT, optional=True))
    return blocks


def _uses(uses: tuple[str, ...]) -> list[Element]:
    return [choice(USE[use], use) for use in Use if use in uses]


def _box(said: str, ticked: bool) -> Element:
    one = choice(said, YES)
    return boxes([one], [one] if ticked else [])


def ending(consent: Consent, story: StoryIdea) -> dict[str, Any]:
    """They have changed their mind: about what, and how we know. Everything is ticked, since that is what is meant most often."""
    agreed = _uses(tuple(consent.uses))
    ways = [choice(words.CAME_HOW[one], one) for one in Came]
    blocks = [
        section(words.END_INTRO),
        quoted_context(consent.who),
        asked(Field.CONSENT_USES_ENDED, words.END_USES, boxes(agreed, agreed)),
        asked(Field.CONSENT_CAME, words.CAME, radio(ways, ways[0])),
        context(words.END_ALL),
    ]
    about = About("end", consent.id, story.reference).written()
    return modal(View.CONSENT_END, words.END_TITLE, blocks, submit=words.END_SUBMIT, close=words.CANCEL, metadata=about)


def easy_words(story: StoryIdea) -> dict[str, Any]:
    """The easy-read explanation as plain text, to copy or read aloud, with the button that makes a page of it."""
    hard = "\n".join(easy_read.WORDS.values())
    blocks = [
        section(f"*{easy_read.TITLE}*"),
        *(section(one) for one in easy_parts("\n\n")),
        section(f"{easy_read.HARD_WORDS}\n{hard}"),
        section(easy_read.PRINT),
        *actions([print_button(story)]),
    ]
    return modal(View.CONSENT_EASY, easy_read.TITLE, blocks)


def easy_parts(between: str = "\n") -> list[str]:
    """Each part of the easy words: its heading, and its sentences with their signs."""
    return [
        between.join([f"*{heading}*", *(f"{sign}  {line}" for sign, line in lines)])
        for heading, lines in easy_read.PARTS
    ]


def print_button(story: StoryIdea) -> Element:
    """The easy words as a page to print."""
    return button(Action.CONSENT_PRINT, words.PRINT, story.id, story.reference)


def page_sent() -> dict[str, Any]:
    """In place of the easy words: the page to print has been sent."""
    return modal(View.CONSENT_EASY, easy_read.SENT_TITLE, [section(easy_read.SENT)])
