import tomllib
from pathlib import Path
from unicodedata import normalize

from salescoach.words.order import order, plainly

TEMPLATES = Path(__file__).parents[2] / "templates"

SORTED = {
    "en": "Aas, adam, Ægir, Ågren, anna, Åsa, Bo, Öberg, Ole, Øst, Straße, Strom, Zoe",
    "sv": "Aas, adam, anna, É, Eva, Lund, Lydia, Müller, Myr, Zoe, Ågren, åsa, Ämne, Ærlig, Öberg, Østby",
    "nb": "adam, anna, É, Eva, Müller, Myr, Zoe, Ærlig, Äske, Öberg, Østby, Aas, Aase, åse",
    "da": "adam, Zoe, ægir, Ærlig, Ödegård, Østby, Aabye, Ågård, Aase",
}
"""As CLDR sorts them: Swedish has å, ä, ö after z, Norwegian and Danish æ, ø, å, where aa is å."""


def test_words_are_sorted_as_people_of_a_language_do() -> None:
    """Blind to case, and whatever their Unicode form; what differs in case alone keeps one order."""
    for language, listed in SORTED.items():
        key = order(tomllib.loads((TEMPLATES / language / "dates.toml").read_text("utf-8")))
        for words in (listed.split(", "), normalize("NFD", listed).split(", ")):
            assert sorted(words, key=key) == words, language
    assert sorted(["anna", "Anna"], key=plainly) == sorted(["Anna", "anna"], key=plainly) == ["Anna", "anna"]
