"""We should change…: an idea for the organisation has an owner and an answer; a rule that got in someone's way has one too."""

from storage.kinds import ShareState, Subject
from storage.share import JointItem, get_joint_item
from tests.journeys.council import Council
from tests.journeys.sharing import asks, kept

IDEA = "Let night staff fill in the daily notes on their phones: an hour more for people each night."
HOW = "I could not post a photo of our own hall."


def item(council: Council, number: int = 1) -> JointItem:
    with council.database.read() as session:
        found = get_joint_item(session, number)
    assert found is not None
    return found


def test_an_idea_goes_to_the_service_lead_and_is_answered(either_council: Council) -> None:
    council = either_council
    asks(council, share_kind="change", share_words=IDEA, share_area="adults")
    said = council.said_to("amara")[-1]
    assert said.startswith("Thank you. Shirin Daryaei has your idea and answers you by")
    assert IDEA in council.said_to("shirin")[-1]
    assert council.asked(1, Subject.SHARE) == [("change_new", "Shirin")]
    assert council.person("priya").in_channel("press-desk").messages == []
    council.person("shirin").inbox.last.press("Answer")
    council.person("shirin").form.fill(share_answer="Yes: from May, on two wards first.").submit()
    council.until_quiet()
    assert council.said_to("amara")[-1] == (
        f"Shirin Daryaei has answered your idea SH-0001.\nYes: from May, on two wards first.\nYour idea\n{IDEA}"
    )
    assert council.said_to("shirin")[-1] == "You answered SH-0001. Nothing more is needed."
    assert kept(council).state == ShareState.ANSWERED


def test_an_idea_nobody_answers_goes_up(either_council: Council) -> None:
    council = either_council
    asks(council, share_kind="change", share_words=IDEA, share_area="adults")
    council.advance(days=6)
    council.until_quiet()
    council.advance(days=2)
    council.until_quiet()
    assert council.asked(1, Subject.SHARE) == [
        ("change_new", "Shirin"),
        ("change_again", "Shirin"),
        ("change_head", "Helen"),
    ]
    assert "was promised an answer to the idea SH-0001" in council.said_to("helen")[-1]


def test_an_idea_for_the_whole_organisation_is_the_head_of_communications(council: Council) -> None:
    asks(council, share_kind="change", share_words=IDEA, share_area="-")
    assert kept(council).owner == council.organisation.head_of_comms


def test_a_rule_in_the_way_goes_to_the_joint_group_and_any_of_them_answers(either_council: Council) -> None:
    council = either_council
    asks(council, share_for_us="yes")
    amara = council.person("amara")
    amara.form.close()
    amara.inbox.last.press("This rule got in my way")
    form = amara.form
    assert "people of the front line, of the press office and those we support" in form.text
    form.fill(rule_words=HOW).submit()
    council.until_quiet()
    assert council.said_to("amara")[-1].startswith("Thank you: what you wrote about a rule is kept as JG-0001.")
    assert [name for _, name in council.asked(1, Subject.JOINT)] == ["Helen", "Grace", "Shirin"]
    for name in ("helen", "grace", "shirin"):
        assert HOW in council.said_to(name)[-1], name
    council.person("grace").inbox.last.press("Answer")
    council.person("grace").form.fill(rule_answer="You are right. Halls are fine from today.").submit()
    council.until_quiet()
    assert council.said_to("amara")[-1] == (
        "Grace Adeyemi of the joint group answered what you wrote about a rule, JG-0001.\n"
        "You are right. Halls are fine from today.\nThe rule: it speaks for the organisation."
    )
    assert council.said_to("helen")[-1] == "Grace Adeyemi answered JG-0001. Nothing more is needed."
    assert (item(council).rule, item(council).share_id) == ("for_us", 1)
    assert council.trail(1, Subject.JOINT)[-1] == ("Grace", "rule_answered")


def test_the_joint_group_late_the_head_of_communications_is_asked(council: Council) -> None:
    council.change_organisation(lambda text: text.replace('["helen", "grace", "shirin"]', '["grace", "shirin"]'))
    council.person("amara").types("/can-i-share rules")
    council.person("amara").form.press("This rule got in my way")
    council.until(lambda: council.person("amara").form.title == "It got in my way", "the form is open")
    council.person("amara").form.fill(rule="other", rule_words=HOW).submit()
    council.until_quiet()
    council.advance(days=15)
    council.until_quiet()
    assert council.asked(1, Subject.JOINT)[-1] == ("joint_head", "Helen")
    assert "the joint group has not answered by" in council.said_to("helen")[-1]


def test_without_a_joint_group_the_head_of_communications_has_it(council: Council) -> None:
    council.change_organisation(lambda text: text.replace('["helen", "grace", "shirin"]', "[]"))
    council.person("amara").types("/can-i-share rules")
    council.person("amara").form.press("This rule got in my way")
    council.until(lambda: council.person("amara").form.title == "It got in my way", "the form is open")
    assert "It goes to Helen Brooks" in council.person("amara").form.text
    council.person("amara").form.fill(rule="for_us", rule_words=HOW).submit()
    council.until_quiet()
    assert council.asked(1, Subject.JOINT) == [("joint_new", "Helen")]


def test_everyone_reads_the_rules_and_the_head_of_communications_changes_them(either_council: Council) -> None:
    council = either_council
    amara, helen = council.person("amara"), council.person("helen")
    amara.types("/can-i-share rules")
    assert "Amber: it speaks for the organisation" in amara.form.text
    assert "Never green by itself, whatever anybody sets." in amara.form.text
    assert "Nothing here restricts whistleblowing or union activity." in amara.form.text
    assert "Change the rules" not in amara.form.buttons
    amara.form.close()
    helen.types("/can-i-share rules")
    helen.form.press("Change the rules")
    council.until(lambda: helen.form.title == "Change the rules", "the form is open")
    helen.form.fill(rule_for_us="green").submit()
    council.until_quiet()
    council.until(lambda: "Green: it speaks for the organisation" in helen.form.text, "the page shows it")
    asks(council, share_for_us="yes")
    assert council.said_to("amara")[-1].startswith("Green: go ahead.")
    assert ("Helen", "share_rules_set") in council.trail(1, Subject.ORGANISATION)


def test_mine_and_one_by_its_reference(council: Council) -> None:
    amara = council.person("amara")
    assert "You have not asked yet." in amara.types("/can-i-share mine")
    asks(council, share_for_us="yes")
    amara.form.close()
    assert "SH-0001: can I share this? amber, answered by" in amara.types("/can-i-share mine")
    amara.types("/can-i-share SH-0001")
    assert amara.form.title == "Question SH-0001"
    council.person("ibrahim").types("/can-i-share sh 1")
    assert council.private_word("ibrahim").startswith("This is private.")


def test_whoever_raised_a_rule_sees_where_it_stands_and_the_group_answers_from_its_page(
    either_council: Council,
) -> None:
    council = either_council
    amara, grace = council.person("amara"), council.person("grace")
    asks(council, share_for_us="yes")
    amara.form.close()
    amara.inbox.last.press("This rule got in my way")
    amara.form.fill(rule_words=HOW).submit()
    council.until_quiet()
    said = amara.types("/can-i-share mine")
    assert "JG-0001: a rule that got in your way: answered by" in said
    assert "SH-0001: can I share this? amber, answered by" in said
    amara.inbox.wait_for(lambda message: message.ephemeral and "JG-0001" in message.readable)
    amara.types("/can-i-share jg 1")
    page = amara.form
    assert page.title == "A rule: JG-0001"
    assert "You wrote this about a rule" in page.text
    assert HOW in page.text
    assert "It comes from the joint group." in page.text
    assert "Answer" not in page.buttons
    page.press("Open")
    council.until(lambda: amara.form.title == "Question SH-0001", "the question that it came from")
    amara.form.close(everything=True)

    grace.types("/can-i-share JG-0001")
    assert "Somebody wrote this about a rule" in grace.form.text, "the group looks at the rule, not at who met it"
    assert "Amara" not in grace.form.text
    assert "SH-0001" not in grace.form.text
    grace.form.press("Answer")
    council.until(lambda: "rule_answer" in grace.form.fields, "the form is open")
    grace.form.fill(rule_answer="You are right. Halls are fine from today.").submit()
    council.until_quiet()
    council.until(lambda: "You answered" in grace.form.text, "the page shows it")
    raised = "JG-0001 has its answer. You find it in the message that followed."
    assert [one for one in council.said_to("amara") if one.startswith(raised)] != []
    amara.types("/can-i-share JG-0001")
    assert "Grace Adeyemi of the joint group answered" in amara.form.text
    assert "You are right. Halls are fine from today." in amara.form.text
    assert "JG-0001: a rule that got in your way: answered." in amara.types("/can-i-share mine")
    council.person("ibrahim").types("/can-i-share JG-0001")
    assert council.private_word("ibrahim").startswith("This is private.")
