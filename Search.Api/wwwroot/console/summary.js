// What stands above the hits: how many there are and for what, what was chosen, and what was read otherwise than it was typed.

import { el, show, stateLink } from "./dom.js";
import * as filters from "./filters.js";
import { labelOf } from "./labels.js";
import { FIELDS, isFiltered, unfiltered } from "./state.js";
import { counted, milliseconds, number, period } from "./words.js";

const KINDS = [["", "All"], ["post", "Posts"], ["quote", "Quotations"]];
const SORTS = [["relevance", "Best first"], ["newest", "Newest"], ["oldest", "Oldest"]];
const FIELD_NAMES = { person: "Person", tag: "Tag", category: "Category", source: "Source" };

/** "12 results for “moon”": the heading and, spoken, the announcement. */
export function headline(answer, state) {
  const words = state.q.trim();
  const found = answer.total === 0 ? "Nothing found" : counted(answer.total, "result");
  if (words)
    return `${found} for “${words}”`;
  return isFiltered(state) ? found : `${counted(answer.total, "document")}, newest first`;
}

export function drawHeadline(heading, took, answer, state) {
  heading.textContent = headline(answer, state);
  took.textContent = milliseconds(answer.tookMs);
}

export function drawKinds(place, answer, page) {
  const counts = new Map((answer.facets.kind?.values ?? []).map(value => [value.slug, value.count]));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  show(place, KINDS.map(([kind, name]) => choice(`kind ${kind}`, page, { kind }, page.state.kind === kind,
    name, el("span", { class: "count" }, number(kind ? counts.get(kind) ?? 0 : all)))));
}

export function drawSorts(place, page) {
  const current = page.state.sort || (page.state.q.trim() ? "relevance" : "newest");
  const offered = SORTS.filter(([sort]) => page.state.q.trim() || sort !== "relevance");
  show(place, offered.map(([sort, name]) => choice(`sort ${sort}`, page, { sort }, sort === current, name)));
}

/** Whether each hit says why it stands where it does; only where the hits are ranked. */
export function drawWhy(place, page) {
  const { state } = page;
  const isRanked = state.q.trim() !== "" && (state.sort === "" || state.sort === "relevance");
  show(place, isRanked && stateLink({ class: "action", "data-key": "why", "aria-current": state.explain ? "true" : null }, page.addressWith({ explain: !state.explain }), () => page.go({ explain: !state.explain }),
    state.explain ? "Without the reasons" : "Why this order?"));
}

function choice(key, page, change, isCurrent, ...content) {
  return stateLink({ class: "choice", "data-key": key, "aria-current": isCurrent ? "true" : null }, page.addressWith(change), () => page.go(change), content);
}

/** Every choice with a button that takes it back. */
export function drawChosen(place, page) {
  const { state } = page;
  const items = FIELDS.flatMap(field => fieldItems(field, page));
  if (state.from || state.to)
    items.push(chosen("range", rangeWords(state), "", page, { from: "", to: "" }));
  if (!state.fold)
    items.push(chosen("fold", "Copies and series shown one by one", "", page, { fold: true }));
  if (items.length > 1)
    items.push(el("li", null, el("button", { type: "button", class: "action", "data-key": "clear", onclick: () => page.replaceAll(unfiltered(state)) }, "Clear all")));
  place.hidden = items.length === 0;
  show(place, items);
}

function fieldItems(field, page) {
  const filter = page.state[field];
  const item = (slug, joint) => chosen(`${field} ${slug}`, labelOf(field, slug), joint, page, { [field]: filters.without(filter, slug) });
  return [
    ...filter.groups.flatMap((group, index) => group.map((slug, place) => item(slug, place > 0 ? "or" : index > 0 ? "and" : FIELD_NAMES[field]))),
    ...filter.none.map(slug => item(slug, "not")),
  ];
}

function chosen(key, words, joint, page, change) {
  return el("li", null,
    joint && el("span", { class: "joint" }, joint),
    el("button", { type: "button", class: "chip removable", "data-key": `remove ${key}`, "aria-label": `Remove ${joint === "not" ? "not " : ""}${words}`, onclick: () => page.go(change) },
      words, el("span", { class: "cross", "aria-hidden": "true" }, "×")));
}

export function rangeWords({ from, to }) {
  if (from && to)
    return from === to ? period(from) : `${period(from)} to ${period(to)}`;
  return from ? `From ${period(from)}` : `Until ${period(to)}`;
}

/** What was loosened, what may have been meant, and every notice on the query. */
export function drawNotes(place, answer, page) {
  const notes = [];
  if (answer.relaxed)
    notes.push(el("p", { class: "note" }, answer.relaxed));
  if (answer.didYouMean)
    notes.push(el("p", { class: "note" }, "Did you mean ", stateLink({ class: "meant", "data-key": "meant" },
      page.addressWith({ q: answer.didYouMean, typing: false }), () => page.go({ q: answer.didYouMean, typing: false }), answer.didYouMean), "?"));
  // A mark that is not closed yet is no mistake while somebody is typing.
  if (answer.warnings.length > 0 && !page.state.typing)
    notes.push(el("ul", { class: "note warnings", "aria-label": "How the query was read" }, answer.warnings.map(warning => el("li", null, warning))));
  place.hidden = notes.length === 0;
  show(place, notes);
}
