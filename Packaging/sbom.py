"""What is in the wheel and in the tarball, as CycloneDX 1.6 (ECMA-424) has it."""

from __future__ import annotations

import json
import os
import re
import subprocess
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import worker
from parts import DEBIAN_LIBRARIES, LIBRARIES, Library

SWIFT_LICENCE = "Apache-2.0 WITH Swift-exception"


def document(version: str, libvips: Path | None = None) -> str:
    """The document, with the libvips that is carried, if one is."""
    time = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), timezone.utc)
    program = component("imgcheck", "Apache-2.0", version, f"pkg:generic/imgcheck@{version}")
    program["type"] = "application"
    told = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"timestamp": time.isoformat(), "component": program},
        "components": [
            component("swift-runtime", SWIFT_LICENCE, swift_version()),
            component("swift-argument-parser", SWIFT_LICENCE, parser_version()),
            *([carried(libvips), *map(debian_library, DEBIAN_LIBRARIES)] if libvips else []),
        ],
    }
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def carried(libvips: Path) -> dict[str, Any]:
    """The library and what is in it, with the versions that the binary tells."""
    content = libvips.read_bytes()
    bundle = component(
        "libvips.so.42", "LGPL-3.0-or-later", worker.LIBVIPS_VERSION,
        f"pkg:pypi/pyvips-binary@{worker.LIBVIPS_VERSION}",
    )  # fmt: skip
    bundle["hashes"] = [{"alg": "SHA-256", "content": worker.digest(libvips)}]
    bundle["components"] = [part(library, content) for library in LIBRARIES]
    return bundle


def debian_library(library: Library) -> dict[str, Any]:
    """A library of Debian that is carried, in the version of the package that is installed."""
    line = ["dpkg-query", "--show", "--showformat=${Version}", library.debian]
    version = subprocess.run(line, capture_output=True, text=True, check=True).stdout
    purl = f"pkg:deb/debian/{library.debian}@{version}"
    return component(library.name, library.licence, version, purl)


def component(
    name: str, licence: str, version: str | None = None, purl: str | None = None
) -> dict[str, Any]:
    told: dict[str, Any] = {
        "type": "library", "name": name, "bom-ref": name, "licenses": [{"expression": licence}],
    }  # fmt: skip
    if version:
        told["version"] = version
    if purl:
        told["purl"] = purl
    return told


def part(library: Library, content: bytes) -> dict[str, Any]:
    version = worker.LIBVIPS_VERSION if library.name == "libvips" else None
    if library.version_pattern:
        found = re.search(library.version_pattern, content)
        version = found[1].decode("ascii") if found else None
    return component(library.name, library.licence, version)


def swift_version() -> str:
    told = subprocess.run(["swift", "--version"], capture_output=True, text=True, check=True)
    found = re.search(r"Swift version ([\d.]+)", told.stdout)
    return found[1] if found else ""


def parser_version() -> str:
    state = Path(__file__).resolve().parent.parent / ".build/workspace-state.json"
    for dependency in json.loads(state.read_text())["object"]["dependencies"]:
        if dependency["packageRef"]["identity"] == "swift-argument-parser":
            return dependency["state"]["checkoutState"]["version"]
    return ""
