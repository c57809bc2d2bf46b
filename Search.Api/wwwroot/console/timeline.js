// When the results are from: a bar a year, or a decade where there are too many years. A bar is a link to its time; a drag across the bars
// chooses all that it passes.

import { ask } from "./api.js";
import { el, show, stateLink } from "./dom.js";
import { toQuestion } from "./state.js";
import { counted, number } from "./words.js";

const MAX_BARS = 40;
const FEW_BARS = 7;
const LABELLED_BARS = 12;
const ALL_YEARS = 1_000;

export class Timeline {
  element = el("div", { class: "timeline" });
  #page;
  #counts = new Map();
  #drag = null;
  #request = null;

  constructor(page) {
    this.#page = page;
    this.element.addEventListener("pointerdown", event => this.#begin(event));
    addEventListener("pointerup", event => this.#end(event));
    addEventListener("pointercancel", () => this.#drag = null);
  }

  async draw(facet) {
    this.#request?.abort();
    const { state } = this.#page;
    if (state.from || state.to || facet.others > 0) {
      // The years beside those chosen, so that the choice can be changed; the answer's own facet has only what was chosen.
      const request = this.#request = new AbortController();
      const path = toQuestion({ ...state, from: "", to: "" }, { facets: "year", facetLimit: ALL_YEARS, limit: 1, highlight: false });
      const answer = await ask(path, request.signal).catch(() => null);
      if (request.signal.aborted)
        return;
      facet = answer?.facets.year ?? facet;
    }
    this.#counts = new Map(facet.values.map(value => [Number(value.slug), value.count]));
    this.#render();
  }

  #render() {
    const bars = this.#bars();
    this.element.hidden = bars.length < 2;
    const highest = Math.max(...bars.map(bar => bar.count));
    show(this.element, el("ol", { "aria-label": "Results over time", class: bars.length <= FEW_BARS ? "few" : bars.length > LABELLED_BARS ? "dense" : null },
      bars.map(bar => this.#bar(bar, highest))));
  }

  #bars() {
    const years = [...this.#counts.keys()].filter(Number.isInteger).sort((a, b) => a - b);
    if (years.length === 0)
      return [];
    const step = years.at(-1) - years[0] < MAX_BARS ? 1 : years.at(-1) - years[0] < MAX_BARS * 10 ? 10 : 100;
    const bars = [];
    for (let from = Math.floor(years[0] / step) * step; from <= years.at(-1); from += step) {
      const to = from + step - 1;
      const count = years.filter(year => year >= from && year <= to).reduce((sum, year) => sum + this.#counts.get(year), 0);
      bars.push({ isMajor: from % (step * 5) === 0, from: String(from).padStart(4, "0"), to: String(to).padStart(4, "0"), count });
    }
    return bars;
  }

  #bar(bar, highest) {
    const { state } = this.#page;
    const isChosen = Boolean(state.from || state.to) && (!state.from || bar.to >= state.from.slice(0, 4)) && (!state.to || bar.from <= state.to.slice(0, 4));
    const isOnlyOne = state.from === bar.from && state.to === bar.to;
    const change = isOnlyOne ? { from: "", to: "" } : { from: bar.from, to: bar.to };
    const name = bar.from === bar.to ? bar.from : `${bar.from} to ${bar.to}`;
    const fill = el("span", { class: "fill" });
    fill.style.setProperty("--share", highest > 0 ? bar.count / highest : 0);
    const content = [el("span", { class: "column" }, fill), el("span", { class: "tick" }, bar.from)];
    const label = `${name}: ${counted(bar.count, "result")}`;
    return el("li", { class: ["bar", isChosen && "chosen", !bar.isMajor && "minor"].filter(Boolean).join(" "), "data-from": bar.from, "data-to": bar.to, title: `${name}: ${number(bar.count)}` },
      bar.count > 0 || isChosen
        ? stateLink({ "aria-label": label, "aria-current": isChosen ? "true" : null, draggable: "false", "data-key": `bar ${bar.from}` }, this.#page.addressWith(change), () => this.#page.go(change), content)
        : content);
  }

  #begin(event) {
    const bar = event.target.closest(".bar");
    if (bar && event.button === 0 && event.pointerType !== "touch")
      this.#drag = bar;
  }

  #end(event) {
    const from = this.#drag;
    const to = document.elementFromPoint(event.clientX, event.clientY)?.closest?.(".bar") ?? null;
    this.#drag = null;
    if (!from || !to || from === to || !this.element.contains(to))
      return;
    const [first, last] = from.dataset.from <= to.dataset.from ? [from, to] : [to, from];
    this.#page.go({ from: first.dataset.from, to: last.dataset.to });
  }
}
