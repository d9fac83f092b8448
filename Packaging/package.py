"""Makes what people install: a wheel and a tarball that need libc alone, and a Debian package.

`--tree` is a folder as `./run install` fills it, with programs that link Debian's libvips. The
Debian package has them as they are. The wheel and the tarball carry a libvips of their own.
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import subprocess
import tarfile
import tomllib
from pathlib import Path

import debian
import notices
import sbom
import wheel
import worker

ROOT = Path(__file__).resolve().parent.parent
PROGRAM, WORKER = "bin/imgcheck", "libexec/imgcheck/imgcheck-codec"


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--tree", type=absolute, required=True)
    options.add_argument("--notices", type=absolute, required=True)
    options.add_argument("--swift", type=absolute, required=True)
    options.add_argument("--out", type=absolute, required=True)
    given = options.parse_args()
    version = tomllib.loads((ROOT / "python/pyproject.toml").read_text())["project"]["version"]
    os.environ.setdefault("SOURCE_DATE_EPOCH", committed_at())
    for program in (PROGRAM, WORKER):
        subprocess.run(["strip", given.tree / program], check=True)

    alone = fresh(given.out / "alone")
    shutil.copytree(given.tree, alone, dirs_exist_ok=True)
    libvips = worker.bundled_libvips()
    worker.bind(alone / WORKER, libvips)
    licences = alone / "share/doc/imgcheck"
    notices.write(licences, ROOT, given.swift, given.notices)
    (licences / "imgcheck.cdx.json").write_text(sbom.document(version, libvips))

    made = [
        wheel.build(ROOT / "python", alone, fresh(given.out / "python"), given.out),
        archive(alone, f"imgcheck-{version}-{wheel.platform()}", given.out),
        debian.build(given.tree, fresh(given.out / "debian"), version, ROOT, given.swift, given.out),
    ]
    for file in made:
        print(f"{file.stat().st_size / 1e6:6.1f} MB  {os.path.relpath(file)}")


def absolute(path: str) -> Path:
    return Path(path).resolve()


def committed_at() -> str:
    """When the sources were committed, in seconds: the time of every file that is made."""
    line = ["git", "-C", ROOT, "log", "-1", "--format=%ct"]
    return subprocess.run(line, capture_output=True, text=True, check=True).stdout.strip()


def fresh(folder: Path) -> Path:
    """The folder, new and empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def archive(tree: Path, name: str, out: Path) -> Path:
    """A tarball of the tree that is the same for the same files."""
    file = out / f"{name}.tar.gz"
    time = int(os.environ["SOURCE_DATE_EPOCH"])

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = "root"
        member.mtime = time
        return member

    with file.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=time) as packed:
        with tarfile.open(mode="w", fileobj=packed, format=tarfile.PAX_FORMAT) as tar:
            tar.add(tree, arcname=name, filter=plain)
    return file


if __name__ == "__main__":
    main()
