// When the results are from: a bar a month, a year or a decade, as the time that they span asks for. A bar is a link to its time; a drag
// across the bars, with mouse or finger, chooses all that it passes, and Shift with the arrow keys does the same.

import { ask } from "./api.js";
import { show } from "./dom.js";
import { svg, svgLink } from "./svg.js";
import { toQuestion } from "./state.js";
import { barsOf, span } from "./bars.js";
import { counted } from "./words.js";

const LABELLED_BARS = 12;
const NARROW_LABELS = 6;
const ALL_VALUES = 1_000;
const COLUMN_SHARE = 84;

export class Timeline {
  element = document.createElement("div");
  #page;
  #bars = [];
  #drag = null;
  #request = null;

  constructor(page) {
    this.#page = page;
    this.element.className = "timeline";
    this.element.addEventListener("pointerdown", event => this.#begin(event));
    this.element.addEventListener("dragstart", event => event.preventDefault());
    this.element.addEventListener("keydown", event => this.#key(event));
    addEventListener("pointermove", event => this.#move(event));
    addEventListener("pointerup", event => this.#end(event));
    addEventListener("pointercancel", () => this.#drop());
  }

  async draw(years) {
    this.#request?.abort();
    const { state } = this.#page;
    let facet = years;
    const request = this.#request = new AbortController();
    if (state.from || state.to || years.others > 0)
      // The time beside that chosen, so that the choice can be changed; the answer's own facet has only what was chosen.
      facet = await this.#count("year", request.signal) ?? years;
    if (span(facet.values) === "month")
      facet = await this.#count("month", request.signal) ?? facet;
    if (request.signal.aborted)
      return;
    this.#bars = barsOf(facet.values);
    this.#render();
  }

  async #count(field, signal) {
    const path = toQuestion({ ...this.#page.state, from: "", to: "" }, { facets: field, facetLimit: ALL_VALUES, limit: 1, highlight: false });
    const answer = await ask(path, signal).catch(() => null);
    return answer?.facets[field];
  }

  #render() {
    const bars = this.#bars;
    this.element.hidden = bars.length < 2;
    const highest = Math.max(1, ...bars.map(bar => bar.count));
    show(this.element, svg("svg", { role: "group", "aria-label": "Results over time", class: "histogram" },
      svg("line", { class: "ground", x1: "0", x2: "100%", y1: `${COLUMN_SHARE - 8}%`, y2: `${COLUMN_SHARE - 8}%` }),
      bars.map((bar, index) => this.#bar(bar, index, highest)),
      svg("g", { "aria-hidden": "true" }, bars.map((bar, index) => this.#tick(bar, index))),
      svg("rect", { class: "brush", y: "0", height: "76%", visibility: "hidden" })));
  }

  #bar(bar, index, highest) {
    const { state } = this.#page;
    const step = 100 / this.#bars.length;
    const isChosen = this.#isChosen(bar);
    const change = state.from === bar.from && state.to === bar.to ? { from: "", to: "" } : { from: bar.from, to: bar.to };
    const tall = 76 * bar.count / highest;
    const content = [
      svg("title", null, `${bar.name}: ${counted(bar.count, "result")}`),
      svg("rect", { class: "column", x: `${index * step}%`, width: `${step}%`, y: "0", height: "76%" }),
      bar.count > 0 && svg("rect", { class: "fill", x: `${(index + .08) * step}%`, width: `${step * .84}%`, y: `${76 - Math.max(4, tall)}%`, height: `${Math.max(4, tall)}%` }),
    ];
    const properties = { class: isChosen ? "bar chosen" : "bar", "data-from": bar.from, "data-to": bar.to, "data-index": index };
    return bar.count > 0 || isChosen
      ? svgLink({ ...properties, "aria-label": `${bar.name}: ${counted(bar.count, "result")}`, "aria-current": isChosen ? "true" : null, "data-key": `bar ${bar.from}` },
        this.#page.addressWith(change), () => this.#page.go(change), content)
      : svg("g", properties, content);
  }

  #isChosen(bar) {
    const { state } = this.#page;
    return Boolean(state.from || state.to) && (!state.from || bar.to >= state.from.slice(0, bar.to.length)) && (!state.to || bar.from <= state.to.slice(0, bar.from.length));
  }

  #tick(bar, index) {
    const count = this.#bars.length;
    if (index % Math.ceil(count / LABELLED_BARS) !== 0)
      return null;
    const isMinor = index % Math.ceil(count / NARROW_LABELS) !== 0;
    return svg("text", { class: ["tick", isMinor && "minor", this.#isChosen(bar) && "now"].filter(Boolean).join(" "), x: `${(index + .5) * 100 / count}%`, y: "95%", "text-anchor": "middle" }, bar.tick);
  }

  #key(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const here = event.target.closest(".bar");
    if (!step || !here || event.ctrlKey || event.metaKey || event.altKey)
      return;
    event.preventDefault();
    const links = [...this.element.querySelectorAll("a.bar")];
    const next = links[links.indexOf(here) + step];
    if (!next)
      return;
    if (!event.shiftKey)
      return next.focus();
    const { from, to } = this.#page.state;
    // The end that the key moves is the one that has the focus.
    const other = from === here.dataset.from && to > here.dataset.to ? { from: next.dataset.from, to }
      : to === here.dataset.to && from < here.dataset.from ? { from, to: next.dataset.to }
        : { from: here.dataset.from, to: here.dataset.to };
    const ends = other.from === here.dataset.from && other.to === here.dataset.to ? [here.dataset.from, here.dataset.to, next.dataset.from, next.dataset.to] : [other.from, other.to];
    next.focus();
    ends.sort();
    this.#page.go({ from: ends[0], to: ends.at(-1) });
  }

  #begin(event) {
    if (event.button === 0 && event.target.closest(".bar"))
      this.#drag = { from: this.#indexAt(event), to: null };
  }

  #move(event) {
    if (!this.#drag)
      return;
    const to = this.#indexAt(event);
    if (to === this.#drag.from && this.#drag.to === null)
      return;
    this.#drag.to = to;
    const [first, last] = [Math.min(this.#drag.from, to), Math.max(this.#drag.from, to)];
    const step = 100 / this.#bars.length;
    const brush = this.element.querySelector(".brush");
    brush.setAttribute("x", `${first * step}%`);
    brush.setAttribute("width", `${(last - first + 1) * step}%`);
    brush.setAttribute("visibility", "visible");
  }

  #end(event) {
    const drag = this.#drag;
    this.#drop();
    if (!drag)
      return;
    const to = this.#indexAt(event);
    if (to === drag.from)
      return;
    const [first, last] = [Math.min(drag.from, to), Math.max(drag.from, to)];
    this.#page.go({ from: this.#bars[first].from, to: this.#bars[last].to });
  }

  #drop() {
    this.#drag = null;
    this.element.querySelector(".brush")?.setAttribute("visibility", "hidden");
  }

  #indexAt(event) {
    const box = this.element.firstElementChild.getBoundingClientRect();
    return Math.min(this.#bars.length - 1, Math.max(0, Math.floor((event.clientX - box.left) / box.width * this.#bars.length)));
  }
}
