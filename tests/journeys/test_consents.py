"""Who has agreed: one form for each person, words that help to ask, and nothing told of anyone who has not agreed to just that."""

from datetime import date

from bot.messages.wording import easy_read
from storage.kinds import DecidedBy, Subject
from tests.journeys.consenting import AGREED, a_story, at, form_with, london, page, seen_the_words, told_in_words
from tests.journeys.council import STORY, Council


def test_not_asked_yet_gives_easy_words_to_share_and_stays_inside(either_council: Council) -> None:
    council = either_council
    council.sends_in("amara", recognisable="not_asked", consent_who="the tenant")
    amara = council.person("amara")
    [easy] = [one for one in amara.inbox.messages if easy_read.TITLE in one.readable]
    assert easy.readable.startswith("GN-0001 can be told once the people in it have agreed.")
    assert "👎  You can say no." in easy.readable
    assert "You can say no. No is fine." in easy.sentence, "whoever hears it hears the words"
    easy.press("Read or copy it")
    assert "You can change your mind later." in amara.form.text
    amara.form.close()
    assert "A garden" not in council.card("GN-0001").readable

    easy.press("Open")
    assert "Has not agreed to anything yet." in amara.form.text
    amara.form.press("They have agreed")
    assert form_with(council, "amara", "consent_uses").title == "They have agreed"
    form = (
        form_with(council, "amara", "consent_uses")
        .fill(consent_uses=["colleagues"], consent_how="She told us on Tuesday.")
        .submit()
    )
    council.until_quiet()
    assert not form.is_open
    assert "Agreed to: Told to colleagues. Until: no end set." in amara.form.text, "the page is drawn anew"
    assert council.story().recognisable == "agreed"
    assert "A garden for everyone" in council.card("GN-0001").readable
    assert council.trail(1, Subject.STORY) == [
        ("Amara", "sent_in"),
        ("Amara", "consent_explained"),
        ("Amara", "consent_changed"),
    ]
    assert council.slack.log.problems() == []


def test_the_easy_words_come_as_a_page_to_print(either_council: Council) -> None:
    council = either_council
    council.sends_in("amara", recognisable="not_asked", consent_who="the tenant")
    amara = council.person("amara")
    [easy] = [one for one in amara.inbox.messages if easy_read.TITLE in one.readable]
    easy.press("A page to print")
    council.until_quiet()
    [page] = [one for one in amara.inbox.messages if one.files]
    assert page.readable.startswith("Here is the page in easy words for GN-0001, in large letters, with boxes to tick.")
    [file] = page.files
    assert file["name"] == "your-story-yes-or-no.html"
    content = council.slack.on_loop(lambda: council.slack.workspace.files[file["id"]].content) or b""
    assert easy_read.TITLE in content.decode()
    assert STORY["title"] not in content.decode()

    easy.press("Read or copy it")
    amara.form.press("A page to print")
    council.until(lambda: "The page comes as a message from me" in amara.form.text, "the window says where it is")
    council.until_quiet()
    assert len([one for one in amara.inbox.messages if one.files]) == 1, "it is there already"
    assert council.trail(1, Subject.STORY)[1:] == [("Amara", "consent_explained")] * 3
    assert council.slack.log.problems() == []


def test_the_form_asks_for_what_is_needed_for_an_adult_who_cannot_decide_and_for_a_child(council: Council) -> None:
    a_story(council)
    priya = council.person("priya")
    opened = page(council, "priya")
    opened.press("Add someone")
    form = form_with(council, "priya", "consent_who")
    assert "consent_decider" not in form.fields
    form.fill(consent_who="J.", consent_decided_by="best_interests")
    form = priya.form.wait_until(lambda shown: "consent_decider" in shown.fields)
    assert form.values["consent_who"] == "J."
    assert "consent_view" not in form.fields
    form.fill(consent_decided_by="delegated")
    form = priya.form.wait_until(lambda shown: "consent_view" in shown.fields)
    form.fill(consent_uses=["colleagues"], consent_how="Form signed.", consent_decider="Jane Smithers").submit()
    assert form.errors == {
        "consent_decider": "Initials or a role are enough here, such as J. or “the tenant”. Please take out the name: Jane Smithers."
    }
    form.fill(consent_decider="Supervising social worker").submit()
    council.until_quiet()

    child = council.consents()[1]
    assert (child.who, child.child, child.decided_by) == ("J.", True, DecidedBy.DELEGATED)
    assert "Still needed: the child's own view. Until then the story stays with us." in priya.form.text
    assert "A garden" not in council.card("GN-0001").readable, "not all of it is there"
    assert council.story().about_child

    priya.form.press("Change")  # the first person's; hers is complete
    form_with(council, "priya", "consent_who").close()
    assert council.slack.log.problems() == []


def test_a_full_name_is_caught_in_the_storys_own_form_too(council: Council) -> None:
    amara = council.person("amara")
    amara.types("/story-idea")
    form = amara.form.fill(title="T", what_happened="W", credit="C", service_area="adults", **AGREED)
    form.fill(consent_who="Molly Brackenridge, aged 7").submit()
    assert form.errors == {
        "consent_who": "Initials or a role are enough here, such as J. or “the tenant”. Please take out the name: Molly Brackenridge."
    }


def test_a_consent_about_to_run_out_is_asked_about_renewed_and_not_asked_about_again(council: Council) -> None:
    a_story(council, consent_until="2026-04-01")
    at(council, london(18, 9, 1))
    priya, amara = council.person("priya"), council.person("amara")
    asked = priya.inbox.last
    assert list(asked.buttons)[:4] == ["Ask again", "Renewed", "Let it end", "Open"]
    asked.press("Ask again")
    council.until_quiet()
    assert priya.inbox.last.readable.startswith("GN-0001: its authors have been asked whether the person agrees")
    assert amara.inbox.last.readable.startswith("The agreement behind GN-0001 runs out on Wednesday 1 April.")

    at(council, london(30, 9, 1))
    last = priya.inbox.last
    last.press("Renewed")
    form = form_with(council, "priya", "consent_who")
    assert form.values["consent_who"] == "the tenant"
    form.fill(consent_how="Asked again on Monday; yes.", consent_until="2027-04-01").submit()
    council.until_quiet()
    assert [(one.until, one.renews) for one in council.consents()] == [
        (date(2026, 4, 1), None),
        (date(2027, 4, 1), 1),
    ]
    assert priya.inbox.last.readable.startswith("GN-0001") and "Renewed" not in priya.inbox.last.buttons
    at(council, london(2, 9, 1, month=4))
    assert "A garden for everyone" in council.card("GN-0001").readable
    assert council.story().taken_out_at is None


def test_let_it_end(council: Council) -> None:
    a_story(council, consent_until="2026-04-01")
    at(council, london(18, 9, 1))
    priya = council.person("priya")
    priya.inbox.last.press("Let it end")
    council.until_quiet()
    assert "ends on its day" in priya.inbox.last.readable
    said = len(priya.inbox.messages)
    at(council, london(30, 9, 1))
    assert len(priya.inbox.messages) == said, "nobody asks again"


def test_a_change_of_mind_in_words_holds_the_story_at_once_whoever_says_it(either_council: Council) -> None:
    council = either_council
    a_story(council)
    reply = told_in_words(council, "joan", "Mrs K. has changed her mind about GN-0001")
    assert reply.readable == (
        "Thank you for telling me. From this moment GN-0001 is not told any more. "
        "The press office has been told and will do the rest."
    )
    assert council.story().held_at == council.slack.clock.now()
    assert "A garden" not in council.card("GN-0001").readable
    asked = council.person("priya").inbox.last
    assert asked.readable.startswith("Somebody says that a person in GN-0001 may have changed their mind.")
    asked.press("They still agree")
    council.until_quiet()
    assert council.story().held_at is None
    assert "A garden for everyone" in council.card("GN-0001").readable
    assert council.timeline("GN-0001")[-2:] == [
        "Joan Whitfield heard that somebody in GN-0001 may have changed their mind. It is not told until that is clear.",
        "Priya Nair asked, and the people in GN-0001 still agree.",
    ]


def test_its_author_says_so_in_words_and_takes_it_out(council: Council) -> None:
    a_story(council)
    seen_the_words(council)
    amara = council.person("amara")
    reply = told_in_words(council, "amara", "the tenant has changed her mind about gn-1, sorry")
    assert reply.readable.startswith(
        "Thank you for telling me. From this moment GN-0001 is not told any more. Who has changed"
    )
    reply.press("Open")
    amara.form.press("Changed their mind")
    form_with(council, "amara", "consent_uses_ended").submit()
    council.until_quiet()
    assert council.consents()[0].withdrawn_how == "told_me"
    assert council.story().taken_out_at is not None
    assert council.story().title == ""
    assert told_in_words(council, "amara", "GN-0001: please take it down").readable == (
        "Thank you for telling me. GN-0001 has been taken out already. Nothing more is needed."
    )
    assert council.slack.log.problems() == []


def test_an_age_after_a_comma_is_no_second_person(council: Council) -> None:
    council.sends_in("amara", **{**AGREED, "consent_who": "Mrs K, 82\nL, 4 and her sister"})
    assert [one.who for one in council.consents()] == ["Mrs K, 82", "L, 4", "her sister"]
