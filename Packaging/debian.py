"""The Debian package: the programs as they were built, on Debian's own libvips."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import sbom

PROGRAMS = ("usr/bin/imgcheck", "usr/libexec/imgcheck/imgcheck-codec")
DESCRIPTION = """\
checks images before they are sent to a vision model
 imgcheck knows before a request is sent whether a vision model will refuse,
 shrink or overcharge its images, and puts them right. It calls no provider
 and needs no network.
"""


def build(tree: Path, stage: Path, version: str, root: Path, swift: Path, out: Path) -> Path:
    """Builds the package of a tree as `./run install` fills it."""
    package = stage / "imgcheck"
    shutil.copytree(tree, package / "usr")
    documents = package / "usr/share/doc/imgcheck"
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(copyright_file(root, swift))
    (documents / "imgcheck.cdx.json").write_text(sbom.document(version))
    for page in (package / "usr/share/man").rglob("*.1"):
        subprocess.run(["gzip", "-9n", page], check=True)
    control = package / "DEBIAN"
    control.mkdir()
    architecture = told(["dpkg", "--print-architecture"], stage)
    size = sum(file.stat().st_size for file in package.rglob("*") if file.is_file()) // 1024
    (control / "control").write_text(
        f"Package: imgcheck\nVersion: {version}\nArchitecture: {architecture}\n"
        f"Maintainer: imgcheck developers <imgcheck@localhost>\nInstalled-Size: {size}\n"
        f"Depends: {dependencies(package, stage)}\n"
        f"Section: graphics\nPriority: optional\nDescription: {DESCRIPTION}"
    )
    file = out / f"imgcheck_{version}_{architecture}.deb"
    line = ["dpkg-deb", "--build", "--root-owner-group", "-Zxz", package, file]
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL)
    return file


def dependencies(package: Path, stage: Path) -> str:
    """The packages that the programs' libraries come from, with the versions that they need.

    Of libvips, Debian knows no function's version: what is called is there from 8.14 on.
    """
    (stage / "debian").mkdir()
    (stage / "debian/control").write_text("Source: imgcheck\n\nPackage: imgcheck\nArchitecture: any\n")
    line = ["dpkg-shlibdeps", "-O", *(f"-e{package / program}" for program in PROGRAMS)]
    return told(line, stage).removeprefix("shlibs:Depends=") + ", libvips42 (>= 8.14)"


def told(line: list[str], folder: Path) -> str:
    return subprocess.run(
        line, cwd=folder, stdout=subprocess.PIPE, text=True, check=True
    ).stdout.strip()


def copyright_file(root: Path, swift: Path) -> str:
    """The licences of what is in the programs: libvips is Debian's, and tells its own."""
    texts = {
        "imgcheck (Apache-2.0)": root / "LICENSE",
        "Swift's libraries and swift-argument-parser": swift / "share/swift/LICENSE.txt",
    }
    return "\n\n".join(f"{name}\n\n{file.read_text()}" for name, file in texts.items())
