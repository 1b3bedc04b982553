"""Settings: tokens and addresses, from the environment and `.env`. The only module that reads either.

People and rules are the organisation's and live in the database (`bot.organisation`); what differs from one machine to the
next is here. Every problem is reported at once, with the variable's name, what is wrong and where the right value is found.
A value is never shown back: most of them are secrets.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from dotenv import dotenv_values
from pydantic import AfterValidator, BeforeValidator, Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

SLACK = "https://slack.com/api/"


class Mode(StrEnum):
    """How the bot is to run; it decides which settings cannot be left out."""

    SOCKET = "socket"
    HTTP = "http"
    OFFLINE = "offline"  # Slack is not needed: loading an organisation, for example


NEEDED: Mapping[Mode, tuple[str, ...]] = {
    Mode.SOCKET: ("slack_bot_token", "slack_app_token"),
    Mode.HTTP: ("slack_bot_token", "slack_signing_secret"),
    Mode.OFFLINE: (),
}

WHERE: Mapping[str, str] = {
    "slack_bot_token": "At api.slack.com/apps, open your app, then OAuth & Permissions: “Bot User OAuth Token”.",
    "slack_app_token": "At api.slack.com/apps, open your app, then Basic Information: “App-Level Tokens”. "
    "Make one with the scope connections:write.",
    "slack_signing_secret": "At api.slack.com/apps, open your app, then Basic Information: “Signing Secret”.",
    "slack_api_url": f"Leave it out for Slack itself ({SLACK}); a sandbox prints its own as api_url.",
    "database_url": "Leave it out for sqlite:///close-ties.db, or write postgresql://NAME:PASSWORD@HOST/DATABASE.",
    "log_level": "One of DEBUG, INFO, WARNING and ERROR.",
    "delivery_workers": "Leave it out for 16.",
}


def _begins_with(prefix: str, others: Mapping[str, str]) -> AfterValidator:
    """A token with this prefix; `others` says what a token with another prefix is."""

    def check(value: str) -> str:
        for other, what in others.items():
            if value.startswith(other):
                raise ValueError(f"it should begin with {prefix}; one that begins with {other} is {what}")
        if value and not value.startswith(prefix):
            raise ValueError(f"it should begin with {prefix}")
        return value

    return AfterValidator(check)


def _web_address(value: str) -> str:
    if not value.startswith(("https://", "http://")):
        raise ValueError("it should be a web address that begins with https:// (or http:// for a sandbox)")
    return value.rstrip("/") + "/"


def _database_address(value: str) -> str:
    scheme, _, rest = value.partition("://")
    if scheme not in ("sqlite", "postgresql", "postgresql+psycopg", "postgres"):
        raise ValueError("it should begin with sqlite:/// or postgresql://")
    if scheme == "sqlite" and (not rest.startswith("/") or rest.strip("/") in ("", ":memory:")):
        raise ValueError("it should name a file after sqlite:///, since a database in memory forgets everything")
    return f"postgresql+psycopg://{rest}" if scheme in ("postgres", "postgresql") else value


BotToken = Annotated[
    str,
    _begins_with(
        "xoxb-", {"xapp-": "the app-level token (SLACK_APP_TOKEN)", "xoxp-": "a person's token, not the bot's"}
    ),
]
AppToken = Annotated[str, _begins_with("xapp-", {"xoxb-": "the bot token (SLACK_BOT_TOKEN)"})]


class Settings(BaseSettings):
    """What the program needs to know about where it runs. `description` is what `.env.example` says of each.

    Secrets are left out of `repr` and `str`, so that printing the settings gives nothing away.
    """

    model_config = SettingsConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    slack_bot_token: BotToken = Field("", repr=False, description="The bot's own token: it begins with xoxb-.")
    slack_app_token: AppToken = Field(
        "",
        repr=False,
        description="The app-level token for Socket Mode, the default way to run: it begins with xapp-.",
    )
    slack_signing_secret: str = Field(
        "", repr=False, description="Only for `close-ties run --http PORT`: what Slack signs its requests with."
    )
    slack_api_url: Annotated[str, AfterValidator(_web_address)] = Field(
        SLACK, description="Any server that speaks Slack's Web API; a sandbox prints its own."
    )
    database_url: Annotated[str, AfterValidator(_database_address)] = Field(
        "sqlite:///close-ties.db", description="Where everything is kept: a SQLite file, or a PostgreSQL 15 or newer."
    )
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(lambda value: str(value).upper())
    ] = Field("INFO", description="How much is written to the log.")
    delivery_workers: int = Field(
        16, ge=1, le=64, description="How many messages may be on their way to Slack at once."
    )

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], init_settings: PydanticBaseSettingsSource, *_: object, **__: object
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Nothing but what is handed in: `environment` reads the surroundings, so that building settings reads nothing."""
        del settings_cls
        return (init_settings,)


@dataclass(frozen=True, slots=True)
class Problem:
    """One setting that will not do: the variable, what is wrong, and where the right value is found."""

    variable: str
    wrong: str
    where: str

    def __str__(self) -> str:
        return f"{self.variable}: {self.wrong}. {self.where}"


class SettingsProblems(Exception):  # noqa: N818 - it is a list of things to put right
    """Everything that is wrong with the settings, at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def environment(folder: Path | None = None) -> dict[str, str]:
    """The environment over the `.env` of a folder (by default the one we stand in)."""
    written = dotenv_values((folder or Path.cwd()) / ".env", interpolate=False)
    return {name: value for name, value in written.items() if value is not None} | dict(os.environ)


def read_settings(env: Mapping[str, str], mode: Mode = Mode.SOCKET) -> Settings:
    """The settings in `env`, enough for `mode`. Raises `SettingsProblems` with every problem at once.

    A variable that is there but empty counts as left out, as `.env.example` is copied whole.
    """
    given = {name: env[name.upper()].strip() for name in Settings.model_fields if env.get(name.upper(), "").strip()}
    problems = [_missing(name, env) for name in NEEDED[mode] if name not in given]
    try:
        settings = Settings(**given)  # type: ignore[arg-type]  # words, which pydantic reads
    except ValidationError as refused:
        problems += [_unfit(str(error["loc"][0]), error["msg"]) for error in refused.errors(include_input=False)]
        raise SettingsProblems(_in_order(problems)) from None
    if problems:
        raise SettingsProblems(_in_order(problems))
    return settings


def _missing(name: str, env: Mapping[str, str]) -> Problem:
    known = {field.upper() for field in Settings.model_fields}
    near = get_close_matches(name.upper(), [key for key in env if key not in known], n=1, cutoff=0.85)
    slip = f", but {near[0]} is: perhaps a slip of the pen" if near else ""
    return Problem(name.upper(), f"it is not set{slip}", WHERE[name])


def _unfit(name: str, message: str) -> Problem:
    sentence = message.removeprefix("Value error, ")
    return Problem(
        name.upper(), sentence if sentence.startswith("it ") else f"{sentence[0].lower()}{sentence[1:]}", WHERE[name]
    )


def _in_order(problems: list[Problem]) -> list[Problem]:
    order = [name.upper() for name in Settings.model_fields]
    return sorted(problems, key=lambda problem: order.index(problem.variable))
