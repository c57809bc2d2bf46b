// What stands in place of hits, or above older ones: nothing found, slow, offline, no index yet, an error.

import { el, show, stateLink } from "./dom.js";
import { isFiltered, unfiltered, toAddress } from "./state.js";

const TITLES = {
  offline: "You are offline",
  unreachable: "No connection to the server",
  unavailable: "The index is not ready",
  busy: "One moment",
  refused: "This can’t be searched",
  missing: "Not found",
  broken: "Something went wrong",
};

export function drawNothing(place, page) {
  const { state } = page;
  const ways = [];
  if (isFiltered(state))
    ways.push(el("li", null, stateLink({ "data-key": "unfiltered" }, toAddress(unfiltered(state)), () => page.replaceAll(unfiltered(state)),
      state.q.trim() ? `Search for “${state.q.trim()}” without filters` : "Show everything")));
  if (/["“”„«»:+()-]|\b(AND|OR|NOT)\b/.test(state.q)) {
    const plain = state.q.replace(/["“”„«»+()]/g, " ").replace(/(^|\s)-/g, "$1").replace(/\b(AND|OR|NOT)\b/g, " ").replace(/\s+/g, " ").trim();
    if (plain && plain !== state.q.trim())
      ways.push(el("li", null, stateLink({ "data-key": "plain" }, page.addressWith({ q: plain, typing: false }), () => page.go({ q: plain, typing: false }), `Search for the plain words: ${plain}`)));
  }
  ways.push(el("li", null, "Try fewer or other words; a star finds beginnings: ", el("code", null, "astro*"), "."));
  place.hidden = false;
  show(place, el("div", { class: "message" }, el("p", null, "No post and no quotation matches."), el("ul", null, ways)));
}

export function drawSlow(place) {
  place.hidden = false;
  show(place, el("p", { class: "message quiet" }, "Still searching …"));
}

/** `again`: asks the same question anew. */
export function drawFailure(place, failure, again) {
  place.hidden = false;
  show(place, el("div", { class: "message failure" },
    el("h2", null, TITLES[failure.kind] ?? TITLES.broken),
    el("p", null, failure.message),
    failure.retryAfterSeconds && el("p", { class: "quiet" }, "This page asks again by itself."),
    failure.kind !== "refused" && el("p", null, el("button", { type: "button", class: "action", "data-key": "again", onclick: again }, "Try again"))));
}

export function clear(place) {
  place.hidden = true;
  show(place);
}
