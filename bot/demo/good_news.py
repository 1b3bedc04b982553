"""The week's good news at Northbank: what people sent in, what they heard, what everyone read on Friday, and what was taken down."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.demo import drawings
from bot.demo.week import Week
from bot.desk import changes_of_mind, consents, digest_preview, digests, editions, settings, story_answers, story_ends
from bot.messages.ids import Action
from bot.rules.consent_form import ConsentForm, EndForm
from bot.rules.digest_form import OpeningForm
from bot.rules.edit_form import mark_of
from bot.rules.settings_kinds import YES, SettingsForm, SettingsKind
from bot.rules.story_answers import TellForm
from storage.digest import open_digests
from storage.story import Consent, consents_of

PLACE = "good-news"
OWN_PLACE = "social-care"
OPENING = (
    "Each of these began with somebody who stayed a little longer: with a string of lights, with a loaf of bread, with a "
    "screwdriver. Thank you for doing it, and thank you for telling us."
)
SITE = "https://northbank.example/news"


@dataclass(frozen=True)
class GoodNews:
    """Who tells what, and what becomes of it."""

    week: Week

    # -- set up

    def where_else_it_is_told(self) -> None:
        """Adults' good news stands in a channel of their own too, and each month's best is asked for. Both are off unless they are set."""
        slack, shirin = self.week.stage.slack, self.week.id_of("shirin")
        channel = slack.workspace.channel(OWN_PLACE)
        slack.on_loop(lambda: slack.workspace.join(channel, slack.workspace.bot.id, inviter=shirin))
        for kind, key, typed in (
            (SettingsKind.AREA, "adults", {"set_edition_channel": channel.id}),
            (SettingsKind.DIGEST, "", {"set_best_of": YES}),
        ):
            form = SettingsForm(kind=kind, key=key, typed=typed)
            settings.change(self.week.desk, form, person=self.week.id_of("helen"))
        self.week.stage.wait_until_quiet()

    # -- sent in

    def the_night_garden(self) -> None:
        self.week.sends_in(
            "ibrahim",
            title="The garden that glows",
            what_happened="The night team and residents of Elm House hung forty jars with lights in the garden. "
            "Those who cannot sleep now have somewhere to go, and company.",
            why_it_matters="At three in the morning a garden does more than a tablet. Four people sleep better already.",
            credit="the night team at Elm House",
            photo=[("garden-at-night.png", drawings.garden_at_night())],
            photo_words="A garden at night, with forty small lights hanging between the trees.",
        )
        self.week.on_card("GN-0001", "priya", Action.STORY_PICK_UP)

    def bread_on_thursdays(self) -> None:
        """Somebody can be recognised, agreed to everything, and has seen the words."""
        self.week.sends_in(
            "shirin",
            title="Bread on Thursdays",
            what_happened="Mr A baked for a living for forty-four years, and had not held a spoon since his stroke. On Thursdays he now "
            "teaches the Larkfield kitchen to make his rye. “You do not need two hands,” he says. “You need patience, and somebody "
            "for the tin.”",
            why_it_matters="Lunch at Larkfield has never been so full, and he has begun to talk of a stall.",
            credit="Mr A, and the Larkfield kitchen, who hold the tin",
            recognisable="agreed",
            consent_who="Mr A",
            consent_how="He told his key worker, with his daughter there, and signed the easy-read page.",
            consent_uses=["colleagues", "website", "social"],
            photo=[("loaves.png", drawings.loaves_on_a_table())],
            photo_words="Three round loaves on a wooden table, in morning light.",
        )
        self._has_seen_the_words(2, "shirin", described_as="Mr A, who taught us patience")
        self.week.on_card("GN-0002", "priya", Action.STORY_PICK_UP)

    def a_first_front_door(self) -> None:
        """Somebody can be recognised, and agrees until she does not."""
        self.week.sends_in(
            "tomasz",
            title="A front door of her own",
            what_happened="L, who is nineteen, has the key to her first flat. Her old foster carers painted the kitchen, and her key "
            "worker brought a plant that nobody has managed to kill yet.",
            why_it_matters="She asked us to say that it can be done, to whoever is where she was three years ago.",
            credit="L, two foster carers with paint in their hair, and the leaving-care team",
            recognisable="agreed",
            consent_who="L",
            consent_how="She wrote to us, and has the easy-read page.",
            consent_uses=["colleagues", "website"],
        )
        self._has_seen_the_words(3, "tomasz", described_as="L")
        self.week.on_card("GN-0003", "dewi", Action.STORY_PICK_UP)

    def forty_kitchens(self) -> None:
        self.week.sends_in(
            "grace",
            title="Forty kitchens, one Saturday",
            what_happened="Six therapists gave up a Saturday and fitted kettle tippers and lever taps in forty kitchens. "
            "By Monday there was nobody left on the waiting list.",
            why_it_matters="A cup of tea that you make yourself tastes of more than tea.",
            credit="Grace and the therapy team",
        )
        self.week.on_card("GN-0004", "dewi", Action.STORY_PICK_UP)

    def a_phrase_book(self) -> None:
        """A no, with a reason and a suggestion."""
        self.week.sends_in(
            "yusuf",
            title="A phrase book for first visits",
            what_happened="We wrote down the forty sentences that a first visit needs, in nine languages.",
            credit="Yusuf and the interpreters",
            service_area="adults",
            tell_colleagues=[],
        )
        self.week.on_card("GN-0005", "priya", Action.STORY_DECLINE)
        self.week.person("priya").form.fill(
            declined_because="We would love to, but the book is not printed yet and people would ask for it at once.",
            suggestion="Send it in again the week it comes back from the printer. We will bring a camera.",
        ).submit()

    def a_quiz_that_was_ours(self) -> None:
        """Taken back by its author, who need not say why."""
        self.week.sends_in(
            "callum",
            title="We won the town quiz",
            what_happened="By one point, on a question about bin days.",
            credit="The second floor",
            service_area="adults",
        )
        self.week.stage.slack.clock.advance(900)
        story_ends.withdraw(self.week.desk, 6, person=self.week.id_of("callum"))
        self.week.stage.wait_until_quiet()

    def open_evening(self) -> None:
        self.week.sends_in(
            "rosa",
            title="Nineteen people came to ask",
            what_happened="Nineteen people came to our open evening for foster carers; four of them have asked for a form. "
            "Two of our carers told them how it really is, and stayed until the last question.",
            why_it_matters="Each form is one more door with a light on behind it, for a child who needs one.",
            credit="Rosa and two of our foster carers",
        )
        self.week.on_card("GN-0007", "dewi", Action.STORY_PICK_UP)

    def the_piano(self) -> None:
        """Nobody has asked her yet; Priya asks whether somebody could."""
        self.week.sends_in(
            "ibrahim",
            title="The piano in the hall",
            what_happened="A resident of Elm House, who taught music for forty years, plays again every evening at six.",
            credit="the evening team at Elm House",
            recognisable="not_asked",
            tell_colleagues=[],
        )
        question = "What a lovely thing. Could somebody she trusts ask her, with the easy words that I sent you? There is no hurry."
        story_answers.ask_author(self.week.desk, 8, question, form_id="history-piano", person=self.week.id_of("priya"))
        self.week.stage.wait_until_quiet()

    def saturday_mornings(self) -> None:
        self.week.sends_in(
            "marcus",
            title="Saturday mornings at Harbour Road",
            what_happened="The rooms for family time used to be shut at weekends. Three colleagues swapped a weekday for Saturday "
            "mornings, the caretaker gave them his key, and there is toast.",
            why_it_matters="A child who sees their family on a Saturday does not have to be taken out of class for it.",
            credit="three of the family-time team, and the caretaker with the key",
        )
        self.week.on_card("GN-0009", "dewi", Action.STORY_PICK_UP)

    def the_phrase_book_is_here(self) -> None:
        """What was not yet to be told last week is now, as it was promised then."""
        self.week.sends_in(
            "yusuf",
            title="The phrase book is here",
            what_happened="It came back from the printer on Monday: the forty sentences that a first visit needs, in nine languages. "
            "On Tuesday a social worker read one out in Kurdish, on a doorstep. The answer was a laugh, and then the kettle.",
            why_it_matters="“How are you, and who would you like to have with you?” should not have to wait for an interpreter.",
            credit="Yusuf, the interpreters, and the print room, who stayed late",
            service_area="adults",
            photo=[("phrase-books.png", drawings.nine_books())],
            photo_words="Nine thin books in nine colours, side by side on a shelf.",
        )
        self.week.on_card("GN-0010", "priya", Action.STORY_PICK_UP)

    # -- told

    def the_preview(self) -> None:
        """It has come: Priya gives it an opening and says that it can go."""
        desk, priya = self.week.desk, self.week.id_of("priya")
        digests.tick(desk)
        self.week.stage.wait_until_quiet()
        with desk.database.read() as session:
            shown = open_digests(session)[-1]
        opening = OpeningForm(opening=OPENING, seen=mark_of(shown.opening))
        digest_preview.open_with(desk, shown.id, opening, person=priya)
        digest_preview.approve(desk, shown.id, person=priya)
        self.week.stage.wait_until_quiet()

    def the_digest(self) -> None:
        """Everyone reads it, and some say so."""
        digests.tick(self.week.desk)
        self.week.stage.wait_until_quiet()
        place = self.week.person("amara").in_channel(PLACE)
        told = place.wait_for(lambda message: "The garden that glows" in message.text)
        liked = {
            "helen": "tada",
            "marcus": "tada",
            "rosa": "tada",
            "tomasz": "heart",
            "shirin": "heart",
            "joan": "bread",
        }
        for who, name in liked.items():
            self.week.person(who).reacts(self.week.as_seen(who, told), name)
        self.week.stage.slack.clock.advance(1_500)
        self.week.person("shirin").writes(
            "Well done, night team. I walked through it last night and did not want to leave.", PLACE, told.ts
        )
        editions.tick(self.week.desk)
        self.week.stage.wait_until_quiet()

    def the_front_door_is_on_the_website(self) -> None:
        self._told(3, "dewi", "website", "The council’s website", f"{SITE}/a-front-door")

    def bread_is_told_outside(self) -> None:
        self._told(2, "priya", "website", "The council’s website", f"{SITE}/bread-on-thursdays")
        self._told(2, "priya", "social", "Northbank on Instagram", "https://social.example/northbank/bread")

    def the_front_door_closes(self) -> None:
        """She has changed her mind, as anyone may: the digest is edited, and the website is Dewi's to take down."""
        [consent] = self._consents(3)
        changes_of_mind.withdraw(
            self.week.desk, consent.id, EndForm(uses=tuple(consent.uses)), person=self.week.id_of("tomasz")
        )
        self.week.stage.wait_until_quiet()

    # -- how it is done

    def _told(self, story: int, officer: str, use: str, place: str, link: str) -> None:
        form = TellForm(use=use, place=place, told_on=self.week.today(), link=link)
        person = self.week.id_of(officer)
        story_answers.tell_here(self.week.desk, story, form, form_id=f"history-{story}-{use}", person=person)
        self.week.stage.wait_until_quiet()

    def _has_seen_the_words(self, story: int, author: str, described_as: str) -> None:
        [consent] = self._consents(story)
        until = (self.week.opens + timedelta(days=365)).date()
        facts: dict[str, Any] = {"who": consent.who, "uses": tuple(consent.uses), "how": consent.how, "until": until}
        form = ConsentForm(**facts, seen_words=True, described_as=described_as)
        consents.change(self.week.desk, consent.id, form, person=self.week.id_of(author))
        self.week.stage.wait_until_quiet()

    def _consents(self, story: int) -> list[Consent]:
        with self.week.desk.database.read() as session:
            return consents_of(session, [story])[story]
