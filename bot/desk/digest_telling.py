"""Whom a digest is told to, and where: the channel and its thread, the comms team's preview, the contributors, the note when it waits."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from bot.desk import telling
from bot.desk.digest_reading import shown_in, whole
from bot.desk.work import Work
from bot.rules.digest import Wait
from bot.rules.digest_text import pages
from storage.delivery import ever_queued, sent_about
from storage.digest import Digest, Edition, stories_of_digest
from storage.edition import editions_with
from storage.kinds import DeliveryKind, Step, Subject
from storage.story import StoryIdea
from storage.story_around import authors_of

SAID = frozenset({Wait.HELD, Wait.PRIVATE, Wait.UNAPPROVED})
"""What the comms team is told that it waits for, once its hour has come. That good news is paused they know."""


def post_key(digest_id: int) -> str:
    """One post for each digest."""
    return f"digest:{digest_id}"


def preview_key(digest_id: int) -> str:
    """One preview for each digest."""
    return f"digest-preview:{digest_id}"


def post(work: Work, digest: Digest) -> None:
    """Post it, what does not fit in its thread; or bring what stands up to date."""
    _messages(work, digest, DeliveryKind.DIGEST, DeliveryKind.DIGEST_PART, post_key(digest.id), _channel(work, digest))
    if ever_queued(work.session, [mail_key(digest.id)]):
        mail(work, digest)
    again_in_editions(
        work, editions_with(work.session, [story.id for story in stories_of_digest(work.session, digest.id)])
    )


def again_in_editions(work: Work, editions: Iterable[Edition]) -> None:
    """Editions are posted, or brought up to date."""
    for edition in editions:
        work.deliver(
            DeliveryKind.EDITION,
            key=edition_key(edition.id),
            lane=edition.channel,
            subject=Subject.EDITION,
            subject_id=edition.id,
        )


def edition_key(edition_id: int) -> str:
    """One post for each edition."""
    return f"edition:{edition_id}"


def mail_key(digest_id: int) -> str:
    """One pair of files for each digest."""
    return f"digest-mail:{digest_id}"


def mail(work: Work, digest: Digest) -> None:
    """The same as files for colleagues without Slack, where the comms team saw the preview."""
    shown = preview_key(digest.id)
    work.deliver(
        DeliveryKind.DIGEST_MAIL,
        key=mail_key(digest.id),
        lane=telling.comms_channel(work),
        subject=Subject.DIGEST,
        subject_id=digest.id,
        thread_key=shown if ever_queued(work.session, [shown]) else "",
    )


def preview(work: Work, digest: Digest) -> None:
    """Show it to the comms team, or bring what they see up to date. One that is empty is not shown, unless it was shown before."""
    if not stories_of_digest(work.session, digest.id) and not ever_queued(work.session, [preview_key(digest.id)]):
        return
    channel = telling.comms_channel(work)
    _messages(
        work, digest, DeliveryKind.DIGEST_PREVIEW, DeliveryKind.DIGEST_PREVIEW_PART, preview_key(digest.id), channel
    )


def _channel(work: Work, digest: Digest) -> str:
    """Where it stands, or else where good news is told now."""
    there = [one for one in sent_about(work.session, Subject.DIGEST, digest.id) if one.kind == DeliveryKind.DIGEST]
    return there[-1].lane if there and digest.posted_at else work.organisation.good_news_channel


def _messages(work: Work, digest: Digest, kind: DeliveryKind, part: DeliveryKind, key: str, channel: str) -> None:
    work.deliver(kind, key=key, lane=channel, subject=Subject.DIGEST, subject_id=digest.id)
    for number in sorted(_parts_wanted(work, digest) | _parts_standing(work, digest, part)):
        work.deliver(
            part,
            key=f"{key}:part:{number}",
            lane=channel,
            subject=Subject.DIGEST,
            subject_id=digest.id,
            detail=str(number),
            thread_key=key,
        )


def _parts_wanted(work: Work, digest: Digest) -> set[int]:
    work.session.flush()
    return set(range(1, len(pages(whole(work.session, digest, work.organisation).stories))))


def _parts_standing(work: Work, digest: Digest, part: DeliveryKind) -> set[int]:
    about = sent_about(work.session, Subject.DIGEST, digest.id)
    return {int(one.detail) for one in about if one.kind == part}


def note(work: Work, digest: Digest, what: str) -> None:
    """Tell the comms team something about it, once for each thing that there is to say."""
    work.deliver(
        DeliveryKind.DIGEST_NOTE,
        key=_note_key(digest, what),
        lane=telling.comms_channel(work),
        subject=Subject.DIGEST,
        subject_id=digest.id,
        detail=what,
    )


def place_note(work: Work, digest: Digest, story: StoryIdea, number: int) -> None:
    """Beside the preview: a story has left it, and keeps its place; or it is back. `number`: which time it is."""
    what = "back" if story.held_at is None else "kept"
    work.deliver(
        DeliveryKind.DIGEST_NOTE,
        key=_note_key(digest, f"place:{story.id}:{what}:{number}"),
        lane=telling.comms_channel(work),
        subject=Subject.DIGEST,
        subject_id=digest.id,
        detail=f"{_place(story)} {what}",
        thread_key=preview_key(digest.id),
    )


def _place(story: StoryIdea) -> str:
    return f"place {story.id}"


def is_to_be_said(digest: Digest, why: Wait) -> bool:
    """Whether the comms team hears why it waits. Who held it after its hour had come knows; who did before may have forgotten."""
    return why in SAID and not (why == Wait.HELD and digest.held_at is not None and digest.held_at >= digest.due_at)


def was_noted(work: Work, digest: Digest, what: str) -> bool:
    """Whether that has been said."""
    return bool(ever_queued(work.session, [_note_key(digest, what)]))


def note_again(work: Work, digest: Digest, what: str) -> bool:
    """What was said says how it stands now; False where it was never said."""
    said = was_noted(work, digest, what)
    if said:
        note(work, digest, what)
    return said


def dealt_with(work: Work, digest: Digest) -> None:
    """It does not wait any more: the notes that said so say that."""
    for what in (*sorted(SAID), "stuck"):
        note_again(work, digest, what)


def _note_key(digest: Digest, what: str) -> str:
    return f"digest-note:{digest.id}:{what}"


def ask_key(digest_id: int, lead: str) -> str:
    """One question for a story to each lead and digest."""
    return f"digest-ask:{digest_id}:{lead}"


def asked_for_a_story(session: Session, digest_id: int, leads: Iterable[str]) -> set[str]:
    """Those of these leads who were asked for this one."""
    keys = {ask_key(digest_id, lead): lead for lead in leads}
    return {keys[key] for key in ever_queued(session, list(keys))}


def nobody_need_say(work: Work, digest: Digest, by: str, how: str) -> None:
    """Whoever was asked whether it can go need not say so any more."""
    telling.close_requests(work, Subject.DIGEST, digest.id, {Step.DIGEST_WAITS}, by, how)


def contributors(work: Work, story: StoryIdea) -> list[str]:
    """Everyone who wrote a story, each once."""
    return list(dict.fromkeys((story.author, *authors_of(work.session, story.id))))


def foretell(work: Work, digest: Digest) -> int:
    """Tell those whose stories are in it that they will be, each once; how many were told now."""
    new = to_be_foretold(work, digest)
    for story, person, key in new:
        _news(work, story, person, f"soon {digest.id}", key)
    return len(new)


def to_be_foretold(work: Work, digest: Digest) -> list[tuple[StoryIdea, str, str]]:
    """Those whose stories are in it and who were not told so yet: the story, the person, and the key of the word to them."""
    wanted = [
        (story, person, foretold_key(digest.id, story.id, person))
        for story in shown_in(work.session, digest.id)
        for person in contributors(work, story)
    ]
    told = ever_queued(work.session, [key for _, _, key in wanted])
    return [one for one in wanted if one[2] not in told]


def foretold_again(work: Work, digest: Digest) -> None:
    """Its hour is another: those who were told that their story will be in it see when, in the same message."""
    for story in stories_of_digest(work.session, digest.id):
        keys = {foretold_key(digest.id, story.id, person): person for person in contributors(work, story)}
        for key in sorted(ever_queued(work.session, list(keys))):
            _news(work, story, keys[key], f"soon {digest.id}", key)


def not_after_all(work: Work, digest: Digest, stories: Iterable[StoryIdea]) -> None:
    """Those who were told that their story would be in it hear that it will not, in the same message; so does a note beside the preview."""
    about = [one for one in sent_about(work.session, Subject.DIGEST, digest.id) if one.kind == DeliveryKind.DIGEST_NOTE]
    for story in stories:
        for note_of_place in (one for one in about if one.detail.startswith(f"{_place(story)} ")):
            telling.again(work, note_of_place)
        keys = {foretold_key(digest.id, story.id, person): person for person in contributors(work, story)}
        for key in sorted(ever_queued(work.session, list(keys))):
            _news(work, story, keys[key], f"soon {digest.id}", key)


def foretold_key(digest_id: int, story_id: int, person: str) -> str:
    """One word beforehand for each contributor to a story and each digest."""
    return f"news:story:{story_id}:soon:{digest_id}:{person}"


def to_contributors(work: Work, story: StoryIdea, digest: Digest, what: str) -> None:
    """Tell everyone who wrote a story something that is said once."""
    for person in contributors(work, story):
        _news(work, story, person, f"{what} {digest.id}", f"news:story:{story.id}:{what}:{digest.id}:{person}")


def _news(work: Work, story: StoryIdea, person: str, detail: str, key: str) -> None:
    work.deliver(
        DeliveryKind.STORY_NEWS, key=key, lane=person, subject=Subject.STORY, subject_id=story.id, detail=detail
    )
