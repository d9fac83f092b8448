"""A server for the Model Context Protocol: `python -m image_preflight.mcp`, over standard input."""

from __future__ import annotations

import subprocess
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from ._command import run, scratch_folder
from ._errors import PreflightError
from ._options import FixOptions, arguments_of
from ._program import find_program
from ._report import only_report
from ._stream import first_words

__all__ = ["server"]

server = MCPServer(
    "image-preflight",
    instructions="Tells before a request is sent whether a vision model takes its images.",
)


@server.tool()
def check_images(paths: list[str], model: str) -> dict[str, Any]:
    """Judges image files as one request to a model; says which would be refused, why, and the cure."""
    return _report("check", [f"--model={model}", "--", *paths])


@server.tool()
def fix_images(
    paths: list[str], model: str, folder: str, resize: str | None = None
) -> dict[str, Any]:
    """Writes copies that a model accepts into a folder. Files that are there are not replaced.

    `resize` is limits, target or none: how far pictures may be scaled down.
    """
    options = arguments_of(FixOptions, {"resize": resize})
    return _report("fix", [f"--model={model}", f"--out={folder}", *options, "--", *paths])


@server.tool()
def explain(code: str) -> str:
    """Explains a finding's code, such as IMG202: what is looked at, why it matters, what to do."""
    line = [find_program(), "explain", "--", code]
    result = subprocess.run(line, capture_output=True, text=True, encoding="utf-8", check=False)
    if result.returncode != 0:
        raise ToolError(first_words(result.stderr))
    return result.stdout


def _report(command: str, arguments: list[str]) -> dict[str, Any]:
    """The JSON report. Raises `ToolError`, whose words the model is told."""
    try:
        with scratch_folder() as scratch:
            result = run(command, arguments, scratch)
            if result.document is None:
                raise result.error
            return only_report(result.document)
    except PreflightError as error:
        raise ToolError(str(error)) from error


if __name__ == "__main__":
    server.run("stdio")
