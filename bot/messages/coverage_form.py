"""The forms that note what was published, and what was learnt."""

from datetime import date
from typing import Any

from bot.messages.ids import Field, View
from bot.messages.parts import asked, choice, day, menu, modal, radio, writing
from bot.messages.wording import forms
from bot.messages.wording import responses as words
from storage.enquiry import Enquiry
from storage.kinds import Tone


def coverage_view(enquiry: Enquiry, today: date) -> dict[str, Any]:
    """One published piece."""
    tones = [choice(words.TONE[one], one) for one in Tone]
    ours = [choice(words.OUR_WORDS_YES, "yes"), choice(words.OUR_WORDS_NO, "no")]
    blocks = [
        asked(Field.COVERAGE_LINK, words.COVERAGE_LINK, writing(), hint=words.COVERAGE_LINK_HINT, optional=True),
        asked(Field.COVERAGE_TITLE, words.COVERAGE_TITLE, writing(), hint=words.COVERAGE_TITLE_HINT, optional=True),
        asked(Field.PUBLISHED_ON, words.PUBLISHED_ON, day(today)),
        asked(Field.TONE, words.TONE_ASKED, menu(tones, forms.CHOOSE)),
        asked(Field.OUR_WORDS, words.OUR_WORDS, radio(ours)),
    ]
    title = words.COVERAGE_TITLE_OF_FORM.format(reference=enquiry.reference)
    about = str(enquiry.id)
    return modal(View.COVERAGE, title, blocks, submit=words.COVERAGE_SUBMIT, close=forms.CANCEL, metadata=about)


def learnt_view(enquiry: Enquiry) -> dict[str, Any]:
    """What we would do again, and what not."""
    box = writing(lines=True, initial=enquiry.learnt)
    blocks = [asked(Field.LEARNT, words.LEARNT, box, hint=words.LEARNT_HINT, optional=True)]
    title = words.LEARNT_TITLE.format(reference=enquiry.reference)
    about = str(enquiry.id)
    return modal(View.LEARNT, title, blocks, submit=words.LEARNT_SUBMIT, close=forms.CANCEL, metadata=about)
