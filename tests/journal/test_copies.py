from collections.abc import Mapping
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from salescoach.journal.copies import Page, Read, told, whose

HEAD = '[seller]\nname = "{name}"\n'
BLOCK = '\n[[note]]\nid = "{id}"\non = 2026-11-03\ntext = "x"\n'
FILE = "sellers/kari-moe.toml"


def text(name: str, *ids: str, more: str = "") -> bytes:
    """Return a file of somebody with entries of these ids."""
    return (HEAD.format(name=name) + more + "".join(BLOCK.format(id=one) for one in ids)).encode()


KARI = text("Kari Moe", "k1a2b", "m3c4d")


def reading(files: Mapping[str, bytes]) -> Read:
    """Return what reads these files."""
    return lambda file, most: files[file][: most if most >= 0 else None]


def made(files: dict[str, bytes], *, every: bool = False) -> dict[str, str]:
    """Return which files are copies; keys of sellers stand for their files."""
    named = {key if "/" in key else f"sellers/{key}.toml": data for key, data in files.items()}
    read = reading(named)
    found = told(named, read, every=every)
    assert {file: of for one in named for file, of in told(named, read, only=one).items()} == found or every
    return {file.removeprefix("sellers/").removesuffix(".toml"): of for file, of in found.items()}


def test_a_copy_is_told_by_what_is_in_it_whatever_it_is_called() -> None:
    """As clouds and people call it in any language; a copy of a copy too, and one that both sides went on with."""
    edited = text("Kari Moe", "k1a2b", "n5e6f")
    for key in (
        "kari-moe-STUE-PC", "kari-moe - Copy", "kari-moe - Kopi", "kari-moe_conf(3)", "kari-moe (2)", "kari-moe 3",
        "kari-moe (Karis MacBook Pro sin motstridende kopi 2026-11-02)", "kari-moe.sync-conflict-20261102-1-ABC",
        "kari-moe-kopi", "kari-moe2", "kari-moe (1) (1)", "Kopi av kari-moe", "copy-of-kari-moe", "Kari Moe",
        "KM gammel",
    ):  # fmt: skip
        for data in (KARI, edited):
            for also in ({}, {"kari-moe (1)": edited}):
                assert made({"kari-moe": KARI, **also, key: data})[key] == FILE, key


@given(suffix=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\0\n"), min_size=1, max_size=20))
def test_whatever_is_added_to_a_name_two_files_of_one_are_one_seller(suffix: str) -> None:
    """And two people of one name, whose files share nothing, are two."""
    assert made({"kari-moe": KARI, f"kari-moe{suffix}": text("Kari Moe", "m3c4d", "z9y8x")}) == {
        f"kari-moe{suffix}": FILE
    }
    for other in (text("Kari Moe", "z9y8x"), text("Kari Moen", "k1a2b", "m3c4d")):
        assert made({"kari-moe": KARI, f"kari-moe{suffix}": other}) == {}


def test_one_that_does_not_read_is_a_copy_by_its_beginning_or_its_name() -> None:
    """Half written, empty, or kept by the cloud: it is nobody of her own; one that is called like a seller is one."""
    for broken in (KARI[:14], KARI[:30], KARI[:60], KARI[:-9], b"", b"\0" * 40, b"<<<<"):
        assert made({"kari-moe": KARI, "kari-moe (1)": broken}) == {"kari-moe (1)": FILE}
        assert made({"kari-moe": broken, "kari-moe PC": KARI}) == {"kari-moe PC": FILE}
    for broken in (b"", b"[seller\n"):
        assert made({"kari-moe": KARI, "kari-moe-2": broken, "kari": broken}) == {}
    both = {"kari-moe": KARI, "kari-moe-2": text("Kari Moe 2", "a1a1a"), "kari-moe-2 (1)": b""}
    assert made(both) == {"kari-moe-2 (1)": "sellers/kari-moe-2.toml"}, "it is of the nearest"


def test_the_original_is_the_one_that_is_called_as_she_is() -> None:
    """Else the plain and short one, here or among those who left; whatever the order in which they are met."""
    for keys, of in (
        (["kari", "kari-moe"], "kari-moe"), (["moe (1)", "moe"], "moe"), (["km-pc", "km", "km PC"], "km"),
        (["kari-moe (1)", "kari-moe (2)"], "kari-moe (1)"), (["kari-holm", "kari-moe PC"], "kari-holm"),
    ):  # fmt: skip
        for order in (keys, keys[::-1]):
            assert made(dict.fromkeys(order, KARI)) == dict.fromkeys(set(keys) - {of}, f"sellers/{of}.toml")
    assert made({"left/kari-moe.toml": KARI, "kari-moe (1)": KARI}) == {"kari-moe (1)": "left/kari-moe.toml"}
    assert made({"left/kari-moe.toml": KARI, "kari-moe": KARI}) == {}, "one file in both folders is another matter"
    assert made({"kari-holm": KARI, "kari-moe-pc": KARI}, every=True) == {"kari-moe-pc": "sellers/kari-holm.toml"}


def test_a_seller_who_has_no_entries_yet_has_copies_too() -> None:
    """The program adds nobody twice: the same head with the day of that is hers."""
    bare = text("Kari Moe")
    for one, other in ((KARI, bare), (bare, KARI)):
        assert made({"kari-moe": one, "kari-moe (1)": other}) == {"kari-moe (1)": FILE}, "it is its beginning"
    assert made({"kari-moe": KARI, "kari-moe-2": bare}) == {}
    head = text("Kari Moe", more="added = 2026-11-02\n")
    assert made({"kari-moe": head + BLOCK.format(id="a1b2c").encode(), "kari-moe (1)": head}) == {"kari-moe (1)": FILE}
    ours, theirs = (
        head + note + BLOCK.format(id=id_).encode() for note, id_ in ((b"", "a1b2c"), (b"# mine\n", "d4e5f"))
    )
    assert made({"kari-moe": ours, "kari-moe (1)": theirs}) == {"kari-moe (1)": FILE}, "a comment makes nobody another"


def test_two_long_files_may_have_an_id_in_common_by_chance() -> None:
    """There are fewer ids than pairs of entries in two sellers' years."""
    ids = [f"{a}{b}{c}{d}e" for a in "abcdefgh" for b in range(8) for c in "abcdefg" for d in range(2)]
    one, other = text("Kari Moe", *ids), text("Kari Moe", *(one.upper() for one in ids[1:]), ids[0])
    assert made({"kari-moe": one, "kari-moe-2": other}) == {}


def test_only_what_may_be_a_copy_is_read() -> None:
    """On a team of a thousand that spares a thousand files."""
    read: list[str] = []
    keys = ["kari-moe", "kari-holm", "bo-moe", "åsa", "Åsa Moe", "kari-moe-2"]

    def of(file: str, _: int) -> bytes:
        read.append(file)
        return text(Path(file).stem)

    told([f"sellers/{key}.toml" for key in keys], of)
    assert {Path(file).stem for file in read} == {"kari-moe", "kari-moe-2", "åsa", "Åsa Moe"}


def test_a_file_from_elsewhere_is_of_whom_it_shares_most_with() -> None:
    """By name alone where it is called so; nobody's where the person is another."""
    there = {"kari-moe": KARI, "bo-ek": text("Bo Ek", "b1b1b"), "kari-moe-2": text("Kari Moe", "k1a2b", "q1q1q")}
    pages = [Page(key, reading(there)) for key in there]
    for stem, data, of in (
        ("backup", KARI, "kari-moe"), ("kari-moe", text("Kari Moe", "new1e"), "kari-moe"), ("x", text("Bo Ek"), None),
        ("bo-ek", text("Bo Berg", "b1b1b"), None), ("bo-ek", b"format = 1\n", None),
        ("x", text("Bo Ek", "b1b1b"), "bo-ek"),
    ):  # fmt: skip
        found = whose(Page(f"{stem}.toml", reading({f"{stem}.toml": data})), pages)
        assert (found and found.stem) == of, (stem, data)
