// The page as a whole: which file is open, what is saved, what the check says, and the keys.

import { api } from "./api.js";
import { Article } from "./article.js";
import { askOnConflict, prepareDialogs, showChanges } from "./dialogs.js";
import { byId, counted, element, say } from "./dom.js";
import { Editor } from "./editor.js";
import { FileList, ORIGINS, isGuide } from "./files.js";
import { prepareKeys, showPane } from "./panes.js";
import { Bench } from "./runs.js";
import { prepareArticle } from "./sources.js";

// The token has done its work: the cookie speaks from here on, and nobody reads it over a shoulder.
history.replaceState(null, "", "/");

/** Files that were opened: file → {file, origin, saved, seen, shipped, editor, faults}. */
const documents = new Map();
let current = null;

const files = new FileList((file) => open(file));
const article = new Article(() => bench?.refresh(), (key) => bench.pick(key));
const bench = new Bench(article, { edits, jump: (fault) => open(fault.file).then((opened) => opened?.editor.jump(fault)) });

const isUnsaved = (opened) => opened.editor.source !== opened.saved;
function edits() {
  return Object.fromEntries([...documents.values()].filter((each) => isUnsaved(each) && each.origin !== "copy" && !isGuide(each.file)).map((each) => [each.file, each.editor.source]));
}

// What is open -----------------------------------------------------------------------------------

async function open(file, { show = true } = {}) {
  try {
    const opened = documents.get(file) ?? prepare(await api.file(file));
    current = opened;
    files.current = file;
    byId("editor").replaceChildren(opened.editor.root);
    if (show) showPane("edit");
    draw();
    return opened;
  } catch (error) {
    say(error.message);
    return null;
  }
}

function prepare({ file, origin, source, sha256, shipped }) {
  const opened = { file, origin, saved: source, seen: sha256, shipped, faults: files.faults.get(file) ?? [], asked: 0 };
  opened.editor = new Editor(file, source, {
    readOnly: origin === "shipped",
    onChange: () => { draw(); bench.refresh(); },
    onCheck: () => check(opened),
  });
  documents.set(file, opened);
  check(opened);
  return opened;
}

/** Takes what is on disk now, and forgets what the editor held. */
function replace(answer, options) {
  documents.delete(answer.file);
  prepare(answer);
  return open(answer.file, options);
}

function draw() {
  files.unsaved = new Set([...documents.values()].filter(isUnsaved).map(({ file }) => file));
  files.draw();
  document.title = files.unsaved.size ? "• Prompt workshop" : "Prompt workshop";
  if (!current) return;
  const { file, origin, faults, shipped } = current;
  const unsaved = isUnsaved(current);
  byId("file-name").textContent = file;
  byId("file-origin").textContent = ORIGINS[origin];
  byId("file-origin").hidden = false;
  byId("file-unsaved").hidden = !unsaved;
  byId("file-about").textContent = origin === "shipped" ? "Shipped with the program and read only here. Make it yours to change it." : files.entry(file)?.description ?? "";
  byId("adopt").hidden = origin !== "shipped";
  byId("save").hidden = origin === "shipped";
  byId("save").disabled = !unsaved;
  byId("compare").hidden = origin === "shipped" || (shipped === null && !unsaved);
  byId("aside").hidden = origin === "shipped" || origin === "copy";
  byId("aside").textContent = origin === "overridden" ? "Back to shipped" : "Set aside";
  drawFaults(faults);
}

function drawFaults(faults) {
  byId("faults").hidden = isGuide(current.file) || current.origin === "copy";
  const errors = faults.filter(({ severity }) => severity === "error").length;
  const warnings = faults.length - errors;
  const title = faults.length ? [errors && counted(errors, "error"), warnings && counted(warnings, "warning")].filter(Boolean).join(", ") : "The check finds nothing wrong";
  byId("faults-title").textContent = title;
  byId("faults").className = errors ? "faults has-error" : warnings ? "faults has-warning" : "faults clean";
  byId("fault-list").replaceChildren(...faults.map((fault) => element("li", {},
    element("button", { type: "button", class: `fault ${fault.severity}`, on: { click: () => current.editor.jump(fault) } },
      element("span", { class: "at" }, `${fault.line}:${fault.column}`),
      element("span", { class: "words" }, element("span", { class: "hidden" }, `${fault.severity}: `), fault.message, fault.hint ? element("span", { class: "hint" }, fault.hint) : null)))));
}

// The check --------------------------------------------------------------------------------------

async function check(opened) {
  const number = ++opened.asked;
  const { source } = opened.editor;
  try {
    const { faults } = await api.check(opened.file, source);
    if (number !== opened.asked) return;
    const before = opened.faults.length;
    opened.faults = faults.sort((a, b) => a.line - b.line || a.column - b.column);
    opened.editor.show(opened.faults);
    files.faults.set(opened.file, opened.faults);
    draw();
    if (opened === current && before !== faults.length) say(faults.length ? `${counted(faults.length, "mark")} of the check. F8 goes to the next.` : "The check finds nothing wrong.", { quiet: true });
  } catch (error) {
    say(`The check did not answer: ${error.message}`);
  }
}

function nextFault(step) {
  const { faults = [], editor } = current ?? {};
  if (!faults.length) return say("There is no mark of the check in this file.");
  const inside = document.activeElement === editor.area;
  const [line, column] = inside ? place(editor) : [step > 0 ? 0 : Infinity, 0];
  const after = (fault) => (fault.line - line || fault.column - column) * step > 0;
  const ordered = step > 0 ? faults : [...faults].reverse();
  const fault = ordered.find(after) ?? ordered[0];
  editor.jump(fault);
  return say(`Line ${fault.line}: ${fault.message} ${fault.hint}`, { quiet: true });
}

function place(editor) {
  const before = editor.source.slice(0, editor.area.selectionStart).split("\n");
  return [before.length, Array.from(before.at(-1)).length + 1];
}

async function refreshFaults() {
  try {
    const { faults } = await api.faults();
    const found = new Map();
    for (const fault of faults) found.set(fault.file, [...(found.get(fault.file) ?? []), fault]);
    // What is being edited is judged as it stands in the editor.
    for (const [file, opened] of documents) if (isUnsaved(opened)) found.set(file, opened.faults);
    files.faults = found;
    for (const opened of documents.values()) {
      if (isUnsaved(opened)) continue;
      opened.faults = found.get(opened.file) ?? [];
      opened.editor.show(opened.faults);
    }
    draw();
  } catch (error) {
    say(`The check of the folder did not answer: ${error.message}`);
  }
}

async function refreshFiles() {
  files.entries = (await api.files()).files;
  draw();
}

// Saving -----------------------------------------------------------------------------------------

async function save() {
  const opened = current;
  if (!opened || opened.origin === "shipped") return say("A shipped file is read only: make it yours first.");
  const { source } = opened.editor;
  if (source === opened.saved) return say("Nothing to save.", { quiet: true });
  try {
    const { sha256 } = await api.save(opened.file, source, opened.seen);
    Object.assign(opened, { saved: source, seen: sha256 });
    showBanner(null);
    say(`${opened.file} is saved.`);
    await refreshFiles();
    await refreshFaults();
  } catch (error) {
    if (error.kind === "ChangedMeanwhile") await settle(opened, error);
    else say(error.message);
  }
  return null;
}

async function settle(opened, error) {
  const { source } = opened.editor;
  const choice = await askOnConflict(error.message, () => api.difference(opened.file, source), error.body.now === null);
  try {
    if (choice === "reload") {
      await replace(await api.file(opened.file));
      say(`${opened.file} is reloaded.`);
    } else if (choice === "copy") {
      const { file } = await api.copy(opened.file, source);
      say(`Your text is kept as ${file}.`);
      await refreshFiles();
    } else if (choice === "keep") {
      const gone = error.body.now === null;
      const { sha256, source: theirs } = gone ? { sha256: null, source: null } : await api.file(opened.file);
      Object.assign(opened, { saved: theirs, seen: sha256 });
      say("Your text is still in the editor, not saved. Saving it now replaces theirs.");
      draw();
    }
  } catch (problem) {
    say(problem.message);
  }
  opened.editor.area.focus();
}

async function adopt() {
  const { file } = current;
  try {
    const opened = await api.adopt(file);
    await refreshFiles();
    await replace(opened);
    current.editor.area.focus();
    say(`${file} is yours now.`);
  } catch (error) {
    say(error.message);
  }
}

async function setAside() {
  const { file, seen, origin } = current;
  if (isUnsaved(current)) return say("Save it first, or undo what you changed.");
  try {
    const kept = await api.setAside(file, seen);
    documents.delete(file);
    await refreshFiles();
    if (origin === "overridden") await open(file);
    else await open(kept.file);
    await refreshFaults();
    say(`Your text is kept as ${kept.file}.`);
  } catch (error) {
    say(error.message);
  }
  return null;
}

/** When the page is looked at again: tell of files that another program changed meanwhile. */
async function lookAgain() {
  await refreshFiles();
  if (!current || document.querySelector("dialog[open]")) return;
  const now = files.entry(current.file);
  if (now && now.sha256 === current.seen) return;
  if (!isUnsaved(current) && now) {
    await replace(await api.file(current.file), { show: false });
    say(`${current.file} was changed by somebody else and is reloaded.`);
  } else {
    showBanner(now ? "This file was changed on disk. Your text here is not saved yet." : "This file was removed from disk.");
  }
}

function showBanner(words) {
  byId("banner").hidden = !words;
  byId("banner").querySelector("p").textContent = words ?? "";
}

async function begin() {
  showPane("edit");
  prepareKeys({
    save, nextFault, run: () => bench.run(["after"]), editing: () => document.activeElement === current?.editor.area,
    focus: {
      files: () => (files.buttons().find(({ tabIndex }) => tabIndex === 0) ?? byId("filter")).focus(),
      edit: () => (current?.editor.area ?? byId("filter")).focus(),
      read: () => (article.area.hidden ? article.view : article.area).focus(),
    },
  });
  prepareDialogs({ created: async (opened) => { await refreshFiles(); await replace(opened); current.editor.area.focus(); await refreshFaults(); } });
  byId("save").addEventListener("click", save);
  byId("adopt").addEventListener("click", adopt);
  byId("aside").addEventListener("click", setAside);
  byId("compare").addEventListener("click", () => showChanges(() => api.difference(current.file, current.editor.source)).catch((error) => say(error.message)));
  window.addEventListener("focus", () => lookAgain().catch((error) => say(error.message)));
  window.addEventListener("beforeunload", (event) => { if ([...documents.values()].some(isUnsaved)) event.preventDefault(); });
  const { folder, asks, samples } = await api.start();
  byId("folder").textContent = asks ? `${folder} · ${asks}` : folder;
  byId("folder").title = byId("folder").textContent;
  prepareArticle(article, samples, () => bench.refresh());
  await refreshFiles();
  await refreshFaults();
  const mine = files.entries.filter(({ file, origin }) => origin !== "shipped" && origin !== "copy" && !isGuide(file));
  const claims = ({ file }) => file.startsWith("sections/claims.");
  const first = mine.find(claims) ?? mine[0] ?? files.entries.find(claims) ?? files.entries[0];
  if (first) await open(first.file);
}

begin().catch((error) => say(error.message));
