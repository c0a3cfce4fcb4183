"""How fast the reader is, beside a bare Textual application and other programs, and whether that meets the goals.

    python tests/bench/goals.py [--quick | --smoke] [--only 1,4] [--json FILE]

Every round runs every program once, each in a pseudo-terminal of 120x40, in another order than the round before.
The goals are those of the design; most are ratios, as a time means little on a machine that does other things too.
The exit code is 0 when all goals that were measured are met.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.figures import Goal, Growth, Outcome, Plain, Ratio, over_rounds
from tests.bench.machine import Machine, compile_packages
from tests.bench.measures import Effort
from tests.bench.programs import BARE, IMPORTS, LOADED, LONG, SHIPPED, TEXTS, others, run_of
from tests.bench.report import as_json, goals_table, noise_line, runs_table
from tests.bench.rounds import Rounds

FIRST, P50, P99, P95 = "first p50", "settled p50", "settled p99", "settled p95"
GOALS = (
    Goal("1a", "first text of the shipped article", 1.15, Ratio(SHIPPED, "text", BARE)),
    Goal("1b", "all panes of the shipped article settled", 1.35, Ratio(SHIPPED, "settled", BARE)),
    Goal("2a", "imports over textual.app", 25, Plain(IMPORTS, "over")),
    Goal("2b", "imports that no start may have", 0, Plain(IMPORTS, "unwanted", "modules")),
    Goal("3a", "10 MB, 20 stances: page shown, from YAML", 4.5, Ratio(LONG, "text", BARE)),
    Goal("3b", "10 MB: page shown, of a loaded article", 1.4, Ratio(LOADED, "text", BARE)),
    Goal("4a", "5 KB: j, first byte p50", 1.2, Ratio("5 KB", f"j {FIRST}", BARE)),
    Goal("4b", "5 KB: j, settled p99", 2, Ratio("5 KB", f"j {P99}", BARE)),
    Goal("4c", "1 MB, 10,000 stances: j, first byte p50", 1.2, Ratio("1 MB", f"j {FIRST}", BARE)),
    Goal("4d", "1 MB, 10,000 stances: j, settled p99", 2, Ratio("1 MB", f"j {P99}", BARE)),
    Goal("4e", "10 MB: j, first byte p50", 1.2, Ratio("10 MB", f"j {FIRST}", "5 KB")),
    Goal(
        "5a",
        "1 MB: first key over a later one, first byte",
        2,
        Ratio("1 MB", f"first {FIRST}", "1 MB", f"later {FIRST}"),
    ),
    Goal(
        "5b",
        "10 MB: first key over a later one, first byte",
        2,
        Ratio("10 MB", f"first {FIRST}", "10 MB", f"later {FIRST}"),
    ),
    Goal("5c", "1 MB: PageDown, at most", 1, Plain("1 MB", "page frames", "frames")),
    Goal("6a", "1 MB: filter change, settled p95", 50, Plain("1 MB", f"filter {P95}")),
    Goal("6b", "1 MB: pin, settled p95", 50, Plain("1 MB", f"pin {P95}")),
    Goal("6c", "shipped article: filter change, settled p95", 16, Plain(SHIPPED, f"filter {P95}")),
    Goal("6d", "shipped article: pin, settled p95", 16, Plain(SHIPPED, f"pin {P95}")),
    Goal("6e", "1 MB: search keystroke, settled p95", 50, Plain("1 MB", f"search {P95}")),
    Goal("7a", "1 MB: bytes of a j that scrolls", 6_000, Plain("1 MB", "j bytes", "bytes")),
    Goal("7b", "5 KB: peak memory", 1.25, Ratio("5 KB", "memory", BARE)),
    Goal("7c", "10 MB: peak memory", 2.5, Ratio("10 MB", "memory", BARE)),
    Goal("8a", "10 MB: G over j, settled p50", 2, Ratio("10 MB", f"G {P50}", "10 MB", f"j {P50}")),
    Goal("8b", "10 MB: 100 j at once, settled", 1, Ratio("10 MB", f"burst {P50}", BARE)),
    Goal("8c", "10 MB: 100 j at once, at most", 3, Plain("10 MB", "burst frames", "frames")),
    Goal("9a", "10 MB: resized and repainted, p50", 100, Plain("10 MB", f"resize {P50}")),
    Goal("9b", "10 MB: place lost by resizing", 0, Plain("10 MB", "lost", "times")),
    Goal("10", "quit", 0.6, Ratio(SHIPPED, "quit", BARE)),
    # Ten times the text may cost ten times as much, and a fifth for the noise.
    Goal("11a", "page shown: 10 MB over 1 MB", 12, Growth("5 KB", "1 MB", "10 MB", "text")),
    Goal("11b", "page shown, CJK: 10 MB over 1 MB", 12, Growth("5 KB CJK", "1 MB CJK", "10 MB CJK", "text")),
    Goal("11c", "j settled p50: 10 MB over 5 KB", 1.2, Ratio("10 MB", f"j {P50}", "5 KB")),
    Goal("11d", "j settled p50, CJK: 10 MB over 5 KB", 1.2, Ratio("10 MB CJK", f"j {P50}", "5 KB CJK")),
)
FULL = Effort(rounds=9, presses=56, few=20, patience=120)
QUICK = Effort(rounds=3, presses=20, few=6, patience=20, seconds=100)
SMOKE = Effort(rounds=1, presses=1, few=1, patience=60, seconds=0, at_once=4, smallest=True)


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    effort = SMOKE if options.smoke else QUICK if options.quick else FULL
    chosen = [goal for goal in GOALS if not options.only or goal.number.rstrip("abcdefgh") in options.only.split(",")]
    beside = not (options.only or options.smoke)
    compile_packages()
    machine = Machine()
    with tempfile.TemporaryDirectory() as folder:
        print("Making the texts.", file=sys.stderr)
        wanted = {run for goal in chosen for run in goal.figure.runs}
        names = [name for name in (BARE, IMPORTS, SHIPPED, LOADED, *TEXTS) if beside or name in wanted]
        runs = [run_of(name, effort, Path(folder)) for name in names]
        rounds = Rounds([*runs, *(others(effort) if beside else ())], effort, machine)
        rounds.go()
    outcomes = [Outcome(goal, over_rounds(goal.figure, rounds.done)) for goal in chosen]
    print(goals_table(outcomes, len(rounds.done)))
    print()
    print(runs_table(rounds))
    print()
    print(noise_line(machine))
    if options.json:
        options.json.write_text(json.dumps(as_json(outcomes, rounds, machine), indent=1) + "\n")
    return 0 if all(outcome.verdict == "met" for outcome in outcomes) else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the reader by its goals.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and keys: two minutes at most")
    parser.add_argument("--smoke", action="store_true", help="one round on the smallest text: does the benchmark work?")
    parser.add_argument("--only", metavar="NUMBERS", help="only the goals of these numbers: 1,4")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write every figure of every round to a file")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
