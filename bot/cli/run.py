"""`close-ties run`: the bot, until it is told to stop."""

import contextlib
import logging
import threading
from collections.abc import Iterator
from typing import Annotated

import typer

from bot.app import Bot, build
from bot.cli.asking_slack import NO_ANSWER, patiently, slack_client
from bot.cli.databases import database_or_end
from bot.cli.endings import HOLES, WRONG, end, settings_or_end, until_told
from bot.cli.logs import log_to_stderr
from bot.cli.quickness import answer_quickly
from bot.clock import SystemClock
from bot.config import Mode, Settings
from bot.keeping.agreement import HOW_TO_AGREE, is_agreed, is_on_this_machine
from bot.organisation.holes import findings
from bot.organisation.slack_check import restricted_channel_findings, slack_findings
from storage.engine import Database
from storage.migrate import AlreadyRunning, run_lock
from storage.organisation import Organisation, read_organisation

logger = logging.getLogger(__name__)

NOT_SET_UP = (
    "Nothing is set up yet. In Slack, someone who looks after the workspace opens Close Ties and presses “Set up Close Ties”; "
    "or load a file: close-ties organisation load FILE.toml"
)

HttpPort = Annotated[
    int | None,
    typer.Option(
        "--http", metavar="PORT", min=1, max=65535, help="Listen for signed HTTP requests here, instead of Socket Mode."
    ),
]


def run(http: HttpPort = None) -> None:
    """Run the bot. Socket Mode needs no public address; --http wants Slack to reach this port."""
    settings = settings_or_end(Mode.HTTP if http else Mode.SOCKET)
    log_to_stderr(settings.log_level)
    with until_told(), database_or_end(settings) as database, _alone(database):
        organisation = _organisation(database)
        _end_unless_agreed(settings, database)
        _end_unless_private(settings, organisation)
        _look_for_holes(settings, organisation)
        bot = build(settings, database=database, clock=SystemClock())
        try:
            patiently(bot.start)
            bot.loaded_ahead()
            answer_quickly()
            logger.info(
                "Close Ties is at work for %s; Ctrl-C stops it.", organisation.name or "a workspace not set up yet"
            )
            _listen(bot, http)
        finally:
            bot.stop()


def _listen(bot: Bot, http: int | None) -> None:
    if http:
        bot.listen_http(http)
    else:
        patiently(bot.listen_socket)


@contextlib.contextmanager
def _alone(database: Database) -> Iterator[None]:
    """On SQLite one `run` at a time; PostgreSQL takes as many as wanted."""
    if database.file is None:
        yield
        return
    try:
        with run_lock(database.file):
            yield
    except AlreadyRunning as refused:
        end(WRONG, "Close Ties is running already with this database.", [str(refused)])


def _organisation(database: Database) -> Organisation:
    """What is loaded. Before anything is, the bot starts all the same: its Home in Slack shows the first steps."""
    with database.read() as session:
        organisation = read_organisation(session)
    if organisation is None:
        logger.warning(NOT_SET_UP)
    return organisation or Organisation(name="")


def _end_unless_agreed(settings: Settings, database: Database) -> None:
    """Slack itself holds real people's words. A sandbox on this machine is free to try."""
    with database.read() as session:
        if not is_on_this_machine(settings.slack_api_url) and not is_agreed(session):
            end(HOLES, "Close Ties does not go live before the data protection officer has agreed.", [HOW_TO_AGREE])


def _end_unless_private(settings: Settings, organisation: Organisation) -> None:
    """Looked at each time: who is in a channel changes without our knowing."""
    client = slack_client(settings)
    patiently(client.auth_test)
    refusals = [finding for finding in findings(organisation) if finding.refuses]
    refusals += patiently(lambda: restricted_channel_findings(organisation, client))
    if refusals:
        end(
            HOLES,
            "Close Ties does not start: its restricted channel is not private enough.",
            (finding.sentence for finding in refusals),
        )


def _look_for_holes(settings: Settings, organisation: Organisation) -> None:
    """Say every hole in the log. What Slack must be asked for is asked meanwhile, so that nobody waits for it."""
    if not organisation.name:
        return  # said already: nothing is set up
    for finding in findings(organisation):
        logger.warning("%s", finding.sentence)

    def ask() -> None:
        try:
            for finding in slack_findings(organisation, slack_client(settings)):
                logger.warning("%s", finding.sentence)
        except NO_ANSWER as refused:
            logger.warning(
                "Slack could not be asked about the organisation's people and channels: %s", type(refused).__name__
            )

    threading.Thread(target=ask, name="holes", daemon=True).start()
