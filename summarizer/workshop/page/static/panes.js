// The three panes, of which a narrow window shows one, and the keys that work everywhere.

import { byId, choose, roving } from "./dom.js";

const PANES = ["files", "edit", "read"];
const tabOf = (pane) => byId(`pane-${pane}-tab`);

export function showPane(name) {
  document.body.setAttribute("data-pane", name);
  choose(PANES.map(tabOf), tabOf(name));
}

/** `focus` maps each pane to what gives the focus to it; the other actions are what the keys do. */
export function prepareKeys({ save, run, nextFault, editing, focus }) {
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    const control = (event.ctrlKey || event.metaKey) && !event.altKey;
    const step = event.key === "F8" ? (event.shiftKey ? -1 : 1) : event.altKey && editing() ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined;
    const pane = event.altKey ? PANES[Number(event.key) - 1] : undefined;
    if (control && event.key.toLowerCase() === "s") save();
    else if (control && event.key === "Enter") run();
    else if (step) nextFault(step);
    else if (pane) {
      showPane(pane);
      focus[pane]();
    } else return;
    event.preventDefault();
  });
  roving(document.querySelector(".pane-tabs"), () => PANES.map(tabOf), { keys: ["ArrowLeft", "ArrowRight"], follow: (tab) => tab.click() });
  for (const pane of PANES) tabOf(pane).addEventListener("click", () => showPane(pane));
}
