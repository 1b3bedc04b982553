"""The people of Northbank, doing what they do in the week before the demo opens: the ways in which everything there is played."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from bot.demo.chatter import Remark
from bot.desk import nudging
from bot.messages.ids import Action
from sandbox.people.driver import Person
from sandbox.people.seen import Message

if TYPE_CHECKING:
    from bot.demo.stage import Stage
    from bot.desk.work import Desk

DESK = "press-desk"


@dataclass
class Week:
    """The stage while its past is played. `opens`: when the demo opens."""

    stage: "Stage"
    opens: datetime
    written: dict[str, Message] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.stage.slack.people.timeout = 20

    @property
    def desk(self) -> "Desk":
        """For what is done by the verbs themselves."""
        return self.stage.bot.desk

    def id_of(self, name: str) -> str:
        """Somebody's Slack id."""
        return self.person(name).id

    def today(self) -> str:
        """The day on the council's clock, as forms have it."""
        return f"{self.stage.slack.clock.now():%Y-%m-%d}"

    # -- words, and what has been read

    def says(self, remark: Remark) -> None:
        """Somebody says something, or answers, and others like it."""
        answered = self.written[remark.answers].ts if remark.answers else None
        message = self.person(remark.who).writes(remark.words, self._place(remark), answered)
        if remark.key:
            self.written[remark.key] = message
        for who, name in remark.liked:
            self.person(who).reacts(self.as_seen(who, message), name)

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

    def day(self, days: int) -> date:
        """So many days after the opening; before it where negative."""
        return self.opens.date() + timedelta(days=days)

    def moves_to(self, days: int, at: str) -> None:
        """Move the clock there, and let the bot look for what is due."""
        moment = datetime.combine(self.day(days), time.fromisoformat(at), self.opens.tzinfo)
        if moment > self.stage.slack.clock.now():
            self.stage.slack.clock.move_to(moment)
            nudging.tick(self.desk)

    def asks(self, who: str, **answers: Any) -> None:
        """Somebody raises an enquiry."""
        self._fills_in(who, "/media-enquiry", answers)

    def sends_in(self, who: str, **answers: Any) -> None:
        """Somebody sends in a story idea, in which nobody can be recognised unless the answers say so."""
        self._fills_in(who, "/story-idea", {"recognisable": "nobody", "tell_colleagues": ["yes"], **answers})

    def _fills_in(self, who: str, command: str, answers: dict[str, Any]) -> None:
        person = self.person(who)
        person.types(command)
        if "photo" in answers:
            person.form.press("Add pictures")
        form = person.form.fill(**answers).submit()
        if form.is_open:
            raise RuntimeError(f"{who}'s {command} was not taken: {form.errors or form.trouble}")
        self.stage.wait_until_quiet()

    def taken(self, reference: str, officer: str, *, lead: str, channel: str = DESK) -> None:
        """A press officer takes it, and the lead has it, a few minutes later."""
        self.stage.slack.clock.advance(240)
        self.on_card(reference, officer, Action.ENQUIRY_CLAIM, channel=channel)
        nudge = self.person(lead).inbox.wait_for(
            lambda message: reference in message.text and Action.NUDGE_ACKNOWLEDGE in message.buttons.values()
        )
        nudge.press(Action.NUDGE_ACKNOWLEDGE)
        self.stage.wait_until_quiet()

    def closed(self, reference: str, officer: str, *, channel: str = DESK, outcome: str | None = None) -> None:
        """It comes to its end."""
        self.on_card(reference, officer, Action.ENQUIRY_CLOSE, channel=channel)
        form = self.person(officer).form
        (form.fill(outcome=outcome) if outcome else form).submit()
        self.stage.wait_until_quiet()

    def on_card(self, reference: str, officer: str, action: Action, *, channel: str = DESK) -> None:
        """Somebody presses a button on a card, as soon as it is there."""
        place = self.person(officer).in_channel(channel)
        place.wait_for(lambda message: reference in message.text and action in message.buttons.values()).press(action)
        self.stage.wait_until_quiet()

    def person(self, name: str) -> Person:
        """Who acts, by the name that the sandbox knows."""
        return self.stage.slack.person(name)

    def as_seen(self, who: str, message: Message) -> Message:
        """The same message before somebody else's eyes."""
        return Message(message.stage, who, message.seen)
