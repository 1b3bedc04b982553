"""What is wrong with a payload, and where: Slack's own words and a JSON pointer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One refusal. `pointer` leads from the root of the arguments to the value that is wrong."""

    text: str
    pointer: str

    @property
    def sentence(self) -> str:
        """The refusal as Slack prints it."""
        return f"{self.text} [json-pointer:{self.pointer}]"
