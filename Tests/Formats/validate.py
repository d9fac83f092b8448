#!/usr/bin/env python3
"""Holds real reports against the schemas of their formats.

Ours is docs/report.schema.json; a field that it does not name is a failure here, although readers
are to pass such fields by. SARIF's and JUnit's schemas come from packages that carry them. Each
schema must also refuse a report that is spoilt. Exit status 1 where something is not as expected.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema
import xmlschema

ROOT = Path(__file__).resolve().parents[2]
IMAGES = ROOT / "Fixtures" / "images"
MODELS = ["databricks-gpt-5", "databricks-claude-3-7-sonnet"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--imgcheck", type=Path, required=True, help="the program under test")
    parser.add_argument("--sarif-schema", type=Path, required=True)
    parser.add_argument("--junit-schema", type=Path, required=True)
    arguments = parser.parse_args()
    ours = json.loads((ROOT / "docs" / "report.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(ours)
    sarif = jsonschema.Draft4Validator(
        json.loads(arguments.sarif_schema.read_text()), format_checker=jsonschema.FormatChecker()
    )
    junit = xmlschema.XMLSchema(str(arguments.junit_schema))
    checks = Checks()
    with tempfile.TemporaryDirectory() as scratch:
        reports = Reports(arguments.imgcheck, Path(scratch))
        strict = jsonschema.Draft202012Validator(closed(ours))
        for name, text in reports.json():
            checks.expect(f"json, {name}", errors(strict, json.loads(text)))
        spoilt = json.loads(text) | {"verdict": "fine"}
        checks.expect_refusal("json", errors(strict, spoilt))
        for name, text in reports.of_check("sarif"):
            checks.expect(f"sarif, {name}", errors(sarif, json.loads(text)))
        spoilt = json.loads(text) | {"version": "2.0.0"}
        checks.expect_refusal("sarif", errors(sarif, spoilt))
        for name, text in reports.of_check("junit"):
            checks.expect(f"junit, {name}", [str(e) for e in junit.iter_errors(text)])
        spoilt = text.replace("classname", "class")
        checks.expect_refusal("junit", [str(e) for e in junit.iter_errors(spoilt)])
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed else 0


class Reports:
    """What the program writes about the project's fixtures and about files with hostile names."""

    def __init__(self, program: Path, scratch: Path) -> None:
        self.program, self.scratch = program, scratch
        self.images = sorted(str(p) for p in IMAGES.iterdir() if not p.name.startswith("guard-"))
        self.body = scratch / "body.json"
        self.hostile = scratch / "hostile"
        self.hostile.mkdir()
        content = (IMAGES / "gif-2-frames.gif").read_bytes()
        for name in (b"a\n::error::b\r.gif", b"]]>&amp;.gif", b"a|b`c.gif", b"caf\xe9.gif",
                     b"a\x1b[31m\x01.gif", "\u202egnp\ufffe.gif".encode(), b"n" * 200 + b".gif"):
            (self.hostile / Path(name.decode("utf-8", "surrogateescape"))).write_bytes(content)

    def json(self) -> list[tuple[str, str]]:
        report = self.scratch / "report.json"
        one = ["--model", MODELS[0], "--format", "json", "--output", str(report)]
        good = [p for p in self.images if "/jpeg-" in p or "/png-" in p or "/gif-" in p or "/page-" in p]
        found = self.of_check("json")
        out = ["--out", str(self.scratch / "fixed")]
        for name, command in (
            ("fix", ["fix", *one, *out, *self.images]),
            ("fix --tile", ["fix", *one, "--out", str(self.scratch / "tiles"), "--tile", "always", *good]),
            ("fix --dry-run", ["fix", *one, "--dry-run", *self.images]),
            ("fix --budget", ["fix", *one, "--dry-run", "--budget", "60000", *good]),
            ("request", ["request", *one, *good]),
            ("request in parts", ["request", *one, "--budget", "30000", *good]),
            ("request, refused", ["request", *one, *self.images]),
        ):
            report.unlink(missing_ok=True)
            body = self.run(command)
            found.append((name, report.read_text()))
            if name == "request":
                self.body.write_text(body)
        if not self.body.read_text():
            raise SystemExit("Expected a body from request, found none.")
        report.unlink()
        self.run(["request", *one, "--body", str(self.body)])
        found.append(("request --body", report.read_text()))
        return found

    def of_check(self, form: str) -> list[tuple[str, str]]:
        one = ["check", "--format", form, "--model", MODELS[0]]
        two = [*one, "--model", MODELS[1]]
        found = [
            ("check", [*one, *self.images]),
            ("check of two models", [*two, *self.images]),
            ("check --each", [*one, "--each", *self.images]),
            ("check --headers-only", [*one, "--headers-only", *self.images]),
            ("check, unreadable", [*one, "gone.png", str(IMAGES / "empty.png")]),
            ("check, hostile names", [*two, str(self.hostile)]),
        ]
        if self.body.exists():
            found.append(("check --body", [*one, "--body", str(self.body)]))
        return [(name, self.run(command)) for name, command in found]

    def run(self, command: list[str]) -> str:
        done = subprocess.run([self.program, *command], capture_output=True, cwd=self.scratch)
        if done.returncode not in (0, 1, 2):
            raise SystemExit(f"{command[:6]}: {done.returncode}\n{done.stderr.decode()}")
        return done.stdout.decode()


class Checks:
    """Counts, and tells what failed."""

    passed = failed = 0

    def expect(self, name: str, found: list[str]) -> None:
        self.passed += not found
        self.failed += bool(found)
        if found:
            print(f"{name}: {len(found)} errors, the first: {found[0][:600]}")

    def expect_refusal(self, name: str, found: list[str]) -> None:
        self.expect(f"{name}, spoilt", [] if found else ["Expected a refusal, found none."])


def errors(validator: jsonschema.Validator, document: object) -> list[str]:
    return [f"{e.json_path}: {e.message}" for e in validator.iter_errors(document)]


def closed(schema: object) -> object:
    """The schema with no object taking fields that it does not name."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: closed(value) for key, value in schema.items()}
    if schema.get("type") == "object":
        result["additionalProperties"] = False
    return result


if __name__ == "__main__":
    sys.exit(main())
