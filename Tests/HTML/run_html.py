#!/usr/bin/env python3
"""Looks at pages of `--format html` in a browser, wide and narrow, light and dark.

Nothing may overlap, be clipped or stick out, the console stays empty, nothing is requested, axe
finds nothing, every picture can be decoded, and the filter does what it says, also by keyboard.
Exit status 1 where something is not as expected.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import samples
from browser import Browser

HERE = Path(__file__).resolve().parent
FIXTURES = HERE.parents[1] / "Fixtures" / "images"
MODELS = ["databricks-claude-3-7-sonnet", "databricks-gpt-5"]
SIZES = {"phone": (390, 844, 2), "desktop": (1280, 900, 1)}

DECODE = """
Promise.all(Array.from(document.querySelectorAll("image"), (element) => {
    const image = new Image();
    image.src = element.getAttribute("href");
    return image.decode().then(() => Math.max(image.naturalWidth, image.naturalHeight));
})).then((edges) => ({ count: edges.length, longest: Math.max(0, ...edges) }))
"""

SHOW_ALL = """
(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".card { content-visibility: visible !important }");
    document.adoptedStyleSheets = [sheet];
})()
"""

REFERENCES = """
Array.from(document.querySelectorAll("use"), (use) => use.getAttribute("href"))
    .filter((href) => !document.querySelector(href))
"""

AXE = """
axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(
    ({ id, help, nodes }) => `${id}: ${help}; ${nodes.length} ×, ${nodes[0].html.slice(0, 200)}`))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--imgcheck", type=Path, required=True, help="the program under test")
    parser.add_argument("--axe", type=Path, required=True, help="axe.min.js")
    parser.add_argument("--chromium", default="chromium")
    parser.add_argument("--screenshots", type=Path, help="a folder for what was seen")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        pages = write_pages(arguments.imgcheck, Path(scratch))
        browser = Browser(arguments.chromium, Path(scratch) / "profile")
        try:
            checks = Checks(browser, arguments.axe.read_text(), arguments.screenshots)
            for name, page in pages.items():
                for size in SIZES:
                    for scheme in ("light", "dark"):
                        checks.look(name, page, size, scheme)
            checks.filter(pages["30"])
            checks.use_keyboard(pages["30"])
            checks.refuse_spoilt(pages["1"], Path(scratch))
        finally:
            browser.close()
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed else 0


def write_pages(program: Path, scratch: Path) -> dict[str, Path]:
    """The pages, by what is on them."""
    thirty = samples.thirty(scratch / "thirty", FIXTURES)
    many = samples.many(scratch / "many", 500)
    one, two = ["--model", MODELS[0]], ["--model", MODELS[0], "--model", MODELS[1]]
    body = scratch / "body.json"
    body.write_bytes(subprocess.run(
        [program, "request", *one, *many[:3]], capture_output=True, check=True).stdout)
    commands = {
        "1": [*one, many[0]],
        "30": [*one, *thirty],
        "30 of two models": [*two, *thirty],
        "30, headers only": [*one, "--headers-only", *thirty],
        "500": [*one, *many],
        "a body": [*one, "--body", str(body)],
    }
    pages = {}
    for name, command in commands.items():
        pages[name] = scratch / f"{name}.html"
        call = [program, "check", "--format", "html", "--output", pages[name], *command]
        done = subprocess.run(call, capture_output=True, text=True)
        if done.returncode not in (0, 1, 2) or not pages[name].exists():
            raise SystemExit(f"{name}: {done.returncode}\n{done.stderr}")
    return pages


class Checks:
    """Counts, and tells what failed."""

    passed = failed = 0

    def __init__(self, browser: Browser, axe: str, screenshots: Path | None) -> None:
        self.browser, self.axe, self.screenshots = browser, axe, screenshots
        self.geometry = (HERE / "geometry.js").read_text()

    def expect(self, name: str, found: list[str]) -> None:
        self.passed += not found
        self.failed += bool(found)
        if found:
            print(f"{name}: {len(found)}, the first: {found[0]}")

    def look(self, name: str, page: Path, size: str, scheme: str) -> None:
        """Looks at a page as one reader has it."""
        width, height, scale = SIZES[size]
        browser, title = self.browser, f"{name}, {size}, {scheme}"
        browser.open(page, width, height, scheme, scale)
        if self.screenshots:
            self.screenshots.mkdir(exist_ok=True)
            whole = name != "500"
            if whole:
                browser.evaluate(SHOW_ALL)
            browser.screenshot(self.screenshots / f"{title}.png", whole)
        self.expect(f"{title}: geometry", browser.evaluate(self.geometry))
        self.expect(f"{title}: references", browser.evaluate(REFERENCES))
        decoded = browser.evaluate(DECODE)
        if "headers" not in name:
            self.expect(f"{title}: pictures", [] if decoded["count"] else ["none"])
        self.expect(f"{title}: thumbnails",
                    [] if decoded["longest"] <= 360 else [f"{decoded['longest']} px"])
        browser.evaluate(self.axe + "; 0")
        self.expect(f"{title}: axe", browser.evaluate(AXE))
        self.expect(f"{title}: console", browser.complaints())

    def filter(self, page: Path) -> None:
        """Filters by verdict, code and name."""
        self.browser.open(page, 1280, 900, "light")
        facts = self.browser.evaluate("""(() => {
            const cards = Array.from(document.querySelectorAll(".card"));
            const shown = () => cards.filter((card) => !card.hidden);
            const form = document.querySelector(".filter");
            const change = (element, values) => {
                Object.assign(element, values);
                element.dispatchEvent(new Event("input", { bubbles: true }));
            };
            const facts = { all: shown().length, said: form.querySelector(".count").textContent };
            const accepted = form.querySelector("[value=accepted]");
            change(accepted, { checked: false });
            facts.withoutAccepted = shown().map((card) => card.dataset.verdict);
            change(accepted, { checked: true });
            const button = document.querySelector("button[data-code=IMG105]");
            button.click();
            facts.codes = shown().map((card) => card.dataset.codes);
            facts.pressed = button.getAttribute("aria-pressed");
            button.click();
            facts.released = shown().length;
            change(form.elements.name, { value: "GIF-2" });
            facts.named = shown().length;
            return facts;
        })()""")
        expected = {
            "all are shown": facts["all"] == 30 and facts["said"] == "30 of 30 shown",
            "a verdict is left out": "accepted" not in facts["withoutAccepted"]
            and facts["withoutAccepted"],
            "a code is shown": facts["codes"] and all("IMG105" in c for c in facts["codes"])
            and facts["pressed"] == "true",
            "and all again": facts["released"] == 30,
            "a name is shown": facts["named"] == 1,
        }
        for name, holds in expected.items():
            self.expect(f"filter: {name}", [] if holds else [json.dumps(facts)])

    def use_keyboard(self, page: Path) -> None:
        """Reaches everything that can be used, in the order of the page, and uses it."""
        self.browser.open(page, 1280, 900, "light")
        reached = []
        for _ in range(60):
            self.browser.press("Tab", 9)
            reached.append(self.browser.evaluate(
                "document.activeElement.name || document.activeElement.className"
                " || document.activeElement.dataset.code || document.activeElement.tagName"))
        self.expect("keyboard: the way to the images comes first",
                    [] if reached[0] == "skip" else [reached[0]])
        missing = {"verdict", "code", "name", "overlay", "IMG105"} - set(reached)
        self.expect("keyboard: everything is reached", sorted(missing))
        self.browser.evaluate("document.querySelector('[value=accepted]').focus()")
        self.browser.press(" ", 32)
        shown = self.browser.evaluate(
            "document.querySelectorAll('.card[data-verdict=accepted]:not([hidden])').length")
        self.expect("keyboard: a box is used", [] if shown == 0 else [str(shown)])

    def refuse_spoilt(self, page: Path, scratch: Path) -> None:
        """Makes sure that the checks fail where they should."""
        text = page.read_text()
        spoilt = scratch / "spoilt.html"
        spoilt.write_text(text.replace(
            "<main>", '<main><div style="width: 2000px">wide</div><script>alert(1)</script>'))
        self.browser.open(spoilt, 390, 844, "light")
        self.browser.evaluate("document.querySelector('main div').style.width = '2000px'; 0")
        self.expect("spoilt: geometry",
                    [] if self.browser.evaluate(self.geometry) else ["nothing found"])
        blocked = [c for c in self.browser.complaints() if "Content Security Policy" in c]
        self.expect("spoilt: another script is blocked", [] if blocked else ["it was not"])


if __name__ == "__main__":
    sys.exit(main())
