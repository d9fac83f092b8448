"""Where the program is."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig

from ._errors import ProgramNotFoundError

_NAME = "imgcheck" + (sysconfig.get_config_var("EXE") or "")


def find_program() -> str:
    """Finds `imgcheck`.

    The places, in this order: the file that `IMGCHECK_BIN` names, the scripts of the environment
    that this package is installed in, those beside the package (as after `pip install --target`),
    those of the user, and `PATH`.

    Raises `ProgramNotFoundError` where it is in none of them.
    """
    named = os.environ.get("IMGCHECK_BIN")
    if named:
        if _is_program(named):
            return os.path.abspath(named)
        raise ProgramNotFoundError(f"IMGCHECK_BIN names {named!r}, which is no program.")
    for folder in _script_folders():
        path = os.path.join(folder, _NAME)
        if _is_program(path):
            return path
    found = shutil.which(_NAME)
    if found:
        return os.path.abspath(found)
    raise ProgramNotFoundError(
        "There is no imgcheck in IMGCHECK_BIN, in this environment's scripts or in PATH: install"
        " the wheel that holds it, or say in IMGCHECK_BIN where it is."
    )


def _script_folders() -> list[str]:
    user = "nt_user" if os.name == "nt" else "posix_user"
    package = os.path.dirname(os.path.abspath(__file__))
    return [
        sysconfig.get_path("scripts"),
        # `pip install --target` and `--prefix` put scripts into `bin` beside the package.
        os.path.join(os.path.dirname(package), "bin"),
        sysconfig.get_path("scripts", scheme=user),
    ]


def _is_program(path: str) -> bool:
    return os.path.isfile(path) and os.access(path, os.X_OK)


def run_program(arguments: list[str]) -> int:
    """Becomes the program, or, where that cannot be, runs it and gives its exit status."""
    program = find_program()
    if os.name != "nt":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(program, [program, *arguments])
    import subprocess

    return subprocess.call([program, *arguments])
