// The list of files: groups, a filter, and how many faults each has.

import { byId, counted, element, roving } from "./dom.js";

const GROUPS = [
  ["", "Said to the model"],
  ["sections", "Sections"],
  ["questions", "Single questions"],
  ["examples", "Examples"],
  ["guide", "To read"],
  ["copies", "Set aside"],
];
export const ORIGINS = { own: "your own", overridden: "yours", shipped: "shipped", copy: "set aside" };
const TAGS = { own: "own", overridden: "yours", shipped: "", copy: "" };

export const isGuide = (file) => file === "README.md";
const groupOf = (file) => (isGuide(file) ? "guide" : file.includes("/") ? file.split("/")[0] : "");
const shortName = (file) => file.slice(file.indexOf("/") + 1);

export class FileList {
  constructor(open) {
    this.open = open;
    this.entries = [];
    this.faults = new Map();
    this.unsaved = new Set();
    this.current = null;
    this.root = byId("file-list");
    this.filter = byId("filter");
    this.filter.addEventListener("input", () => this.draw());
    this.filter.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      this.buttons()[0]?.focus();
    });
    roving(this.root, () => this.buttons());
  }

  buttons() {
    return [...this.root.querySelectorAll("button")];
  }

  entry(file) {
    return this.entries.find((entry) => entry.file === file);
  }

  draw() {
    const held = this.root.contains(document.activeElement) ? document.activeElement.getAttribute("data-file") : null;
    const wanted = this.filter.value.trim().toLowerCase();
    const shown = this.entries.filter((entry) => `${entry.file} ${entry.description}`.toLowerCase().includes(wanted));
    this.root.replaceChildren(...GROUPS.map(([name, title]) => this.#group(title, shown.filter(({ file }) => groupOf(file) === name))).filter(Boolean));
    if (!shown.length) this.root.append(element("p", { class: "empty" }, `No file matches “${this.filter.value}”.`));
    const all = this.buttons();
    const stop = all.find((button) => button.getAttribute("aria-current")) ?? all[0];
    for (const button of all) button.tabIndex = button === stop ? 0 : -1;
    if (held) all.find((button) => button.getAttribute("data-file") === held)?.focus();
  }

  #group(title, entries) {
    if (!entries.length) return null;
    return element("section", { "aria-label": title },
      element("h3", {}, title),
      element("ul", {}, ...entries.map((entry) => element("li", {}, this.#button(entry)))));
  }

  #button({ file, origin, description }) {
    const faults = this.faults.get(file) ?? [];
    const errors = faults.filter(({ severity }) => severity === "error").length;
    const badge = faults.length
      ? element("span", { class: `badge ${errors ? "error" : "warning"}`, title: counted(faults.length, errors ? "fault" : "warning") },
        String(faults.length), element("span", { class: "hidden" }, errors ? " faults" : " warnings"))
      : null;
    return element("button", {
      type: "button", class: `file ${origin}`, "data-file": file, title: description || ORIGINS[origin],
      "aria-current": file === this.current ? "true" : null, on: { click: () => this.open(file) },
    },
    element("span", { class: "name" }, shortName(file)),
    this.unsaved.has(file) ? element("span", { class: "dot", title: "not saved" }, element("span", { class: "hidden" }, "not saved")) : null,
    TAGS[origin] ? element("span", { class: "tag" }, TAGS[origin]) : null,
    badge);
  }
}
