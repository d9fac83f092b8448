"""The hook, run by pre-commit in a repository of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from conftest import GPT, IMAGES, ROOT

pytest.importorskip("pre_commit")


def git(folder, *arguments):
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize(("name", "status"), [("jpeg-photo.jpg", 0), ("gif-2-frames.gif", 1)])
def test_the_hook_stops_what_would_be_refused(name, status, tmp_path):
    hooks, user = tmp_path / "hooks", tmp_path / "user"
    for folder in (hooks, user):
        folder.mkdir()
        git(folder, "init", "-q")
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
    shutil.copy(IMAGES / name, user)
    (user / "notes.txt").write_text("no image\n")
    git(hooks, "add", ".")
    git(hooks, "commit", "-qm", "x")
    revision = subprocess.check_output(["git", "rev-parse", "HEAD"], cwd=hooks, text=True).strip()
    (user / ".pre-commit-config.yaml").write_text(
        f"repos: [{{repo: {hooks}, rev: {revision},"
        f" hooks: [{{id: imgcheck, args: [--model, {GPT}]}}]}}]\n"
    )
    git(user, "add", ".")
    environment = {
        **os.environ,
        "PATH": os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"],
        "PRE_COMMIT_HOME": str(tmp_path / "home"),
    }
    line = [sys.executable, "-m", "pre_commit", "run", "--all-files"]
    result = subprocess.run(line, cwd=user, env=environment, capture_output=True, text=True)
    assert result.returncode == status, result.stdout + result.stderr
    assert ("IMG103" in result.stdout) == (status == 1)
