"""How fast every pixel is decoded and judged."""

from harness.bench import Bench
from harness.measuring import measure, ratio
from harness.results import Section, at_least, rows
from scenarios.start import MODEL, peer


def run(bench: Bench) -> Section:
    photographs, drawings = bench.pictures.photographs(), bench.pictures.drawings()
    files = photographs + drawings
    sides = bench.own("--model", MODEL, "--each", *files, statuses=(0, 1))
    sides.append(bench.peer("Pillow", "pillow_check.py", *files))
    sides.append(bench.peer("pyvips, Debian's libvips", "pyvips_check.py", *files))
    sides.append(bench.peer("pyvips, libvips of the wheel", "pyvips_check.py", *files, wheel=True))
    measure(sides, bench.rounds)
    found = ratio(peer(sides, "Pillow"), sides[0])
    return Section(
        "check",
        "Check: every pixel decoded",
        f"{len(photographs)} JPEG of wallpapers, {len(drawings)} PNG of wallpapers and manuals;"
        " the others decode on as many cores, and judge nothing.",
        rows(sides),
        [at_least("check, times Pillow's speed", 2, found.median, str(found))],
    )
