"""Draw the pictures of docs/nudges.md, and write its tables anew: `make docs-pictures`."""

from pathlib import Path

from tests.pictures.page import PAGE, files

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Write what the rules say now."""
    for path, text in files((ROOT / PAGE).read_text(encoding="utf-8")).items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
