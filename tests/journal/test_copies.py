from salescoach.journal.copies import original
from salescoach.journal.journal import Journal

HERE = "anna-berg"


def test_a_conflict_copy_is_told_by_its_name() -> None:
    """As Dropbox, Nextcloud, Syncthing, iCloud and Google Drive call it."""
    for key in (
        "anna-berg (Karin's conflicted copy 2026-11-03)", "anna-berg (conflicted copy 2026-11-03 101010)",
        "anna-berg (Case Conflict)", "anna-berg.sync-conflict-20261103-101010-ABCDEFG", "anna-berg_conflict-20261103",
        "anna-berg.conflicted", "anna-berg (1)", "anna-berg 2",
    ):  # fmt: skip
        assert original(key, {HERE, key}) == HERE, key


def test_what_only_looks_like_one_is_a_seller() -> None:
    """A number makes a copy only beside the file without it."""
    for key in (HERE, "eva 2", "eva (1)", "anna-conflictsdottir", "åsa-öberg"):
        assert original(key, {HERE, key}) is None, key


def test_everyone_is_here_or_has_left(journal: Journal) -> None:
    """In this order, and all their files after mine."""
    journal.path("left").mkdir()
    journal.path("left/erik.toml").write_bytes(b'[seller]\nname = "Erik"\n')
    journal.path("left/broken.toml").write_bytes(b"[[")
    journal.path("me.toml").write_bytes(b"format = 1\n")
    team = journal.everyone()
    assert [(seller.key, seller.left) for seller in team.sellers] == [(HERE, False), ("erik", True)]
    assert [one.file for one in team.problems] == ["left/broken.toml"]
    assert journal.files() == ["me.toml", "sellers/anna-berg.toml", "left/broken.toml", "left/erik.toml"]
