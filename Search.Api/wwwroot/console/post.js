// A post, read here: its text with what people say in it, its people, tags and quotations, and what is related to it.

import { ask } from "./api.js";
import { el, stateLink } from "./dom.js";
import { entityLink, filterLink, siteAddress } from "./links.js";
import { drawFailure } from "./message.js";
import { fill } from "./related.js";
import { day, known } from "./words.js";

export class PostPane {
  #place;
  #page;
  #request = null;
  #shown = "";

  constructor(place, page) {
    this.#place = place;
    this.#page = page;
  }

  /** Shows a post, or nothing where `id` is empty; `done` hears its title, or null where it could not be shown. */
  async draw(id, done) {
    if (id === this.#shown)
      return;
    this.#request?.abort();
    this.#shown = id;
    this.#place.replaceChildren();
    if (!id)
      return;
    const request = this.#request = new AbortController();
    try {
      const post = await ask(`/api/posts/${encodeURIComponent(id)}`, request.signal);
      if (!post)
        return;
      this.#place.replaceChildren(...this.#content(post, request.signal));
      done(post.title);
    } catch (failure) {
      const message = el("div");
      drawFailure(message, failure, () => {
        this.#shown = "";
        this.draw(id, done);
      });
      this.#place.replaceChildren(this.#closer(), message);
      done(null);
    }
  }

  #content(post, signal) {
    const related = el("div", { class: "related" });
    fill(related, post.id, this.#page, signal);
    const address = siteAddress(post);
    return [
      this.#closer(),
      el("article", { class: "post" },
        el("header", null,
          el("h1", { tabindex: "-1" }, post.title),
          el("p", { class: "meta" },
            post.date && el("time", { datetime: known(post.date, post.datePrecision) }, day(post.date, post.datePrecision)),
            post.author && el("span", null, `by ${post.author}`),
            ...(post.bylines ?? []).map(byline => el("span", null, `from ${byline.label}`)),
            address && el("a", { href: address }, "Open on the site"))),
        el("div", { class: "text" }, paragraphs(post)),
        about(post, this.#page),
        quotations(post, this.#page)),
      el("section", { class: "after", "aria-label": "Related posts" }, el("h2", null, "Related posts"), related),
    ];
  }

  #closer() {
    return el("p", { class: "closer" }, stateLink({ class: "action", "data-key": "close post" }, this.#page.addressWith({ post: "" }), () => this.#page.closePost(), "Back to the results"));
  }
}

/** The text by paragraphs; headings as such, and what is quoted in it marked as a quotation of its speaker. */
function paragraphs(post) {
  const headings = new Map((post.outline ?? []).map(heading => [heading.text, heading.level]));
  const quotes = (post.quotes ?? []).filter(quote => quote.end > quote.start).sort((a, b) => a.start - b.start);
  const nodes = [];
  let start = 0;
  for (const paragraph of post.text.split("\n\n")) {
    const end = start + paragraph.length;
    if (headings.has(paragraph.trim()))
      nodes.push(el("h2", null, paragraph));
    else if (paragraph.trim())
      nodes.push(el("p", null, spoken(paragraph, start, quotes)));
    start = end + 2;
  }
  return nodes;
}

function spoken(paragraph, start, quotes) {
  const nodes = [];
  let at = 0;
  for (const quote of quotes) {
    const from = quote.start - start;
    const to = quote.end - start;
    if (from < at || to > paragraph.length)
      continue;
    const speaker = quote.speaker?.label ?? quote.speakerText;
    nodes.push(paragraph.slice(at, from), el("span", { class: "said", title: speaker ? `${speaker} ${quote.verb ?? "said"}` : null }, paragraph.slice(from, to)));
    at = to;
  }
  return [...nodes, paragraph.slice(at)];
}

function about(post, page) {
  const lists = [["People", "person", post.people], ["Tags", "tag", post.tags], ["Categories", "category", post.categories]].filter(([, , labels]) => labels?.length > 0);
  if (lists.length === 0)
    return null;
  return el("dl", { class: "about" }, lists.map(([name, field, labels]) => [
    el("dt", null, name),
    el("dd", null, el("ul", { class: "chips" }, labels.map(label => el("li", null, field === "category" ? filterLink(field, label, page, `chip ${field}`) : entityLink(field, label, `chip ${field}`))))),
  ]));
}

function quotations(post, page) {
  const quotes = (post.quotes ?? []).filter(quote => quote.text);
  if (quotes.length === 0)
    return null;
  return el("section", { class: "quotations", "aria-label": "Quotations in this post" },
    el("h2", null, "Quotations"),
    quotes.map(quote => el("figure", null,
      el("blockquote", null, siteAddress(quote) ? el("a", { href: quote.url }, quote.text) : quote.text),
      (quote.speaker || quote.speakerText) && el("figcaption", null, "— ", quote.speaker ? entityLink("person", quote.speaker, "") : quote.speakerText, quote.role ? `, ${quote.role}` : ""))));
}
