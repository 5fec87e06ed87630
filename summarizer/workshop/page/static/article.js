// The article: to paste, and to read with the places marked that the brief's items stand on.

import { byId, element } from "./dom.js";

/** Sections in the order in which their colours are given out; every own section has the last. */
const COLOURED = ["actors", "claims", "deadlines", "attacks"];
export const colourOf = (section) => (COLOURED.includes(section) ? section : "own");

export class Article {
  constructor(onChange, onPick) {
    this.view = byId("article");
    this.area = byId("article-text");
    this.published = byId("published");
    this.onPick = onPick;
    this.title = null;
    this.items = [];
    this.shown = new Set();
    this.sections = [];
    this.marked = "";
    this.area.addEventListener("input", () => { this.title = null; onChange(); });
    this.published.addEventListener("input", onChange);
    byId("article-edit").addEventListener("click", () => this.edit(this.area.hidden));
    this.view.addEventListener("click", (event) => {
      const piece = event.target.closest("[data-items]");
      if (piece) onPick(piece.getAttribute("data-items").split(" ").at(-1));
    });
    this.edit(true);
  }

  get text() {
    return this.area.value;
  }

  open({ text, published, title }) {
    this.area.value = text;
    this.published.value = published ?? "";
    this.title = title ?? null;
    this.mark("", []);
    this.edit(!text);
  }

  /** To be typed in, or to be read. */
  edit(on) {
    if (!on && !this.text.trim()) on = true;
    this.area.hidden = !on;
    this.view.hidden = on;
    byId("article-edit").setAttribute("aria-pressed", String(on));
    byId("article-edit").textContent = on ? "Read it" : "Edit text";
    if (!on) this.draw();
  }

  /** Marks the items of a brief of `text`: [{key, section, spans: [[start, end]]}], ends in characters as code points. */
  mark(text, items) {
    this.marked = text;
    this.items = items;
    const sections = [...new Set(items.map(({ section }) => section))];
    if (sections.join() !== this.sections.join()) this.shown = new Set(sections);
    this.sections = sections;
    this.draw();
    this.#chips();
  }

  draw() {
    // Offsets count code points, as the brief does; strings here count UTF-16 units.
    const characters = Array.from(this.text);
    const items = this.marked === this.text ? this.items : [];
    const spans = items.flatMap(({ key, section, spans: of }) => of.map(([start, end]) => ({ key, section, start, end })));
    const cuts = [...new Set([0, characters.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
    this.view.replaceChildren(...cuts.slice(0, -1).map((start, index) => {
      const end = cuts[index + 1];
      const on = spans.filter((span) => span.start <= start && end <= span.end);
      return piece(characters.slice(start, end).join(""), on, this.shown);
    }));
  }

  /** Lights up the places of one item, and brings the first into view. */
  light(key) {
    let first = null;
    for (const node of this.view.querySelectorAll("[data-items]")) {
      const lit = key !== null && node.getAttribute("data-items").split(" ").includes(key);
      node.classList.toggle("lit", lit);
      if (lit) first ??= node;
    }
    if (first) keepInView(this.view, first);
  }

  #chips() {
    const box = byId("marks");
    const legend = box.querySelector("legend");
    box.replaceChildren(legend, ...this.sections.map((section) => {
      const number = this.items.filter((item) => item.section === section).length;
      return element("label", { class: `chip ${colourOf(section)}` },
        element("input", { type: "checkbox", checked: this.shown.has(section), on: { change: (event) => {
          if (event.target.checked) this.shown.add(section);
          else this.shown.delete(section);
          this.draw();
        } } }),
        element("span", {}, `${section.replaceAll("_", " ")} ${number}`));
    }));
    box.hidden = !this.sections.length;
  }
}

function piece(text, on, shown) {
  if (!on.length) return document.createTextNode(text);
  const colours = [...new Set(on.filter(({ section }) => shown.has(section)).map(({ section }) => colourOf(section)))];
  // The widest first, so that a click picks the narrowest item that stands here.
  const keys = [...on].sort((a, b) => b.end - b.start - (a.end - a.start)).map(({ key }) => key);
  const node = element("span", { class: ["place", ...colours].join(" "), "data-items": keys.join(" ") }, text);
  colours.forEach((colour, index) => node.style.setProperty(`--line-${index + 1}`, `var(--${colour})`));
  return node;
}

/** Scrolls `box` alone: scrollIntoView would move the page around it too. */
function keepInView(box, node) {
  const outer = box.getBoundingClientRect();
  const inner = node.getBoundingClientRect();
  if (inner.top < outer.top + 12 || inner.bottom > outer.bottom - 12) {
    box.scrollTop += inner.top - outer.top - box.clientHeight / 3;
  }
}
