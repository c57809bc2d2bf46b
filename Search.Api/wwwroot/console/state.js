// The state of the console and its address. Everything that is shown follows from the state, and the address holds all of it, so that
// every view can be sent and the browser's own back and forward work. `/search`, the page without scripts, reads the same addresses.

import * as filters from "./filters.js";
import { searchedQuery } from "./typing.js";

/** Fields that can be filtered by, in the order in which they are shown. */
export const FIELDS = ["person", "tag", "category", "source"];

export const PAGE_SIZE = 20;

// More values than are shown at first: the years need them, and a facet opens to them without a request.
const FACET_LIMIT = 60;
const MAX_SHOWN = 100;

export const START = Object.freeze({
  q: "", typing: false, kind: "", person: filters.NO_FILTER, tag: filters.NO_FILTER, category: filters.NO_FILTER, source: filters.NO_FILTER,
  from: "", to: "", sort: "", fold: true, explain: false, shown: PAGE_SIZE, post: "",
});

export function fromAddress(search) {
  const given = new URLSearchParams(search);
  const one = (name, accepted) => {
    const value = given.get(name) ?? "";
    return !accepted || accepted.test(value) ? value : "";
  };
  const date = /^\d{4}(-\d{2}(-\d{2})?)?$/;
  const shown = Number.parseInt(given.get("shown") ?? "", 10);
  const state = {
    ...START,
    q: one("q"),
    typing: given.get("typing") === "true",
    kind: one("kind", /^(post|quote)$/),
    from: one("from", date),
    to: one("to", date),
    sort: one("sort", /^(relevance|newest|oldest)$/),
    fold: given.get("fold") !== "false",
    explain: given.get("explain") === "true",
    shown: shown > PAGE_SIZE ? Math.min(shown, MAX_SHOWN) : PAGE_SIZE,
    post: one("post"),
  };
  for (const field of FIELDS)
    state[field] = filters.parse(given.getAll(field));
  return state;
}

/** The address of a state on this page; parameters always stand in the same order, and nothing that is the default stands there. */
export function toAddress(state) {
  const address = shared(state);
  if (state.typing && state.q)
    address.set("typing", "true");
  if (!state.fold)
    address.set("fold", "false");
  if (state.explain)
    address.set("explain", "true");
  if (state.shown > PAGE_SIZE)
    address.set("shown", state.shown);
  if (state.post)
    address.set("post", state.post);
  const query = address.toString().replaceAll("%2C", ",");
  return query ? `/?${query}` : "/";
}

/** What the API is asked for a state; `extra` overrides. */
export function toQuestion(state, extra = {}) {
  const question = shared({ ...state, q: state.typing ? searchedQuery(state.q) : state.q.trim() });
  question.set("limit", Math.min(state.shown, MAX_SHOWN));
  question.set("fold", state.fold);
  if (state.explain)
    question.set("explain", true);
  question.set("facets", [...FIELDS, "kind", "year"].join(","));
  question.set("facetLimit", FACET_LIMIT);
  for (const [name, value] of Object.entries(extra))
    value === null ? question.delete(name) : question.set(name, value);
  return `/api/search?${question}`;
}

/** A state with some of it changed. Whatever changes the hits starts again at their top, with no post open. */
export function changed(state, change) {
  const isSameList = Object.keys(change).every(name => name === "post" || name === "shown");
  return { ...state, ...(isSameList ? {} : { shown: PAGE_SIZE, post: "" }), ...change };
}

export const isFiltered = state => Boolean(state.kind || state.from || state.to || FIELDS.some(field => !filters.isEmpty(state[field])));

/** Keeps the words and the order, drops every choice. */
export const unfiltered = state => ({ ...START, q: state.q, typing: state.typing, sort: state.sort, fold: state.fold, explain: state.explain });

function shared(state) {
  const address = new URLSearchParams();
  if (state.q)
    address.set("q", state.q);
  if (state.kind)
    address.set("kind", state.kind);
  for (const field of FIELDS)
    for (const value of filters.values(state[field]))
      address.append(field, value);
  for (const name of ["from", "to", "sort"])
    if (state[name])
      address.set(name, state[name]);
  return address;
}
