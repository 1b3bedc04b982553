"""Editions: a service area's own good news once the digest is out, and a month's best once the comms team has picked it.

Each has a key that is unique, so that however many processes look, it is posted once. Whose stories are in it is asked again whenever it
is shown; what may not be told any more is taken out of what stands.
"""

from sqlalchemy.orm import Session

from bot.desk import good_news, telling
from bot.desk.digest_telling import again_in_editions, contributors, edition_key
from bot.desk.work import Desk, Work, verb
from bot.rules.deeds import Deed
from bot.rules.digest import WEEK, may_stand
from bot.rules.digest_text import Placed, ToldStory, pages, told_story
from bot.rules.editions import CATCHES_UP, MOST_PICKED, Month, Wanted, best_asked, editions_of, month_of
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from bot.rules.working_time import local
from storage.delivery import Delivery, standing
from storage.digest import DigestStory, Edition, get_digest, stories_of_digest
from storage.edition import (
    chosen_editions,
    get_edition,
    known_keys,
    places_in_digests,
    posted_since,
    stories_in_order,
    told_in,
)
from storage.insert import insert_once
from storage.kinds import DeliveryKind, Subject
from storage.organisation import Organisation
from storage.story import StoryIdea, consents_of, get_story
from storage.story_around import pictures_of
from storage.story_told import tellings_that_may_stand

BOT = "close-ties"


def tick(desk: Desk) -> bool:
    """See which editions are to be posted, and whether a month's best is to be asked for. True when this call did something."""
    organisation = desk.organisation
    if not organisation.editions and not organisation.best_of:
        return False
    return any([_begin_due(desk), _ask_due(desk), _post_due(desk)])


# -- a service area's own


def _begin_due(desk: Desk) -> bool:
    if not desk.organisation.editions:
        return False
    with desk.database.read() as session:
        found = [
            (digest.id, wanted)
            for digest in posted_since(session, desk.clock.now() - CATCHES_UP)
            for wanted in _of_digest(session, digest.id, digest.week, desk.organisation)
        ]
        known = known_keys(session, [wanted.key for _, wanted in found])
    return any([_begin(desk, digest_id, one) for digest_id, one in found if one.key not in known])  # noqa: C419 - each


def _of_digest(session: Session, digest_id: int, week: str, organisation: Organisation) -> list[Wanted]:
    return editions_of(week, stories_of_digest(session, digest_id), organisation)


@verb
def _begin(work: Work, digest_id: int, wanted: Wanted) -> bool:
    """It is to be posted. The key is unique: whichever process comes second does nothing."""
    digest = get_digest(work.session, digest_id, lock=True)
    made = Edition(
        key=wanted.key,
        channel=wanted.channel,
        due_at=work.now,
        service_area=wanted.area,
        story_ids=list(wanted.stories),
        state="chosen",
    )
    if digest is None or digest.state != "posted" or not insert_once(work.session, made, Edition.key):
        return False
    work.audit(BOT, "edition_begun", Subject.EDITION, made.id, {"key": made.key, "stories": len(made.story_ids)})
    return True


# -- a month's best


def _ask_due(desk: Desk) -> bool:
    month = best_asked(desk.organisation, desk.clock.now())
    if month is None:
        return False
    with desk.database.read() as session:
        known = known_keys(session, [month.key])
    return not known and _ask(desk, month)


@verb
def _ask(work: Work, month: Month) -> bool:
    """The comms team is asked which were the best; a month in which nothing was told passes in silence."""
    channel = work.organisation.good_news_channel
    made = Edition(key=month.key, channel=channel, due_at=work.now, state="asked")
    could_be = [story.id for story in could_be_best(work, made)]
    made.state = "asked" if could_be else "none"
    if not insert_once(work.session, made, Edition.key):
        return False
    if could_be:
        _show_question(work, made)
    work.audit(BOT, "best_asked", Subject.EDITION, made.id, {"key": made.key, "stories": len(could_be)})
    return True


def could_be_best(work: Work, edition: Edition) -> list[StoryIdea]:
    """What was told in its month, and may be told again today."""
    first = month_of(edition.key)
    until = (first.replace(day=28) + WEEK).replace(day=1)
    return _that_stay(work, told_in(work.session, first, until))


def _show_question(work: Work, edition: Edition) -> None:
    work.deliver(
        DeliveryKind.BEST_OF,
        key=f"best-of:{edition.id}",
        lane=telling.comms_channel(work),
        subject=Subject.EDITION,
        subject_id=edition.id,
    )


def to_choose(desk: Desk, edition_id: int, *, person: str) -> tuple[Edition, list[StoryIdea]]:
    """A month's best with the stories it can be chosen from. Raises Refused."""
    check(Deed.KEEP_DIGEST, person, desk.organisation)
    with desk.database.read() as session:
        work = Work(session, desk.clock.now(), desk.organisation)
        edition = _still_to_choose(get_edition(session, edition_id))
        return edition, could_be_best(work, edition)


def _still_to_choose(edition: Edition | None) -> Edition:
    if edition is None or edition.state != "asked":
        raise Refused(Reason.DIGEST_OUT)
    return edition


@verb
def choose(work: Work, edition_id: int, stories: tuple[int, ...], *, person: str) -> Edition:
    """These were the best, in this order: they are posted as soon as good news is not paused. Raises Refused."""
    check(Deed.KEEP_DIGEST, person, work.organisation)
    edition = _still_to_choose(get_edition(work.session, edition_id, lock=True))
    could_be = {story.id for story in could_be_best(work, edition)}
    picked = [one for one in dict.fromkeys(stories) if one in could_be][:MOST_PICKED]
    if not picked:
        raise Refused(Reason.NOT_IN_DIGEST)
    edition.story_ids, edition.state = picked, "chosen"
    edition.channel = work.organisation.good_news_channel or edition.channel
    _show_question(work, edition)
    work.audit(person, "best_chosen", Subject.EDITION, edition.id, {"key": edition.key, "stories": len(picked)})
    return edition


# -- posted


def _post_due(desk: Desk) -> bool:
    if desk.organisation.good_news_paused is not None:
        return False
    with desk.database.read() as session:
        waiting = chosen_editions(session)
    return any([_post(desk, edition_id) for edition_id in waiting])  # noqa: C419 - each of them


@verb
def _post(work: Work, edition_id: int) -> bool:
    edition = get_edition(work.session, edition_id, lock=True)
    if edition is None or edition.state != "chosen" or good_news.is_paused(work):
        return False
    edition.state = "posted"
    again_in_editions(work, [edition])
    work.audit(BOT, "edition_posted", Subject.EDITION, edition.id, {"key": edition.key})
    return True


@verb
def look_again(work: Work, edition_id: int) -> list[ToldStory] | None:
    """The stories as they may be told at this moment. None: it is not to be posted now."""
    edition = get_edition(work.session, edition_id, lock=True)
    if edition is None or edition.state != "posted":
        return None
    stands = standing(work.session, edition_key(edition.id)) is not None
    if not stands and good_news.is_paused(work):
        edition.state = "chosen"  # it goes on with all good news
        work.audit(BOT, "edition_waits", Subject.EDITION, edition.id, {"key": edition.key})
        return None
    before = stories_in_order(work.session, edition.story_ids)
    stories = _that_stay(work, before)
    kept = {story.id for story in before if story in stories or (stands and story.held_at)}
    for gone in (story for story in before if story.id not in kept):
        edition.story_ids = [one for one in edition.story_ids if one != gone.id]
        good_news.stands_no_more(work, gone.id, edition_id=edition.id)
        work.audit(BOT, "left_out_of_edition", Subject.STORY, gone.id, {"edition": edition.id})
    return told_again(work.session, stories, work.organisation)


def _that_stay(work: Work, stories: list[StoryIdea]) -> list[StoryIdea]:
    consents = consents_of(work.session, [story.id for story in stories])
    today = local(work.organisation.calendar, work.now).date()
    return [story for story in stories if may_stand(story, consents[story.id], today)]


def told_again(session: Session, stories: list[StoryIdea], organisation: Organisation) -> list[ToldStory]:
    """Stories as their digests worded them."""
    ids = [story.id for story in stories]
    places, pictures = places_in_digests(session, ids), pictures_of(session, ids)
    return [
        told_story(
            Placed(
                story,
                places.get(story.id) or DigestStory(digest_id=0, story_id=story.id),
                pictures[story.id],
                tellings_that_may_stand(session, story.id),
            ),
            organisation,
        )
        for story in stories
    ]


def came_to_stand(work: Work, delivery: Delivery) -> None:
    """An edition stands in Slack: so does each story shown in it. One that was taken back meanwhile goes with the edit that follows."""
    edition = get_edition(work.session, delivery.subject_id, lock=True)
    if edition is None:
        return
    stories = [story for one in edition.story_ids if (story := get_story(work.session, one, lock=True)) is not None]
    there = [story for story in stories if story.held_at is None]
    for told in pages(told_again(work.session, there, work.organisation))[0]:
        if good_news.stands(work, told.id, delivery, edition_id=edition.id):
            work.audit(BOT, "told_in_edition", Subject.STORY, told.id, {"edition": edition.id})
            _tell_contributors(work, edition, told.id)
    if len(_that_stay(work, there)) < len(there):
        again_in_editions(work, [edition])


def _tell_contributors(work: Work, edition: Edition, story_id: int) -> None:
    """Those who wrote one of a month's best hear so. Of a service's own edition they heard with the digest that it is from."""
    story = get_story(work.session, story_id)
    if story is None or edition.service_area or not _that_stay(work, [story]):
        return
    for person in contributors(work, story):
        work.deliver(
            DeliveryKind.STORY_NEWS,
            key=f"news:story:{story.id}:best:{edition.id}:{person}",
            lane=person,
            subject=Subject.STORY,
            subject_id=story.id,
            detail=f"best {edition.id}",
        )
