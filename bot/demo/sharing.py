"""*Can I share this?* in the week before the demo opens: green, amber, red, an idea for the organisation, and a rule in the way."""

from dataclasses import dataclass

from bot.demo.week import Week
from bot.desk import share_answers, share_rules, shares
from bot.rules.share_form import AnswerForm, RuleForm, SharedForm, ShareForm
from bot.rules.share_rules import ASKED, Question
from storage.kinds import ShareKind
from storage.share import ShareAsk


@dataclass(frozen=True)
class Sharing:
    """Who asks, and what they hear."""

    week: Week

    def forty_kitchens_on_linkedin(self) -> None:
        """Green, and shared a few minutes later."""
        asked = self._asks(
            "grace",
            ShareKind.SHARE,
            "Six of us gave up a Saturday, and forty people can fill their own kettle again. Proud of this team.",
            "My own LinkedIn",
        )
        self.week.stage.slack.clock.advance(600)
        where = SharedForm(place="My own LinkedIn", link="https://linkedin.example/forty-kitchens")
        shares.shared(self.week.desk, asked.id, where, person=self.week.id_of("grace"))
        self.week.stage.wait_until_quiet()

    def a_box_for_first_visits(self) -> None:
        """An idea for the organisation."""
        self._asks(
            "yusuf",
            ShareKind.CHANGE,
            "We should send the phrase sheet before a first visit, with the letter. Half of the fear is gone when people know what "
            "they will be asked.",
        )

    def the_box_has_an_answer(self) -> None:
        """From whoever had to answer it."""
        asked = self._found("yusuf")
        reply = AnswerForm(
            "Yes. From January it goes out with every first letter. Grace’s team tries it from Monday; thank you."
        )
        share_answers.reply(self.week.desk, asked.id, reply, person=asked.owner or self.week.id_of("shirin"))
        self.week.stage.wait_until_quiet()

    def come_and_work_nights(self) -> None:
        """Amber, and a yes with a change half an hour later."""
        asked = self._asks(
            "ibrahim",
            ShareKind.SHARE,
            "We are looking for two more people for nights at Elm House. The pay is going up, and the garden glows. Come and see it.",
            "The Harbour Road residents’ page",
            Question.FOR_US,
        )
        self.week.stage.slack.clock.advance(1_800)
        change = AnswerForm(
            "Please leave out the line about pay until April, and put in the link to the jobs page. Lovely words."
        )
        share_answers.yes_with_changes(self.week.desk, asked.id, change, person=self.week.id_of("priya"))
        self.week.stage.wait_until_quiet()

    def a_talk_about_a_case(self) -> None:
        """Red, and the rule is given to those who look at the rules."""
        asked = self._asks(
            "tomasz",
            ShareKind.SPEAK,
            "How we work with families while a case is in court: what helps, and what we would do differently.",
            "Students of social work at the university, in March",
            Question.COURT,
        )
        rule = RuleForm("court", "I would speak of how we work, not of any one case. Could there be a yes for that?")
        share_rules.raise_rule(
            self.week.desk, rule, share_id=asked.id, form_id="history-rule", person=self.week.id_of("tomasz")
        )
        self.week.stage.wait_until_quiet()

    def on_the_radio(self) -> None:
        """Amber, and waiting when the demo opens."""
        self._asks(
            "rosa",
            ShareKind.SPEAK,
            "What it is like to foster a teenager, and what we do when it is hard.",
            "Coastline FM’s phone-in, next Thursday evening",
            Question.PRESS,
        )

    def _asks(self, who: str, kind: ShareKind, words: str, place: str = "", *yes: Question) -> ShareAsk:
        answers = {str(one): one in yes for one in ASKED[kind]}
        form = ShareForm(kind=kind.value, words=words, place=place, answers=answers)
        asked = shares.ask(self.week.desk, form, form_id=f"history-{who}-{kind}", person=self.week.id_of(who))
        self.week.stage.wait_until_quiet()
        return asked

    def _found(self, who: str) -> ShareAsk:
        return shares.own(self.week.desk, person=self.week.id_of(who))[0]
