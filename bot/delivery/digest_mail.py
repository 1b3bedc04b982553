"""The weekly good news as files for the comms team: made when they are shared, so that nobody is in them who does not agree by then."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk.digest_mail import mail
from bot.desk.work import Desk, Work
from bot.messages.digest_mail import as_html, day_written
from bot.messages.digest_mail_text import as_text
from bot.messages.message import File, Files
from bot.messages.wording import digest_mail as words
from bot.rules.digest_text import WholeDigest
from storage.delivery import Delivery, standing
from storage.digest import get_digest


def files(desk: Desk, session: Session, delivery: Delivery, now: datetime) -> Files | None:
    """Both files, or none of them any more where nothing of it may stand."""
    digest = get_digest(session, delivery.subject_id)
    if digest is None or digest.state != "posted":
        return None
    made = mail(Work(session, now, desk.organisation), digest)
    if not made.whole.stories:
        return Files(words.FILES_GONE) if standing(session, delivery.key) else None
    told = (made.whole, made.organisation, made.posted)
    written = {"html": as_html(*told), "txt": as_text(*told)}
    return Files(words.FILES, tuple(_file(kind, text, made.whole) for kind, text in written.items()))


def _file(kind: str, text: str, whole: WholeDigest) -> File:
    name = words.FILE.format(week=whole.week, kind=kind)
    return File(name, words.FILE_TITLES[kind].format(day=day_written(whole.nominal_day)), text.encode())
