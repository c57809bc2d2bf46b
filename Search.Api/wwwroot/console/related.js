// Related posts of a hit, asked for on demand, each with the reasons why it is there.

import { ask } from "./api.js";
import { el } from "./dom.js";
import { readLink, titleLink } from "./links.js";
import { learn } from "./labels.js";
import { day, known } from "./words.js";

const LIMIT = 5;
let made = 0;

/** A button that opens the related posts below itself. */
export function relatedButton(postId, title, page) {
  const id = `related-${++made}`;
  const list = el("div", { id, class: "related", hidden: true });
  const button = el("button", {
    type: "button", class: "action", "data-key": `related ${postId}`, "aria-expanded": "false", "aria-controls": id, "aria-label": `Related to: ${title}`,
    onclick: () => {
      list.hidden = !list.hidden;
      button.setAttribute("aria-expanded", String(!list.hidden));
      if (!list.hidden && list.childElementCount === 0)
        fill(list, postId, page);
    },
  }, "Related");
  return [button, list];
}

/** Puts the related posts of a post into an element. */
export async function fill(place, postId, page, signal) {
  place.replaceChildren(el("p", { class: "quiet" }, "Looking for related posts …"));
  try {
    const answer = await ask(`/api/posts/${encodeURIComponent(postId)}/related?limit=${LIMIT}`, signal);
    if (!answer)
      return;
    learn(answer);
    place.replaceChildren(answer.related.length > 0
      ? el("ul", { class: "related-posts", "aria-label": "Related posts" }, answer.related.map(hit => relatedItem(hit, page)))
      : el("p", { class: "quiet" }, "Nothing else is closely related."));
  } catch (failure) {
    place.replaceChildren(el("p", { class: "quiet" }, `${failure.message} `,
      el("button", { type: "button", class: "action", onclick: () => fill(place, postId, page, signal) }, "Try again")));
  }
}

function relatedItem(hit, page) {
  return el("li", null,
    el("p", { class: "related-title" }, titleLink(hit, hit.id, page)),
    el("p", { class: "meta" },
      hit.date && el("time", { datetime: known(hit.date, hit.datePrecision) }, day(hit.date, hit.datePrecision)),
      readLink(hit.id, hit.title, page, "Read here")),
    hit.reasons?.length > 0 && el("ul", { class: "reasons", "aria-label": "Why it is related" }, hit.reasons.map(reason => el("li", null, reason))));
}
