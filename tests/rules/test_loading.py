"""Importing the rules loads nothing slow; loading ahead loads what the first enquiry needs."""

import subprocess
import sys

CODE = """
import importlib, pkgutil, sys
import bot.rules
for module in pkgutil.iter_modules(bot.rules.__path__):
    importlib.import_module(f"bot.rules.{module.name}")
slow = ("dateparser", "holidays", "phonenumbers", "stdnum")
print(*(name for name in slow if name in sys.modules), "|", end=" ")
from bot.rules.loading import load_ahead
from tests.rules.northbank import at, organisation
load_ahead(organisation(), at("2026-11-25 09:30"))
print(*(name for name in slow if name in sys.modules))
"""


def test_slow_libraries_are_loaded_when_they_are_asked_for() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "| holidays phonenumbers stdnum\n"
