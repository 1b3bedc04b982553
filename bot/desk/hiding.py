"""An enquiry has become private: everything that was posted about it is drawn anew without its words, and people are asked to
remove what only they can.

What one person saw for a moment (the answer to a command, an offer) cannot be drawn anew: Slack keeps no hold of it, and it is gone
when their Slack starts anew.
"""

import re
from itertools import groupby

from bot.desk import telling, thread_notes, ties
from bot.desk.doors import HEARD
from bot.desk.work import Work
from bot.rules.sensitivity import readers
from bot.rules.thread_notes import moment_of, tells
from storage.delivery import ever_sent, replies_to
from storage.enquiry import Enquiry, get_enquiry, open_enquiries
from storage.involved import tasks_of
from storage.kinds import DeliveryKind, Status, Subject
from storage.line import lines_of_enquiry
from storage.links import links_of
from storage.notes import kept_words, take_words
from storage.nudge import nudges_of
from storage.statement import fact_checks_of, sign_offs_of
from storage.thread_note import ThreadNote, note_at, notes_of

_LINK = re.compile(
    r"https://(?:[\w-]+\.)?slack\.com/archives/([CG][A-Z0-9]+)/p(\d{10})(\d{6})(?:\?thread_ts=(\d+\.\d+))?"
)


def hide(work: Work, enquiry: Enquiry) -> None:
    """Every message about it, every other card that names it, and every App Home that may."""
    telling.show_again(work, Subject.ENQUIRY, enquiry.id)
    _hide_lines(work, enquiry)
    for one in sign_offs_of(work.session, enquiry.id):
        telling.show_again(work, Subject.SIGN_OFF, one.id)
    for check in fact_checks_of(work.session, enquiry.id):
        telling.show_again(work, Subject.FACT_CHECK, check.id)
    for task in tasks_of(work.session, enquiry.id):
        telling.show_again(work, Subject.TASK, task.id)
    _hide_from_others(work, enquiry)
    ties.show_answer_again(work, enquiry)
    _hide_homes(work, enquiry)
    _hide_answers(work, enquiry)
    ask_to_remove(work, enquiry)


def _hide_lines(work: Work, enquiry: Enquiry) -> None:
    """Lines kept from an enquiry that has become restricted are private too, and no card names them any more."""
    lines = [line for line in lines_of_enquiry(work.session, enquiry.id) if not line.restricted]
    for line in lines:
        line.restricted = True
    telling.no_longer_offered(work, lines)


def _hide_from_others(work: Work, enquiry: Enquiry) -> None:
    """The cards of enquiries that hang together with it, and of new ones, which name those that resemble them."""
    for link in links_of(work.session, enquiry.id):
        other = get_enquiry(work.session, link.other_id if link.enquiry_id == enquiry.id else link.enquiry_id)
        if other is not None:
            telling.show_card(work, other)
    for new in open_enquiries(work.session, limit=1_000):
        if new.status == Status.NEW and not new.restricted and new.id != enquiry.id:
            telling.show_card(work, new)


def _hide_homes(work: Work, enquiry: Enquiry) -> None:
    session = work.session
    asked = [one.person for one in nudges_of(session, Subject.ENQUIRY, enquiry.id)]
    approvers = [one.person for one in sign_offs_of(session, enquiry.id)]
    checkers = [one.person for one in fact_checks_of(session, enquiry.id)]
    owners = [task.owner for task in tasks_of(session, enquiry.id)]
    others = {*asked, *approvers, *checkers, *owners, *enquiry.excluded, *enquiry.named}
    people = others | readers(enquiry, work.organisation)
    homes = {telling.home_key(person): person for person in people}
    for key in sorted(ever_sent(work.session, homes)):
        telling.show_home(work, homes[key])


def _hide_answers(work: Work, enquiry: Enquiry) -> None:
    """What was understood of a direct message, said back to whoever raised it before it was private."""
    for sent in replies_to(work.session, enquiry.raised_by, DeliveryKind.REPLY):
        kind, words_id, *_ = [*sent.detail.split(), ""]
        words = kept_words(work.session, words_id, enquiry.raised_by) if kind == HEARD else ""
        if words is None or tells(words, enquiry):
            take_words(work.session, words_id, enquiry.raised_by)
            telling.again(work, sent)


def ask_to_remove(work: Work, enquiry: Enquiry) -> None:
    """Whoever wrote about it in Slack gets one list of what stands there: in its threads, and the message it came from."""
    _note_where_it_came_from(work, enquiry)
    stands = [one for one in notes_of(work.session, enquiry.id) if one.channel and one.deleted_at is None]
    for author, theirs in groupby(sorted(stands, key=lambda one: (one.author, one.id)), key=lambda one: one.author):
        ids = [one.id for one in theirs]
        thread_notes.ask_to_remove(work, enquiry, author, ids[0], ids[-1])
    for one in stands:
        one.warned = True


def _note_where_it_came_from(work: Work, enquiry: Enquiry) -> None:
    """The links to messages that were recorded with it. Whoever raised it either wrote them or can ask those who did."""
    for channel, seconds, rest, thread_ts in _LINK.findall(enquiry.links):
        ts = f"{seconds}.{rest}"
        if note_at(work.session, channel, ts) is None:
            work.session.add(
                ThreadNote(
                    enquiry_id=enquiry.id,
                    channel=channel,
                    ts=ts,
                    author=enquiry.raised_by,
                    words="",
                    posted_at=moment_of(ts),
                    thread_ts=thread_ts,
                    outside=True,
                )
            )
    work.session.flush()
