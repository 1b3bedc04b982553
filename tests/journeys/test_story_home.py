"""Stories in App Home: what waits for the press office and for an author, and where each of one's own ideas stands."""

from tests.journeys.council import Council
from tests.journeys.test_story_answers import asks


def test_an_idea_waits_for_the_press_office_until_it_is_answered(council: Council) -> None:
    council.sends_in()
    home = council.person("dewi").home.open()
    waits = "GN-0001: a story idea waits for its answer"
    home.wait_for(lambda text: waits in text)
    council.card("GN-0001").press("Pick up")
    council.until_quiet()
    council.person("dewi").home.open().wait_for(lambda text: waits not in text)


def test_a_question_waits_for_the_author_and_can_be_answered_there(council: Council) -> None:
    council.sends_in()
    asks(council)
    home = council.person("amara").home.open()
    shown = home.wait_for(lambda text: "GN-0001: the press office has a question about your story" in text)
    assert "waits for its answer" not in shown.readable  # that is the press office's to do
    shown.press("Answer")
    assert council.person("amara").form.title == "Answer: GN-0001"
