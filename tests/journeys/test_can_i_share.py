"""Can I share this? A plain answer at once, or from a person by a stated time; and what was shared becomes a story."""

import pytest

from bot.desk import share_answers
from sandbox.people.form import Form
from storage.kinds import Light, Role, ShareState, Subject, Use
from storage.share import ShareAsk
from storage.story_told import tellings_of
from tests.journeys.council import Council
from tests.journeys.sharing import QUESTIONS, WORDS, answered_with, asks, kept

FREE = "Nothing here restricts whistleblowing or union activity. To raise a concern, or to speak as a union member, you need not ask us."
GREEN = (
    "Green: go ahead. Share it now if you like. Your words are kept here as SH-0001.\n"
    f"Your words\n{WORDS}\nWhere: My own LinkedIn\nI have shared it"
)


def test_green_is_said_at_once_and_kept(either_council: Council) -> None:
    council = either_council
    asks(council)
    assert council.person("amara").form.text == f"Can I share this?\n{GREEN}\n{FREE}\nClose"
    assert council.said_to("amara") == [GREEN]
    ask = kept(council)
    assert (ask.words, ask.light, ask.state, ask.due_at) == (WORDS, Light.GREEN, ShareState.ANSWERED, None)
    assert council.person("priya").in_channel("press-desk").messages == []
    assert council.trail(1, Subject.SHARE) == [("Amara", "share_asked")]


def test_amber_is_answered_by_the_press_office_in_time(either_council: Council) -> None:
    council = either_council
    asks(council, share_for_us="yes")
    said = council.said_to("amara")[-1]
    assert "Amber: Priya Nair or a colleague in the press office answers you by" in said
    assert "The clock runs on us" in said
    card = council.card("SH-0001")
    assert WORDS in card.readable
    assert list(card.buttons) == ["Yes, go ahead", "Yes, with these changes", "Not yet", "Open"]
    card.press("Yes, go ahead")
    council.until_quiet()
    assert council.said_to("amara")[-1] == (
        "Green: Priya Nair says yes, go ahead. This is about SH-0001.\n"
        f"Your words\n{WORDS}\nWhere: My own LinkedIn\nI have shared it\nWhy?"
    )
    assert council.card("SH-0001").readable == "SH-0001 Priya Nair said yes to Amara Okafor.\nOpen"
    assert kept(council).light == Light.GREEN
    assert council.trail(1, Subject.SHARE) == [("Amara", "share_asked"), ("Priya", "share_answered")]


def test_not_yet_says_why_and_what_would_make_it_possible(either_council: Council) -> None:
    council = either_council
    asks(council, share_for_us="yes")
    form = answered_with(council, "Not yet", share_answer="The budget is voted on tomorrow.")
    assert form.is_open
    assert "share_possible" in form.errors
    form.fill(share_possible="Share it on Thursday, after the vote.").submit()
    council.until_quiet()
    said = council.said_to("amara")[-1]
    assert said.startswith(
        "Red: Priya Nair says not yet. This is about SH-0001.\nThe budget is voted on tomorrow.\n"
        "What would make it possible\nShare it on Thursday, after the vote.\n"
    )
    assert "I have shared it" not in said


def test_yes_with_changes(council: Council) -> None:
    asks(council, share_for_us="yes")
    answered_with(council, "Yes, with these changes", share_answer="Please leave the price out.")
    said = council.said_to("amara")[-1]
    assert said.startswith("Green: Priya Nair says yes, with these changes. This is about SH-0001.")
    assert "Please leave the price out." in said
    assert "I have shared it" in said


def test_red_says_why_what_would_make_it_possible_and_who_helps(council: Council) -> None:
    asks(council, share_person="yes", share_agreed="no")
    said = council.said_to("amara")[-1]
    assert said == (
        "Red: not yet. That is about the words, not about you. It is kept here as SH-0001.\n"
        "Why\n• People decide for themselves who hears of them. Even without a name, those who know them know.\n"
        "What would make it possible\n• Ask them, in easy words, and have their yes recorded; or tell it without them.\n"
        "Who can help: Shirin Daryaei (leads the service); Priya Nair (press office)\n"
        f"Your words\n{WORDS}\nWhere: My own LinkedIn\nWhy?\nThis rule got in my way"
    )
    assert council.person("priya").in_channel("press-desk").messages == []
    assert WORDS not in council.said_to("priya")


def test_someone_in_it_keeps_the_words_out_of_the_channel(either_council: Council) -> None:
    council = either_council
    asks(council, share_person="yes", share_agreed="yes")
    card = council.card("SH-0001")
    assert WORDS not in card.readable
    assert WORDS not in card.sentence
    assert "Someone could be recognised or hurt, so the words are shown only when you press Open." in card.readable
    card.press("Open")
    page = council.person("priya").form
    assert WORDS in page.text
    assert "Is a person we support in it, even without a name? Yes" in page.text
    page.press("Yes, go ahead")
    council.until_quiet()
    assert "Green: Priya Nair says yes, go ahead." in council.said_to("amara")[-1]
    council.until(lambda: "You said yes to Amara Okafor." in council.person("priya").form.text, "the page shows it")


def test_the_form_asks_about_agreement_only_where_someone_is_in_it(council: Council) -> None:
    amara = council.person("amara")
    amara.types(f"/can-i-share {WORDS}")
    assert "have they agreed" not in amara.form.text
    amara.form.fill(share_person="yes")
    council.until(lambda: "have they agreed" in amara.form.text, "the form has grown")
    form = amara.form.submit()
    assert set(form.errors) == {
        "share_place", "share_agreed", "share_child", "share_court", "share_for_us", "share_colleague",
    }  # fmt: skip


@pytest.mark.parametrize("words", ["His NHS number is 943 476 5919", "She lives at 12 Elm Road, Northbank"])
def test_details_of_people_we_support_stay_out(council: Council, words: str) -> None:
    form = asks(council, share_words=words)
    assert form.is_open
    assert council.count(ShareAsk) == 0


def test_past_its_time_it_goes_up_in_the_press_office(either_council: Council) -> None:
    council = either_council
    asks(council, share_for_us="yes")
    council.advance(hours=2)
    council.until_quiet()
    assert council.asked(1, Subject.SHARE) == [("share_answer", "Priya")]
    assert "Half of the time has gone. Can you answer?" in council.said_to("priya")[-1]
    council.advance(hours=2)
    council.until_quiet()
    assert council.asked(1, Subject.SHARE) == [("share_answer", "Priya"), ("share_head", "Helen")]
    council.person("helen").inbox.last.press("Yes, go ahead")
    council.until_quiet()
    assert council.said_to("helen")[-1] == "You answered SH-0001. Nothing more is needed."
    assert council.said_to("priya")[-1] == "Helen Brooks answered SH-0001. Nothing more is needed."
    assert "Green: Helen Brooks says yes" in council.said_to("amara")[-1]


def chooses_green(council: Council) -> None:
    council.change_organisation(lambda text: text.replace("[sharing]\n", "[sharing]\nturns_green = true\n"))


def test_late_and_nobody_in_it_is_a_yes_where_the_organisation_chose_so(either_council: Council) -> None:
    council = either_council
    chooses_green(council)
    asks(council, share_for_us="yes")
    council.advance(hours=4)
    assert share_answers.tick(council.bot.desk) == 1
    council.until_quiet()
    assert council.said_to("amara")[-1].startswith(
        "Green: go ahead. Nobody in the press office answered SH-0001 in time."
    )
    assert council.card("SH-0001").readable.startswith("SH-0001 Nobody answered Amara Okafor in time, so it is a yes")
    assert council.asked(1, Subject.SHARE) == [("share_answer", "Priya")]
    assert share_answers.tick(council.bot.desk) == 0


def test_late_with_somebody_in_it_never_is(council: Council) -> None:
    chooses_green(council)
    asks(council, share_person="yes", share_agreed="yes")
    council.advance(hours=4)
    assert share_answers.tick(council.bot.desk) == 0
    council.until_quiet()
    assert kept(council).light == Light.AMBER
    assert council.asked(1, Subject.SHARE)[-1] == ("share_head", "Helen")


def test_shared_and_made_a_story_it_can_be_in_the_digest(either_council: Council) -> None:
    council = either_council
    asks(council)
    amara = council.person("amara")
    amara.form.close()
    amara.inbox.last.press("I have shared it")
    form = amara.form.fill(shared_link="northbank")
    assert "shared_link" in form.submit().errors
    form.fill(shared_link="https://northbank.example/prize").submit()
    council.until_quiet()
    assert kept(council).state == ShareState.TOLD
    last = amara.inbox.last
    assert last.readable == (
        "You shared it: SH-0001. Thank you for asking first.\nWhere: My own LinkedIn\n"
        "Would colleagues be glad to read of it? Make it a story for the weekly digest.\nSee it\nMake it a story"
    )
    last.press("Make it a story")
    story = amara.form
    assert not story.submit().is_open, story.errors
    council.until_quiet()
    assert council.story().status == "told"
    assert council.story().credit == "Amara Okafor"
    assert kept(council).story_id == 1
    with council.database.read() as session:
        told = [(one.use, one.place, one.link) for one in tellings_of(session, 1)]
    assert told == [(Use.SOCIAL, "My own LinkedIn", "https://northbank.example/prize")]
    assert "It is a story now, GN-0001: look out for it in the weekly digest." in amara.inbox.last.readable
    assert [one.step for one in council.nudges(1, Subject.STORY) if one.state == "planned"] == []


def test_taken_back(council: Council) -> None:
    asks(council, share_for_us="yes")
    council.person("amara").inbox.last.press("Take it back")
    council.until_quiet()
    assert council.said_to("amara")[-1].startswith("You took SH-0001 back. No answer is needed any more.")
    assert council.card("SH-0001").readable == ("SH-0001 Amara Okafor took the question back. Nothing is needed.\nOpen")
    council.advance(hours=5)
    assert council.asked(1, Subject.SHARE) == []


def test_ones_own_question_is_answered_by_somebody_else(council: Council) -> None:
    asks(council, "priya", share_for_us="yes")
    council.card("SH-0001").press("Yes, go ahead")
    assert council.private_word("priya", "press-desk") == "You asked this one yourself, so somebody else answers it."
    assert kept(council).owner == council.organisation.holders(Role.PRESS_OFFICER)[1]


def test_a_message_is_asked_about_with_its_words_and_its_link(council: Council) -> None:
    amara = council.person("amara")
    message = amara.writes(WORDS, "social-care")
    amara.uses_shortcut("can_i_share_this", message)
    assert WORDS in amara.form.text or WORDS in str(amara.form.values)
    asks_form = amara.form.fill(
        share_place="X", share_person="no", share_child="no", share_court="no", share_for_us="no", share_colleague="no"
    )
    asks_form.submit()
    council.until_quiet()
    assert kept(council).source_link.startswith("https://slack.com/archives/")


def test_an_answer_lost_on_its_way_asks_once(council: Council) -> None:
    amara = council.person("amara")
    amara.types("/can-i-share")
    answers = dict.fromkeys((one for one in QUESTIONS if one != "share_press"), "no")
    form = amara.form.fill(share_words=WORDS, share_place="X", **{**answers, "share_for_us": "yes"})
    council.loses_the_next_answer()
    assert form.submit().is_open
    form.submit()
    council.until_quiet()
    assert "Amber:" in amara.form.text
    assert council.count(ShareAsk) == 1
    assert [one.step for one in council.nudges(1, Subject.SHARE)] == ["share_answer", "share_head"]


def test_sent_again_with_other_words_it_is_asked_anew(council: Council) -> None:
    amara = council.person("amara")
    amara.types("/can-i-share")
    answers = dict.fromkeys((one for one in QUESTIONS if one != "share_press"), "no")
    form = amara.form.fill(share_words=WORDS, share_place="X", **{**answers, "share_for_us": "yes"})
    council.loses_the_next_answer()
    form.submit()
    form.fill(share_for_us="no").submit()
    council.until_quiet()
    assert kept(council).light == Light.GREEN
    assert council.said_to("amara")[-1].startswith("Green: go ahead.")
    council.advance(hours=5)
    assert council.asked(1, Subject.SHARE) == []


def shares_it(council: Council, who: str = "amara", **fields: str) -> Form:
    """Somebody says that it is out now."""
    person = council.person(who)
    person.inbox.last.press("I have shared it")
    form = person.form.fill(**fields).submit()
    council.until_quiet()
    return form


def test_where_it_was_shared_is_asked_and_what_was_said_in_the_question_is_chosen_already(council: Council) -> None:
    asks(council, share_place="A poster in the hall of Elm House")
    amara = council.person("amara")
    amara.form.close()
    amara.inbox.last.press("I have shared it")
    assert amara.form.values["shared_as"] == "website"
    assert amara.form.values["shared_place"] == "A poster in the hall of Elm House"
    amara.form.fill(shared_as="colleagues").submit()
    council.until_quiet()
    assert kept(council).told_as == Use.COLLEAGUES
    amara.inbox.last.press("Make it a story")
    amara.form.submit()
    council.until_quiet()
    with council.database.read() as session:
        assert [one.use for one in tellings_of(session, 1)] == [Use.COLLEAGUES]
    amara.types("/story-idea GN-0001")
    assert "A poster in the hall of Elm House (among colleagues)" in amara.form.text


def test_what_was_said_aloud_stands_nowhere_that_it_could_be_taken_down(council: Council) -> None:
    asks(council, share_kind="speak", share_place="A conference of occupational therapists")
    amara = council.person("amara")
    amara.form.close()
    amara.inbox.last.press("I have done it")
    assert amara.form.title == "I have done it"
    assert amara.form.values["shared_as"] == "press"
    amara.form.submit()
    council.until_quiet()
    amara.inbox.last.press("Make it a story")
    amara.form.submit()
    council.until_quiet()
    with council.database.read() as session:
        [told] = tellings_of(session, 1)
    assert (told.use, told.ended_at) == (Use.PRESS, council.slack.clock.now())


def test_what_was_shared_stays_with_its_story_through_a_draft(either_council: Council) -> None:
    council = either_council
    asks(council)
    amara = council.person("amara")
    amara.form.close()
    shares_it(council, shared_link="https://northbank.example/prize")
    amara.inbox.last.press("Make it a story")
    amara.form.press("Save as a draft")
    council.until_quiet()
    amara.form.close()
    told = amara.inbox.last
    assert "You have put it aside as a story, GN-0001. Go on with it whenever you like." in told.readable
    assert list(told.buttons) == ["See it", "Go on with it"]
    told.press("Go on with it")
    council.until(lambda: amara.form.title == "Story idea", "the draft is open")
    assert not amara.form.submit().is_open
    council.until_quiet()
    assert council.story().status == "told"
    assert kept(council).story_id == 1
    with council.database.read() as session:
        assert [(one.place, one.link) for one in tellings_of(session, 1)] == [
            ("My own LinkedIn", "https://northbank.example/prize")
        ]
    assert "It is a story now, GN-0001" in council.said_to("amara")[-1]
    assert ("Amara", "share_made_story") in council.trail(1, Subject.SHARE)


def test_a_draft_that_is_thrown_away_leaves_it_free_to_become_a_story(council: Council) -> None:
    asks(council)
    amara = council.person("amara")
    amara.form.close()
    shares_it(council)
    pressed = amara.inbox.last
    pressed.press("Make it a story")
    amara.form.press("Save as a draft")
    council.until_quiet()
    amara.form.close()
    amara.inbox.last.press("Go on with it")
    council.until(lambda: amara.form.title == "Story idea", "the draft is open")
    amara.form.press("Throw it away")
    council.until_quiet()
    assert kept(council).story_id is None
    assert "Make it a story" in amara.inbox.last.buttons


def test_a_story_with_somebody_in_it_waits_for_the_press_office_and_says_so(council: Council) -> None:
    asks(council, share_person="yes", share_agreed="yes")
    council.card("SH-0001").press("Yes, go ahead")
    council.until_quiet()
    amara = council.person("amara")
    amara.form.close()
    shares_it(council)
    amara.inbox.last.press("Make it a story")
    amara.form.fill(recognisable="not_asked").submit()
    council.until_quiet()
    became = "It is a story idea now, GN-0001: the press office has it, and you hear what becomes of it."
    assert [became in one for one in council.said_to("amara") if "story" in one and one.startswith("You shared")] == [
        True
    ]
    amara.types("/story-idea GN-0001")
    amara.form.press("Take it back")
    council.until_quiet()
    assert council.said_to("amara")[-2].startswith(
        "Please take GN-0001 down where you told it: the story was taken back."
    )
    became = "It was a story idea too, GN-0001, and is not told any more."
    assert [became in one for one in council.said_to("amara") if "story" in one and one.startswith("You shared")] == [
        True
    ]


def test_the_press_office_reads_what_is_owed_and_not_what_the_asker_is_told(council: Council) -> None:
    asks(council, share_for_us="yes")
    priya = council.person("priya")
    council.card("SH-0001").press("Open")
    assert "Amara Okafor asked" in priya.form.text
    assert "Amber: an answer is owed by" in priya.form.text
    assert "The words" in priya.form.text
    assert "answers you" not in priya.form.text
    assert "Your words" not in priya.form.text
    priya.form.press("Yes, go ahead")
    council.until(lambda: "You said yes to Amara Okafor." in priya.form.text, "the page shows it")
    amara = council.person("amara")
    amara.form.close()
    amara.types("/can-i-share SH-0001")
    assert "You asked" in amara.form.text


def test_beside_a_red_rule_what_an_amber_one_wants_is_not_said_to_make_it_possible(council: Council) -> None:
    asks(council, share_child="yes", share_agreed="no")
    said = council.said_to("amara")[-1]
    assert "A second pair of eyes sees what could be pieced together from what was told before." in said
    assert "have it recorded; or tell it without the child." in said
    assert "They answer by the time stated." not in said, "no time is stated beside a red light"
    assert "time stated" not in council.person("amara").inbox.last.sentence


def test_words_longer_than_the_box_stand_above_it_while_the_form_grows(council: Council) -> None:
    amara = council.person("amara")
    amara.types(f"/can-i-share {'Garden ' * 430}and the pumpkins won.")
    assert "These words did not fit in the box below" in amara.form.text
    assert "and the pumpkins won." in amara.form.text
    amara.form.fill(share_person="yes")
    council.until(lambda: "have they agreed" in amara.form.text, "the form has grown")
    assert "and the pumpkins won." in amara.form.text
    assert len(amara.form.values["share_words"]) == 3_000
