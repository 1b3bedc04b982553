"""Named faults that can be switched on and off while the sandbox runs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sandbox.records import Json

PARAMETERS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    # fault: (required parameters, optional ones)
    "slow": (frozenset({"ms"}), frozenset({"methods", "times"})),
    "error": (frozenset(), frozenset({"status", "methods", "times"})),
    "silence": (frozenset(), frozenset({"methods", "times"})),
    "drop_answer": (frozenset(), frozenset({"methods", "times"})),
    "ratelimit": (frozenset({"retry_after"}), frozenset({"methods", "times"})),
    "lose_ack": (frozenset(), frozenset({"times"})),
    "duplicate_event": (frozenset(), frozenset({"times"})),
    "cut_socket": (frozenset(), frozenset()),
    "refuse_socket": (frozenset(), frozenset({"times"})),
    "pace": (frozenset({"on"}), frozenset()),
}
_KINDS: dict[str, tuple[type, ...]] = {
    "ms": (int, float),
    "status": (int,),
    "times": (int,),
    "retry_after": (int,),
    "methods": (list, tuple),
    "on": (bool,),
}


@dataclass
class Fault:
    """One switched-on fault; `left` counts down where `times` was given, `struck` counts up."""

    name: str
    parameters: Json
    left: int | None = None
    struck: int = 0

    def hits(self, method: str | None) -> bool:
        methods = self.parameters.get("methods")
        return (not methods or method in methods) and self.left != 0


class Faults:
    """The faults in force. `cut_socket` and `pace` happen at once and are not kept; listeners in `watchers` do the work."""

    def __init__(self) -> None:
        self._active: dict[str, Fault] = {}
        self.watchers: list[Callable[[Fault], None]] = []
        """Called with each fault as it is set."""

    def set(self, name: str, **parameters: Any) -> None:
        """Switch a fault on, replacing one of the same name. Raises `ValueError` with a sentence for what is unknown."""
        fault = Fault(name, checked(name, parameters), parameters.get("times"))
        if name not in ("cut_socket", "pace"):
            self._active[name] = fault
        for watcher in list(self.watchers):
            watcher(fault)

    def clear(self, name: str | None = None) -> None:
        """Switch one fault off, or all of them."""
        if name is None:
            self._active.clear()
        else:
            self._active.pop(name, None)

    def active(self) -> Json:
        """What is in force, by name, with how often it struck and what is left of `times`."""
        return {
            fault.name: {
                **fault.parameters,
                "struck": fault.struck,
                **({} if fault.left is None else {"left": fault.left}),
            }
            for fault in self._active.values()
            if fault.left != 0
        }

    def take(self, name: str, method: str | None = None) -> Fault | None:
        """The fault, if it strikes this call, which is then counted; else None."""
        fault = self._active.get(name)
        if fault is None or not fault.hits(method):
            return None
        fault.struck += 1
        if fault.left is not None:
            fault.left -= 1
        return fault


def checked(name: str, parameters: Json) -> Json:
    """The parameters, if the fault and all of them are known and of the right kind."""
    if name not in PARAMETERS:
        raise ValueError(f"There is no fault called {name!r}; known are {', '.join(PARAMETERS)}.")
    required, optional = PARAMETERS[name]
    if missing := sorted(required - parameters.keys()):
        raise ValueError(f"The fault {name} needs {', '.join(missing)}.")
    for key, value in parameters.items():
        if key not in required | optional:
            raise ValueError(
                f"The fault {name} takes no {key}; it takes {', '.join(sorted(required | optional)) or 'nothing'}."
            )
        if not isinstance(value, _KINDS[key]) or (isinstance(value, bool) and key != "on"):
            raise ValueError(f"{key} of the fault {name} cannot be {value!r}.")
    return parameters
