"""The form would not open: the words are kept, and a button gives them back. Nobody has to type twice."""

import pytest

from tests.journeys.council import Council

TYPED = "BBC, Sam Poole 020 7946 0000, 4pm today, care home closure"
FIELDS: dict[str, object] = {
    "known_asker": None,
    "outlet": "BBC",
    "journalist": "Sam Poole 020 7946 0000",
    "deadline": "4pm today",
    "question": "care home closure",
    "excluded": [],
}
SORRY = "Sorry, the form did not open. Your words are safe: press the button to open it again."


@pytest.mark.parametrize("fault", ["error", "ratelimit"])
def test_after_a_command_a_private_message_has_the_words_behind_a_button(either_council: Council, fault: str) -> None:
    council = either_council
    amara = council.person("amara")
    parameters = {"error": {"status": 500}, "ratelimit": {"retry_after": 1}}[fault]
    council.slack.faults.set(fault, **parameters, methods=["views.open"], times=1)

    amara.types(f"/media-enquiry {TYPED}", channel="general")

    offer = amara.in_channel("general").wait_for(lambda message: message.ephemeral)
    assert offer.readable.startswith(
        f"{SORRY} If it is urgent, ring the press office on 01632 960 100. The reference is "
    )
    assert "care home closure" not in council.standing(), "the button carries an id, never the words"
    assert not amara.has_form

    offer.press("Open the form again")
    assert amara.form.values == FIELDS
    amara.form.submit()
    council.until_quiet()
    assert council.enquiry().outlet == "BBC"


def test_slack_never_answers_and_the_words_are_kept_all_the_same(council: Council) -> None:
    amara = council.person("amara")
    council.slack.faults.set("silence", methods=["views.open"], times=1)
    amara.types(f"/media-enquiry {TYPED}", channel="general")
    amara.in_channel("general").wait_for(lambda message: message.ephemeral).press("Open the form again")
    assert amara.form.values == FIELDS


def test_the_words_of_a_story_too(council: Council) -> None:
    amara = council.person("amara")
    council.slack.faults.set("error", status=500, methods=["views.open"], times=1)
    amara.types("/story-idea A garden for everyone", channel="general")
    amara.in_channel("general").wait_for(lambda message: message.ephemeral).press("Open the form again")
    assert amara.form.title == "Story idea"
    assert amara.form.values["title"] == "A garden for everyone"


def test_the_form_fails_again_and_the_words_are_still_there(council: Council) -> None:
    amara = council.person("amara")
    council.slack.faults.set("error", status=500, methods=["views.open"], times=2)
    amara.types(f"/media-enquiry {TYPED}", channel="general")
    place = amara.in_channel("general")
    first = place.wait_for(lambda message: message.ephemeral)
    first.press("Open the form again")
    second = place.wait_for(lambda message: message.ephemeral and message.ts != first.ts)
    assert second.readable.startswith(SORRY)
    second.press("Open the form again")
    assert amara.form.values == FIELDS


def test_after_a_shortcut_there_is_no_channel_to_say_it_in_so_it_comes_as_a_message(council: Council) -> None:
    amara = council.person("amara")
    council.slack.faults.set("error", status=500, methods=["views.open"])
    amara.uses_shortcut("media_enquiry_shortcut")
    offer = amara.inbox.wait_for(lambda message: message.readable.startswith(SORRY))
    council.slack.faults.clear()
    offer.press("Open the form again")
    assert amara.form.title == "Media enquiry"
