"""Puts the programs into the wheel, where `./run package` has laid them into `programs`.

Without them the wheel has Python alone, and the programs are looked for elsewhere.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ProgramsHook(BuildHookInterface):
    """The program becomes a script of the environment; its decoder stands where it looks for it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Says what goes where, and for which systems the wheel is."""
        programs = Path(self.root) / "programs"
        if self.target_name != "wheel" or version == "editable" or not programs.is_dir():
            return
        build_data["pure_python"] = False
        build_data["tag"] = "py3-none-" + (programs / "tag").read_text()
        build_data["shared_scripts"][str(programs / "imgcheck")] = "imgcheck"
        build_data["shared_data"][str(programs / "libexec/imgcheck")] = "libexec/imgcheck"
        build_data["sbom_files"].append("programs/imgcheck.cdx.json")
