// Small helpers around the document. Text is only ever set as text: nothing here reads markup.

export const byId = (id) => document.getElementById(id);

/** A new element. Properties by name; class, data-* and aria-* as attributes; children are nodes or text. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") for (const [type, listener] of Object.entries(value)) made.addEventListener(type, listener);
    else if (name === "class" || name === "role" || name.includes("-")) made.setAttribute(name, value === true ? "" : value);
    else made[name] = value;
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** Says it to a screen reader, and for a moment on the page. */
export function say(words, { quiet = false } = {}) {
  byId("status").textContent = words;
  if (quiet) return;
  const toast = byId("toast");
  toast.textContent = words;
  toast.hidden = false;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { toast.hidden = true; }, 4500);
}

/** Arrow keys move the focus among the elements that `items()` gives; only one of them is a stop for Tab. */
export function roving(container, items, { keys = ["ArrowUp", "ArrowDown"], follow = () => {} } = {}) {
  container.addEventListener("keydown", (event) => {
    const all = items();
    const at = all.indexOf(document.activeElement);
    if (at < 0) return;
    const target = { [keys[0]]: at - 1, [keys[1]]: at + 1, Home: 0, End: all.length - 1 }[event.key];
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = all[Math.max(0, Math.min(all.length - 1, target))];
    next.focus();
    follow(next);
  });
  container.addEventListener("focusin", (event) => {
    const all = items();
    if (all.includes(event.target)) for (const item of all) item.tabIndex = item === event.target ? 0 : -1;
  });
}

/** Marks one tab of a list as chosen, for eyes, Tab key and screen readers. */
export function choose(tabs, chosen) {
  for (const tab of tabs) {
    tab.setAttribute("aria-selected", String(tab === chosen));
    tab.tabIndex = tab === chosen ? 0 : -1;
  }
}

export function debounced(wait, work) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...given), wait);
  };
}

/** "1 error", "2 errors". */
export const counted = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;
