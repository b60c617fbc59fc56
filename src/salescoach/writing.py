"""Writing: what a command adds goes to the files through here, and comes back as what was written."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from salescoach.answer import Phrase
from salescoach.app import App
from salescoach.coaching.team import Member
from salescoach.coaching.telling import titles
from salescoach.coaching.twice import promised_twice
from salescoach.coaching.written import Page, Written, record_of
from salescoach.errors import Missing
from salescoach.journal.append import Addition, Block, add, rehearse
from salescoach.journal.journal import ME, file_of
from salescoach.journal.names import key_for
from salescoach.records.base import Record
from salescoach.records.kinds import KINDS
from salescoach.records.seller import Seller
from salescoach.records.unveiled import without_secrets
from salescoach.records.veil import parted, seen
from salescoach.team import mine


def write(
    app: App,
    entries: Sequence[tuple[Seller, Sequence[Block]]],
    label: str,
    *,
    notices: Sequence[Phrase] = (),
    dry: bool = False,
) -> Written:
    """Add blocks to the files of one or several sellers, all or nothing; dry, only show what would be written.

    What a `~` keeps private in their texts becomes private notes of its own; raise Missing where nothing else is left.
    """
    sellers = [seller for seller, _ in entries]
    additions = [
        Addition(ME if seller.mine else file_of(seller.key, left=seller.left), _parted(blocks, label))
        for seller, blocks in entries
    ]
    names = " ".join([label, *(PurePath(one.file).stem for one in additions)])
    added = rehearse(app.journal, additions) if dry else add(app.journal, additions, names, app.today.isoformat())
    records = [tuple(_shown(app, record_of(block.kind, block.fields)) for block in blocks) for blocks in added]
    pages = [Page(who.key, who.name, own, titles(who)) for who, own in zip(sellers, records, strict=True)]
    twice = (one for who, own in zip(sellers, records, strict=True) for one in promised_twice(who, own))
    said = [*notices, *app.asides, *twice]
    once = tuple(one for at, one in enumerate(said) if one not in said[:at])  # what fills a phrase may have no hash
    return Written(pages=tuple(pages), dry=dry, notices=once)


def write_mine(app: App, blocks: Sequence[Block], label: str, *, notices: Sequence[Phrase] = ()) -> Written:
    """Add blocks to the manager's own file, what a `~` keeps private in them as `write` does."""
    return write(app, [(mine(app), blocks)], label, notices=notices)


def member(app: App, name: str, *, key: str | None = None, **more: Any) -> Member:
    """Return a new seller with the key that her file is to have; raise BadName where the name can carry none."""
    whole = " ".join(name.split())
    key = key or key_for(parted(whole)[0] or whole)
    return Member(key, whole, str(app.journal.path(file_of(key))), **more)


def enrol(
    app: App,
    members: Sequence[Member],
    label: str,
    changes: Sequence[tuple[Seller, Sequence[Block]]] = (),
    **more: Any,
) -> None:
    """Make the files of new sellers and change others, all or none; `more` goes into each head. Raise SellerExists."""
    additions = [Addition(file_of(seller.key), blocks) for seller, blocks in changes]
    for one in members:
        head = {"name": one.name, "started": one.started, "added": app.today, "role": one.role, "email": one.email}
        kept = {key: value for key, value in (head | more).items() if value is not None}
        talks = [Block("talk", {"on": one.last_talk})] if one.last_talk else []
        named = parted(one.name)[0] or one.name  # nobody is called by nothing
        texts = [value for value in kept.values() if isinstance(value, str) and value != named]
        secrets = [secret for value in texts for secret in parted(value)[1]]
        notes = [private_note(app.today, secret) for secret in secrets]
        additions.append(Addition(file_of(one.key), [*talks, *notes], seen(kept) | {"name": named}))
    if additions:
        keys = [*(one.key for one in members), *(seller.key for seller, _ in changes)]
        add(app.journal, additions, " ".join([label, *keys[:3]]), app.today.isoformat())


def private_note(on: object, text: str, **links: object) -> Block:
    """Return the block of a private note, with what it came out of."""
    return Block("note", {"on": on, **links, "text": text, "private": True})


def _parted(blocks: Sequence[Block], label: str) -> list[Block]:
    """Return blocks without what a `~` keeps private in their texts, and that as private notes of its own."""
    open_, notes = list[Block](), list[Block]()
    for one in blocks:
        cut = {} if one.fields.get("private") else {name: _cut(said) for name, said in _texts(one)}
        kept = {name: text or None for name, (text, secrets) in cut.items() if secrets}
        if any(kept[name] is None for name in kept.keys() & KINDS[one.kind].layout.needed):
            raise Missing(what="text", command=label)
        open_.append(Block(one.kind, {**one.fields, **kept}))
        links = {name: one.fields.get(name) for name in ("talk", "team")}
        notes += [private_note(one.fields["on"], secret, **links) for _, found in cut.values() for secret in found]
    return [*open_, *notes]


def _cut(value: str | Sequence[str]) -> tuple[Any, list[str]]:
    """Return a text, or a list of them, without what is private in it, and that."""
    if isinstance(value, str):
        return parted(value)
    cut = [parted(one) for one in value]
    return [kept for kept, _ in cut if kept], [secret for _, found in cut for secret in found]


def _texts(block: Block) -> list[tuple[str, Any]]:
    """Return the fields of a block that are texts, or lists of them."""
    return [
        (name, value)
        for name, value in block.fields.items()
        if isinstance(value, str) or (isinstance(value, list | tuple) and all(isinstance(one, str) for one in value))
    ]


def _shown(app: App, record: Record) -> Record:
    return (None if app.option("private") or not record.secret else without_secrets(record)) or record
