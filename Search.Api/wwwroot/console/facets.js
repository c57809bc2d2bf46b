// The facets: what the results are about, with exact counts. Choosing a value leaves its siblings to choose; any of those chosen will do,
// or all are asked for; and a value can be left out.

import { ask } from "./api.js";
import { el, show } from "./dom.js";
import * as filters from "./filters.js";
import { labelOf, learn } from "./labels.js";
import { toQuestion } from "./state.js";
import { number } from "./words.js";

const NAMES = { person: ["People", "people"], tag: ["Tags", "tags"], category: ["Categories", "categories"], source: ["Sources of quotations", "sources"] };
const VALUES_SHOWN = 8;
const VALUES_LISTED = 200;
const ALL_VALUES = 1_000;

/** One facet: draws itself for each answer, and remembers whether it was opened to all of its values. */
export class Facet {
  element;
  #field;
  #page;
  #facet = { values: [], distinct: 0, others: 0 };
  #all = null;
  #isOpen = false;
  #wanted = "";

  constructor(field, page) {
    this.#field = field;
    this.#page = page;
    this.element = el("fieldset", { class: "facet", "data-field": field });
  }

  draw(facet) {
    this.#facet = facet ?? { values: [], distinct: 0, others: 0 };
    this.#all = null;
    this.#render();
    if (this.#isOpen)
      this.#fetchAll();
  }

  #render() {
    const filter = this.#page.state[this.#field];
    const rows = this.#values(filter);
    this.element.hidden = rows.length === 0 && !this.#isOpen;
    show(this.element,
      el("legend", null, NAMES[this.#field][0]),
      filter.groups.flat().length > 1 && this.#modes(filter),
      this.#isOpen && this.#finder(),
      rows.length > 0
        ? el("ul", { class: this.#isOpen ? "values open" : "values" }, rows.map(value => this.#row(value, filter)))
        : el("p", { class: "quiet" }, `No ${NAMES[this.#field][1]} of that name.`),
      this.#opener());
  }

  /** Those left out, then those to choose: chosen ones stay where their count puts them. */
  #values(filter) {
    const listed = (this.#isOpen ? this.#all ?? this.#facet : this.#facet).values;
    const leftOut = filter.none.filter(slug => !listed.some(value => value.slug === slug))
      .map(slug => ({ slug, label: labelOf(this.#field, slug), count: null }));
    const wanted = words(this.#wanted);
    if (this.#isOpen && wanted.length > 0)
      return [...leftOut, ...listed].filter(value => matches(value.label, wanted)).slice(0, VALUES_LISTED);
    if (this.#isOpen)
      return [...leftOut, ...listed.slice(0, VALUES_LISTED)];
    return [...leftOut, ...listed.filter((value, index) => index < VALUES_SHOWN || filters.isChosen(filter, value.slug))];
  }

  #row(value, filter) {
    const isChosen = filters.isChosen(filter, value.slug);
    const isExcluded = filters.isExcluded(filter, value.slug);
    const change = next => this.#page.go({ [this.#field]: next });
    return el("li", { class: isExcluded ? "value excluded" : isChosen ? "value chosen" : "value" },
      el("label", null,
        el("input", {
          type: "checkbox", checked: isChosen, "data-key": `choose ${this.#field} ${value.slug}`,
          onchange: () => change(filters.toggled(filter, value.slug)),
        }),
        el("span", { class: "label" }, value.label),
        value.count !== null && el("span", { class: "count" }, number(value.count))),
      el("button", {
        type: "button", class: "not", "aria-pressed": String(isExcluded), "aria-label": `not ${value.label}`, title: isExcluded ? "Left out" : "Leave out",
        "data-key": `not ${this.#field} ${value.slug}`, onclick: () => change(filters.excludedToggled(filter, value.slug)),
      }, "not"));
  }

  #modes(filter) {
    const current = filters.mode(filter);
    return el("p", { class: "modes" }, "Match ", [["any", "any of these"], ["all", "all of these"]].map(([mode, words]) => el("button", {
      type: "button", "aria-pressed": String(mode === current), "data-key": `${mode} ${this.#field}`,
      onclick: () => mode !== current && this.#page.go({ [this.#field]: filters.withMode(filter, mode) }),
    }, words)));
  }

  #finder() {
    return el("input", {
      type: "search", class: "finder", value: this.#wanted, "data-key": `find ${this.#field}`, "aria-label": `Find in ${NAMES[this.#field][1]}`, placeholder: `Find in ${NAMES[this.#field][1]}`,
      autocomplete: "off", spellcheck: "false",
      oninput: event => {
        this.#wanted = event.target.value;
        this.#redrawUnderFinder(event.target);
      },
      // With words in it, the browser's own Escape clears it first.
      onkeydown: event => {
        if (event.key !== "Escape" || event.isComposing || event.target.value || event.target.closest(":popover-open"))
          return;
        event.preventDefault();
        this.#turn();
        this.element.querySelector("button.action")?.focus();
      },
    });
  }

  // The input itself must stay, with its caret and whatever is being composed in it.
  #redrawUnderFinder(input) {
    const filter = this.#page.state[this.#field];
    const rows = this.#values(filter);
    const list = rows.length > 0
      ? el("ul", { class: "values open" }, rows.map(value => this.#row(value, filter)))
      : el("p", { class: "quiet" }, `No ${NAMES[this.#field][1]} of that name.`);
    input.nextElementSibling.replaceWith(list);
  }

  #opener() {
    if (!this.#isOpen && this.#facet.distinct <= VALUES_SHOWN)
      return null;
    return el("button", {
      type: "button", class: "action", "aria-expanded": String(this.#isOpen), "data-key": `all ${this.#field}`,
      onclick: () => {
        this.#turn();
        if (this.#isOpen)
          this.#fetchAll().then(() => this.element.querySelector(".finder")?.focus());
      },
    }, this.#isOpen ? "Show fewer" : `All ${number(this.#facet.distinct)} ${NAMES[this.#field][1]}`);
  }

  #turn() {
    this.#isOpen = !this.#isOpen;
    this.#wanted = "";
    this.#render();
  }

  async #fetchAll() {
    const facet = this.#facet;
    if (facet.others > 0) {
      const path = toQuestion(this.#page.state, { facets: this.#field, facetLimit: ALL_VALUES, limit: 1, highlight: false });
      const answer = await ask(path).catch(() => null);
      // An answer to an older question, or none: what is listed already stays.
      if (!answer || facet !== this.#facet)
        return;
      learn(answer);
      this.#all = answer.facets[this.#field];
    }
    this.#render();
  }
}

const folded = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const words = text => folded(text).split(/\s+/).filter(Boolean);

/** Whether each wanted word begins some word of the label. */
function matches(label, wanted) {
  const own = folded(label).split(/[^\p{L}\p{N}]+/u);
  return wanted.every(word => own.some(other => other.startsWith(word)) || folded(label).includes(` ${word}`));
}
