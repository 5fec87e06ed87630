// Colours for a prompt file: YAML in its head, Jinja and plain Markdown lists below. Lines in, tokens out; no document.

/** Each line as a list of [kind, text]; the texts of a line joined are the line. */
export function tokens(source, { yaml = false } = {}) {
  const state = { head: yaml || source.startsWith("---\n") ? "open" : "none", yaml, jinja: "", folded: -1 };
  return source.split("\n").map((line, number) => lineTokens(line, number, state));
}

function lineTokens(line, number, state) {
  if (state.yaml) return yamlTokens(line, state);
  if (state.head === "open") {
    if (line.trimEnd() === "---") {
      if (number > 0) state.head = "closed";
      return [["fence", line]];
    }
    return yamlTokens(line, state);
  }
  return bodyTokens(line, state);
}

function yamlTokens(line, state) {
  const indent = line.length - line.trimStart().length;
  if (state.folded >= 0) {
    if (!line.trim() || indent > state.folded) return [["string", line]];
    state.folded = -1;
  }
  const found = [];
  const start = /^(\s*)((?:-\s+)*)/.exec(line);
  if (start[1]) found.push(["", start[1]]);
  if (start[2]) found.push(["mark", start[2]]);
  const rest = line.slice(start[0].length);
  if (rest === "-") return [...found, ["mark", rest]];
  const key = /^("[^"]*"|'[^']*'|[A-Za-z_][\w -]*)(:)(?=\s|$)/.exec(rest);
  if (key) found.push(["key", key[1]], ["mark", key[2]]);
  const value = key ? rest.slice(key[0].length) : rest;
  if (/^\s*[>|][-+]?\s*$/.test(value)) state.folded = indent;
  return [...found, ...valueTokens(value)];
}

const VALUE = /(\s#.*$|^#.*$)|("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|([A-Za-z_][\w]*)(:)(?=\s)|([[\]{},])|(?<![\w.-])(-?\d+(?:\.\d+)?|true|false|null|yes|no)(?![\w.-])/g;

function valueTokens(value) {
  const found = [];
  let at = 0;
  for (const match of value.matchAll(VALUE)) {
    const [all, comment, string, key, colon, mark, constant] = match;
    const inFlow = /[[{,]\s*$/.test(value.slice(0, match.index));
    if (key !== undefined && !inFlow) continue;
    if (match.index > at) found.push(["", value.slice(at, match.index)]);
    if (comment !== undefined) found.push(["comment", comment]);
    else if (string !== undefined) found.push(["string", string]);
    else if (key !== undefined) found.push(["key", key], ["mark", colon]);
    else if (mark !== undefined) found.push(["mark", mark]);
    else if (constant !== undefined) found.push(["constant", constant]);
    at = match.index + all.length;
  }
  if (at < value.length) found.push(["", value.slice(at)]);
  return found;
}

const CLOSES = { "{{": "}}", "{%": "%}", "{#": "#}" };

function bodyTokens(line, state) {
  const found = [];
  let rest = line;
  if (!state.jinja) {
    const list = /^(\s*)([-*+]|\d+[.)])(\s+)([\w, ]{1,60}:(?=\s))?/.exec(rest);
    if (list) {
      if (list[1]) found.push(["", list[1]]);
      found.push(["bullet", list[2]], ["", list[3]]);
      if (list[4]) found.push(["lead", list[4]]);
      rest = rest.slice(list[0].length);
    } else if (/^#{1,6}\s/.test(rest)) {
      return [["heading", rest]];
    }
  }
  while (rest) {
    if (state.jinja) {
      const end = rest.indexOf(CLOSES[state.jinja]);
      const cut = end < 0 ? rest.length : end + 2;
      found.push(...jinjaTokens(rest.slice(0, cut), state.jinja));
      rest = rest.slice(cut);
      if (end >= 0) state.jinja = "";
    } else {
      const start = rest.search(/\{[{%#]/);
      const cut = start < 0 ? rest.length : start;
      if (cut) found.push(...plainTokens(rest.slice(0, cut)));
      rest = rest.slice(cut);
      if (start >= 0) state.jinja = rest.slice(0, 2);
    }
  }
  return found;
}

function jinjaTokens(text, opener) {
  if (opener === "{#") return [["comment", text]];
  const found = [];
  const parts = /(\{[{%]-?|-?[}%]\})|("[^"]*"|'[^']*')|\b(if|elif|else|endif|for|in|endfor|not|and|or|is|set)\b|(\d+)|([A-Za-z_][\w.]*)/g;
  let at = 0;
  for (const match of text.matchAll(parts)) {
    if (match.index > at) found.push(["jinja", text.slice(at, match.index)]);
    const kind = match[1] ? "delimiter" : match[2] ? "string" : match[3] ? "keyword" : match[4] ? "constant" : "name";
    found.push([kind, match[0]]);
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push(["jinja", text.slice(at)]);
  return found;
}

function plainTokens(text) {
  const found = [];
  let at = 0;
  for (const match of text.matchAll(/<\/?[a-z][\w-]*>|`[^`]+`|\*\*[^*]+\*\*/g)) {
    if (match.index > at) found.push(["", text.slice(at, match.index)]);
    found.push([match[0][0] === "<" ? "element" : match[0][0] === "`" ? "string" : "lead", match[0]]);
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push(["", text.slice(at)]);
  return found;
}
