"""Whatever people agreed to, whatever became of it, and whatever day it is: no surface shows a story's words where they may not be told.

As `tests/rules/test_no_words_without_consent`, for what is made from the database: the posted digest and its mail, an edition, the bank,
the search, App Home, the card of a story like it, the page of an enquiry, the balance and what a person's own records hold.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from bot.delivery import digests, editions, stories
from bot.demo import ORGANISATION
from bot.desk import agreements, balance, digest_mail, home, reading, story_bank
from bot.desk.work import Desk
from bot.keeping.persons import everything_about
from bot.messages import agreements_page, balance_files, enquiry_page, share_card, story_list
from bot.messages import balance as balance_messages
from bot.messages import home as home_messages
from bot.messages.digest_mail import as_html
from bot.messages.digest_mail_text import as_text
from bot.messages.page_reader import Reader
from bot.organisation.file import read_organisation_file
from bot.rules.digest import may_stand
from bot.rules.share_rules import Question, about_someone
from bot.rules.sharing import may_be_prepared, may_be_told
from bot.rules.story_bank import AskedStories, StoriesAsked
from bot.rules.working_time import local
from storage.delivery import Delivery
from storage.digest import Digest, DigestStory, Edition
from storage.engine import Database
from storage.enquiry import Enquiry
from storage.kinds import DeliveryKind, Light, ShareKind, StoryStatus, Subject, Use
from storage.organisation import save_organisation
from storage.share import ShareAsk
from storage.story import Consent, StoryIdea
from storage.story_told import Telling
from tests.project.terminal import StandingClock
from tests.rules.test_no_words_without_consent import WORD, consents, ideas

TOMASZ, PRIYA, AMARA = "U0TOMASZ2", "U0PRIYA03", "U0AMARA01"
FRIDAY = datetime.fromisoformat("2026-11-27 10:00+00:00")
OWN = (Telling, DigestStory, Consent, StoryIdea)
LIKE_IT = "Zqsecretgarden zqsecretpond zqsecretbench"


@dataclass(frozen=True)
class House:
    """A council with one story, told in the good news of the week and in an edition, and one open enquiry of its service."""

    database: Database
    clock: StandingClock
    desk: Desk

    def holds(self, idea: StoryIdea, known: list[Consent], now: datetime) -> tuple[StoryIdea, list[Consent]]:
        """It is this story from now on, and this moment."""
        self.clock.at = now
        with self.database.write() as session:
            for record in OWN:
                session.execute(delete(record))
            idea.title = idea.what_happened = LIKE_IT
            session.add(idea)
            session.flush()
            for one in known:
                one.story_id = idea.id
                session.add(one)
            there: dict[str, Any] = {"use": Use.COLLEAGUES, "told_on": FRIDAY.date(), "told_by": "close-ties"}
            session.add(DigestStory(digest_id=1, story_id=idea.id, title=WORD, words=WORD))
            session.get_one(Edition, 1).story_ids = [idea.id]
            session.add(Telling(story_id=idea.id, noted_at=FRIDAY, digest_id=1, **there))
            session.add(Telling(story_id=idea.id, noted_at=FRIDAY, edition_id=1, **there))
            other: dict[str, Any] = {
                "form_id": "V8",
                "author": AMARA,
                "sent_in_at": FRIDAY,
                "credit": "",
                "service_area": "adults",
            }
            like_it = StoryIdea(title=LIKE_IT, what_happened="", **other)
            like_it.id = 8
            session.add(like_it)
            session.flush()
            session.expunge_all()
        return idea, known

    def page(self, asked: AskedStories, person: str) -> str:
        office = person == PRIYA
        words = "zqsecretgarden" if asked == AskedStories.FIND else ""
        wanted = StoriesAsked(asked, words=words)
        page, readable = story_bank.page_of(self.desk, wanted, person=person, most=10, themes=story_list.THEMES)
        shown = [one for one in page.stories if one.id == 7]
        said = story_list.answer(asked, page, self.desk.organisation, office=office, readable=readable)
        return str(said) if shown else ""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> Iterator[House]:
    file = tmp_path_factory.mktemp("house") / "close-ties.db"
    copy(migrated_file, file)
    database = Database(f"sqlite:///{file}")
    with database.write() as session:
        save_organisation(session, read_organisation_file(ORGANISATION))
        session.add(Digest(week="2026-W48", nominal_day=FRIDAY.date(), due_at=FRIDAY, state="posted", posted_at=FRIDAY))
        known: dict[str, Any] = {"outlet": "Echo", "journalist": "Sam", "question": "Why?", "service_area": "adults"}
        session.add(Edition(key="2026-W48:adults", channel="C1", due_at=FRIDAY, service_area="adults"))
        session.add(Enquiry(form_id="E1", raised_by=AMARA, raised_at=FRIDAY, **known))
    clock = StandingClock(FRIDAY)
    desk = Desk(database, clock)
    desk.refresh()
    yield House(database, clock, desk)
    database.dispose()


def sent(kind: DeliveryKind, subject: Subject, subject_id: int) -> Delivery:
    """A message about a record, as the delivery loop has it when it renders it."""
    facts: dict[str, Any] = {"key": f"{kind}:{subject_id}", "lane": "C1", "created_at": FRIDAY, "not_before": FRIDAY}
    made = Delivery(kind=kind, subject=subject, subject_id=subject_id, **facts)
    made.channel, made.ts = "C1", "1.0"
    return made


def mail(house: House) -> str:
    made = digest_mail.mail_of_week(house.desk, "", {"by": "close-ties"})
    assert made is not None
    told = (made.whole, made.organisation, made.posted)
    return f"{as_html(*told)} {as_text(*told)}"


def app_home(house: House, person: str) -> str:
    return json.dumps(
        home_messages.view(person, house.desk.organisation, house.clock.now(), home.home_of(house.desk, person))
    )


def says(text: object) -> bool:
    return "zqsecret" in str(text).casefold()


@st.composite
def told(draw: st.DrawFn) -> tuple[StoryIdea, list[Consent], datetime]:
    """Any story with any agreements, a few days around the one on which they end; none of it the readers' own."""
    idea: StoryIdea = draw(ideas())
    idea.service_area = "adults"
    return idea, draw(consents()), FRIDAY + timedelta(days=draw(st.integers(-3, 4)), hours=draw(st.integers(-10, 13)))


LIFE: dict[str, Any] = {
    "deadline": None,
    "max_examples": 60,
    "suppress_health_check": [HealthCheck.function_scoped_fixture],
}


@settings(**LIFE)
@given(given_=told())
def test_what_stands_in_slack_and_in_the_mail(house: House, given_: tuple[StoryIdea, list[Consent], datetime]) -> None:
    idea, known = house.holds(*given_)
    today = local(house.desk.organisation.calendar, house.clock.now()).date()
    may = may_stand(idea, known, today)
    assert says(mail(house)) is may
    with house.database.read() as session:
        own = sent(DeliveryKind.STORY_CARD, Subject.STORY, 7)
        assert says(stories.card(house.desk, session, own, house.clock.now())) is may_be_prepared(idea, known, today)
        beside = stories.card(house.desk, session, sent(DeliveryKind.STORY_CARD, Subject.STORY, 8), house.clock.now())
    assert ("GN-0007" in str(beside)) is (
        may_be_prepared(idea, known, today) and idea.status not in (StoryStatus.WITHDRAWN, StoryStatus.JOINED)
    )
    posted = digests.looked_at_again(house.desk, sent(DeliveryKind.DIGEST, Subject.DIGEST, 1))
    assert says(posted) is may
    edition = editions.looked_at_again(house.desk, sent(DeliveryKind.EDITION, Subject.EDITION, 1))
    assert says(edition) is may
    assert says(mail(house)) is may, "and so it stays once it was taken out"


@settings(**LIFE)
@given(given_=told())
def test_what_anyone_can_ask_for(house: House, given_: tuple[StoryIdea, list[Consent], datetime]) -> None:
    idea, known = house.holds(*given_)
    now, today = house.clock.now(), local(house.desk.organisation.calendar, house.clock.now()).date()
    for asked in (AskedStories.LIST, AskedStories.FIND):
        if house.page(asked, TOMASZ):
            assert idea.status == StoryStatus.TOLD
            assert may_be_told(idea, known, Use.COLLEAGUES, today)
    if house.page(AskedStories.LIST, PRIYA):
        assert may_be_told(idea, known, Use.PRESS, today)
    for person in (TOMASZ, PRIYA):
        assert not says(app_home(house, person))
    assert not says(
        agreements_page.view(agreements.of(house.desk, person=TOMASZ), house.desk.organisation, office=False)
    )
    opened = reading.open_enquiry(house.desk, 1, person=PRIYA)
    page = enquiry_page.view(opened, Reader(PRIYA, house.desk.organisation, now))
    if "GN-0007" in str(page):
        assert may_be_told(idea, known, Use.PRESS, today)
    cells = balance.cells(house.desk, person=PRIYA)
    assert not says(balance_messages.answer(cells))
    assert not any(says(one.content) for one in balance_files.files(cells, "2026-11-27"))
    with house.database.read() as session:
        assert not says(json.dumps(everything_about(session, TOMASZ, restricted=True), default=str))


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from([one.value for one in Question]), st.booleans()), st.sampled_from(Light))
def test_the_card_of_a_question_about_sharing_holds_no_words_where_somebody_is_in_it(
    answers: dict[str, bool], light: Light
) -> None:
    organisation = read_organisation_file(ORGANISATION)
    asked = ShareAsk(
        kind=ShareKind.SHARE,
        form_id="S1",
        asked_by=AMARA,
        asked_at=FRIDAY,
        words=WORD,
        place=WORD,
        answers=answers,
        light=light,
    )
    asked.id = 1
    card = share_card.card(asked, organisation)
    assert says(card) is (not about_someone(answers))
