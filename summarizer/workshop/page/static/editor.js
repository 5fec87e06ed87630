// One file in the editor: a textarea over a copy of its text that has the colours, the line numbers and the marks.

import { debounced, element } from "./dom.js";
import { tokens } from "./highlight.js";

/** Index in UTF-16, as strings have it, of a column that counts characters from 1. */
function indexOf(line, column) {
  return Array.from(line).slice(0, Math.max(0, column - 1)).join("").length;
}

/** From where to where a mark goes on its line: to the end of the word that stands there. */
function extent(line, column) {
  const start = Math.min(indexOf(line, column), line.length);
  const word = /^(?:\{[{%#]-?\s*)?[\p{L}\p{N}_.'-]+|^[^\s\p{L}\p{N}]+|^\s+/u.exec(line.slice(start));
  const end = start + (word ? word[0].length : 0);
  return end > start ? [start, end] : [Math.max(0, line.length - 1), line.length];
}

/** The tokens of a line, cut where marks begin and end, each with the worst severity that lies on it. */
function cut(lineTokens, marks) {
  if (!marks.length) return lineTokens.map(([kind, text]) => [kind, text, ""]);
  const bounds = new Set(marks.flatMap(({ start, end }) => [start, end]));
  const pieces = [];
  let at = 0;
  for (const [kind, text] of lineTokens) {
    let from = 0;
    for (let to = 1; to <= text.length; to += 1) {
      if (to < text.length && !bounds.has(at + to)) continue;
      const on = marks.filter(({ start, end }) => start <= at + from && at + to <= end);
      const severity = on.some((mark) => mark.severity === "error") ? "error" : on.length ? "warning" : "";
      pieces.push([kind, text.slice(from, to), severity]);
      from = to;
    }
    at += text.length;
  }
  return pieces;
}

export class Editor {
  constructor(file, source, { readOnly, onChange, onCheck }) {
    this.yaml = file.endsWith(".yaml");
    this.faults = [];
    this.drawn = [];
    this.overlay = element("div", { class: "overlay", "aria-hidden": "true" });
    this.area = element("textarea", {
      value: source, readOnly, spellcheck: false, autocapitalize: "off", autocomplete: "off", wrap: "soft",
      "aria-label": `Text of ${file}`, "aria-describedby": "faults-title", "data-file": file,
    });
    this.area.setSelectionRange(0, 0);
    this.root = element("div", { class: readOnly ? "sheet read-only" : "sheet" }, this.overlay, this.area);
    const check = debounced(250, () => onCheck(this.source));
    this.area.addEventListener("input", () => {
      this.draw();
      onChange(this.source);
      check();
    });
    this.area.addEventListener("keydown", (event) => this.#keepIndent(event));
    this.draw();
  }

  get source() {
    return this.area.value;
  }

  set source(text) {
    this.area.value = text;
    this.draw();
  }

  show(faults) {
    this.faults = faults;
    this.draw();
  }

  /** Puts the cursor where a fault is, and that place into view. */
  jump(fault) {
    const lines = this.source.split("\n");
    const number = Math.min(Math.max(1, fault.line), lines.length);
    const [start, end] = extent(lines[number - 1], fault.column);
    const before = lines.slice(0, number - 1).reduce((sum, line) => sum + line.length + 1, 0);
    this.area.focus();
    this.area.setSelectionRange(before + start, before + end);
    this.overlay.children[number - 1]?.scrollIntoView({ block: "nearest" });
  }

  /** Line of the cursor, from 1. */
  get line() {
    return this.source.slice(0, this.area.selectionStart).split("\n").length;
  }

  draw() {
    const lines = this.source.split("\n");
    const all = tokens(this.source, { yaml: this.yaml });
    const marks = new Map();
    for (const fault of this.faults) {
      const number = Math.min(Math.max(1, fault.line), lines.length);
      const [start, end] = extent(lines[number - 1], fault.column);
      marks.set(number, [...(marks.get(number) ?? []), { start, end, severity: fault.severity }]);
    }
    all.forEach((line, index) => this.#drawLine(index, cut(line, marks.get(index + 1) ?? []), marks.get(index + 1)));
    while (this.overlay.children.length > all.length) this.overlay.lastChild.remove();
    this.drawn.length = all.length;
    this.overlay.setAttribute("data-digits", String(lines.length).length);
  }

  // A line that looks as it did is left alone: typing redraws one line, not the file.
  #drawLine(index, pieces, marks) {
    const worst = marks?.some((mark) => mark.severity === "error") ? "error" : marks ? "warning" : "";
    const key = JSON.stringify([pieces, worst]);
    if (this.drawn[index] === key) return;
    this.drawn[index] = key;
    const spans = pieces.map(([kind, text, severity]) =>
      element("span", { class: [kind && `t-${kind}`, severity && `mark-${severity}`].filter(Boolean).join(" ") || null }, text));
    // An empty line still needs the height of one, and a mark at its end something to stand on.
    if (!spans.length) spans.push(element("span", { class: worst ? `mark-${worst}` : null }, worst ? "\u00a0" : "\u200b"));
    const line = element("div", { class: worst ? `line has-${worst}` : "line", "data-line": String(index + 1) }, ...spans);
    const old = this.overlay.children[index];
    if (old) old.replaceWith(line);
    else this.overlay.append(line);
  }

  #keepIndent(event) {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || this.area.readOnly) return;
    const line = this.source.slice(0, this.area.selectionStart).split("\n").at(-1);
    const indent = /^\s*/.exec(line)[0];
    if (!indent) return;
    event.preventDefault();
    // The only way to type in a textarea that its Undo knows of.
    document.execCommand("insertText", false, `\n${indent}`);
  }
}
