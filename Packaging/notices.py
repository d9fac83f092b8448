"""The licences of what is in the wheel and in the tarball."""

from __future__ import annotations

import shutil
from pathlib import Path

from parts import DEBIAN_LIBRARIES, LIBRARIES

LICENCES = Path(__file__).resolve().parent / "licences"
COMMON = Path("/usr/share/common-licenses")


def write(folder: Path, root: Path, swift: Path, debian: Path) -> None:
    """Writes the licences into `folder/licences`: a page that says whose they are, and the texts.

    `swift` is the toolchain's folder, `debian` one with Debian's packages of the libraries
    unpacked, whose copyright files have the notices and the texts.
    """
    licences = folder / "licences"
    licences.mkdir(parents=True)
    shutil.copy(root / "LICENSE", licences / "imgcheck.txt")
    shutil.copy(swift / "share/swift/LICENSE.txt", licences / "swift.txt")
    parser = root / ".build/checkouts/swift-argument-parser/LICENSE.txt"
    shutil.copy(parser, licences / "swift-argument-parser.txt")
    for name in ("LGPL-3", "GPL-3"):
        shutil.copy(COMMON / name, licences / f"{name}.txt")
    for library in LIBRARIES + DEBIAN_LIBRARIES:
        if library.debian:
            found = debian / library.debian / "usr/share/doc" / library.debian / "copyright"
            shutil.copy(found, licences / f"{library.name}.txt")
    for text in sorted(LICENCES.glob("*.txt")):
        shutil.copy(text, licences)
    rows = "\n".join(f"| {library.name} | {library.licence} |" for library in LIBRARIES)
    page = (LICENCES / "NOTICES.md").read_text().replace("@LIBRARIES@", rows)
    (licences / "NOTICES.md").write_text(page)
