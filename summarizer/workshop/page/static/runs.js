// Making briefs: before and after, with steps to watch, what it cost, and a way to stop.

import { api } from "./api.js";
import { briefNodes, itemsOf } from "./brief.js";
import { byId, choose, counted, element, roving, say } from "./dom.js";

const PAUSE = 350;
const UNDER = { shipped: "the shipped prompts", saved: "the saved prompts", edits: "your edits" };

export class Bench {
  /** `edits()` gives file → unsaved text; `jump(fault)` goes to a fault of an error. */
  constructor(article, { edits, jump }) {
    this.article = article;
    this.edits = edits;
    this.jump = jump;
    this.side = "after";
    this.runs = { before: null, after: null };
    this.changes = null;
    this.busy = null;
    this.tabs = [byId("before-tab"), byId("after-tab")];
    this.root = byId("brief");
    for (const tab of this.tabs) tab.addEventListener("click", () => this.turn(tab.id.replace("-tab", "")));
    roving(byId("before-tab").parentElement, () => this.tabs, { keys: ["ArrowLeft", "ArrowRight"], follow: (tab) => tab.click() });
    roving(this.root, () => [...this.root.querySelectorAll(".item")]);
    byId("run").addEventListener("click", () => this.run([this.side]));
    byId("run-both").addEventListener("click", () => this.run(["before", "after"]));
    byId("before-under").addEventListener("change", () => this.turn("before"));
    byId("stop").addEventListener("click", () => this.stop());
    for (const type of ["mouseover", "focusin"]) this.root.addEventListener(type, (event) => this.#light(event.target));
    this.root.addEventListener("mouseleave", () => this.#light(null));
    this.root.addEventListener("focusout", () => this.article.light(null));
    this.turn("after");
  }

  turn(side) {
    this.side = side;
    choose(this.tabs, byId(`${side}-tab`));
    this.root.setAttribute("aria-labelledby", `${side}-tab`);
    byId("before-under").parentElement.hidden = side !== "before";
    byId("run").textContent = side === "after" ? "Run with my edits" : `Run with what is ${byId("before-under").value}`;
    this.draw();
  }

  async run(sides) {
    if (this.busy) return say("A brief is being made already.");
    // From here on it is busy, though the run has no id before the answer comes.
    this.busy = "starting";
    this.stopping = false;
    byId("stop").hidden = false;
    byId("stop").disabled = false;
    for (const id of ["run", "run-both"]) byId(id).disabled = true;
    try {
      for (const side of sides) if (this.stopping || !(await this.#runOne(side))) break;
    } catch (error) {
      this.#fail(error.body?.error ?? { message: error.message, faults: [] });
    } finally {
      this.busy = null;
      byId("progress").hidden = true;
      byId("stop").hidden = true;
      for (const id of ["run", "run-both"]) byId(id).disabled = false;
    }
  }

  async stop() {
    this.stopping = true;
    byId("stop").disabled = true;
    if (this.busy && this.busy !== "starting") await api.stop(this.busy).catch((error) => say(error.message));
  }

  async #runOne(side) {
    this.turn(side);
    const under = side === "after" ? "edits" : byId("before-under").value;
    const { text, title } = this.article;
    const edits = under === "edits" ? this.edits() : {};
    let run = await api.begin({ text, title, published: this.article.published.value || null, under, edits });
    this.busy = run.id;
    if (this.stopping) run = await api.stop(run.id);
    this.#progress(run);
    while (run.state === "running" || run.state === "stopping") {
      await new Promise((done) => { setTimeout(done, PAUSE); });
      run = await api.run(run.id);
      this.#progress(run);
    }
    if (run.state === "stopped") {
      say(`Stopped after ${run.seconds.toFixed(0)} s; nothing was changed.`);
      return false;
    }
    if (run.error) {
      this.#fail(run.error);
      return false;
    }
    this.runs[side] = { ...run, text, published: this.article.published.value, edits: JSON.stringify(edits) };
    await this.#compare();
    this.turn(side);
    this.article.edit(false);
    say(`The brief with ${UNDER[under]} is here: ${counted(itemsOf(run.brief).length, "item")}, ${run.seconds.toFixed(0)} s, ${counted(run.brief.cost.calls, "call")}.`, { quiet: true });
    return true;
  }

  async #compare() {
    const { before, after } = this.runs;
    this.changes = null;
    if (!before || !after || before.text !== after.text || before.published !== after.published) return;
    this.changes = (await api.compare(before.id, after.id)).changes;
  }

  #progress({ state, stages, step, seconds, under }) {
    const box = byId("progress");
    const bar = byId("progress-bar");
    box.hidden = false;
    if (step?.total) {
      bar.max = step.total;
      bar.value = step.done;
    } else {
      bar.removeAttribute("value");
    }
    const stage = stages.at(-1)?.stage ?? "starting";
    const amount = step?.total ? ` · ${amountOf(step)}` : "";
    const words = state === "stopping" ? "stopping after the question under way" : `${stage}${amount}`;
    byId("progress-words").textContent = `${words} · ${seconds.toFixed(0)} s`;
    if (this.told !== `${state}${stage}`) say(`With ${UNDER[under]}: ${words}`, { quiet: true });
    this.told = `${state}${stage}`;
  }

  #fail(error) {
    const jumps = (error.faults ?? []).map((fault) =>
      element("button", { type: "button", class: "quiet", on: { click: () => this.jump(fault) } }, `Go to ${fault.file}, line ${fault.line}`));
    this.root.replaceChildren(element("div", { class: "failed", role: "alert" },
      element("h2", {}, "No brief"), element("p", {}, error.message), element("div", { class: "buttons" }, ...jumps)));
    this.article.mark("", []);
  }

  draw() {
    const run = this.runs[this.side];
    if (!run) {
      this.root.replaceChildren(element("p", { class: "empty" }, this.side === "after"
        ? "The brief that your edits give, saved or not. Run both sides to see what they change."
        : "The brief that is made without your edits: to compare with."));
      this.article.mark("", []);
      return;
    }
    const other = this.runs[this.side === "after" ? "before" : "after"];
    this.root.replaceChildren(
      ...[this.#stale(run)].filter(Boolean),
      ...briefNodes(run.brief, { side: this.side, changes: this.changes, other: this.changes ? other.brief : null }));
    const first = this.root.querySelector(".item");
    if (first) first.tabIndex = 0;
    this.article.mark(run.text, itemsOf(run.brief));
  }

  /** Says so where the brief was made of something else than what now stands here. */
  #stale(run) {
    const reasons = [];
    if (run.text !== this.article.text || run.published !== this.article.published.value) reasons.push("the article");
    if (run.under === "edits" && run.edits !== JSON.stringify(this.edits())) reasons.push("the prompts");
    const words = `Made before you changed ${reasons.join(" and ")}.`;
    return reasons.length ? element("p", { class: "stale" }, words) : null;
  }

  /** Renews the note about staleness alone, so that nothing moves under the reader. */
  refresh() {
    const run = this.runs[this.side];
    if (!run) return;
    this.root.querySelector(".stale")?.remove();
    const note = this.#stale(run);
    if (note) this.root.prepend(note);
  }

  pick(key) {
    const item = this.root.querySelector(`[data-key="${CSS.escape(key)}"]`);
    item?.focus();
    item?.scrollIntoView({ block: "nearest" });
  }

  #light(target) {
    // Over no item, the one that has the focus stays lit.
    const item = target?.closest?.(".item") ?? this.root.querySelector(".item:focus");
    this.article.light(item?.getAttribute("data-key") ?? null);
  }
}

function amountOf({ done, total, unit }) {
  if (unit === "bytes") return `${Math.round(done / 1e6)} of ${Math.round(total / 1e6)} MB`;
  return `${Math.round(done)} of ${Math.round(total)} ${unit}`;
}
