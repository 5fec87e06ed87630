// A brief, item by item, with what another brief has more, less or otherwise.

import { colourOf } from "./article.js";
import { counted, element } from "./dom.js";

const WORDS = { gained: "gained", lost: "lost", changed: "changed" };

/** Every item of a brief with a key of its own and the places it stands on. */
export function itemsOf(brief) {
  return brief.sections.flatMap(({ name, items }) =>
    items.map((item, index) => ({
      key: `${name.replaceAll(" ", "_")}-${item.id ?? index}`,
      section: name,
      spans: [...item.evidence, ...item.figures].map(({ start, end }) => [start, end]),
    })));
}

/** The brief as nodes. `side` is "before" or "after"; `changes` and `other` (the other brief) are null without a comparison. */
export function briefNodes(brief, { side, changes, other }) {
  const keys = itemsOf(brief).map(({ key }) => key);
  let at = 0;
  const sections = brief.sections.map(({ name, title, items }) => {
    const rows = items.map((item) => {
      const change = changes?.find((each) => each.section === name && each[side === "before" ? "old" : "new"] === item.id);
      return itemNode(item, keys[at++], name, change, { side, twin: twinOf(name, change, side, other) });
    });
    const lost = side === "after" ? lostOf(name, changes, other) : [];
    return sectionNode(name, title, [...rows, ...lost], items.length);
  });
  const gone = side === "after" ? lostSections(brief, changes, other) : [];
  return [
    element("h2", { class: "headline" }, ...badge("headline", changes), brief.headline),
    brief.summary ? element("p", { class: "summary" }, ...badge("summary", changes), brief.summary) : null,
    changes ? element("p", { class: "tally" }, ...tally(changes)) : null,
    ...sections, ...gone, remarks(brief),
  ].filter(Boolean);
}

function badge(section, changes) {
  const change = changes?.find((each) => each.section === section);
  return change ? [element("span", { class: `change ${change.kind}` }, WORDS[change.kind])] : [];
}

function tally(changes) {
  if (!changes.length) return ["Both briefs have the same items."];
  const kinds = Object.keys(WORDS).map((kind) => [kind, changes.filter((change) => change.kind === kind).length]);
  return kinds.filter(([, number]) => number).map(([kind, number]) => element("span", { class: `change ${kind}` }, `${number} ${WORDS[kind]}`));
}

function sectionNode(name, title, rows, number) {
  return element("section", { class: `of ${colourOf(name)}`, "aria-label": title },
    element("h3", {}, title.replaceAll("_", " "), element("span", { class: "number" }, String(number))),
    rows.length ? element("ul", {}, ...rows) : element("p", { class: "none" }, "none"));
}

/** The same item in the other brief, where it reads otherwise there. */
function twinOf(section, change, side, other) {
  if (change?.kind !== "changed") return null;
  const id = change[side === "before" ? "new" : "old"];
  return other?.sections.find(({ name }) => name === section)?.items.find((item) => item.id === id) ?? null;
}

const linesOf = (item) => [...item.details, ...item.figures.map((figure) => figure.words)];

/** What the other brief says of the item and this one does not, a line each. */
function otherwise(item, twin, side) {
  if (!twin) return [];
  const here = new Set(linesOf(item));
  const there = [...(twin.heading === item.heading ? [] : [twin.heading]), ...linesOf(twin).filter((line) => !here.has(line))];
  return there.map((line) => element("p", { class: "twin" }, `${side === "after" ? "before" : "after"}: `, element(side === "after" ? "del" : "ins", {}, line)));
}

function itemNode(item, key, section, change, { side, twin }) {
  const { words, note } = apart(item.heading);
  const lines = linesOf(item).map(detailNode);
  return element("li", { class: change ? `item ${change.kind}` : "item", tabIndex: -1, "data-key": key },
    element("p", { class: "head" }, change ? element("span", { class: `change ${change.kind}` }, WORDS[change.kind]) : null,
      section === "claims" ? speakerFirst(words) : element("span", {}, words),
      note ? element("span", { class: "form" }, note) : null),
    change?.fields?.length ? element("p", { class: "fields" }, `differs: ${change.fields.map((field) => field.replaceAll("_", " ")).join(", ")}`) : null,
    lines.length ? element("dl", {}, ...lines) : null,
    ...otherwise(item, twin, side));
}

/** "…sentence [statement, in quotation marks]" and "Name (kind, role)": the words, and what is said about them. */
function apart(heading) {
  const found = /^(.*\S)\s+[[(]([^[\]()]+)[\])]$/su.exec(heading);
  return found ? { words: found[1], note: found[2] } : { words: heading, note: "" };
}

function speakerFirst(words) {
  const colon = words.indexOf(": ");
  if (colon < 0) return element("span", {}, words);
  return element("span", {}, element("b", {}, words.slice(0, colon)), ` ${words.slice(colon + 2)}`);
}

function detailNode(line) {
  const colon = line.indexOf(": ");
  if (colon < 0) return element("div", {}, element("dd", {}, line));
  return element("div", {}, element("dt", {}, line.slice(0, colon)), element("dd", {}, line.slice(colon + 2)));
}

function lostOf(section, changes, other) {
  const lost = (changes ?? []).filter((change) => change.section === section && change.kind === "lost");
  const items = other?.sections.find(({ name }) => name === section)?.items ?? [];
  return lost.map(({ old }) => {
    const item = items.find(({ id }) => id === old);
    return element("li", { class: "item lost", tabIndex: -1 },
      element("p", { class: "head" }, element("span", { class: "change lost" }, WORDS.lost),
        element("del", {}, item ? apart(item.heading).words : String(old))));
  });
}

/** A section that only the brief before has. */
function lostSections(brief, changes, other) {
  const here = new Set(brief.sections.map(({ name }) => name));
  return (other?.sections ?? []).filter(({ name }) => !here.has(name)).map(({ name, title }) => {
    const rows = lostOf(name, changes, other);
    return rows.length ? sectionNode(name, title, rows, 0) : null;
  }).filter(Boolean);
}

function remarks(brief) {
  const about = brief.cost.estimated ? "about " : "";
  const cached = brief.cost.cached ? ` (${brief.cost.cached.toLocaleString("en")} of them cached)` : "";
  const lines = [
    brief.partial ? element("p", { class: "warn" }, "Partial: not all of the article was read.") : null,
    ...brief.warnings.map((warning) => element("p", { class: "warn" }, warning)),
    element("p", { class: "cost" }, `${brief.cost.seconds.toFixed(1)} s · ${counted(brief.cost.calls, "call")} · ${about}${brief.cost.input.toLocaleString("en")} tokens in${cached}, ${brief.cost.output.toLocaleString("en")} out`),
    element("p", { class: "cost" }, `${brief.cost.model} (${brief.cost.provider})`),
  ];
  if (brief.refused.length) {
    lines.push(element("details", {}, element("summary", {}, `${counted(brief.refused.length, "item")} refused: the text does not bear them out`),
      element("ul", { class: "refused" }, ...brief.refused.map(({ section, reason, detail }) => element("li", {}, `${section}, ${reason.replaceAll("_", " ")}: ${detail}`)))));
  }
  if (brief.prompts.length) {
    lines.push(element("details", {}, element("summary", {}, `${counted(brief.prompts.length, "prompt")} read`),
      element("ul", { class: "refused" }, ...brief.prompts.map(({ id, version, sha256 }) => element("li", {}, `${id}, version ${version} (${sha256.slice(0, 8)})`)))));
  }
  return element("footer", {}, ...lines);
}
