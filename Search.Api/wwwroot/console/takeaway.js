// The search that is shown as a feed to follow or a file to take along.

import { el, show } from "./dom.js";
import { toQuestion } from "./state.js";

const FORMS = [["Atom", "/feeds/search.atom"], ["JSON Feed", "/feeds/search.json"], ["CSV", "csv"], ["NDJSON", "ndjson"], ["BibTeX", "bibtex"], ["RIS", "ris"], ["CSL-JSON", "csl"]];

export function drawTakeaway(place, answer, page) {
  place.hidden = answer.total === 0;
  const given = { limit: null, facets: null, facetLimit: null, fold: page.state.fold ? null : false };
  show(place, FORMS.map(([name, form]) => el("a", { class: "action", rel: "nofollow", "data-key": `as ${name}`,
    href: form.startsWith("/") ? toQuestion({ ...page.state, explain: false }, given).replace("/api/search", form) : toQuestion({ ...page.state, explain: false }, { ...given, format: form }) }, name)));
}
