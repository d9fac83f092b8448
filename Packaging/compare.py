"""Holds the decoder with the carried libvips against the one with Debian's.

Both judge and cure the same files under several models. Their verdicts, codes, sizes and refusals
must be the same; what a decoder says of a damaged file in its own words may differ.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

MODELS = ["databricks-gpt-5", "databricks-claude-3-7-sonnet", "databricks-llama-4-maverick"]


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--imgcheck", type=Path, required=True)
    options.add_argument("--worker", type=Path, action="append", required=True)
    options.add_argument("folders", nargs="+", type=Path)
    given = options.parse_args()
    folders = [str(folder) for folder in given.folders if folder.is_dir()]
    compared = differing = 0
    for model in MODELS:
        for command in ("check", "fix"):
            first, second = (
                verdicts(given.imgcheck, worker, command, model, folders) for worker in given.worker
            )
            compared += len(first)
            for source in sorted(first.keys() | second.keys()):
                if first.get(source) != second.get(source):
                    differing += 1
                    print(f"{model}, {command}, {source}:\n  {first.get(source)}\n  {second.get(source)}")
    print(f"{compared - differing} passed, {differing} failed")
    sys.exit(1 if differing or not compared else 0)


def verdicts(
    program: Path, worker: Path, command: str, model: str, folders: list[str]
) -> dict[str, Any]:
    """What is said of each file, by its name, less what only a decoder's words can say."""
    line = [program, command, "--all", "--quiet", "--format", "json", "--model", model]
    with tempfile.TemporaryDirectory() as out:
        line += ["--each"] if command == "check" else ["--out", out]
        environment = {**os.environ, "IMGCHECK_CODEC": str(worker)}
        told = subprocess.run([*line, *folders], env=environment, stdout=subprocess.PIPE)
    (report,) = json.loads(told.stdout)["reports"]
    return {image["source"]: essence(image) for image in report["images"]}


def essence(image: dict[str, Any]) -> dict[str, Any]:
    facts = image.get("facts", {})
    output = image.get("output", {})
    return {
        "verdict": image["verdict"],
        "codes": [finding["code"] for finding in image.get("findings", [])],
        "size": (facts.get("width"), facts.get("height"), facts.get("frameCount")),
        "output": (output.get("format"), output.get("width"), output.get("height")),
        "plan": [step["step"] for step in image.get("plan", [])],
        "refused": "refusal" in image,
        "error": "error" in image,
    }


if __name__ == "__main__":
    main()
