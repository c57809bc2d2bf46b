// A quotation in its context: the words around it in the post, and the link to its place, asked for on demand.

import { ask } from "./api.js";
import { el } from "./dom.js";
import { siteAddress } from "./links.js";

const AROUND = 240;
let made = 0;

/** A button that opens the words around a quotation below itself. */
export function contextButton(hit) {
  const id = `context-${++made}`;
  const place = el("div", { id, class: "context", hidden: true });
  const button = el("button", {
    type: "button", class: "action", "data-key": `context ${hit.id}`, "aria-expanded": "false", "aria-controls": id,
    onclick: () => {
      place.hidden = !place.hidden;
      button.setAttribute("aria-expanded", String(!place.hidden));
      if (!place.hidden && place.childElementCount === 0)
        fill(place, hit);
    },
  }, "In context");
  return [button, place];
}

async function fill(place, hit) {
  place.replaceChildren(el("p", { class: "quiet" }, "Reading the post …"));
  try {
    const post = await ask(`/api/posts/${encodeURIComponent(hit.postId)}`);
    const quote = post.quotes.find(one => one.id === hit.id);
    const address = siteAddress(quote ?? hit);
    place.replaceChildren(
      quote && quote.end > quote.start
        ? el("p", null, before(post.text, quote.start), el("b", null, post.text.slice(quote.start, quote.end)), after(post.text, quote.end))
        : el("p", { class: "quiet" }, "It does not stand in the text of its post."),
      address && el("p", null, el("a", { href: address }, "To its place on the site")));
  } catch (failure) {
    place.replaceChildren(el("p", { class: "quiet" }, failure.message));
  }
}

function before(text, end) {
  const start = Math.max(0, end - AROUND);
  return start === 0 ? text.slice(0, end) : `… ${text.slice(start, end).replace(/^\S*\s/u, "")}`;
}

function after(text, start) {
  const end = Math.min(text.length, start + AROUND);
  return end === text.length ? text.slice(start) : `${text.slice(start, end).replace(/\s\S*$/u, "")} …`;
}
