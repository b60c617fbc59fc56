from salescoach.recap.rules.seal import seal_of, seals_in

LINES = ["You: call “Skogsberg” – before the offer, by Tue 1 Dec", "I: pay 1,5 % or €300"]


def test_a_seal_is_of_what_is_said() -> None:
    """Not of blanks, quotation marks, dashes, case or where lines end; of each word, number, sign of money."""
    seal = seal_of(LINES)
    assert seals_in(f"Seal {seal.upper()}.") == [seal]
    same = ['you   CALL "Skogsberg" - before\nthe offer,\u00a0by Tue 1 Dec', "* I: pay 1.5 % or \u20ac300"]
    assert seal_of(same) == seal
    for was, now in (("call", "visit"), ("1 Dec", "11 Dec"), ("€", "$"), (" %", ""), ("1,5", "15"), ("You", "I")):
        assert seal_of([line.replace(was, now) for line in LINES]) != seal, now


def test_no_word_is_taken_for_a_seal() -> None:
    """Nor a day, a telephone number or a part of something longer."""
    for text in ("long-term", "2026-1123", "a1b2-c3d4", "xk3f7-q2v8", "k3f7-q2v8m", "08-123 456", "web2-next"):
        assert seals_in(text) == [], text
