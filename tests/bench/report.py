"""What was measured, as tables to read and as JSON."""

from __future__ import annotations

import platform
from collections.abc import Sequence

from tests.bench.figures import Outcome, Spread
from tests.bench.machine import Machine
from tests.bench.rounds import Rounds

COLUMNS = {
    "text": "page shown, ms",
    "first first p50": "first key",
    "j first p50": "j: first byte",
    "j settled p50": "settled p50",
    "j settled p99": "p99",
    "j bytes": "bytes",
    "page bytes": "of a PageDown",
    "memory": "peak MB",
}
"""What is told of every run, and how the table names it."""


def goals_table(outcomes: Sequence[Outcome], rounds: int) -> str:
    """Goal, measured, met or not."""
    rows = [("goal", "", "at most", "median", "min", "max", "")]
    for goal, spread in outcomes:
        least, middle, most = map(_number, spread) if spread else ("–", "–", "–")
        limit = f"{_number(goal.most)} {goal.figure.unit}"
        rows.append((goal.number, goal.what, limit, middle, least, most, Outcome(goal, spread).verdict))
    met = sum(outcome.verdict == "met" for outcome in outcomes)
    return f"{aligned(rows, 'lllrrrl')}\n\n{met} of {len(outcomes)} met, over {rounds} rounds."


def runs_table(rounds: Rounds) -> str:
    """Every run: how its cost grows with the text, and what other programs do; medians of the rounds."""
    rows = [("medians of the rounds", *COLUMNS.values())]
    for run in rounds.runs:
        spreads = [_over(rounds, run.name, measure) for measure in COLUMNS]
        if any(spreads):
            rows.append((run.name, *(_number(spread.middle) if spread else "" for spread in spreads)))
    failures = [f"{name}: {said}" for name, told in rounds.failures.items() for said in dict.fromkeys(told)]
    return "\n".join([aligned(rows, "l" + "r" * len(COLUMNS)), *failures])


def noise_line(machine: Machine) -> str:
    """How quiet the machine was."""
    spread = Spread.of(machine.spins)
    spins = "/".join(f"{value:.1f}" for value in spread) if spread else "–"
    loads = " → ".join(f"{load:.2f}" for load in machine.loads)
    return f"noise: the same loop took {spins} ms (min/median/max); load {loads}"


def as_json(outcomes: Sequence[Outcome], rounds: Rounds, machine: Machine) -> dict[str, object]:
    """All of it, each figure of each round too."""
    return {
        "python": platform.python_version(),
        "goals": [
            {
                "goal": goal.number,
                "what": goal.what,
                "most": goal.most,
                "unit": goal.figure.unit,
                "measured": spread and dict(zip(("min", "median", "max"), spread, strict=True)),
                "verdict": Outcome(goal, spread).verdict,
            }
            for goal, spread in outcomes
        ],
        "rounds": rounds.done,
        "failures": rounds.failures,
        "spins": machine.spins,
        "loads": machine.loads,
    }


def aligned(rows: Sequence[Sequence[str]], sides: str) -> str:
    """A table with its columns aligned; ``sides`` has an l or r for each."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    cells = [
        [
            text.rjust(width) if side == "r" else text.ljust(width)
            for text, width, side in zip(row, widths, sides, strict=True)
        ]
        for row in rows
    ]
    return "\n".join("  ".join(row).rstrip() for row in cells)


def _over(rounds: Rounds, run: str, measure: str) -> Spread | None:
    return Spread.of([found[run][measure] for found in rounds.done if measure in found.get(run, {})])


def _number(value: float) -> str:
    """With as many digits as mean something."""
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.3g}"
