"""The words of a web page, such as a mail that was saved as one: its text with the lines that it is set in."""

from html.parser import HTMLParser

_UNSEEN = frozenset({"script", "style", "title", "template"})
_LINES = frozenset({"br", "li", "tr", "dt", "dd"})
_PARTS = frozenset({"p", "div", "ul", "ol", "dl", "table", "blockquote", "body", "pre", "h1", "h2", "h3", "h4"})


def words_on(page: str) -> str:
    """Return what can be read on a page; no tag of it acts, and nothing is fetched."""
    found = _Words()
    found.feed(page)
    found.close()
    return "".join(found.parts)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # of the parser
        self._unseen += tag in _UNSEEN
        self.parts.append("\n" if tag in _LINES else "\n\n" if tag in _PARTS else "")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN
        self.parts.append("\n\n" if tag in _PARTS else " " if tag in {"td", "th"} else "")

    def handle_data(self, data: str) -> None:
        self.parts += [] if self._unseen > 0 else [data]
