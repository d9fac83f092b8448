"""The wheel: the Python package with the programs in it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import worker

# The C library of Ubuntu 22.04 and later, of Debian 12 and later: `hypot` has a version of 2.35,
# which Swift's libraries call.
TAG = "manylinux_2_35"
BYTE_LIMIT = 25_000_000


def platform() -> str:
    """The platform as the names of files tell it, as in `linux-x86_64`."""
    return sysconfig.get_platform()


def build(source: Path, alone: Path, stage: Path, out: Path) -> Path:
    """Builds the wheel of the package in `source` with the programs of the tree `alone`.

    Ends where it is larger than promised, or needs a newer system than its name says.
    """
    shutil.copytree(source, stage, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    programs, documents = stage / "programs", alone / "share/doc/imgcheck"
    (programs / "libexec").mkdir(parents=True)
    shutil.copy(alone / "bin/imgcheck", programs)
    shutil.copytree(alone / "libexec/imgcheck", programs / "libexec/imgcheck")
    shutil.copytree(documents / "licences", stage / "licences")
    shutil.copy(documents / "imgcheck.cdx.json", programs)
    tag = f"{TAG}_{platform().rpartition('-')[2]}"
    (programs / "tag").write_text(tag)
    line = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, stage]
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL)
    (file,) = out.glob(f"*-{tag}.whl")
    require_tag(file, tag)
    if file.stat().st_size > BYTE_LIMIT:
        sys.exit(f"The wheel has {file.stat().st_size:,} bytes, and may have {BYTE_LIMIT:,}.")
    worker.require_alone(alone / "bin/imgcheck")
    return file


def require_tag(file: Path, tag: str) -> None:
    """Ends where auditwheel finds that the wheel needs more than its name says."""
    line = [sys.executable, "-m", "auditwheel", "show", "--json", file]
    told = json.loads(subprocess.run(line, capture_output=True, text=True, check=True).stdout)
    if told["overall_tag"] != tag:
        sys.exit(f"auditwheel does not call the wheel {tag}: {json.dumps(told, indent=1)}")
