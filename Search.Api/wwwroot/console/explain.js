// Why a hit ranks where it does: the sentence and the parts of its score, as the API explains them.

import { el } from "./dom.js";

const FACTORS_SHOWN = 8;

export function explanation(hit) {
  if (!hit.explanation)
    return null;
  const { summary, factors } = hit.explanation;
  const shown = factors.filter(factor => factor.value > 0).slice(0, FACTORS_SHOWN);
  const most = Math.max(...shown.map(factor => factor.value), Number.MIN_VALUE);
  return el("div", { class: "why" },
    el("p", null, summary),
    shown.length > 0 && el("ul", { "aria-label": "Parts of the score" }, shown.map(factor => el("li", null,
      el("span", { class: "count" }, factor.value.toFixed(2)), el("meter", { min: "0", max: most, value: factor.value, "aria-label": factor.text }), el("span", null, factor.text)))));
}
