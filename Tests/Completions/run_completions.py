"""Drives the completions of an installed imgcheck in bash, fish and zsh, as keys pressed on a terminal.

Also looks whether man pages and completions are where shells and man(1) find them. A shell that is
not there is passed by, and named.
"""

import argparse
import os
import pathlib
import pty
import re
import select
import shutil
import sys
import tempfile
import time

# What is typed before the Tab key, and what the line then is or offers.
CASES = [
    ("imgcheck --mo", "--model"),
    ("imgcheck --model databricks-gpt-5-m", "databricks-gpt-5-mini"),
    ("imgcheck a.png -m databricks-gpt-5-m", "databricks-gpt-5-mini"),
    ("imgcheck check --model databricks-gemma-3-", "databricks-gemma-3-12b"),
    ("imgcheck explain IMG20", "IMG208"),
    ("imgcheck models databricks-gemma-3-", "databricks-gemma-3-12b"),
    ("imgcheck --select REQ40", "REQ405"),
    ("imgcheck request --dialect conv", "converse"),
    ("imgcheck stream --fail-on rej", "rejected"),
    ("imgcheck check --route conv", "converse"),
    ("imgcheck --format sar", "sarif"),
    ("imgcheck expl", "explain"),
    ("imgcheck rules diff databricks-gemma-3-", "databricks-gemma-3-12b"),
    ("imgcheck fix -m amazon.nova-lite-v1:", "amazon.nova-lite-v1:0"),
]

# Bash takes a word apart at "=" too.
BASH_CASES = [
    ("imgcheck --model=databricks-gemma-3-", "--model=databricks-gemma-3-12b"),
]

MAN_PAGES = ["imgcheck.1", "imgcheck.check.1", "imgcheck.fix.1", "imgcheck.request.1"]

COMPLETIONS = {
    "bash": "share/bash-completion/completions/imgcheck",
    "zsh": "share/zsh/site-functions/_imgcheck",
    "fish": "share/fish/vendor_completions.d/imgcheck.fish",
}


class Shell:
    """An interactive shell on a pseudo-terminal."""

    def __init__(self, command, environment):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.execvpe(command[0], command, environment)
        self.read(1.0)

    def read(self, quiet):
        """What the shell writes until it has been quiet for so many seconds."""
        text = b""
        end = time.monotonic() + 20
        while time.monotonic() < end:
            ready, _, _ = select.select([self.terminal], [], [], quiet)
            if not ready:
                break
            try:
                piece = os.read(self.terminal, 65536)
            except OSError:
                break
            # Newer fish waits for an answer to what it asks a terminal for.
            if b"\x1b[c" in piece or b"\x1b[0c" in piece:
                os.write(self.terminal, b"\x1b[?62;c")
            text += piece
        plain = re.sub(rb"\x1b(\[[0-9;?>=]*[A-Za-z]|\][^\x07\x1b]*(\x07|\x1b\\)|[=>()][0B]?)", b"", text)
        return plain.decode(errors="replace").replace("\r", "")

    def run(self, line):
        os.write(self.terminal, line.encode() + b"\n")
        return self.read(0.7)

    def complete(self, line, wanted):
        """What is shown after a line and the Tab key, pressed again where that shows nothing wanted.

        The line is taken away again.
        """
        # Only what is added to the word may be shown.
        rest = wanted.removeprefix(line.rsplit(" ", 1)[1])
        os.write(self.terminal, line.encode())
        self.read(0.3)
        shown = ""
        for _ in range(3):
            os.write(self.terminal, b"\t")
            shown += self.read(0.5)
            if wanted in shown or rest in shown:
                break
        os.write(self.terminal, b"\x03")
        self.read(0.3)
        return shown, wanted in shown or rest in shown

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.process, 0)


def open_shell(name, prefix, home):
    environment = {
        "PATH": f"{prefix}/bin:/usr/bin:/bin", "HOME": home, "TERM": "xterm", "LANG": "C.UTF-8",
        "COLUMNS": "200", "PS1": "> ",
    }
    script = prefix / COMPLETIONS[name]
    if name == "bash":
        shell = Shell(["bash", "--norc", "--noprofile", "-i"], environment)
        shell.run("bind 'set enable-bracketed-paste off'; bind 'set completion-query-items 0'; "
                  "bind 'set page-completions off'")
        shell.run(f"source '{script}'")
    elif name == "zsh":
        environment["PROMPT"] = "> "
        shell = Shell(["zsh", "-f", "-i"], environment)
        shell.run(f"fpath=('{script.parent}' $fpath); autoload -U compinit; compinit -u -D; LISTMAX=9999")
    else:
        shell = Shell(["fish", "--no-config", "-i"], environment)
        shell.run(f"set -g fish_greeting; source '{script}'")
    return shell


def driven(name, prefix, cases):
    failures = []
    with tempfile.TemporaryDirectory() as home:
        shell = open_shell(name, prefix, home)
        for line, wanted in cases:
            shown, is_wanted = shell.complete(line, wanted)
            if not is_wanted:
                failures.append(f"{name}: “{line}” offers {shown.strip()[:200]!r}, not {wanted}")
        shell.close()
    return failures


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--prefix", type=pathlib.Path, required=True, help="what ./run install was given")
    prefix = parser.parse_args().prefix.resolve()
    failures = []
    for page in MAN_PAGES:
        file = prefix / "share/man/man1" / page
        if not file.is_file() or ".Nm" not in file.read_text():
            failures.append(f"{file} is no man page")
    for name, place in COMPLETIONS.items():
        if not (prefix / place).is_file():
            failures.append(f"{place} is missing")
        elif shutil.which(name) is None:
            print(f"{name} is not there: its completions are not tried")
        else:
            cases = CASES + (BASH_CASES if name == "bash" else [])
            failed = driven(name, prefix, cases)
            failures += failed
            print(f"{name}: {len(cases) - len(failed)} of {len(cases)} lines are completed")
    for failure in failures:
        print(failure, file=sys.stderr)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
