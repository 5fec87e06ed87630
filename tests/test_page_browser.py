"""The workshop's page in a real browser, driven as an editor would; `make test-browser` installs what it needs.

Briefs are made by a scripted summarizer, and named so; the check is the stand-in of the page's tests.
"""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import uvicorn
from page_stand_ins import CHECKS, SHIPPED, ScriptedSummarizer, shipped_folder
from sample import ARTICLE as WHOLE
from sample import attacks, claims, sample_brief

from summarizer.workshop.changes import compare_briefs
from summarizer.workshop.page import Sample, application
from summarizer.workshop.page.folder import Folder
from summarizer.workshop.page.serving import configuration, listening

pytestmark = pytest.mark.browser

CLAIMS = "sections/claims.md"
TOKEN = "token-of-the-browser-test"
SHOTS = Path(os.environ.get("SCREENSHOTS", "eval-results/screenshots"))
ARTICLE = (
    "The mayor of Halvik said 🌊 on Thursday that the truce would end.\n\n"
    "The militia denied that it had shelled the mill. <script>document.title = 'owned'</script> <b>bold</b>\n\n"
    "“Nobody lost a pen,” said Colonel Dav Merrin.\n"
)
PROVOKED = re.compile(r"Failed to load resource: the server responded with a status of 4(09|22) ")
SAMPLE = Sample("The truce", ARTICLE)


@dataclass
class Served:
    """A page over a folder, and what a browser that looked at it was told and asked for."""

    folder: Folder
    model: ScriptedSummarizer
    address: str
    told: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def watch(self, page: Any) -> Any:
        """`page`, everything it says and asks for noted."""
        page.on("console", lambda message: self.told.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.told.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.set_default_timeout(10_000)
        page.goto(self.address)
        page.locator("textarea[data-file]").wait_for(state="attached")
        return page


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    own = tmp_path / "desk"
    own.mkdir()
    folder, model = Folder(own, shipped_folder(tmp_path / "shipped")), ScriptedSummarizer()
    app = application(
        folder, TOKEN, make=model, checks=CHECKS, compare=compare_briefs, samples=[SAMPLE], asks="scripted summarizer"
    )
    with listening(0) as listener:
        server = uvicorn.Server(configuration(app))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield Served(folder, model, f"http://127.0.0.1:{listener.getsockname()[1]}/?token={TOKEN}")
        model.hold.set()
        server.should_exit = True
        thread.join(10)
        assert not thread.is_alive()


@pytest.fixture(params=[1280, 390])
def page(browser: Any, served: Served, request: pytest.FixtureRequest) -> Iterator[Any]:
    opened = browser.new_page(viewport={"width": request.param, "height": 844 if request.param < 500 else 860})
    yield served.watch(opened)
    opened.close()
    assert complaints(served) == []
    assert {urlsplit(url).netloc for url in served.asked} == {urlsplit(served.address).netloc}


@pytest.fixture
def wide(browser: Any, served: Served) -> Iterator[Any]:
    opened = browser.new_page(viewport={"width": 1280, "height": 860})
    yield served.watch(opened)
    opened.close()
    assert complaints(served) == []


def complaints(served: Served) -> list[str]:
    """What the console said, without the line that a browser writes itself of a refusal that the test provoked."""
    return [line for line in served.told if not PROVOKED.search(line)]


def pane(page: Any, name: str) -> None:
    """Show a pane, where one is shown at a time."""
    tab = page.locator(f"#pane-{name}-tab")
    if tab.is_visible():
        tab.click()


def open_file(page: Any, file: str) -> Any:
    pane(page, "files")
    page.locator(f'[data-file="{file}"]').first.click()
    return page.locator(f'textarea[data-file="{file}"]')


def make_own(page: Any, file: str = CLAIMS) -> Any:
    area = open_file(page, file)
    page.locator("#adopt").click()
    page.locator("#save").wait_for()
    return area


def shot(page: Any, name: str) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"workshop-{name}-{page.viewport_size['width']}.png")


def fits(page: Any) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def expect(locator: Any) -> Any:
    from playwright.sync_api import expect as expected

    return expected(locator)


def test_an_editor_changes_a_rule_sees_its_effect_and_saves_it(page: Any, served: Served) -> None:
    area = make_own(page)
    area.fill(SHIPPED[CLAIMS] + "{{ sentances }}\n")
    expect(page.locator(".mark-error")).to_have_text("sentances")
    expect(page.locator("#fault-list")).to_contain_text("did you mean 'sentences'?")
    expect(page.locator("#file-unsaved")).to_be_visible()
    assert fits(page)
    shot(page, "mark")

    area.fill(SHIPPED[CLAIMS] + "- Denials are claims too: list denials.\n")
    expect(page.locator("#faults-title")).to_have_text("The check finds nothing wrong")
    expect(page.locator(".mark-error")).to_have_count(0)

    pane(page, "read")
    served.model.hold.clear()
    page.locator("#run-both").click()
    expect(page.locator("#progress-words")).to_contain_text("reading the claims · 0 of 4 questions")
    shot(page, "running")
    served.model.hold.set()
    expect(page.locator("#after-tab")).to_have_attribute("aria-selected", "true")
    expect(page.locator(".headline")).to_contain_text("3 things were said")
    expect(page.locator(".tally")).to_contain_text("1 gained")
    expect(page.locator("li.gained")).to_contain_text("The militia denied that it had shelled the mill.")
    expect(page.locator(".cost").first).to_contain_text("4 calls")
    page.locator("li.gained").focus()
    expect(page.locator("#article .lit")).to_have_text("The militia denied that it had shelled the mill.")
    assert fits(page)
    shot(page, "after")
    page.locator("#before-tab").click()
    expect(page.locator(".headline")).to_contain_text("2 things were said")
    assert not (served.folder.own / CLAIMS).read_text().endswith("list denials.\n")

    pane(page, "edit")
    area.press("Control+s")
    expect(page.locator("#file-unsaved")).to_be_hidden()
    assert (served.folder.own / CLAIMS).read_text() == SHIPPED[CLAIMS] + "- Denials are claims too: list denials.\n"


def test_a_brief_with_every_kind_of_item_is_shown_beside_the_one_before(page: Any, served: Served) -> None:
    served.model.ready = [sample_brief(), sample_brief(claims=claims()[:1], summary="Bangkok waits.", attacks=fewer())]
    pane(page, "read")
    if not page.locator("#article-text").is_visible():
        page.locator("#article-edit").click()
    page.locator("#article-text").fill(WHOLE)
    page.locator("#published").fill("2025-11-13")
    page.locator("#run-both").click()
    expect(page.locator(".tally")).to_contain_text("1 lost")
    expect(page.locator("li.lost")).to_contain_text("No heavy gun has crossed the line.")
    expect(page.locator("li.changed")).to_contain_text("differs: killed")
    expect(page.locator("li.changed .twin")).to_have_text(["before: killed: 6 or more (“at least six”)"])
    page.locator("li.changed").focus()
    expect(page.locator("#article .lit").first).to_contain_text("A drone hit a depot")
    assert fits(page)
    shot(page, "whole")


def fewer() -> list[Any]:
    """The sample's attack with another toll."""
    return [attacks()[0].model_copy(update={"killed": None})]


def test_a_save_over_another_ones_change_is_refused_with_three_ways_out(page: Any, served: Served) -> None:
    area = make_own(page)
    area.fill("mine\n")
    (served.folder.own / CLAIMS).write_text("theirs\n")
    page.locator("#save").click()
    expect(page.locator("#conflict-words")).to_contain_text("changed by somebody else")
    assert (served.folder.own / CLAIMS).read_text() == "theirs\n"
    page.locator("#conflict-see").click()
    expect(page.locator("#conflict-diff .removed")).to_contain_text("theirs")
    expect(page.locator("#conflict-diff .added")).to_contain_text("mine")
    assert fits(page)
    shot(page, "conflict")
    page.locator("#conflict-copy").click()
    expect(page.locator("#conflict")).to_be_hidden()
    (kept,) = (served.folder.own / "copies").iterdir()
    assert kept.read_text() == "mine\n"
    assert area.input_value() == "mine\n"
    page.locator("#save").click()
    page.locator("#conflict-reload").click()
    expect(page.locator(f'textarea[data-file="{CLAIMS}"]')).to_have_value("theirs\n")
    assert (served.folder.own / CLAIMS).read_text() == "theirs\n"


def test_who_has_seen_the_other_change_can_keep_and_save_his_own(wide: Any, served: Served) -> None:
    area = make_own(wide)
    area.fill("mine\n")
    (served.folder.own / CLAIMS).write_text("theirs\n")
    wide.locator("#save").click()
    wide.locator("#conflict-see").click()
    wide.locator("#conflict-keep").click()
    assert (served.folder.own / CLAIMS).read_text() == "theirs\n"
    wide.locator("#save").click()
    expect(wide.locator("#file-unsaved")).to_be_hidden()
    assert (served.folder.own / CLAIMS).read_text() == "mine\n"


def test_a_file_removed_meanwhile_can_be_kept_in_the_editor_and_saved_anew(wide: Any, served: Served) -> None:
    make_own(wide).fill("mine\n")
    (served.folder.own / CLAIMS).unlink()
    wide.locator("#save").click()
    expect(wide.locator("#conflict-words")).to_contain_text("removed")
    wide.locator("#conflict-keep").click()
    wide.locator("#save").click()
    expect(wide.locator("#file-unsaved")).to_be_hidden()
    assert (served.folder.own / CLAIMS).read_text() == "mine\n"


def test_markup_in_an_article_stays_text(wide: Any) -> None:
    wide.locator("#run").click()
    wide.locator(".headline").wait_for()
    expect(wide.locator("#article")).to_contain_text("<script>document.title = 'owned'</script> <b>bold</b>")
    assert wide.locator("#article script, #article b").count() == 0
    assert wide.title() == "Prompt workshop"


def test_the_token_leaves_the_address_bar_and_a_reload_needs_none(wide: Any) -> None:
    assert urlsplit(wide.url).query == ""
    wide.reload()
    wide.locator("#file-list button").first.wait_for()
    assert "token" not in wide.evaluate("document.cookie")


def test_without_the_token_a_browser_gets_nothing(browser: Any, served: Served) -> None:
    page = browser.new_page()
    assert page.goto(served.address.partition("?")[0]).status == 403
    page.close()


def test_all_of_it_can_be_done_from_the_keyboard(wide: Any, served: Served) -> None:
    keys = wide.keyboard
    wide.locator("#filter").focus()
    keys.type("claims")
    keys.press("ArrowDown")
    keys.press("Enter")
    expect(wide.locator("#file-name")).to_have_text(CLAIMS)
    wide.locator("#adopt").focus()
    keys.press("Enter")
    expect(wide.locator(f'textarea[data-file="{CLAIMS}"]')).to_be_focused()
    keys.press("Control+End")
    keys.type("{{ sentances }} and {{ sentances }}")
    expect(wide.locator(".mark-error")).to_have_count(2)
    keys.press("F8")
    assert selected(wide) == "sentances"
    first = wide.evaluate("document.activeElement.selectionStart")
    keys.press("Alt+ArrowDown")
    assert wide.evaluate("document.activeElement.selectionStart") > first
    keys.press("Alt+ArrowUp")
    assert wide.evaluate("document.activeElement.selectionStart") == first
    for _ in range(2):
        keys.press("F8")
        keys.type("first")
        expect(wide.locator("#file-unsaved")).to_be_visible()
    expect(wide.locator(".mark-error")).to_have_count(0)
    keys.press("Control+s")
    expect(wide.locator("#file-unsaved")).to_be_hidden()
    keys.press("Control+Enter")
    wide.locator(".headline").wait_for()
    wide.locator("#brief").focus()
    keys.press("Tab")
    keys.press("ArrowDown")
    expect(wide.locator(".item:focus")).to_contain_text("the truce would end")
    lit = ["The", " mayor of Halvik said 🌊 on Thursday that the truce would end."]
    expect(wide.locator("#article .lit")).to_have_text(lit)
    keys.press("Alt+1")
    expect(wide.locator(".file:focus")).to_have_attribute("data-file", CLAIMS)
    assert "{{ first }} and {{ first }}" in (served.folder.own / CLAIMS).read_text()


def selected(page: Any) -> str:
    return str(page.evaluate("(a => a.value.slice(a.selectionStart, a.selectionEnd))(document.activeElement)"))


def test_every_control_has_a_name_and_a_visible_focus(wide: Any) -> None:
    make_own(wide)
    nameless = wide.evaluate(
        """[...document.querySelectorAll("button, input, select, textarea, [role=tab], [role=tabpanel], dialog")]
        .filter(e => !(e.getAttribute("aria-label") || e.getAttribute("aria-labelledby") || e.textContent.trim()
          || (e.labels && e.labels.length) || e.getAttribute("aria-hidden"))).map(e => e.outerHTML)"""
    )
    assert nameless == []
    for _ in range(12):
        wide.keyboard.press("Tab")
        focused = "document.activeElement"
        assert wide.evaluate(f"{focused} !== document.body")
        ring = wide.evaluate(RING)
        assert ring, wide.evaluate(f"{focused}.outerHTML")


def test_the_letters_of_the_editor_lie_on_their_colours(page: Any, served: Served) -> None:
    area = make_own(page)
    long_line = "a long line of words that has to be wrapped somewhere " * 8
    area.fill(f"---\nname: x\n---\n{long_line}" + "\n\n\tTab 🌊 end\n" * 30)
    sizes = page.evaluate(
        """(() => { const a = document.querySelector(".sheet textarea"), o = document.querySelector(".overlay");
        return [a.scrollHeight, a.clientHeight, o.clientHeight]; })()"""
    )
    scroll, client, overlay = sizes
    assert scroll == client
    assert abs(scroll - overlay) <= 1


def test_a_run_can_be_stopped(wide: Any, served: Served) -> None:
    served.model.hold.clear()
    wide.locator("#run").click()
    wide.locator("#stop").click()
    expect(wide.locator("#progress-words")).to_contain_text("stopping")
    served.model.hold.set()
    expect(wide.locator("#progress")).to_be_hidden()
    expect(wide.locator("#run")).to_be_enabled()
    expect(wide.locator(".headline")).to_have_count(0)


def test_a_broken_prompt_leads_from_the_run_to_its_line(wide: Any) -> None:
    make_own(wide).fill("1\n2\n3\n4\n5\n6\n7\nbroken\n")
    wide.locator("#run").click()
    expect(wide.locator(".failed")).to_contain_text("sections/claims.md:8:1: this is broken")
    wide.locator(".failed button").click()
    assert selected(wide) == "broken"


def test_a_brief_made_of_older_edits_says_so(wide: Any) -> None:
    area = make_own(wide)
    wide.locator("#run").click()
    wide.locator(".headline").wait_for()
    expect(wide.locator(".stale")).to_have_count(0)
    area.fill("other\n")
    expect(wide.locator(".stale")).to_have_text("Made before you changed the prompts.")


def test_a_change_by_another_program_is_seen_when_the_page_is_looked_at_again(wide: Any, served: Served) -> None:
    make_own(wide)
    (served.folder.own / CLAIMS).write_text("theirs\n")
    wide.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(wide.locator(f'textarea[data-file="{CLAIMS}"]')).to_have_value("theirs\n")


def test_unsaved_text_is_not_lost_without_a_question(wide: Any) -> None:
    make_own(wide).fill("mine\n")
    asked: list[str] = []
    wide.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    wide.evaluate("void setTimeout(() => location.reload(), 0)")
    wide.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    wide.on("dialog", lambda dialog: dialog.accept())


def test_a_section_of_ones_own_is_begun_and_can_be_set_aside_again(page: Any, served: Served) -> None:
    pane(page, "files")
    page.locator("#section-open").click()
    page.locator("#section-name").fill("claims")
    page.locator("#section-create").click()
    expect(page.locator("#section-error")).to_contain_text("there is a section claims already")
    page.locator("#section-name").fill("sanctions")
    shot(page, "section")
    page.keyboard.press("Enter")
    expect(page.locator("#file-name")).to_have_text("sections/sanctions.yaml")
    assert fits(page)
    shot(page, "yaml")
    page.locator("#aside").click()
    expect(page.locator("#file-name")).to_have_text(re.compile(r"copies/sections-sanctions-.*\.yaml"))
    assert not (served.folder.own / "sections/sanctions.yaml").exists()


def test_the_shipped_text_can_be_compared_and_gone_back_to(wide: Any) -> None:
    area = make_own(wide)
    area.fill(SHIPPED[CLAIMS].replace("who says it", "who speaks"))
    wide.locator("#save").click()
    expect(wide.locator("#file-unsaved")).to_be_hidden()
    wide.locator("#compare").click()
    expect(wide.locator("#changes-diff .added")).to_contain_text("who speaks")
    wide.keyboard.press("Escape")
    wide.locator("#aside").click()
    expect(wide.locator("#file-origin")).to_have_text("shipped")
    assert area.input_value() == SHIPPED[CLAIMS]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_words_stand_out_from_their_ground(browser: Any, served: Served, scheme: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 860}, color_scheme=scheme)
    served.watch(page)
    make_own(page).fill(SHIPPED[CLAIMS] + "{{ sentances }} {# note #}\n")
    page.locator(".mark-error").wait_for()
    poor = {f"edit {line}" for line in page.evaluate(POOR_CONTRAST)}
    make_own(page, "system.md").fill('---\nname: system\nlist denials: [1, "x"] # note\n---\n- kind: <article>\n')
    pane(page, "read")
    page.locator("#run-both").click()
    page.locator(".tally").wait_for()
    poor |= {f"read {line}" for line in page.evaluate(POOR_CONTRAST)}
    pane(page, "files")
    poor |= {f"files {line}" for line in page.evaluate(POOR_CONTRAST)}
    assert poor == set()
    shot_name = f"{scheme}-files" if width < 500 else scheme
    shot(page, shot_name)
    page.close()


RING = """(() => {
  const e = document.activeElement, seen = (of, what) => getComputedStyle(of ?? e)[what] !== "none";
  return seen(e, "outlineStyle") || seen(e.closest(".chip"), "outlineStyle") || seen(e.closest(".editor"), "boxShadow");
})()"""
# Every visible word against the ground that is really behind it; WCAG 2.2 AA asks for 4.5 to 1.
POOR_CONTRAST = """(() => {
  const parse = colour => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number), most = colour.startsWith("color(") ? 255 : 1;
    return [r * most, g * most, b * most, a];
  };
  const over = (a, b) => [0, 1, 2].map(i => a[i] * a[3] + b[i] * (1 - a[3])).concat(1);
  const ground = e => {
    const layers = [];
    for (; e; e = e.parentElement) layers.unshift(parse(getComputedStyle(e).backgroundColor));
    return layers.reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
  };
  const linear = v => v / 255 <= .04045 ? v / 255 / 12.92 : ((v / 255 + .055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b);
  const ratio = (a, b) => {
    const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
    return (x + .05) / (y + .05);
  };
  const left = ".hidden, textarea, :disabled, option, script, noscript";
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (!walk.currentNode.textContent.trim() || !e.checkVisibility() || e.closest(left)) continue;
    const behind = ground(e), r = ratio(over(parse(getComputedStyle(e).color), behind), behind);
    if (r < 4.5) found.push(`${r.toFixed(2)} ${e.className} ${walk.currentNode.textContent.slice(0, 30)}`);
  }
  return found;
})()"""
