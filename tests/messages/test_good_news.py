"""Story ideas, their authors' news, and the weekly digest."""

from datetime import date

import pytest

from bot.messages import digest_notes, story_card, story_form, story_line, story_news, story_page
from bot.messages import nudge as nudges
from bot.messages.ids import Field
from storage.kinds import Recognisable, Step, StoryStatus
from storage.organisation import Organisation
from storage.story import Consent, StoryIdea
from storage.story_brief import StoryBrief
from tests.messages.samples import (
    OFFICER,
    SOCIAL_WORKER,
    T0,
    agreed,
    consent,
    digest,
    entry,
    heard,
    nudge,
    organisation,
    seen,
    seen_in,
    story,
    words_of_buttons,
)

LINK = "https://slack.com/archives/C0GOODNEWS/p1"


def test_a_card_shows_the_story_and_offers_an_answer() -> None:
    assert seen(story_card.card(story(photos=["F0AAAAAAAA"]), [], organisation(), T0)) == [
        "GN-0007: A garden for Elm House",
        "From: Meera Nair",
        "Service area: Adults' social care",
        "Status: Waiting for the press office",
        "Press officer: nobody yet",
        "Could anyone be recognised? No: nobody we support can be recognised",
        "May colleagues be told now? Yes",
        "Photos: 1",
        "Tenants and staff built raised beds.",
        "Who did it: The Elm House team",
        *["Pick up", "Ask the author", "Decline", "Tell it here", "Open"],
    ]


@pytest.mark.parametrize(
    ("idea", "consents", "kept_back"),
    [
        (story(), [], False),
        (story(recognisable=Recognisable.NOT_ASKED), [], True),
        (agreed(), [], True),
        (agreed(), [consent()], False),
        (agreed(), [consent(), consent(withdrawn_at=T0)], True),
        (agreed(), [consent(until=date(2026, 12, 2))], False),
        (agreed(), [consent(until=date(2026, 12, 1))], True),
    ],
)
def test_a_recognisable_persons_story_is_shown_only_while_an_agreement_stands(
    idea: StoryIdea, consents: list[Consent], kept_back: bool
) -> None:
    card = story_card.card(idea, consents, organisation(), T0)
    assert ("A garden for Elm House" not in card.text + str(card.blocks)) is kept_back
    assert words_of_buttons(card) == ["Pick up", "Ask the author", "Decline", "Tell it here", "Open"]


def test_an_answered_card_can_only_be_opened() -> None:
    declined = story(
        status=StoryStatus.DECLINED, officer=OFFICER, declined_because="Too soon.", suggestion="In spring."
    )
    card = story_card.card(declined, [], organisation(), T0)
    assert seen(card)[-5:] == ["Why not this time", "Too soon.", "Suggested instead", "In spring.", "Open"]


def test_the_page_shows_who_agreed_to_what() -> None:
    page = seen_in(
        story_page.view(
            StoryBrief(story=agreed(), consents=(consent(until=date(2026, 12, 1)),)),
            story_page.StoryReader(OFFICER, organisation(), T0),
        )
    )
    start = page.index("Who is in it, and what they agreed to")
    assert page[start : start + 8] == [
        "Who is in it, and what they agreed to",
        "Mr B, tenant",
        "Agreed to: Told to colleagues. Until: 1 December 2026.",
        "They decided for themselves.",
        "This agreement has run out.",
        "Meera Nair wrote this down Today at 09:30.",
        "How: In writing on 1 December",
        "Agrees for longer",
    ]


def test_a_move_is_one_sentence_in_the_thread() -> None:
    line = story_line.line(entry("declined", OFFICER, {"because": "private"}), story(), organisation())
    assert seen(line) == ["Ada Okoro answered GN-0007: not this time, with a reason."]


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("sent_in", "Thank you. Your story idea is GN-0007. The press office will answer within three working days."),
        ("picked_up", "Good news: Ada Okoro in the press office has picked up your story idea GN-0007."),
        (
            "declined",
            (
                "Thank you for GN-0007. Ada Okoro in the press office cannot use it this time, and says why. Why: Too soon. "
                "A suggestion: In spring."
            ),
        ),
        (
            "told",
            "Your story GN-0007 is in this week's good news in #C0GOODNEWS. Thank you for telling us. See it here",
        ),
    ],
)
def test_its_author_hears(what: str, said: str) -> None:
    idea = story(officer=OFFICER, declined_because="Too soon.", suggestion="In spring.")
    assert heard(story_news.news(what, idea, organisation(), idea.author, link=LINK)) == said


def test_an_author_who_has_not_asked_yet_hears_that_it_waits() -> None:
    news = story_news.news("sent_in", story(recognisable=Recognisable.NOT_ASKED), organisation(), SOCIAL_WORKER)
    assert seen(news)[-1] == "It stays with the press office until the people in it have been asked and have agreed."


def test_a_story_that_waits_is_nudged_with_both_answers() -> None:
    asked = nudges.message(nudge(Step.STORY_ANSWER, OFFICER), story(), organisation(), T0)
    assert seen(asked) == [
        "GN-0007 has waited three working days for an answer. Please pick it up, or decline it kindly.",
        "A garden for Elm House",
        "You are asked because you look after story ideas.",
        *["Pick up", "Decline", "Open"],
    ]


def fields_of(view: dict[str, object]) -> list[tuple[str, bool]]:
    """The inputs of a form, and whether each may be left empty."""
    blocks = view["blocks"]
    assert isinstance(blocks, list)
    return [(one["block_id"], one["optional"]) for one in blocks if one["type"] == "input"]


def test_the_story_form_asks_for_consent_and_fills_in_what_is_known() -> None:
    view = story_form.view(organisation(), SOCIAL_WORKER, "Our garden")
    assert [field for field, optional in fields_of(view) if not optional] == [
        Field.TITLE,
        Field.WHAT_HAPPENED,
        Field.CREDIT,
        Field.SERVICE_AREA,
        Field.RECOGNISABLE,
    ]
    elements = {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}
    assert elements[Field.TITLE]["initial_value"] == "Our garden"
    assert elements[Field.SERVICE_AREA]["initial_option"]["value"] == "adults"


def test_words_too_long_for_a_title_become_the_story() -> None:
    view = story_form.view(organisation(), SOCIAL_WORKER, "word " * 40)
    elements = {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}
    assert "initial_value" not in elements[Field.TITLE]
    assert elements[Field.WHAT_HAPPENED]["initial_value"] == "word " * 40


def test_declining_asks_for_a_reason_and_a_suggestion() -> None:
    view = story_form.decline_view(story(), organisation())
    assert fields_of(view) == [(Field.DECLINED_BECAUSE, False), (Field.SUGGESTION, False)]
    assert view["private_metadata"] == "7:", "nobody had it when the form was opened"


def test_a_week_without_stories_asks_the_leads() -> None:
    assert seen(digest_notes.empty(organisation())) == [
        "There is no story for this week's good news, so nothing was posted. Could you ask Priya Shah for one?"
    ]


def test_a_missed_day_is_told_to_the_comms_team() -> None:
    bare: Organisation = organisation(good_news_channel="")
    assert seen(digest_notes.missed(digest(), bare)) == [
        (
            "The good news for Friday 4 December did not go out in the good-news channel: I was away all that day. "
            "Its stories are kept for next week. If they should not wait, please post them yourselves."
        )
    ]
