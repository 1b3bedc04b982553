"""What is wrong with an organisation, as sentences for whoever sets it up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One hole. `refuses`: the bot will not start with it, since what is meant to be private would not be."""

    sentence: str
    refuses: bool = False
