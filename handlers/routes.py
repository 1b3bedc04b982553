"""All the ways in, and how Bolt is told of them."""

import re
from collections.abc import Callable

from slack_bolt import Ack, App
from slack_bolt.response import BoltResponse

from bot.desk.work import Unavailable
from bot.rules.privacy.looked import AskFirst
from bot.rules.reasons import FormRefused, Refused
from handlers import (
    absence,
    agreements,
    answers,
    can_i_share,
    consents,
    digest,
    doors,
    editing,
    editions,
    enquiry_page,
    enquiry_work,
    finding,
    foi,
    heard,
    home,
    involved,
    joint,
    lines,
    links,
    media_enquiry,
    pre_election,
    presence,
    press,
    press_office,
    privacy,
    responses,
    rota,
    settings,
    share_answers,
    sign_offs,
    statements,
    story_answers,
    story_bank,
    story_idea,
    story_page,
    story_sending,
    tasks,
    threads,
    trouble,
)
from handlers.door import Call, Door, Kind, Listener, Route

ROUTES: list[Route] = [
    *media_enquiry.ROUTES,
    *enquiry_page.ROUTES,
    *enquiry_work.ROUTES,
    *answers.ROUTES,
    *editing.ROUTES,
    *links.ROUTES,
    *responses.ROUTES,
    *lines.ROUTES,
    *statements.ROUTES,
    *sign_offs.ROUTES,
    *story_idea.ROUTES,
    *digest.ROUTES,
    *editions.ROUTES,
    *heard.ROUTES,
    *consents.ROUTES,
    *story_sending.ROUTES,
    *story_page.ROUTES,
    *story_answers.ROUTES,
    *agreements.ROUTES,
    *story_bank.ROUTES,
    *home.ROUTES,
    *settings.ROUTES,
    *involved.ROUTES,
    *tasks.ROUTES,
    *foi.ROUTES,
    *pre_election.ROUTES,
    *finding.ROUTES,
    *press.ROUTES,
    *privacy.ROUTES,
    *doors.ROUTES,
    *threads.ROUTES,
    *press_office.ROUTES,
    *presence.ROUTES,
    *rota.ROUTES,
    *absence.ROUTES,
    *can_i_share.ROUTES,
    *share_answers.ROUTES,
    *joint.ROUTES,
]


def register(app: App, door: Door) -> None:
    """Tell Bolt of every route, and of the one error handler for what no handler foresaw."""
    for route in ROUTES:
        _way_in(app, route)(listener(route, door))
    app.view_closed(re.compile(".*"))(_acknowledge)

    @app.error
    def unforeseen(error: Exception, body: dict[str, object], ack: Ack) -> BoltResponse | None:
        return trouble.answer(Call(door, body, ack), error)


def _way_in(app: App, route: Route) -> Callable[[Listener], object]:
    match route.kind:
        case Kind.COMMAND:
            return app.command(route.id)
        case Kind.SHORTCUT:
            return app.shortcut(route.id)
        case Kind.ACTION:
            return app.action(route.id)
        case Kind.SUBMISSION:
            return app.view_submission(route.id)
        case Kind.EVENT:
            return app.event(route.id)
        case Kind.OPTIONS:
            return app.options(route.id)


def listener(route: Route, door: Door) -> Listener:
    """Refusals, and a database that does not answer, are answered here; everything else goes on to the one error handler."""

    def listen(body: dict[str, object], ack: Ack) -> BoltResponse | None:
        call = Call(door, body, ack)
        try:
            if route.kind is Kind.SUBMISSION:
                privacy.look_over(call)
            route.listen(call)
        except FormRefused as refused:
            return trouble.answer(call, FormRefused({**call.looked.problems, **refused.problems}))
        except AskFirst as first:
            return privacy.ask_first(call, first)
        except (Refused, Unavailable) as error:
            return trouble.answer(call, error)
        return None

    return listen


def _acknowledge(ack: Ack) -> None:
    ack()
