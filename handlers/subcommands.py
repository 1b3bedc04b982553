"""The word after a command: help, something we do not know, or the beginning of an enquiry."""

HELP = frozenset({"help", "?", "how", "hello", "hi"})

OUTLETS = frozenset(
    {
        "bbc",
        "itv",
        "itn",
        "sky",
        "reuters",
        "guardian",
        "observer",
        "times",
        "telegraph",
        "mail",
        "mirror",
        "sun",
        "express",
        "star",
    }
    | {
        "metro",
        "independent",
        "standard",
        "herald",
        "scotsman",
        "echo",
        "gazette",
        "argus",
        "chronicle",
        "post",
        "radio",
        "news",
    }
)
"""Outlets that people type alone and in small letters: they open the form, and are not taken for a subcommand."""


def asks_for_help(words: str) -> bool:
    """Whether the words after a command ask how it works."""
    return words.casefold() in HELP


def is_unknown_subcommand(words: str) -> bool:
    """One short word in small letters that is no outlet: someone expected a subcommand. Everything else is an enquiry's words."""
    return words.isalpha() and words.islower() and len(words) <= 12 and words not in OUTLETS
