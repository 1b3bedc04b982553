"""The enquiries of the week before the demo opens, from the first question to the words that wait for a yes."""

from dataclasses import dataclass
from datetime import timedelta

from bot.demo.week import Week
from bot.desk import coverage, fact_checks, lines, links, press, sign_offs, statements
from bot.messages.ids import Action
from bot.rules.coverage_form import CoverageForm
from bot.rules.lines import LineForm
from bot.rules.statement_form import FactsForm, SignOffForm, StatementForm
from bot.rules.working_forms import LinkForm

RESTRICTED = "press-restricted"


@dataclass(frozen=True)
class Enquiries:
    """What journalists ask, and what becomes of it."""

    week: Week

    def ramps_are_asked_about(self) -> None:
        self.week.asks(
            "grace",
            outlet="The Northbank Herald",
            journalist="Lena Marsh, 020 7946 0555",
            deadline="noon tomorrow",
            question="How long do people in Northbank wait for a ramp or a grab rail, and is it getting longer?",
        )
        self.week.taken("ME-0001", "priya", lead="shirin")

    def ramps_have_words(self) -> None:
        """Shirin says yes to them."""
        priya, shirin = (self.week.id_of(name) for name in ("priya", "shirin"))
        desk = self.week.desk
        words = (
            "On average three weeks for a grab rail and eleven for a ramp. A year ago it was five and sixteen. "
            "Two more occupational therapists joined the team in spring."
        )
        statements.draft(desk, 1, StatementForm(words=(words,)), form_id="history-ramps-1", person=priya)
        sign_offs.ask(desk, 1, SignOffForm(people=(shirin,)), person=priya)
        sign_offs.approve(desk, 1, candour="nothing_wrong", person=shirin)
        self.week.stage.wait_until_quiet()

    def ramps_are_answered(self) -> None:
        """With the words that stand in the form, which are kept as a line."""
        self.week.on_card("ME-0001", "priya", Action.ENQUIRY_RESPOND)
        self.week.person("priya").form.submit()
        review = self.week.stage.slack.clock.now().date() + timedelta(days=180)
        line = LineForm("How long people wait for ramps and grab rails", "adults", f"{review}")
        lines.keep(self.week.desk, 1, line, form_id="history-ramps-line", person=self.week.id_of("priya"))
        self.week.closed("ME-0001", "priya")

    def ramps_are_in_the_paper(self) -> None:
        priya, desk = self.week.id_of("priya"), self.week.desk
        piece = CoverageForm(
            link="https://northbank-herald.example/care/ramps-and-rails",
            title="Shorter wait for ramps, longer for the form",
            published_on=self.week.today(),
            tone="fair",
            our_words="yes",
        )
        coverage.record(desk, 1, piece, form_id="history-ramps", person=priya)
        coverage.note_learnt(
            desk, 1, "Have last year's figures beside this year's before the telephone rings.", person=priya
        )

    def a_private_enquiry(self) -> None:
        self.week.asks(
            "rosa",
            outlet="Coastline FM",
            journalist="Adil Rahman, 020 7946 0821",
            deadline="4pm today",
            question="They say a foster family has contacted them about a placement that ended. They want an interview.",
        )
        self.week.taken("ME-0002", "dewi", lead="rosa", channel=RESTRICTED)

    def the_private_enquiry_ends(self) -> None:
        self.week.closed("ME-0002", "dewi", channel=RESTRICTED, outcome="declined")

    def carers_pay_is_asked_about(self) -> None:
        self.week.asks(
            "ibrahim",
            outlet="Northbank Echo",
            journalist="Sam Poole, 020 7946 0018",
            deadline="Friday 4pm",
            question="Will care workers on nights be paid for their travel between visits from next spring?",
        )
        self.week.taken("ME-0003", "priya", lead="shirin")
        press.verify(self.week.desk, 3, "020 7946 0300", person=self.week.id_of("priya"))
        self.week.stage.wait_until_quiet()

    def carers_pay_is_drafted(self) -> None:
        """The words wait for the lead's yes when the demo opens: a second version, the facts of which were checked."""
        priya, ibrahim, shirin = (self.week.id_of(name) for name in ("priya", "ibrahim", "shirin"))
        desk = self.week.desk
        first = StatementForm(words=("Nobody who cares for people at night should be out of pocket for it.",))
        statements.draft(desk, 3, first, form_id="history-pay-1", person=priya)
        words = (
            "From April, care workers on nights will be paid for the time between visits, as those on days are now.\n\n"
            "It should have been so from the start, and we are sorry that it was not."
        )
        second = StatementForm(words=(words,), note="Says what went wrong, and from when it is put right.", base=1)
        statements.draft(desk, 3, second, form_id="history-pay-2", person=priya)
        fact_checks.ask(desk, 3, FactsForm(person=ibrahim), person=priya)
        fact_checks.answer(desk, 1, right=True, person=ibrahim)
        sign_offs.ask(desk, 3, SignOffForm(people=(shirin,)), person=priya)

    def a_form_is_asked_about(self) -> None:
        self.week.asks(
            "tomasz",
            outlet="The Harbour Post",
            journalist="Ffion Rees, 020 7946 0377",
            deadline="Friday 5pm",
            question="A parent says that they waited four months for an answer to a complaint. Is that usual?",
        )
        self.week.taken("ME-0004", "dewi", lead="marcus", channel=RESTRICTED)

    def carers_pay_is_asked_about_by_another(self) -> None:
        """Another reporter on the same story: the two hang together."""
        self.week.asks(
            "grace",
            outlet="Coastline FM",
            journalist="Rhian Price, 020 7946 0612",
            deadline="Friday 4pm",
            question="We hear that care workers on nights are not paid for their travel between visits. Will that change?",
        )
        self.week.taken("ME-0005", "priya", lead="shirin")
        links.link(self.week.desk, 5, LinkForm("same_story", typed="ME-0003"), person=self.week.id_of("priya"))
        self.week.stage.wait_until_quiet()
