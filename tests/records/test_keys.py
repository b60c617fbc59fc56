from hypothesis import given
from hypothesis import strategies as st

from salescoach.records.keys import key_form

FORMS = {
    "Anna Berg": "anna-berg", "Åsa Öström": "asa-ostrom", "A\u030asa": "asa", "Søren Kjær": "soren-kjaer",
    "Đorđe Łukasz": "dorde-lukasz", "Straße": "strasse", "O'Neil, Jr.": "o-neil-jr", "  --a__b--  ": "a-b",
    "soft\u00adware\ufeff": "software", "ｆｕｌｌ　width": "full-width", "Юлия": "юлия", "हिन्दी": "हिन्दी",
    "가나": "가나", "が": "が", "🙂": "", "": "",
}  # fmt: skip


def test_a_text_and_its_key_form() -> None:
    """Case, accents and what is neither letter nor digit are gone; other scripts stay."""
    assert {text: key_form(text) for text in FORMS} == FORMS


@given(st.text())
def test_a_key_form_is_its_own_key_form(text: str) -> None:
    """What is compared is stable, and has no dash at its ends or twice."""
    key = key_form(text)
    assert key_form(key) == key
    assert key == key.strip("-")
    assert "--" not in key
