// Where the article comes from: a sample, a file, or what is pasted.

import { byId, element, say } from "./dom.js";

/** Lets the reader choose among `samples`, and opens the first. */
export function prepareArticle(article, samples, changed) {
  const select = byId("samples");
  select.append(...samples.map((sample, index) => element("option", { value: String(index) }, sample.name)));
  select.addEventListener("change", () => {
    article.open(select.value ? samples[Number(select.value)] : { text: "", published: null });
    changed();
    if (!select.value) article.area.focus();
  });
  article.area.addEventListener("input", () => { select.value = ""; });
  byId("article-open").addEventListener("click", () => byId("article-file").click());
  byId("article-file").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    event.target.value = "";
    if (!file) return;
    try {
      article.open({ text: new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()), published: article.published.value });
      select.value = "";
      changed();
    } catch {
      say(`${file.name} is no UTF-8 text.`);
    }
  });
  select.value = "0";
  article.open(samples[0]);
}
