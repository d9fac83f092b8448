"""The package says what the program says: every option, and every field of the report."""

from __future__ import annotations

import dataclasses
import json
import re
import subprocess

import pytest
from conftest import ROOT

from image_preflight import _options, _report, find_program

OF_FILES = {
    "files-from", "null", "hidden", "ignore-vcs", "all", "ext", "exclude", "out", "force",
    "skip-existing", "dry-run", "body",
}  # fmt: skip
"""Where images come from and where they go is said by the call."""

OF_WORDS = {
    "format", "json-schema", "output", "verbose", "quiet", "color", "strict", "exit-zero",
    "statistics", "select", "ignore", "min-severity", "fail-on", "version", "help",
}  # fmt: skip
"""What is printed, and with which status the program ends: a report is a value here."""

OF_CALLS = {"model", "each", "fix"}

OF_RUNS = {"run-timeout"}
"""One process answers many calls: how long a call may take is its caller's to say."""

OF_BODIES = {"omit-text", "remote"}
NOT_OF_BODIES = {"prompt", "system", "label", "detail", "max-tokens", "dialect", "split", "order", "tile"}


def options_of(command: str) -> set[str]:
    text = subprocess.check_output([find_program(), command, "--help"], text=True)
    listed = re.findall(r"^  (?:-\w, )?--([a-z-]+)", text, re.MULTILINE)
    return set(listed) - OF_FILES - OF_WORDS - OF_CALLS - OF_RUNS


@pytest.mark.parametrize(
    ("command", "left_out", "kind"),
    [
        ("check", OF_BODIES, _options.CheckOptions),
        ("fix", set(), _options.FixOptions),
        ("request", OF_BODIES, _options.RequestOptions),
        ("request", NOT_OF_BODIES, _options.RepairOptions),
        ("stream", set(), _options.StreamFixOptions),
    ],
    ids=["check", "fix", "request", "repair", "stream"],
)
def test_every_option_of_the_program_is_one_of_the_call(command, left_out, kind):
    taken = {name.replace("_", "-") for name in kind.__annotations__}
    assert taken == options_of(command) - left_out


KINDS = {
    "report": _report.Report, "model": _report.Model, "request": _report.Request,
    "image": _report.Image, "facts": _report.Facts, "finding": _report.Finding,
    "step": _report.Step, "tile": _report.Tile, "output": _report.Output,
    "receipt": _report.Receipt, "tool": _report.Tool,
}  # fmt: skip
OWN = {"image": {"data", "mediaType"}, "tile": {"data"}}
"""What only the package says: the bytes themselves."""


def shapes() -> dict[str, dict]:
    schema = json.loads((ROOT / "docs" / "report.schema.json").read_text())["$defs"]
    found = {name: one for name, one in schema.items() if "properties" in one}
    return {**found, "tool": found["report"]["properties"]["tool"]}


def test_every_shape_of_the_report_is_a_class():
    assert set(shapes()) - {"verdict"} == set(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_every_field_of_the_report_is_one_of_its_class(name):
    fields = {_report._json_name(one.name) for one in dataclasses.fields(KINDS[name])}
    assert fields - OWN.get(name, set()) == set(shapes()[name]["properties"])


@pytest.mark.parametrize("name", KINDS)
def test_what_has_a_class_is_one_of_it(name):
    for key, shape in shapes()[name]["properties"].items():
        referred = re.findall(r"#/\$defs/(\w+)", json.dumps(shape))
        expected = [KINDS[one] for one in referred if one in KINDS]
        parts = {_report._json_name(n): p for n, _, p in _report._fields(KINDS[name])}
        if expected:
            assert parts[key] is expected[0], key
