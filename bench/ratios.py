"""Ratios: how long commands take as whole processes, against the floor; from the checkout: python -m bench.ratios."""

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from bench.measures import FLOORS, GOALS, MEASURES, Ready, chosen, ready
from bench.processes import Run, run

Runs = Mapping[str, Sequence[Run]]


def main() -> None:
    """Measure everything in turn, as many rounds as asked, and print the medians and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="what to measure, by how it begins: weekly, 'log, ten' (all)")
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--heavy", type=int, default=3, help="rounds of what takes seconds: a thousand sellers")
    parser.add_argument("--list", action="store_true", help="say what there is to measure")
    given = parser.parse_args()
    if given.list:
        print("\n".join(one.name for one in MEASURES))
        return
    measures = chosen(given.names)
    if not measures:
        parser.error(f"nothing is called so: {', '.join(given.names)}")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        made = [ready(one, place) for one in measures]
        runs = _measured(made, place, given.rounds, given.heavy)
    _print_figures(made, runs)
    _print_goals(runs)


def _measured(made: Sequence[Ready], place: Path, rounds: int, heavy: int) -> Runs:
    """Run everything in turn; the first run of each warms up and does not count."""
    runs: dict[str, list[Run]] = {one.measure.name: [] for one in made}
    for at in range(max(rounds, heavy) + 1):
        for one in made:
            if at <= (heavy if one.measure.heavy else rounds):
                one.reset()
                done = run(one.command, place, one.environment, terminal=one.measure.terminal)
                runs[one.measure.name].append(done)
    return {name: found[1:] for name, found in runs.items()}


def _print_figures(made: Sequence[Ready], runs: Runs) -> None:
    """Print a line a measure: milliseconds by the clock, milliseconds of work, both against the floor, and memory."""
    print(f"{'':24}{'median ms':>10}{'min':>9}{'max':>9}{'of floor':>10}{'work ms':>9}{'of floor':>10}{'peak MiB':>10}")
    for one in made:
        found, floor = runs[one.measure.name], runs[FLOORS[one.measure.terminal]]
        if not found:
            continue
        seconds, work = [each.seconds for each in found], median(each.work for each in found)
        times = zip((median(seconds), min(seconds), max(seconds)), (10, 9, 9), strict=True)
        print(f"{one.measure.name:24}" + "".join(f"{1000 * value:{wide}.1f}" for value, wide in times), end="")
        print(f"{median(seconds) / median(each.seconds for each in floor):10.2f}{1000 * work:9.1f}", end="")
        print(f"{work / median(each.work for each in floor):10.2f}{max(each.peak for each in found):10.1f}")


def _print_goals(runs: Runs) -> None:
    medians, works = _medians(runs, "seconds"), _medians(runs, "work")
    print(f"\n{'':41}{'by clock':>9}{'of work':>9}")
    for goal in GOALS:
        if not {goal.name, goal.base} <= medians.keys():
            continue
        clock, work = medians[goal.name] / medians[goal.base], works[goal.name] / works[goal.base]
        print(f"{goal.name:24}/ {goal.base:15}{clock:9.2f}{work:9.2f}   at most {goal.most}")
        if goal.peak is not None:
            print(f"{'':41}{max(one.peak for one in runs[goal.name]):9.0f}{'':9}   at most {goal.peak:g} MiB")


def _medians(runs: Runs, of: str) -> dict[str, float]:
    return {name: median(getattr(one, of) for one in found) for name, found in runs.items() if found}


if __name__ == "__main__":
    main()
