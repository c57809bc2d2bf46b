// The hits: title, where and when, the passage that answers, and what else it is about.

import { contextButton } from "./context.js";
import { el, stateLink } from "./dom.js";
import { explanation } from "./explain.js";
import { entityLink, filterLink, readLink, titleLink } from "./links.js";
import { marked } from "./marks.js";
import { relatedButton } from "./related.js";
import { counted, day, known } from "./words.js";

const CHIPS_SHOWN = 4;
const CATEGORIES_SHOWN = 3;

/** `page`: the console's state and the ways to change it. */
export function hitItem(hit, page) {
  return el("li", null, hit.kind === "quote" ? quotation(hit, page) : post(hit, page));
}

function post(hit, page) {
  return el("article", { class: "hit", "data-id": hit.id },
    el("h2", { tabindex: "-1" }, titleLink(hit, hit.id, page)),
    metaLine(hit, page),
    el("p", { class: "passage" }, marked(hit.excerptHtml)),
    chipList(hit, page),
    explanation(hit),
    el("div", { class: "actions" }, readLink(hit.id, hit.title, page, "Read here"), relatedButton(hit.id, hit.title, page)));
}

/** A quotation leads with its words; where they stand is its source. */
function quotation(hit, page) {
  const speaker = hit.speaker ? entityLink("person", hit.speaker, "") : hit.speakerText;
  return el("article", { class: "hit quotation", "data-id": hit.id },
    el("h2", { tabindex: "-1" }, el("q", null, marked(hit.excerptHtml))),
    el("p", { class: "speaker" }, "— ", speaker, speaker ? ", " : null, el("cite", null, titleLink(hit, hit.postId, page))),
    metaLine(hit, page),
    chipList(hit, page),
    explanation(hit),
    hit.postId && el("div", { class: "actions" }, readLink(hit.postId, hit.title, page, "Read the post"), contextButton(hit), relatedButton(hit.postId, hit.title, page)));
}

function metaLine(hit, page) {
  const parts = [];
  if (hit.kind === "quote")
    parts.push(el("span", { class: "kind" }, "Quotation"));
  if (hit.date)
    parts.push(el("time", { datetime: known(hit.date, hit.datePrecision) }, day(hit.date, hit.datePrecision)));
  for (const category of (hit.categories ?? []).slice(0, CATEGORIES_SHOWN))
    parts.push(filterLink("category", category, page, ""));
  if (hit.more)
    parts.push(stateLink({ "data-key": `more ${hit.id}` }, page.addressWith({ fold: false }), () => page.go({ fold: false }),
      `${counted(hit.more, "more like it", "more like it")}`));
  return parts.length > 0 ? el("p", { class: "meta" }, parts) : null;
}

function chipList(hit, page) {
  const speaker = hit.speaker?.slug;
  const people = (hit.people ?? []).filter(person => person.slug !== speaker);
  const chips = [...people.map(label => ["person", label]), ...(hit.tags ?? []).map(label => ["tag", label]),
    ...(hit.categories ?? []).slice(CATEGORIES_SHOWN).map(label => ["category", label])]
    // A person who is a tag as well is shown once.
    .filter(([field, label], index, all) => field !== "tag" || !all.slice(0, index).some(([, other]) => other.label === label.label));
  if (chips.length === 0)
    return null;
  const shownPeople = Math.min(people.length, CHIPS_SHOWN);
  const isShown = index => index < shownPeople || (chips[index][0] === "tag" && index < people.length + CHIPS_SHOWN);
  const items = chips.map(([field, label], index) => el("li", { hidden: !isShown(index) }, filterLink(field, label, page, `chip ${field}`)));
  const hidden = items.filter(item => item.hidden);
  const list = el("ul", { class: "chips", "aria-label": "People and tags" }, items);
  if (hidden.length > 0)
    list.append(el("li", null, el("button", {
      type: "button", class: "chip rest", "data-key": `rest ${hit.id}`, "aria-label": `+${counted(hidden.length, "more person or tag", "more people and tags")}`,
      onclick: event => {
        hidden.forEach(item => item.hidden = false);
        event.currentTarget.parentElement.remove();
        hidden[0].querySelector("a").focus();
      },
    }, `+${hidden.length}`)));
  return list;
}
