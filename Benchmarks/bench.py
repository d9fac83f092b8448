#!/usr/bin/env python3
"""Measures imgcheck against its peers and writes RESULTS.md, with what is wanted and reached."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from harness import results
from harness.bench import PEERS, Bench
from harness.machine import this_machine
from harness.pictures import Pictures
from scenarios import ALL

PAGE = Path(__file__).with_name("RESULTS.md")


def versions(bench: Bench) -> list[str]:
    """What each side says of itself."""
    debian = bench.printed(bench.debian_python, PEERS / "versions.py").splitlines()
    wheel = bench.printed(bench.wheel_python, PEERS / "versions.py").splitlines()
    magick = bench.printed("/usr/bin/identify", "-version").splitlines()[0]
    return [
        f"imgcheck {bench.printed(bench.imgcheck, '--version').splitlines()[0]}",
        bench.printed("vipsheader", "--version"),
        *debian,
        f"{wheel[1]} of the wheel",
        " ".join(magick.split()[1:4]),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*ALL, []], metavar="NAME",
                        help=f"what is measured: {', '.join(ALL)}")
    parser.add_argument("--imgcheck", type=Path, required=True)
    parser.add_argument("--before", type=Path, help="an earlier build, to be compared with")
    parser.add_argument("--rounds", type=int, default=5, help="how often each side runs")
    parser.add_argument("--wallpapers", type=Path, required=True)
    parser.add_argument("--screenshots", type=Path, required=True)
    parser.add_argument("--debian-python", type=Path, required=True)
    parser.add_argument("--wheel-python", type=Path, required=True)
    parser.add_argument("--scratch", type=Path, required=True)
    arguments = parser.parse_args()
    bench = bench_of(arguments)
    found = versions(bench)
    print(*found, sep="\n")
    for name in arguments.names or ALL:
        machine = this_machine(found)
        section = ALL[name](bench)
        section.machine = asdict(machine)
        results.keep(section, bench.scratch / "results")
        print("\n" + results.text(section), flush=True)
        # After each, so that whoever stops the rest keeps what was measured.
        results.write_page(PAGE, results.kept(bench.scratch / "results", list(ALL)))
    return 0


def bench_of(arguments: argparse.Namespace) -> Bench:
    scratch = arguments.scratch.resolve()
    return Bench(
        imgcheck=arguments.imgcheck.resolve(),
        before=arguments.before.resolve() if arguments.before else None,
        # Not resolved: a virtual environment is known by the place of its link.
        debian_python=arguments.debian_python.absolute(),
        wheel_python=arguments.wheel_python.absolute(),
        pictures=Pictures(
            arguments.wallpapers.resolve(), arguments.screenshots.resolve(),
            scratch / "copies", arguments.debian_python.absolute(),
        ),
        scratch=scratch,
        rounds=arguments.rounds,
    )


if __name__ == "__main__":
    sys.exit(main())
