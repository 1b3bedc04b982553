"""A short day at Northbank Council, played by its people through the sandbox. Each step waits for what it needs to see."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.demo.stage import Stage
from bot.demo.telling import Teller
from bot.messages.ids import Action, Shortcut
from sandbox.people.driver import Person
from sandbox.people.seen import Conversation, Message

DESK, RESTRICTED, GOOD_NEWS = "press-desk", "press-restricted", "good-news"


def play(stage: Stage, teller: Teller) -> None:
    """Play it all. Raises the sandbox's `NothingLikeIt` when something that should be seen is not."""
    day = _Day(stage, teller)
    day.an_enquiry()
    day.a_restricted_enquiry()
    day.a_good_story()
    stage.wait_until_quiet()


class _Day:
    def __init__(self, stage: Stage, teller: Teller) -> None:
        self._slack, self._teller = stage.slack, teller
        self._zone = ZoneInfo(stage.organisation.calendar.zone)
        self._slack.people.timeout = 20
        names = ("amara", "tomasz", "priya", "dewi", "marcus", "shirin")
        self.amara, self.tomasz, self.priya, self.dewi, self.marcus, self.shirin = map(self._slack.person, names)

    # -- a journalist rings

    def an_enquiry(self) -> None:
        self._scene("A journalist rings a social worker")
        typed = "/media-enquiry BBC, Sam Poole 020 7946 0018, 4pm today, is the Larkfield day centre going to close?"
        self._teller.does("Amara", f"types {typed}")
        self.amara.types(typed, channel="general")
        form = self.amara.form
        self._teller.form("Amara", form)
        form.submit()
        self._sees(self.amara, "her messages with the bot", self.amara.inbox, "ME-0001")
        self._card("ME-0001", "The press office has a card")
        nudge = self._sees(self.shirin, "her messages with the bot", self.shirin.inbox, "ME-0001")

        self._later(timedelta(minutes=3))
        self._card_button("ME-0001", Action.ENQUIRY_CLAIM)
        self._sees(
            self.amara, "her messages with the bot", self.amara.inbox, "Priya Nair in the press office has ME-0001"
        )
        self._does(self.shirin, Action.NUDGE_ACKNOWLEDGE, nudge)
        self._card("ME-0001", "Priya has taken it, and Shirin knows", shows="Shirin Daryaei has it")
        self._answer_and_close()

    def _answer_and_close(self) -> None:
        self._later(timedelta(hours=2))
        self._card_button("ME-0001", Action.ENQUIRY_RESPOND)
        words = "No. Larkfield stays open, and nobody's place there changes. We are asking families what they want from it next year."
        self._teller.does("Priya", f"writes down what she told the journalist: “{words}”")
        self.priya.form.fill(response=words).submit()
        self._card_button("ME-0001", Action.ENQUIRY_CLOSE)
        self.priya.form.submit()
        self._card("ME-0001", "Done", shows="How it ended", thread=True)
        for step in ("answered", "closed"):
            self._sees(self.amara, "her messages with the bot", self.amara.inbox, step)

    # -- something that must stay private

    def a_restricted_enquiry(self) -> None:
        self._scene("Something that must stay private")
        self._teller.does("Tomasz", "uses the shortcut, since his enquiry is about a family he knows")
        self.tomasz.uses_shortcut(Shortcut.MEDIA_ENQUIRY)
        form = self.tomasz.form.fill(
            outlet="The Northbank Herald",
            journalist="Lena Marsh, 020 7946 0555",
            deadline="noon tomorrow",
            question="They ask whether the council knew the family before the fire.",
        )
        self._teller.form("Tomasz", form)
        form.submit()
        self._sees(self.priya, "#press-desk", self.priya.in_channel(DESK), "ME-0002")
        card = self._sees(self.dewi, "#press-restricted", self.dewi.in_channel(RESTRICTED), "ME-0002")
        nudge = self._sees(self.marcus, "his messages with the bot", self.marcus.inbox, "ME-0002")
        self._does(self.dewi, Action.ENQUIRY_OPEN, card)
        self._teller.form("Dewi", self.dewi.form)
        self.dewi.form.close()
        self._does(self.marcus, Action.NUDGE_HAND_ON, nudge)
        handed = self._sees(self.shirin, "her messages with the bot", self.shirin.inbox, "ME-0002")
        self._does(self.shirin, Action.NUDGE_ACKNOWLEDGE, handed)
        self._the_board()
        self._closed_without_a_word()

    def _the_board(self) -> None:
        self._teller.does("Dewi", "opens the bot's home tab")
        home = self.dewi.home.open().wait_for(lambda words: "ME-0002" in words)
        self._teller.sees_words("Dewi", "the home tab", home.readable)

    def _closed_without_a_word(self) -> None:
        self._later(timedelta(hours=1))
        restricted = self.dewi.in_channel(RESTRICTED)
        self._does(self.dewi, Action.ENQUIRY_CLAIM, self._whole(restricted, "ME-0002"))
        self._does(self.dewi, Action.ENQUIRY_CLOSE, self._whole(restricted, "ME-0002", "Dewi Hughes"))
        self.dewi.form.fill(outcome="withdrawn").submit()
        self._sees(self.tomasz, "his messages with the bot", self.tomasz.inbox, "ME-0002 is closed")

    # -- something good

    def a_good_story(self) -> None:
        self._scene("Something good")
        self._teller.does("Tomasz", "types /story-idea")
        self.tomasz.types("/story-idea Care leavers cook for the town", channel="general")
        form = self.tomasz.form.fill(
            what_happened="Six young people who have left care cooked Sunday lunch for eighty neighbours, and want to do it again.",
            credit="Tomasz and the leaving-care team",
            recognisable="nobody",
            tell_colleagues=["yes"],
        )
        self._teller.form("Tomasz", form)
        form.submit()
        card = self._sees(self.dewi, "#press-desk", self.dewi.in_channel(DESK), "GN-0001")
        self._does(self.dewi, Action.STORY_PICK_UP, card)
        self._sees(self.tomasz, "his messages with the bot", self.tomasz.inbox, "picked up your story")
        self._friday()

    def _friday(self) -> None:
        now = self._now()
        friday = now + timedelta(days=(4 - now.weekday()) % 7)
        self._slack.clock.move_to(friday.replace(hour=10, minute=0, second=5))
        self._scene("Friday at ten")
        self._sees(self.amara, "#good-news", self.amara.in_channel(GOOD_NEWS), "Care leavers cook")
        self._sees(self.tomasz, "his messages with the bot", self.tomasz.inbox, "this week's good news")

    # -- how people see and do things

    def _card(self, reference: str, what: str, *, shows: str = "", thread: bool = False) -> None:
        self._teller.line(f"\n{what}:")
        card = self._whole(self.priya.in_channel(DESK), reference, shows)
        self._teller.sees("Priya", "#press-desk", card, thread=thread)

    def _card_button(self, reference: str, action: Action) -> None:
        desk = self.priya.in_channel(DESK)
        shown = desk.wait_for(lambda message: reference in message.text and action in message.buttons.values())
        self._does(self.priya, action, shown)

    def _sees(self, who: Person, where: str, place: Conversation, words: str) -> Message:
        message = self._whole(place, words)
        self._teller.sees(_first(who), where, message)
        return message

    def _whole(self, place: Conversation, *words: str) -> Message:
        """The newest message with all these words in it, replies left out."""

        def right(messages: list[Message]) -> list[Message]:
            return [one for one in messages if all(word in f"{one.readable}\n{one.text}" for word in words)]

        return right(place.wait_until(lambda messages: bool(right(messages))))[-1]

    def _does(self, who: Person, action: Action, message: Message) -> None:
        label = next(words for words, action_id in message.buttons.items() if action_id == action)
        self._teller.does(_first(who), f"presses [ {label} ]")
        message.press(action)

    def _later(self, passed: timedelta) -> None:
        self._slack.clock.advance(passed.total_seconds())
        self._teller.line(f"\n… {self._now():%H:%M}")

    def _scene(self, title: str) -> None:
        self._teller.scene(title, f"{self._now():%A %-d %B, %H:%M}")

    def _now(self) -> datetime:
        return self._slack.clock.now().astimezone(self._zone)


def _first(who: Person) -> str:
    return who.real_name.split()[0]
