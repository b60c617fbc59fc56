import tomllib
from pathlib import Path
from unicodedata import normalize

import pytest

from salescoach.words.order import order, plainly

TEMPLATES = Path(__file__).parents[2] / "templates"

SORTED = {
    "en": "Aas, adam, Ægir, Ågren, anna, Åsa, Bo, Öberg, Ole, Øst, Straße, Strom, Zoe",
    "sv": "Aas, adam, anna, É, Eva, Lund, Lydia, Müller, Myr, Zoe, Ågren, åsa, Ämne, Ærlig, Öberg, Østby",
    "nb": "adam, anna, É, Eva, Müller, Myr, Zoe, Ærlig, Äske, Öberg, Østby, Aas, Aase, åse",
    "da": "adam, Zoe, ægir, Ærlig, Ödegård, Østby, Aabye, Ågård, Aase",
}
"""As CLDR sorts them: Swedish has å, ä, ö after z, Norwegian and Danish æ, ø, å, where aa is å."""


@pytest.mark.parametrize("language", SORTED)
def test_words_are_sorted_as_people_of_a_language_do(language: str) -> None:
    """Blind to case, and whatever their Unicode form."""
    key = order(tomllib.loads((TEMPLATES / language / "dates.toml").read_text("utf-8")))
    words = SORTED[language].split(", ")
    assert sorted(words, key=key) == words
    assert sorted((normalize("NFD", word) for word in words), key=key) == [normalize("NFD", word) for word in words]


def test_what_differs_in_case_alone_keeps_one_order() -> None:
    """Whichever comes first, so that no list depends on how it was read."""
    assert sorted(["anna", "Anna"], key=plainly) == sorted(["Anna", "anna"], key=plainly) == ["Anna", "anna"]
