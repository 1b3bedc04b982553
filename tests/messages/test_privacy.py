"""What is said of words that could tell who someone is."""

from bot.messages import enquiry_form, privacy, refusals
from bot.messages.ids import Field
from bot.messages.wording import privacy as words
from bot.rules.form_checks import to_take_out
from bot.rules.privacy import MUST_GO, Kind, findings, questions
from bot.rules.privacy.looked import BOX, Box
from bot.rules.typed_words import TypedEnquiry
from tests.messages.everything_privacy import LINK
from tests.messages.samples import SOCIAL_WORKER, T0, organisation


def test_there_are_words_for_every_kind() -> None:
    assert set(words.LOOKS_LIKE) == set(words.INSTEAD) == set(Kind)
    assert set(words.ASK) == set(words.BOX) == set(Box)
    assert set(BOX) == set(Kind) - MUST_GO


def test_the_sentence_beside_the_field_names_the_words_and_what_to_write() -> None:
    refused = to_take_out(findings("943 476 5919, dob 3/4/2012"))
    assert refusals.at_field(refused, organisation()) == (
        "Please take this out: 943 476 5919, dob 3/4/2012. It looks like an NHS number and a date of birth. "
        "“The child” or “the mother” says enough. If it matters, write how old they are."
    )


def test_the_word_about_a_message_holds_none_of_it() -> None:
    said = privacy.about_message(
        [Kind.NHS_NUMBER], at=T0, place="C0PRESSDESK", link=LINK, organisation=organisation(), about=42
    )
    assert said.text == (
        f"I saw what looks like an NHS number in your message of {T0:%H:%M} in <#C0PRESSDESK>. Please take it out, so that nobody "
        "can tell who it is about. “The child” or “the mother” says enough. Open your message, hold it or point at it, and choose "
        "Edit or Delete."
    )
    assert said.blocks[1]["elements"][0]["url"] == LINK
    assert said.blocks[1]["elements"][0]["value"] == "42"


def test_the_form_asks_right_below_the_field_and_changes_nothing_else() -> None:
    form = enquiry_form.view(organisation(), SOCIAL_WORKER, TypedEnquiry())
    text = "The boy at St Mary's Primary, 14 Acacia Road"
    asking = privacy.asking(form, {"question": (*findings(text), *questions(text))})
    ids = [block.get("block_id") for block in asking["blocks"]]
    at = ids.index("question")
    assert ids[at : at + 3] == ["question", Field.MAY_STAY_WORDS, Field.MAY_STAY]
    assert asking["blocks"][at + 1]["text"]["text"].splitlines() == [
        "One moment before this is kept. Everything you wrote is still here.",
        (
            "“14 Acacia Road”: is this a public building, such as a council office or a surgery? Then tick the box below. "
            "If someone lives there, please write “the home” or “the street” instead."
        ),
        (
            "“St Mary's Primary”: beside a child, the name of a school can tell who the child is. Please write “the school” instead. "
            "If the name has to stay, tick the box below."
        ),
    ]
    kept = [block for block in asking["blocks"] if block.get("block_id") not in (Field.MAY_STAY, Field.MAY_STAY_WORDS)]
    assert {**asking, "blocks": kept} == form
    again = privacy.asking(asking, {"question": findings("15 Acacia Road")})
    assert [block.get("block_id") for block in again["blocks"]] == ids
