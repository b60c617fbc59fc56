"""Words and code agree: each phrase that is asked for is there, its gaps are filled, and none is left over."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from string import Formatter
from typing import get_args

from fixtures.whole import MODULES, SOURCE, TEMPLATES, causes, flat, gaps, nodes, read
from salescoach.actions.rules.catalogue import Lacks
from salescoach.coaching.lights import Trend
from salescoach.figures.rules.columns import FIELDS
from salescoach.figures.rules.compared import Verdict
from salescoach.figures.rules.deals import DECIMALS
from salescoach.goals.rules import Pace
from salescoach.onboarding.rules.retro import MILESTONES
from salescoach.probation.rules.deadlines import Stage
from salescoach.probation.rules.fairness import State
from salescoach.recap.rules.letter import Style
from salescoach.records.commitment import Remedy
from salescoach.records.figures import OLDER, UNDATED
from salescoach.records.kinds import KINDS
from salescoach.records.rating import LIGHTS
from salescoach.records.settled import How
from salescoach.records.values import LEVELS, Figure, Person
from salescoach.tables.days import ORDERS
from salescoach.tables.decode import ENCODINGS, UnreadableTable
from salescoach.tables.rows import DELIMITERS
from salescoach.talk.rules import sections

NAMES = {".".join(path.relative_to(SOURCE).with_suffix("").parts) for path in MODULES}
WORDS = read(TEMPLATES / "en" / "words.toml")
PEOPLE = get_args(Person)


def source() -> Iterator[ast.AST]:
    """Return all that the source consists of."""
    return chain.from_iterable(map(nodes, MODULES))


@cache
def called() -> dict[str, list[ast.Call]]:
    """Return every call in the source by the name of the function or method."""
    found: dict[str, list[ast.Call]] = {}
    for node in source():
        if isinstance(node, ast.Call):
            found.setdefault(getattr(node.func, "id", getattr(node.func, "attr", "")), []).append(node)
    return found


PHRASES = flat(WORDS)


def units() -> set[str]:
    """Return the units that phrases and code count in."""
    specs = {spec for text in PHRASES.values() for _, _, spec, _ in Formatter().parse(text) if spec}
    asked = {call.args[0].value for call in calls("count") if call.args and isinstance(call.args[0], ast.Constant)}
    return {str(unit) for unit in specs | asked if unit in WORDS["count"]}


def calls(*names: str) -> Iterator[ast.Call]:
    """Return every call in the source of a function or method of one of these names."""
    for name in names:
        yield from called().get(name, ())


def given(name: str, place: int | str) -> set[str]:
    """Return the texts that calls of `name` give as one argument, by its place or its name."""
    found = set()
    for call in calls(name):
        known = {word.arg: word.value for word in call.keywords}
        values = [known.get(place)] if isinstance(place, str) else call.args[place : place + 1]
        found |= {str(value.value) for value in values if isinstance(value, ast.Constant)}
    return found


def pattern(text: ast.JoinedStr) -> str:
    """Return an f-string with its holes empty."""
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in text.values)


def is_key(text: str) -> bool:
    """Tell whether a text in the source has the form of a key, and begins with a part of words.toml; no module has."""
    if text in NAMES:
        return False
    return re.fullmatch(r"[a-z_]+(\.([a-z0-9_]+|\{\}))+(\{\})?", text) is not None and text.partition(".")[0] in WORDS


TYPED = {"no_lights", "help_asked", "help_none"}
"""Lines of a probation that end in what can be typed."""


def literals() -> Iterator[str]:
    """Return every key that stands whole in the source."""
    parts = {id(part) for node in source() if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in source():
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            yield from [node.value] if is_key(node.value) else []


def composed() -> set[str]:
    """Return the pattern of every key that the source puts together."""
    return {text for node in source() if isinstance(node, ast.JoinedStr) and is_key(text := pattern(node))}


def records() -> Iterator[str]:
    """Return the forms in which records are told, as `kind.form`."""
    own = {
        "commitment": {f"{by}{due}" for by in PEOPLE for due in ("", "_due")},
        "settled": {*get_args(How), "moved_due"},
        "feedback": {"me", "seller", "seller_next"},
    }
    for kind in KINDS:
        yield from (f"{kind}.{form}" for form in own.get(kind, KINDS[kind].forms))


def errors() -> Iterator[str]:
    """Return the sentences of every error: one or more for what went wrong, one for what to do."""
    for cause in causes():
        whats = sorted(given("Missing", "what")) if cause.code == "missing" else [""]
        for base in (".".join(filter(None, ("error", cause.code, what))) for what in whats):
            yield from (f"{base}.text", f"{base}.hint")
    yield from (f"error.not_a_date.{why}" for why in given("NotADate", "why") - {"unknown"})
    yield from SPECIAL


SPECIAL = {
    "error.bad_template.hint_shipped", "error.bad_template.key", "error.bad_usage.hint_command",
    "error.changed_meanwhile.undo", "error.ends_too_early.extended", "error.far_away.back",
    "error.misplaced.here",
    "error.misplaced.hint_command", "error.misplaced.left", "error.missing.editor.hint_command",
    "error.missing.terminal.hint_command", "error.not_away.early", "error.no_such_action.hint_near",
    "error.no_such_command.hint_near", "error.no_such_theme.hint_near", "error.no_such_item.initiative",
    "error.no_such_item.no_initiative",
    "error.no_such_item.hint_near", "error.no_such_item.hint_command", "error.several_items.initiative",
    "error.several_items.hint_command",
    "error.no_such_seller.hint_near", "error.nothing_to_undo.again",
    "error.unwritable.some", "error.has_ended.rules", "error.bad_map.choice", "error.bad_map.who",
    "error.no_column.lacking", "error.unclear_number.clash", "error.missing.new_end.rules", "error.would_surprise.late",
    "error.too_late.rules", "error.no_absence.never",
    "error.would_surprise.left", "error.not_a_place.empty", "error.not_a_place.folder", "error.not_a_place.odd",
    "error.not_a_place.no_folder",
    "error.unshown.some", "error.unshown.hint_written",
}  # fmt: skip
"""Sentences for special cases of an error, chosen by what it carries."""


@cache
def fillings() -> dict[str, set[str]]:
    """Return what goes into the keys that the source puts together."""
    return {
        "card.{}": {"yes", "no", "neither", "stop"},
        "count.{}.{}": {f"{unit}.{form}" for unit in units() | {*KINDS} for form in ("one", "other")},
        "dossier.{}": {"head", "records", "none", "scraps", "holdings"},
        "encoding.{}": {*ENCODINGS, "utf-8-twice"},
        "delimiter.{}": {*DELIMITERS.values(), "sheet"},
        "figures.{}": given("_row", 0) | given("_row", 1) | {"others_all", "others_some"},
        "figures.age_{}": {OLDER, UNDATED, "to"},
        "figures.field.{}": set(FIELDS),
        "figures.mark_{}": set(DECIMALS),
        "figures.verdict.{}": {*get_args(Verdict), "now", "then"},
        "figures.which_{}": {"decimal", "dates", "name"},
        "figures.why.{}": given("_Skipped", 0) | given("_value", 2) | {"around"},
        "notice.team_{}": {"several", "near", "nobody"},
        "order.{}": set(ORDERS),
        "error.{}": {key.removeprefix("error.") for key in errors()},
        "expect.stage.{}": {"new", "settled"},
        "export.{}": given("_refuse", 1),
        "friday.{}": {"thank", "owe", "act"},
        "friday.keys.{}": {"thank", "owe", "act"},
        "unlooked.{}": {"career", "praise", "wellbeing", "learning", "topics"},
        "focus.{}": {"in_place", "let_go", "goes_on"},
        "mirror.{}": {
            "kept_late",
            "dropped",
            "late",
            "open",
            *(f"beside.{one}" for one in ("talks", "praise", "needs")),
        },
        "mirror.of_{}": {"contacts", "minutes"},
        "mirror.part.{}": given("Part", 0),
        "mirror.said.{}": given("Part", 0),
        "mirror.weakest.{}": given("Part", 0),
        "goals.pace.{}": set(get_args(Pace)),
        "goals.{}": {"horizon", "why", "resources", "every", "serves"},
        "habits.column.{}": {"action", "weeks", "total", "strong", "what"},
        "habits.next.{}": {*get_args(Lacks), "none"},
        "habits.why.{}": given("Reason", 0) | {"heard", "fault"},
        "catalogue.{}": {"what", "why", "example", "timed", "named"},
        "handover.{}": {"out", "missing", "accept", "ask", "asked"},
        "held.{}": given("Holding", 0) | {"draft", "edit", "other", "undo", "prepared", "seen", "known"},
        "initiative.{}": {"kept", "dropped", "done_by", "too_few", "all", "left", "next", "again"} | {"why", "so_far"},
        "initiative.ask_{}": {"why", "so_far"},
        "initiative.column.{}": {"name", "talk", "idea", "trains", "tools", "light"},
        "initiative.figure.{}": set(get_args(Figure)),
        "initiative.idea_{}": {"hers", "mine", "ours"},
        "initiative.left_{}": {"here", "away", "new"},
        "initiative.owed{}": {"", "_due", "_late"},
        "notice.initiative_{}": {"why", "so_far"},
        "item.initiative_{}": {"why", "so_far", "trains", "gain"},
        "item.feels.{}": {"challenges", "needs", "wishes", "motives"},
        "item.agreed_{}": set(PEOPLE),
        "item.light.{}.{}": {f"{light}.{when}" for light in LIGHTS for when in ("since", "now")},
        "item.promise_{}": set(PEOPLE),
        "item.step_{}": set(PEOPLE),
        "item.thank_{}": given("Reason", 0) | {"fault", "heard"},
        "kind.{}": set(KINDS),
        "leave.open_{}": {*PEOPLE, "topic", "need", "focus"},
        "level.{}": set(LEVELS),
        "light.{}": set(LIGHTS),
        "notice.kept_{}": {"note", "draft"},
        "notice.pace_{}": {"behind", "on", "ahead"},
        "edit.found_{}": {"take", "edit", "look", "drop"},
        "log.draft_{}": {"use", "later", "drop"},
        "log.keys.{}": {"accept", "edit", "stop"},
        "error.{}.{}": {"would_surprise.text", "would_surprise.left", "would_surprise.late"}
        | {f"{one}.{why}" for one in ("has_ended", "too_late") for why in ("text", "rules")}
        | {"rests_on_nothing.text"},
        "onboard.decision.{}": set(get_args(Stage)),
        "period.{}": {"strengths", "weaknesses", "others", "goals", "views", "answers", "praise", "customer", "months"}
        | {"kept", "dropped"},
        "period.left_{}": {"private", "felt", "lessons", "about_me", "notes", "answers"},
        "probation.clock.{}": set(get_args(Stage)) | {"leaves", "left", "unsaid", "gone"},
        "probation.stage.{}": set(get_args(Stage)) | {"leaves", "left", "unsaid", "gone", "longer"},
        "probation.{}": {"told", "nothing_weighs", "nothing_seen", "talks", "talks_none", "talks_today"}
        | {"hint", "note_told", "leave", *TYPED},
        "probation.paper.{}": TYPED,
        "reason.probation_{}": set(get_args(Stage)) | {"leaves", "unsaid", "gone", "longer"},
        "probation.term.{}": {"half", "quarter", "part"},
        "item.parting_{}": {"tell", "handover"},
        "probation.by.{}": set(PEOPLE),
        "probation.off.{}": {"ends", "tell_by"},
        "probation.given.{}": {"correction", "resource", "help", "told"},
        "probation.next.{}": {"confirm", "extend", "end"},
        "probation.outcome.{}": {"confirmed", "ended"},
        "probation.state.{}": set(get_args(State)),
        "probation.trend.{}": set(get_args(Trend)),
        "probation.went.{}": set(get_args(State)),
        "onboard.column.{}": {"name", "phase", "day", "steps", "late", "decide"},
        "onboard.milestone.{}": {one.replace("-", "_") for one in MILESTONES},
        "onboard.{}": {"phases", "late", "next", "milestones"},
        "onboard.stage.{}": set(get_args(Stage)),
        "onboard.whom.{}": {"manager", "buddy", "knowledge_owner", "seller", "hr"},
        "problem.{}": given("problem", 0)
        | given("Problem", 1)
        | {"missing", "unverified", "vanished", "vanished_unnamed"}
        | {
            "bad_figures",
            "bad_toml",
            "no_header",
            "newer_format",
            "too_large",
            "unreadable",
            "leads_out",
            "bad_settings",
        },
        "recap.both.{}": {"agreed", "days", "mine", "hers", "more"},
        "recap.closing.{}": {f"{to}{style}" for style in get_args(Style) for to in ("", "team_")},
        "recap.label.{}": given("Point", 0) | set(PEOPLE) | {"praise", "fault"},
        "recap.left.{}": {"private", "notes", "lesson", "person", *LIGHTS},
        "recap.opening.{}{}": {
            f"{to}{style}{day}" for style in get_args(Style) for day in ("", "_today") for to in ("", "team_")
        },
        "recap.seen.{}": {"both", "mine", "hers"},
        "record.progress.{}": {"value", "of", "of_name"},
        "record.{}{}": set(records()),
        "retro.{}": {"measures", "unplaced", "waiting", "lessons"},
        "signal.{}": given("Signal", 0) | {f"red_{light}" for light in LIGHTS},
        "story.owed_by_{}": set(PEOPLE),
        "story.{}": {"lights", "goals", "open", "values", "story", "topic", "need", "focus"},
        "table.{}": given(UnreadableTable.__name__, 1),
        "today.walk_{}": {"talked", "not", "away"},
        "walk.{}": given("_say", 0)
        | {f"{one}_{who}" for one in ("key", "why") for who in PEOPLE}
        | {*get_args(Remedy)},
        "weekly.quality.{}": {"opened", "one_thing", "agreed", "seen"},
        "weekly.column.{}": {"name", "lights", "last", "next", "why"},
        "short.{}": {*WORDS["short"]},
        "shortest.{}": {"red"},
        "weekly.part.{}": {"late", "over", "promises", "reds", "probation", "missed"},
        "why.figures_{}": {"old", "fewer"},
        "why.help_{}": {"late", "none", "asked", "untalked", "followed"},
        "why.pace_{}": set(get_args(Pace)),
        "why.{}": set(sections.SAID_WHY),
        "worded.{}": {*WORDS["worded"]},
    }


@cache
def filled() -> set[str]:
    """Return those keys, filled."""
    return {key.partition("{}")[0] + one for key, parts in fillings().items() for one in parts}


def test_a_phrase_that_is_asked_for_is_there() -> None:
    """In English, which every language falls back on."""
    assert sorted({*literals(), *filled()} - PHRASES.keys()) == []


def test_no_phrase_is_left_over() -> None:
    """What nothing says any more is deleted."""
    assert sorted(PHRASES.keys() - {*literals()} - filled()) == []


def test_what_goes_into_composed_keys_is_known() -> None:
    """A key that is put together in the source has its row in this file, and no row is left over."""
    assert composed() == fillings().keys()


def said() -> Iterator[tuple[str, ast.Call]]:
    """Return each phrase that is asked for by a whole key, with the call that fills its gaps."""
    for call in calls("phrase", "say", "head"):
        either = [[arg.body, arg.orelse] if isinstance(arg, ast.IfExp) else [arg] for arg in call.args[:2]]
        keys = [arg.value for arg in chain.from_iterable(either) if isinstance(arg, ast.Constant)]
        if not any(word.arg is None for word in call.keywords):
            yield from ((str(key), call) for key in keys if key in PHRASES)


def test_every_gap_of_a_phrase_is_filled() -> None:
    """Where the source gives the gaps by name; a gap that nothing fills would be a crash."""
    for key, call in said():
        assert gaps(PHRASES[key]) - set(LEVELS) <= {word.arg for word in call.keywords}, key


def raised() -> Iterator[tuple[str, ast.Call]]:
    """Return the sentences of each error that is raised, with the call that fills their gaps."""
    for cause in causes():
        for call in calls(cause.__name__) if cause is not UnreadableTable else ():
            words = {word.arg: getattr(word.value, "value", None) for word in call.keywords}
            what = f".{words['what']}" if cause.code == "missing" else ""
            if {"text", "file"} & words.keys() or "why" not in words:
                yield from ((f"error.{cause.code}{what}.{one}", call) for one in ("text", "hint"))


def test_every_gap_of_an_error_is_filled() -> None:
    """By what the error carries from where it is raised."""
    for key, call in raised():
        filled = {word.arg for word in call.keywords}
        assert None in filled or gaps(PHRASES[key]) <= filled, key
