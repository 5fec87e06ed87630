// The dialogs: what to do about a conflict, what changed, a new section, the keys.

import { api } from "./api.js";
import { byId, choose, element, roving, say } from "./dom.js";

const SIGNS = { "+": "added", "-": "removed", "@": "place", " ": "same" };

function showDiff(box, lines) {
  box.replaceChildren(...(lines.length
    ? lines.map(({ kind, text }) => element("div", { class: SIGNS[kind] },
      element("span", { class: "sign" }, { "+": "+", "-": "−", "@": "", " ": " " }[kind]), kind === "@" ? text.replace(/^@@ -(\d+).*$/, "line $1") : text || "\u200b"))
    : [element("p", { class: "empty" }, "No difference.")]));
}

/** Resolves to "reload", "copy", "keep" or "close". */
export function askOnConflict(words, difference, gone) {
  const dialog = byId("conflict");
  byId("conflict-words").textContent = words;
  byId("conflict-diff").hidden = true;
  byId("conflict-note").hidden = true;
  byId("conflict-keep").hidden = !gone;
  byId("conflict-see").hidden = gone;
  byId("conflict-reload").hidden = gone;
  dialog.showModal();
  return new Promise((settled) => {
    const leave = new AbortController();
    const { signal } = leave;
    const end = (choice) => { leave.abort(); dialog.close(); settled(choice); };
    for (const choice of ["reload", "copy", "keep", "close"]) byId(`conflict-${choice}`).addEventListener("click", () => end(choice), { signal });
    dialog.addEventListener("cancel", () => { leave.abort(); settled("close"); }, { signal });
    byId("conflict-see").addEventListener("click", async () => {
      try {
        showDiff(byId("conflict-diff"), (await difference()).saved);
        for (const id of ["conflict-diff", "conflict-note", "conflict-keep"]) byId(id).hidden = false;
        byId("conflict-see").hidden = true;
        byId("conflict-diff").focus();
      } catch (error) {
        byId("conflict-words").textContent = error.message;
      }
    }, { signal });
  });
}

/** What the editor's text has otherwise than the file on disk, and than the shipped one. */
export async function showChanges(difference) {
  const found = await difference();
  const tabs = [byId("against-saved"), byId("against-shipped")];
  const show = (which) => {
    choose(tabs, byId(`against-${which}`));
    byId("changes-diff").setAttribute("aria-labelledby", `against-${which}`);
    showDiff(byId("changes-diff"), found[which]);
  };
  tabs[0].onclick = () => show("saved");
  tabs[1].onclick = () => show("shipped");
  tabs[1].hidden = found.shipped === null;
  show(found.saved.length || found.shipped === null ? "saved" : "shipped");
  byId("changes").showModal();
}

export function prepareDialogs({ created }) {
  for (const button of document.querySelectorAll("[data-close]")) button.addEventListener("click", () => button.closest("dialog").close());
  const tabs = [byId("against-saved"), byId("against-shipped")];
  roving(tabs[0].parentElement, () => tabs.filter(({ hidden }) => !hidden), { keys: ["ArrowLeft", "ArrowRight"], follow: (tab) => tab.click() });
  byId("keys-open").addEventListener("click", () => byId("keys").showModal());
  const name = byId("section-name");
  byId("section-open").addEventListener("click", () => {
    name.value = "";
    byId("section-error").textContent = "";
    byId("section-dialog").showModal();
    name.focus();
  });
  const create = async () => {
    try {
      const opened = await api.section(name.value);
      byId("section-dialog").close();
      say(`${opened.file} is begun.`);
      await created(opened);
    } catch (error) {
      byId("section-error").textContent = error.message;
      name.focus();
    }
  };
  byId("section-create").addEventListener("click", create);
  name.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); create(); } });
}
