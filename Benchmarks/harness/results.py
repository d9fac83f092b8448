"""What was measured, as it is printed and as `RESULTS.md` holds it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from harness.machine import Machine
from harness.measuring import Side, ratio

INTRODUCTION = """# What was measured

`./run bench` writes this page; `./run bench NAME` brings one part of it up to date. The sides run
in turn, and a ratio is taken round by round, so that a machine whose speed drifts is unjust to
none: the median stands first, the least and the most behind it. CPU seconds are those of all cores
together. Peak memory is that of the largest process, in millions of bytes, and never less than the
some 15 that the measuring program has; where it is said so, it is the sum over all processes.
"""


@dataclass
class Goal:
    """What should be reached, and what is."""

    work: str
    wanted: str
    reached: str
    is_met: bool


@dataclass
class Section:
    """One benchmark: its table and its goals."""

    name: str
    title: str
    about: str
    rows: list[list[str]] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    machine: dict = field(default_factory=dict)


HEADINGS = ["side", "wall seconds", "CPU seconds", "peak MB", "wall, imgcheck = 1", "CPU, imgcheck = 1"]


def rows(sides: list[Side]) -> list[list[str]]:
    """A row for each side; the first is the one that the others are held against."""
    own = sides[0]
    return [
        [
            side.name,
            f"{side.median('wall_seconds'):.3f}",
            f"{side.median('cpu_seconds'):.3f}",
            "–" if side.prints_seconds else f"{side.median('peak_bytes') / 1e6:.0f}",
            "1" if side is own else str(ratio(side, own)),
            "1" if side is own else str(ratio(side, own, "cpu_seconds")),
        ]
        for side in sides
    ]


def at_most(work: str, limit: float, reached: float, shown: str, unit: str = "") -> Goal:
    return Goal(work, f"at most {limit:g}{unit}", shown, reached <= limit)


def at_least(work: str, limit: float, reached: float, shown: str, unit: str = "") -> Goal:
    return Goal(work, f"at least {limit:g}{unit}", shown, reached >= limit)


def text(section: Section) -> str:
    """The section in Markdown, which reads well in a terminal too."""
    machine = Machine(**section.machine)
    parts = [f"## {section.title}", section.about, f"{machine}"]
    if section.rows:
        parts.append(table(HEADINGS, section.rows))
    parts += section.notes
    if section.goals:
        parts.append(goals_table([section]))
    return "\n\n".join(parts)


def goals_table(sections: list[Section]) -> str:
    found = [
        [goal.work, goal.wanted, goal.reached, "yes" if goal.is_met else "**no**"]
        for section in sections
        for goal in section.goals
    ]
    return table(["work", "goal", "reached", "met"], found)


def table(headings: list[str], found: list[list[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(headings, *found)]
    lines = [headings, ["-" * width for width in widths], *found]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |"
        for line in lines
    )


def keep(section: Section, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{section.name}.json").write_text(json.dumps(asdict(section), indent=1))


def kept(folder: Path, names: list[str]) -> list[Section]:
    """The sections that were measured so far, in that order."""
    paths = [folder / f"{name}.json" for name in names]
    return [section(json.loads(path.read_text())) for path in paths if path.is_file()]


def section(fields: dict) -> Section:
    return Section(**{**fields, "goals": [Goal(**goal) for goal in fields["goals"]]})


def write_page(page: Path, sections: list[Section]) -> None:
    parts = [INTRODUCTION, goals_table(sections), *map(text, sections)]
    page.write_text("\n\n".join(part.strip() for part in parts) + "\n")
