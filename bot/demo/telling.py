"""How the demo's day is told in the terminal: what each person does, and what they see."""

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from sandbox.people.form import Form
from sandbox.people.seen import Message


class Teller:
    """Prints the day as it is played."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def line(self, words: str) -> None:
        """Words between two scenes."""
        self._console.print(Text(words))

    def scene(self, title: str, when: str) -> None:
        """A new scene, with the time it plays at."""
        self._console.print()
        self._console.rule(f"[bold]{escape(title)}[/bold]  {escape(when)}", align="left")

    def does(self, who: str, what: str) -> None:
        """Somebody does something."""
        self._console.print(f"\n[bold cyan]{escape(who)}[/bold cyan] {escape(what)}")

    def sees(self, who: str, where: str, message: Message, *, thread: bool = False) -> None:
        """A message as that person reads it, its buttons in one line below, and its thread where asked."""
        lines = [line for line in message.readable.splitlines() if line not in message.buttons]
        if message.buttons:
            lines += ["", "  ".join(f"[ {words} ]" for words in message.buttons)]
        if thread:
            lines += [f"   ↳ {reply.sentence}" for reply in message.thread]
        self._panel(f"{who} sees in {where}", "\n".join(lines))

    def sees_words(self, who: str, where: str, words: str) -> None:
        """Words that are no message: a tab, or an answer that only this person sees."""
        self._panel(f"{who} sees in {where}", words)

    def form(self, who: str, form: Form) -> None:
        """A form as it lies before them, with what stands in its fields."""
        answers = {label: _plain(form.values.get(block)) for block, label in form.fields.items()}
        lines = form.text.splitlines()
        told = [f"▸ {line}: {answers[line]}" if line in answers else line for line in lines[1:]]
        self._panel(f"{who} has a form: {form.title}", "\n".join(told))

    def _panel(self, title: str, words: str) -> None:
        panel = Panel(Text(words), title=Text(title), title_align="left", border_style="dim")
        self._console.print(Padding(panel, (0, 0, 0, 3)))


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "—"
    return str(value) if value not in (None, "", False) else "—"
