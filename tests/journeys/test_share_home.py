"""What was asked about sharing, in App Home: it stands on the asker's page, and waits on the page of whoever owes the answer."""

from tests.journeys.council import Council
from tests.journeys.sharing import WORDS, answered_with, asks

WAITS = "SH-0001: somebody asks whether they can share something"


def test_what_i_asked_stands_on_my_page_with_when_its_answer_comes_and_then_with_it(either_council: Council) -> None:
    council = either_council
    amara = council.person("amara")
    assert "What I asked" not in amara.home.open().wait_for(lambda words: "My story ideas" in words).readable
    asks(council, share_for_us="yes")
    amara.form.close()
    page = amara.home.open().wait_for(lambda words: "What I asked" in words)
    assert "SH-0001: can I share this? amber, answered by Today at" in page.readable
    assert f"“{WORDS}”" in page.readable
    answered_with(council, "Yes, with these changes", share_answer="Please leave the price out.")
    page = amara.home.wait_for(lambda words: "green: go ahead" in words)
    assert "Priya Nair: Please leave the price out." in page.readable
    page.press("Open")
    assert amara.form.title == "Question SH-0001"
    council.advance(days=15)
    council.until_quiet()
    amara.home.open().wait_for(lambda words: "What I asked" not in words)


def test_what_is_owed_waits_for_the_press_office_and_not_for_whoever_asked(council: Council) -> None:
    priya = council.person("priya")
    asks(council, share_for_us="yes")
    page = priya.home.open().wait_for(lambda words: WAITS in words)
    assert "By Today at" in page.readable[page.readable.index(WAITS) :]
    page.press("Open")
    priya.form.press("Yes, go ahead")
    council.until_quiet()
    priya.home.wait_for(lambda words: WAITS not in words)
    asks(council, "priya", share_for_us="yes")
    council.until_quiet()
    page = priya.home.open().wait_for(lambda words: "What I asked" in words)
    assert "SH-0002: somebody asks" not in page.readable
    council.person("dewi").home.open().wait_for(lambda words: "SH-0002: somebody asks" in words)


def test_an_idea_waits_for_its_owner_alone(council: Council) -> None:
    idea = "SH-0001: an idea for the organisation waits for an answer"
    asks(council, share_kind="change", share_words="Notes on phones at night.", share_area="adults")
    page = council.person("shirin").home.open().wait_for(lambda words: idea in words)
    assert "Notes on phones" not in page.readable
    assert idea not in council.person("priya").home.open().wait_for(lambda words: "For me now" in words).readable


def test_words_with_somebody_in_them_do_not_stand_there(council: Council) -> None:
    asks(council, share_person="yes", share_agreed="yes")
    page = council.person("amara").home.open().wait_for(lambda words: "What I asked" in words)
    assert WORDS not in page.readable


def test_what_was_taken_back_or_needed_nobody_stands_on_no_page(council: Council) -> None:
    asks(council)
    asks(council, share_for_us="yes")
    amara = council.person("amara")
    amara.home.open().wait_for(lambda words: "SH-0002" in words and "SH-0001" not in words)
    amara.inbox.last.press("Take it back")
    council.until_quiet()
    amara.home.open().wait_for(lambda words: "What I asked" not in words)
