"""Who of a table is new, who is there, and who may be either."""

from salescoach.journal.names import key_for
from salescoach.people.rules.arrivals import Arrivals, Who, sort_out
from salescoach.tables.table import Newcomer


def sorted_out(*newcomers: Newcomer, journal: tuple[Who, ...] = (), same: bool | None = None) -> Arrivals:
    """Sort out newcomers, each pair in question being answered alike."""
    return sort_out(newcomers, journal, key_for, lambda *_: same)


def test_people_of_one_key_are_one_only_where_letters_and_addresses_agree() -> None:
    """Else they are two once it is said, one once it is said, and neither is added where nobody says."""
    two = Newcomer(2, "Pål Ås"), Newcomer(3, "Pal Ås", role="KAM")
    assert list(sorted_out(*two, same=False).new) == ["pal-as", "pal-as-2"]
    assert sorted_out(*two, same=True).new == {"pal-as": Newcomer(2, "Pål Ås", role="KAM")}
    unclear = sorted_out(*two, Newcomer(4, "Bo"))
    assert (list(unclear.new), [one.line for one, _ in unclear.doubted]) == (["bo"], [3])
    there = Who("pal-as", "Pål Ås", aliases=("Pål A",))
    found = sorted_out(Newcomer(2, "PÅL ÅS"), Newcomer(3, "P\u00e5l-\u00c5s"), journal=(there,))
    assert ([one.line for one, _ in found.there], found.new) == ([2, 3], {})


def test_two_addresses_are_not_both_one_sellers_in_the_journal() -> None:
    """She has the first that is met; the second is somebody else's until it is said."""
    two = Newcomer(2, "Eva Ek", email="a@x"), Newcomer(3, "Eva Ek", email="b@x")
    for who in (Who("eva-ek", "Eva Ek"), Who("eva-ek", "Eva Ek", "A@x")):
        found = sorted_out(*two, journal=(who,))
        assert ([one.line for one, _ in found.there], [one.line for one, _ in found.doubted]) == ([2], [3])
        assert list(sorted_out(*two, journal=(who,), same=False).new) == ["eva-ek-2"]
