// The researchers' console: holds the state, asks the API, and has each part of the page draw itself from the answer.

import { show } from "./dom.js";
import { Facet } from "./facets.js";
import { hitItem } from "./hits.js";
import { listenToKeys } from "./keys.js";
import { learn } from "./labels.js";
import { clear, drawFailure, drawNothing, drawSlow } from "./message.js";
import { More } from "./more.js";
import { PostPane } from "./post.js";
import { Question } from "./question.js";
import { FiltersPlace } from "./place.js";
import { RangeForm } from "./range.js";
import { FIELDS, START, changed, fromAddress, isFiltered, toAddress, toQuestion } from "./state.js";
import { drawChosen, drawHeadline, drawKinds, drawNotes, drawSorts, drawWhy, headline } from "./summary.js";
import { drawTakeaway } from "./takeaway.js";
import { Timeline } from "./timeline.js";
import { isUnfinished, watchTyping } from "./typing.js";

const ANNOUNCE_AFTER_MS = 600;

// What is typed without such a pause is one step in the history.
const NEW_STEP_AFTER_MS = 15_000;

const at = id => document.getElementById(id);
const query = at("q");
const results = at("results");
const hits = at("hits");
const message = at("message");

/** What the parts of the page see: the state, and the ways to change it. */
const page = {
  state: fromAddress(location.search),
  addressWith: change => toAddress(changed(page.state, change)),
  go: change => enter(changed(page.state, change)),
  replaceAll: state => enter(state),
  closePost() {
    if (!page.state.post)
      return false;
    const reader = document.querySelector(`[data-key="read ${CSS.escape(page.state.post)}"]`) ?? hits.querySelector(`[data-id="${CSS.escape(page.state.post)}"] h2 > a`);
    enter({ ...page.state, post: "" });
    scrollTo(0, listScroll);
    (reader ?? results).focus({ preventScroll: true });
    return true;
  },
};

const facets = new Map(FIELDS.map(field => [field, new Facet(field, page)]));
const timeline = new Timeline(page);
const range = new RangeForm(at("range"), page);
const post = new PostPane(at("post"), page);
const place = new FiltersPlace(at("filters"), at("open-filters"));
const more = new More(at("more"), page, found => hits.append(...found.map(hit => hitItem(hit, page))));
const question = new Question({
  busy: isBusy => {
    document.documentElement.classList.toggle("busy", isBusy);
    results.setAttribute("aria-busy", String(isBusy));
  },
  slow: () => {
    drawSlow(message);
    announce("Still searching");
  },
  answer: drawAnswer,
  failure: (failure, path) => {
    document.documentElement.classList.add("stale");
    drawFailure(message, failure, () => question.ask(path));
    announce(failure.message);
  },
});
let asked = "";
let restored = null;
let announcing = 0;
let listScroll = 0;

// What a list of hits answers, however far it was followed.
const questionOf = state => toQuestion({ ...state, shown: START.shown });

/** `typed`: `true` while somebody types, `false` at the end of it (Enter), left out for every other step. */
function enter(state, { typed } = {}) {
  const replace = typed !== undefined && Date.now() - (history.state?.typed ?? 0) < NEW_STEP_AFTER_MS;
  history.replaceState({ ...history.state, scroll: scrollY }, "");
  const isNew = questionOf(state) !== questionOf(page.state);
  if (state.post && !page.state.post)
    listScroll = scrollY;
  page.state = state;
  if (typed === undefined)
    query.value = state.q;
  history[replace ? "replaceState" : "pushState"]({ typed: typed ? Date.now() : 0, scroll: 0 }, "", toAddress(state));
  draw();
  if (isNew && scrollY > 0 && !replace)
    scrollTo(0, 0);
}

/** Brings the page into line with the state; asks only if the hits are not those already shown. */
function draw(scroll = null) {
  const { state } = page;
  const isReading = state.post !== "";
  document.documentElement.classList.toggle("reading", isReading);
  place.update(isReading, FIELDS.concat("kind", "range").filter(isChosenField).length);
  post.draw(state.post, title => {
    document.title = title ? `${title} – Search` : document.title;
    at("post").querySelector("h1")?.focus({ preventScroll: true });
    // Where the post stands in place of the list.
    if (hits.offsetParent === null)
      scrollTo(0, 0);
  });
  if (questionOf(state) === asked) {
    if (scroll !== null)
      scrollTo(0, scroll);
    return;
  }
  asked = questionOf(state);
  restored = scroll;
  question.ask(toQuestion(state));
}

function drawAnswer(answer) {
  const { state } = page;
  learn(answer);
  document.documentElement.classList.remove("stale");
  drawHeadline(at("heading"), at("took"), answer, state);
  drawKinds(at("kinds"), answer, page);
  drawSorts(at("sorts"), page);
  drawWhy(at("why"), page);
  drawChosen(at("chosen"), page);
  drawNotes(at("notes"), answer, page);
  timeline.draw(answer.facets.year);
  range.draw();
  for (const [field, facet] of facets)
    facet.draw(answer.facets[field]);
  show(hits, answer.hits.map(hit => hitItem(hit, page)));
  answer.total === 0 ? drawNothing(message, page) : clear(message);
  more.draw(answer);
  drawTakeaway(at("takeaway"), answer, page);
  if (!state.post)
    document.title = state.q.trim() || isFiltered(state) ? `${headline(answer, state)} – Search` : "Search";
  announce(headline(answer, state));
  if (restored)
    scrollTo(0, restored);
  restored = null;
}

const isChosenField = field => field === "kind" ? page.state.kind : field === "range" ? page.state.from || page.state.to : page.state[field].groups.length + page.state[field].none.length > 0;

// Once typing has paused: a screen reader would otherwise hear every count in between.
function announce(words) {
  clearTimeout(announcing);
  announcing = setTimeout(() => at("announcement").textContent = words, ANNOUNCE_AFTER_MS);
}

watchTyping(query, text => {
  const typing = isUnfinished(text);
  if (text.trim() !== page.state.q.trim() || typing !== page.state.typing)
    enter(changed(page.state, { q: text, typing }), { typed: true });
}, text => {
  if (text.trim() !== page.state.q.trim() || page.state.typing)
    enter(changed(page.state, { q: text.trim(), typing: false }), { typed: false });
});
listenToKeys(query, hits, page.closePost);
addEventListener("popstate", event => {
  page.state = fromAddress(location.search);
  query.value = page.state.q;
  draw(event.state?.scroll ?? 0);
});
at("home").addEventListener("click", event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return;
  event.preventDefault();
  enter({ ...START });
  query.focus();
});

addEventListener("pagehide", () => history.replaceState({ ...history.state, scroll: scrollY }, ""));
history.scrollRestoration = "manual";
at("timeline").append(timeline.element);
at("facets").append(...[...facets.values()].map(facet => facet.element));
document.documentElement.classList.add("scripted");
query.value = page.state.q;
draw(history.state?.scroll ?? null);
