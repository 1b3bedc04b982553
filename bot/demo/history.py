"""What happened at Northbank in the week before the demo opens: played by its people through the bot, so that no page is empty."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from bot.demo import good_news
from bot.demo.chatter import CHATTER, Remark
from bot.desk import (
    absences,
    coverage,
    digests,
    fact_checks,
    lines,
    links,
    nudging,
    press,
    sign_offs,
    statements,
)
from bot.messages.ids import Action
from bot.rules.absences import AwayForm
from bot.rules.coverage_form import CoverageForm
from bot.rules.lines import LineForm
from bot.rules.statement_form import FactsForm, SignOffForm, StatementForm
from bot.rules.working_forms import LinkForm
from sandbox.people.driver import Person
from sandbox.people.seen import Message

if TYPE_CHECKING:
    from bot.demo.stage import Stage

DAYS = 8
"""How many days before the opening it begins: on the Tuesday of the week before."""
DESK, RESTRICTED, GOOD_NEWS = "press-desk", "press-restricted", "good-news"
UNREAD_FROM = (0, "09:30")
"""What was said since this moment is still new to everybody."""


def begins(opens: datetime) -> datetime:
    """The first moment of it, when the demo opens then."""
    return (opens - timedelta(days=DAYS)).replace(hour=8, minute=30)


def play(stage: "Stage", opens: datetime) -> None:
    """Play it all, and leave the clock at the opening."""
    week = _Week(stage, opens)
    deeds: list[tuple[int, str, Callable[[], None]]] = [
        (-7, "09:40", week.ramps_are_asked_about),
        (-7, "10:15", week.ramps_have_words),
        (-7, "11:30", week.ramps_are_answered),
        (-7, "15:20", week.the_night_garden),
        (-6, "09:15", week.a_private_enquiry),
        (-6, "09:35", week.sunday_dinners),
        (-6, "10:20", week.ramps_are_in_the_paper),
        (-6, "10:40", week.the_preview),
        (-6, "11:05", week.the_private_enquiry_ends),
        (-5, "10:00", week.the_digest),
        (-1, "14:10", week.carers_pay_is_asked_about),
        (-1, "14:50", week.carers_pay_is_drafted),
        (-1, "15:30", week.open_evening),
        (-1, "16:10", week.rosa_will_be_away),
        (0, "09:02", week.a_form_is_asked_about),
        (0, "09:12", week.carers_pay_is_asked_about_by_another),
        (0, "09:20", week.the_piano),
        (*UNREAD_FROM, week.all_is_read),
    ]
    said = [(*remark.when, lambda remark=remark: week.says(remark)) for remark in CHATTER]
    for days, at, deed in sorted([*deeds, *said], key=lambda each: each[:2]):
        week.moves_to(days, at)
        deed()
    stage.wait_until_quiet()
    week.moves_to(0, f"{opens:%H:%M}")


@dataclass
class _Week:
    stage: "Stage"
    opens: datetime
    written: dict[str, Message] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.stage.slack.people.timeout = 20

    # -- enquiries

    def ramps_are_asked_about(self) -> None:
        self._asks(
            "grace",
            outlet="The Northbank Herald",
            journalist="Lena Marsh, 020 7946 0555",
            deadline="noon tomorrow",
            question="How long do people in Northbank wait for a ramp or a grab rail, and is it getting longer?",
        )
        self._taken("ME-0001", "priya", lead="shirin")

    def ramps_have_words(self) -> None:
        """Shirin says yes to them."""
        priya, shirin = (self._who(name).id for name in ("priya", "shirin"))
        desk = self.stage.bot.desk
        words = (
            "On average three weeks for a grab rail and eleven for a ramp. A year ago it was five and sixteen. "
            "Two more occupational therapists joined the team in spring."
        )
        statements.draft(desk, 1, StatementForm(words=(words,)), form_id="history-ramps-1", person=priya)
        sign_offs.ask(desk, 1, SignOffForm(people=(shirin,)), person=priya)
        sign_offs.approve(desk, 1, candour="nothing_wrong", person=shirin)
        self.stage.wait_until_quiet()

    def ramps_are_answered(self) -> None:
        """With the words that stand in the form, which are kept as a line."""
        self._on_card("ME-0001", "priya", Action.ENQUIRY_RESPOND)
        self._who("priya").form.submit()
        review = self.stage.slack.clock.now().date() + timedelta(days=180)
        line = LineForm("How long people wait for ramps and grab rails", "adults", f"{review}")
        lines.keep(self.stage.bot.desk, 1, line, form_id="history-ramps-line", person=self._who("priya").id)
        self._closed("ME-0001", "priya")

    def ramps_are_in_the_paper(self) -> None:
        priya, desk = self._who("priya").id, self.stage.bot.desk
        piece = CoverageForm(
            link="https://northbank-herald.example/care/ramps-and-rails",
            title="Shorter wait for ramps, longer for the form",
            published_on=f"{self.stage.slack.clock.now():%Y-%m-%d}",
            tone="fair",
            our_words="yes",
        )
        coverage.record(desk, 1, piece, form_id="history-ramps", person=priya)
        coverage.note_learnt(
            desk, 1, "Have last year's figures beside this year's before the telephone rings.", person=priya
        )

    def a_private_enquiry(self) -> None:
        self._asks(
            "rosa",
            outlet="Coastline FM",
            journalist="Adil Rahman, 020 7946 0821",
            deadline="4pm today",
            question="They say a foster family has contacted them about a placement that ended. They want an interview.",
        )
        self._taken("ME-0002", "dewi", lead="rosa", channel=RESTRICTED)

    def the_private_enquiry_ends(self) -> None:
        self._closed("ME-0002", "dewi", channel=RESTRICTED, outcome="declined")

    def carers_pay_is_asked_about(self) -> None:
        self._asks(
            "ibrahim",
            outlet="Northbank Echo",
            journalist="Sam Poole, 020 7946 0018",
            deadline="Friday 4pm",
            question="Will care workers on nights be paid for their travel between visits from next spring?",
        )
        self._taken("ME-0003", "priya", lead="shirin")
        press.verify(self.stage.bot.desk, 3, "020 7946 0300", person=self._who("priya").id)
        self.stage.wait_until_quiet()

    def carers_pay_is_drafted(self) -> None:
        """The words wait for the lead's yes when the demo opens: a second version, the facts of which were checked."""
        priya, ibrahim, shirin = (self._who(name).id for name in ("priya", "ibrahim", "shirin"))
        desk = self.stage.bot.desk
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
        self._asks(
            "tomasz",
            outlet="The Harbour Post",
            journalist="Ffion Rees, 020 7946 0377",
            deadline="Friday 5pm",
            question="A parent says that they waited four months for an answer to a complaint. Is that usual?",
        )
        self._taken("ME-0004", "dewi", lead="marcus", channel=RESTRICTED)

    def carers_pay_is_asked_about_by_another(self) -> None:
        """Another reporter on the same story: the two hang together."""
        self._asks(
            "grace",
            outlet="Coastline FM",
            journalist="Rhian Price, 020 7946 0612",
            deadline="Friday 4pm",
            question="We hear that care workers on nights are not paid for their travel between visits. Will that change?",
        )
        self._taken("ME-0005", "priya", lead="shirin")
        links.link(self.stage.bot.desk, 5, LinkForm("same_story", typed="ME-0003"), person=self._who("priya").id)
        self.stage.wait_until_quiet()

    # -- stories

    def the_night_garden(self) -> None:
        self._sends_in(
            "ibrahim",
            title="The garden that glows",
            what_happened="The night team and residents of Elm House hung forty jars with lights in the garden. "
            "Those who cannot sleep now have somewhere to go, and company.",
            credit="the night team at Elm House",
            photo=[(good_news.PICTURE, good_news.garden_at_night())],
            photo_words=good_news.PICTURE_WORDS,
        )
        self._on_card("GN-0001", "priya", Action.STORY_PICK_UP)

    def sunday_dinners(self) -> None:
        self._sends_in(
            "grace",
            title="Forty kitchens, one Saturday",
            what_happened="Six therapists gave up a Saturday and fitted kettle tippers and lever taps in forty kitchens. "
            "By Monday there was nobody left on the waiting list.",
            credit="Grace and the therapy team",
        )
        self._on_card("GN-0002", "dewi", Action.STORY_PICK_UP)
        self._sends_in(
            "yusuf",
            title="A phrase book for first visits",
            what_happened="We wrote down the forty sentences that a first visit needs, in nine languages.",
            credit="Yusuf and the interpreters",
            service_area="adults",
            tell_colleagues=[],
        )
        self._on_card("GN-0003", "priya", Action.STORY_DECLINE)
        self._who("priya").form.fill(
            declined_because="We would love to, but the book is not printed yet and people would ask for it at once.",
            suggestion="Send it in again the week it comes back from the printer. We will bring a camera.",
        ).submit()

    def the_preview(self) -> None:
        good_news.looked_at(self.stage)

    def the_digest(self) -> None:
        digests.tick(self.stage.bot.desk)
        self.stage.wait_until_quiet()
        told = (
            self._who("amara").in_channel(GOOD_NEWS).wait_for(lambda message: "The garden that glows" in message.text)
        )
        for who, name in (
            ("helen", "tada"),
            ("marcus", "tada"),
            ("rosa", "tada"),
            ("tomasz", "heart"),
            ("shirin", "heart"),
        ):
            self._who(who).reacts(self._as_seen(who, told), name)
        self.stage.slack.clock.advance(1_500)
        self._who("shirin").writes(
            "Well done, night team. I walked through it last night and did not want to leave.", GOOD_NEWS, told.ts
        )

    def open_evening(self) -> None:
        self._sends_in(
            "rosa",
            title="Nineteen people came to ask",
            what_happened="Nineteen people came to our open evening for foster carers; four of them have asked for a form. "
            "Two of our carers told them how it really is, and stayed until the last question.",
            credit="Rosa and two of our foster carers",
        )
        self._on_card("GN-0004", "dewi", Action.STORY_PICK_UP)

    def rosa_will_be_away(self) -> None:
        """All of next week; Marcus stands in for her."""
        monday = self.opens.date() + timedelta(days=7 - self.opens.weekday())
        away = AwayForm(starts=f"{monday}", ends=f"{monday + timedelta(days=4)}", deputy=self._who("marcus").id)
        absences.go(self.stage.bot.desk, away, person=self._who("rosa").id)

    def the_piano(self) -> None:
        self._sends_in(
            "ibrahim",
            title="The piano in the hall",
            what_happened="A resident of Elm House, who taught music for forty years, plays again every evening at six.",
            credit="the evening team at Elm House",
            recognisable="not_asked",
            tell_colleagues=[],
        )

    # -- words, and what has been read

    def says(self, remark: Remark) -> None:
        """Somebody says something, or answers, and others like it."""
        answered = self.written[remark.answers].ts if remark.answers else None
        message = self._who(remark.who).writes(remark.words, self._place(remark), answered)
        if remark.key:
            self.written[remark.key] = message
        for who, name in remark.liked:
            self._who(who).reacts(self._as_seen(who, message), name)

    def _place(self, remark: Remark) -> str:
        if not remark.where.startswith("@"):
            return remark.where
        slack = self.stage.slack
        return str(slack.run(slack.actions.direct(remark.who, remark.where[1:]))["channel"])

    def all_is_read(self) -> None:
        """Everybody has read everything up to now."""
        slack = self.stage.slack
        self.stage.wait_until_quiet()
        for channel in list(slack.workspace.channels.values()):
            for member in channel.members:
                if slack.workspace.people[member].is_human:
                    slack.run(slack.actions.read(member, channel.id))

    # -- how it is done

    def moves_to(self, days: int, at: str) -> None:
        """Move the clock there, and let the bot look for what is due."""
        day = self.opens.date() + timedelta(days=days)
        moment = datetime.combine(day, time.fromisoformat(at), self.opens.tzinfo)
        if moment > self.stage.slack.clock.now():
            self.stage.slack.clock.move_to(moment)
            nudging.tick(self.stage.bot.desk)

    def _asks(self, who: str, **answers: Any) -> None:
        self._fills_in(who, "/media-enquiry", answers)

    def _sends_in(self, who: str, **answers: Any) -> None:
        self._fills_in(who, "/story-idea", {"recognisable": "nobody", "tell_colleagues": ["yes"], **answers})

    def _fills_in(self, who: str, command: str, answers: dict[str, Any]) -> None:
        person = self._who(who)
        person.types(command)
        if "photo" in answers:
            person.form.press("Add pictures")
        form = person.form.fill(**answers).submit()
        if form.is_open:
            raise RuntimeError(f"{who}'s {command} was not taken: {form.errors or form.trouble}")
        self.stage.wait_until_quiet()

    def _taken(self, reference: str, officer: str, *, lead: str, channel: str = DESK) -> None:
        """A press officer takes it, and the lead has it, a few minutes later."""
        self.stage.slack.clock.advance(240)
        self._on_card(reference, officer, Action.ENQUIRY_CLAIM, channel=channel)
        nudge = self._who(lead).inbox.wait_for(
            lambda message: reference in message.text and Action.NUDGE_ACKNOWLEDGE in message.buttons.values()
        )
        nudge.press(Action.NUDGE_ACKNOWLEDGE)
        self.stage.wait_until_quiet()

    def _closed(self, reference: str, officer: str, *, channel: str = DESK, outcome: str | None = None) -> None:
        self._on_card(reference, officer, Action.ENQUIRY_CLOSE, channel=channel)
        form = self._who(officer).form
        (form.fill(outcome=outcome) if outcome else form).submit()
        self.stage.wait_until_quiet()

    def _on_card(self, reference: str, officer: str, action: Action, *, channel: str = DESK) -> None:
        place = self._who(officer).in_channel(channel)
        place.wait_for(lambda message: reference in message.text and action in message.buttons.values()).press(action)
        self.stage.wait_until_quiet()

    def _who(self, name: str) -> Person:
        return self.stage.slack.person(name)

    def _as_seen(self, who: str, message: Message) -> Message:
        return Message(message.stage, who, message.seen)
