"""The HTML report in a real browser, at two widths; `make test-browser` installs what it needs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from evaluation_samples import case
from test_evaluation_reports import page as report

pytestmark = pytest.mark.browser

WIDTHS = (1280, 390)
SHOTS = Path(os.environ.get("SCREENSHOTS", "eval-results/screenshots"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    long_word = case("long", text=f"{case().text}\n{'x' * 400}")
    path.write_text(report(case(), long_word, case("sealed", split="test")), encoding="utf-8")
    return path


@pytest.mark.parametrize("width", WIDTHS)
def test_the_report_shows_without_an_error_a_request_or_a_sideways_scroll(browser: Any, file: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 1000})
    told: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    for closed in page.query_selector_all("details:not([open]) > summary"):
        closed.click()
    assert told == []
    assert [url for url in asked if not url.startswith("data:")] == [file.as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"report-{width}.png", full_page=True)
    page.close()


CONTRAST = """() => {
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const over = (top, below) => top.slice(0, 3).map((c, i) => c * (top[3] ?? 1) + below[i] * (1 - (top[3] ?? 1)));
  const behind = node => {
    if (!node) return channels(getComputedStyle(document.querySelector("nav")).backgroundColor);
    return over(channels(getComputedStyle(node).backgroundColor), behind(node.parentElement));
  };
  const light = colour => colour.map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const texts = [...document.querySelectorAll("h1, h2, h3, p, td, th, summary, label, q, mark, span, strong")];
  return texts.filter(node => node.innerText.trim()).map(node => {
    const [one, other] = [light(channels(getComputedStyle(node).color)), light(behind(node))];
    return [(Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05), node.tagName, node.innerText.slice(0, 40)];
  }).filter(([contrast]) => contrast < 4.5);
}"""
"""Every piece of text that stands out from what lies behind it by less than WCAG's 4.5 to 1."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read_in_light_and_dark(browser: Any, file: Path, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto(file.as_uri())
    for closed in page.query_selector_all("details:not([open]) > summary"):
        closed.click()
    assert page.evaluate(CONTRAST) == []
    page.close()


def test_a_name_is_seen_inside_the_marked_sentence_that_it_stands_in(browser: Any, file: Path) -> None:
    page = browser.new_page()
    page.goto(file.as_uri())
    page.evaluate("document.querySelector('mark.claims-hit').className = 'claims-hit actors-invention'")
    colours = "['claims-hit', 'invention'].map(c => getComputedStyle(document.querySelector('.' + c)).backgroundColor)"
    seen, invented = page.evaluate(colours)
    assert seen == invented
    page.close()


def test_marks_can_be_narrowed_to_one_section(browser: Any, file: Path) -> None:
    page = browser.new_page()
    page.goto(file.as_uri())
    colour = "getComputedStyle(document.querySelector('mark.claims-hit')).backgroundColor"
    assert page.evaluate(colour) != "rgba(0, 0, 0, 0)"
    page.check("#show-deadlines")
    assert page.evaluate(colour) == "rgba(0, 0, 0, 0)"
    page.close()
