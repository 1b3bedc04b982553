"""Every sentence that people read, by subject, to be edited without knowing how to program.

A word in {braces} is filled in by the bot; keep it as it is. `*stars*` make bold. Write as one would speak to a worried
colleague: short, plain, no blame. The tests in `tests/messages` say which length cannot be passed.
"""
