"""The veil: what a `~` keeps private in a text, wherever it was typed."""

import re
from collections.abc import Mapping
from typing import Any
from unicodedata import normalize

_VEIL = re.compile(r"(?:^|(?<=[\s;]))~(?!\s*\d)\s*(?=\S)")
"""A missing space behind a semicolon must not make a private line public."""

_UNSEEN = re.compile("[\u00ad\u200b\u200c\u2060\ufeff]|\u200d(?![\u2190-\U0010ffff])")
"""What shows nothing and hides a mark: soft hyphens, zero widths; a joiner that holds an emoji together is kept."""

_BLANKS = str.maketrans(dict.fromkeys("\u00a0\u2007\u202f\u3000", " "))


def clean(text: str) -> str:
    """Return a text without the characters that nobody sees, its hard spaces as spaces, its letters whole."""
    return normalize("NFC", _UNSEEN.sub("", text).translate(_BLANKS))


def veiled(line: str) -> tuple[str, str | None]:
    """Return a line and what follows a `~` in it, which is private wherever that stands; None where nothing does."""
    veil = _VEIL.search(line)
    if veil is None:
        return line, None
    seen = line[: veil.start()].rstrip("; \t")
    return (seen if seen.strip("-*• \t") else ""), line[veil.end() :].strip()


def parted(text: str) -> tuple[str, list[str]]:
    """Return a text without what is private in its lines, and that; one in which nothing is stays as it is."""
    lines = [veiled(line) for line in clean(text).split("\n")] if "~" in text else []
    secrets = [secret for _, secret in lines if secret is not None]
    kept = (seen for seen, secret in lines if seen or secret is None)
    return ("\n".join(kept), secrets) if secrets else (text, [])


def seen(value: Any) -> Any:
    """Return a value without what is private in its texts, however deep they are in it."""
    if isinstance(value, str):
        return parted(value)[0]
    if isinstance(value, list | tuple):
        return type(value)(map(seen, value))
    return {key: seen(one) for key, one in value.items()} if isinstance(value, Mapping) else value
