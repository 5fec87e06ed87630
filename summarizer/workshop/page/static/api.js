// The requests of the page; all go to where it came from.

export class Refused extends Error {
  constructor(status, body) {
    super(body?.error?.message ?? `the page's own server answered ${status}`);
    this.status = status;
    this.body = body ?? {};
    this.kind = body?.error?.kind ?? "";
  }
}

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(`/api/${path}`, { credentials: "same-origin", ...options });
  } catch {
    throw new Refused(0, { error: { kind: "Gone", message: "The workshop has been closed in the terminal: nothing more can be saved or run. What you wrote is still here; copy it." } });
  }
  let body = null;
  try {
    body = await answer.json();
  } catch {
    body = null;
  }
  if (!answer.ok) throw new Refused(answer.status, body);
  return body;
}

const get = (path) => ask(path);
const post = (path, body = {}) =>
  ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

export const api = {
  start: () => get("start"),
  files: () => get("files"),
  faults: () => get("faults"),
  file: (file) => get(`file?file=${encodeURIComponent(file)}`),
  check: (file, source) => post("check", { file, source }),
  save: (file, source, seen) => post("save", { file, source, seen }),
  copy: (file, source) => post("copy", { file, source }),
  adopt: (file) => post("adopt", { file }),
  setAside: (file, seen) => post("aside", { file, seen }),
  section: (name) => post("section", { name }),
  difference: (file, source) => post("difference", { file, source }),
  begin: (start) => post("runs", start),
  run: (id) => get(`runs/${id}`),
  stop: (id) => post(`runs/${id}/stop`),
  compare: (before, after) => post("compare", { before, after }),
};
