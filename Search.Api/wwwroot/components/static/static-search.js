// Search over a static index: the same words, the same scores and the same order as the service's. What it has not: fields and brackets of the
// query language (read as words), the mending of misspelt words, passages (the excerpt is shown), facets.
import { cutter } from './analysis.js';
import { stem as porter } from './porter.js';
import { evidence, likeness } from './second-stage.js';
import { StaticIndex } from './static-index.js';

const THIN = 30;
const ALL_MEANT = 2;
const MAX_NAME_WORDS = 8;
const ENOUGH = 50;
const STEPS = 1000;
const LEAST_SHARE = 0.2;
const PREFIX_STEMS = 24;
const MAX_WORDS = 40;
const f = Math.fround;

const idf = (documents, having) => f(Math.log(1 + (documents - having + 0.5) / (having + 0.5)));
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
// As the service escapes: the search box takes these entities back, and no others.
const escaped = (text) => text.replace(/[&<>"']/g, (c) => ENTITIES[c]);
// Function words are wished for and order the hits; they are not demanded.
const asks = (clause) => clause.words.some((word) => !word.isStop);
const isAcronym = (typed) => typed === typed.toUpperCase() && (typed.match(/\p{Lu}/gu) ?? []).length >= 2 && (typed.match(/\p{Lu}/gu) ?? []).length <= 6;

class StaticSearch {
  #index;
  #cut;
  #stops;
  #sides;

  constructor(index) {
    this.#index = index;
    const { about } = index;
    this.#cut = cutter(about.elisions);
    this.#stops = new Set(about.stopWords);
    this.#sides = { true: this.#side(about.posts), false: this.#side(about.quotes) };
  }

  /** The same form of answer as `/api/search`: `{ total, hits, relaxed, didYouMean }`. */
  async search(query, limit = 6) {
    const clauses = await this.#read(query);
    for (const clause of clauses) if (clause.isPhrase) await this.#sideBySide(clause);
    const parts = clauses.filter((clause) => clause.demand !== '-');
    if (!parts.some(asks)) return { total: 0, hits: [], relaxed: null, didYouMean: null };
    const without = new Set(clauses.filter((clause) => clause.demand === '-').flatMap((clause) => [...this.#matching(clause)]));
    let wanted = parts;
    let wide = await this.#widened(parts);
    let matched = this.#all(wide, without);
    let relaxed = null;
    if (matched.size < THIN) {
      const mended = await this.#mend(parts, matched.size);
      if (mended) {
        const mendedWide = await this.#widened(mended);
        const more = this.#all(mendedWide, without);
        if (matched.size === 0 || more.size > matched.size) [wanted, wide, matched] = [mended, mendedWide, more];
      }
      // Of two words both are meant: neither is given up as long as anything has both.
      const enough = wanted.filter((part) => part.demand === '').length <= ALL_MEANT ? 1 : THIN;
      if (matched.size < enough) {
        const given = this.#relax(wide, matched, without);
        if (given) {
          relaxed = 'Not every result has all of the words.';
          matched = given;
        }
      }
    }
    const order = await this.#rank(wanted, wide, matched);
    return { total: matched.size, hits: await this.#hits(this.#folded(order).slice(0, limit), wanted), relaxed, didYouMean: null };
  }

  // Clauses parted by blanks; what is in quotation marks must stand together in it, as far as stems tell.
  async #read(query) {
    const clauses = [];
    for (const [, sign, quoted, plain] of query.matchAll(/([+-]?)(?:"([^"]*)"?|(\S+))/gu)) {
      const words = [];
      for (const word of this.#cut(quoted ?? plain)) words.push({ ...word, isStop: this.#stops.has(word.term), stem: await this.#stem(word.term) });
      if (words.length) clauses.push({ demand: sign, isPhrase: quoted !== undefined, words });
    }
    const kept = clauses.slice(0, MAX_WORDS);
    for (const word of kept.flatMap((clause) => clause.words)) word.data = await this.#index.term(word.stem);
    return kept;
  }

  async #stem(word) {
    return this.#index.about.stemShards ? ((await this.#index.stemOf(word)) ?? word) : porter(word);
  }

  #side([documents, words]) {
    const { k1, b, lengths } = this.#index.about;
    const average = f(words / documents);
    return { documents, table: lengths.map((length) => f(f(k1) * f(1 - b + f(f(b * length) / average)))) };
  }

  // Scores of a term in all of its documents.
  #scores(data) {
    const scores = new Map();
    if (!data) return scores;
    const { isPost, length } = this.#index.columns;
    const weights = {};
    for (const side of [true, false]) weights[side] = f(idf(this.#sides[side].documents, side ? data.inPosts : data.inQuotes) * f(this.#index.about.k1 + 1));
    data.documents.forEach((document, i) => {
      const times = data.times[i];
      if (!times) return;
      const side = isPost[document] === 1;
      scores.set(document, f(f(weights[side] * times) / f(times + this.#sides[side].table[length[document]])));
    });
    return scores;
  }

  // Clauses that name what has other names give way to one that counts by either; the longest names that end last come first.
  async #widened(parts) {
    const wide = [...parts];
    for (let at = wide.length - 1; at >= 0; at--)
      for (let first = Math.max(0, at - MAX_NAME_WORDS + 1); first <= at; first++) {
        const named = wide.slice(first, at + 1);
        if (!named.every((part) => part.demand === '' && !part.isPhrase && part.words.every((word) => !word.any && !word.beside && !part.others))) continue;
        const words = named.flatMap((part) => part.words);
        // "who" is the World Health Organization in capitals only.
        if (words.length === 1 && words[0].isStop && words[0].typed !== words[0].typed.toUpperCase()) continue;
        const names = words[0].data?.names.get(words.map((word) => word.term).join(' '));
        if (!names) continue;
        const others = await Promise.all(names.names.map((name) => this.#beside(name)));
        wide.splice(first, named.length, { demand: '', isPhrase: false, words, named, others: [...others, new Map(names.labelled.map((document) => [document, 0]))] });
        at = first;
        break;
      }
    return wide;
  }

  // What has another name counts by each; the words as they were typed all together.
  #either({ named, others }) {
    let scores = null;
    for (const part of named.filter(asks)) {
      const own = this.#scored(part);
      scores = scores === null ? new Map(own) : new Map([...scores].filter(([document]) => own.has(document)).map(([document, score]) => [document, f(score + own.get(document))]));
    }
    scores ??= new Map();
    for (const other of others) for (const [document, score] of other) scores.set(document, f((scores.get(document) ?? 0) + score));
    return scores;
  }

  // A clause's words all count; one beside which another stands counts by either.
  #scored(clause) {
    if (clause.scores) return clause.scores;
    if (clause.others) return (clause.scores = this.#either(clause));
    const distinct = [...new Map(clause.words.filter((word) => !word.isStop).map((word) => [word.stem, word])).values()];
    let scores = null;
    for (const word of distinct) {
      const own = new Map(word.any ? word.any : this.#scores(word.data));
      for (const [document, score] of word.beside ?? []) own.set(document, f((own.get(document) ?? 0) + score));
      if (scores === null) scores = own;
      else for (const document of [...scores.keys()]) own.has(document) ? scores.set(document, f(scores.get(document) + own.get(document))) : scores.delete(document);
    }
    return (clause.scores = scores ?? new Map());
  }

  // Of a phrase only the documents that have its words at the distances of the phrase.
  async #sideBySide(clause) {
    const telling = clause.words.map((word, place) => ({ word, place })).filter(({ word }) => !word.isStop);
    const scores = this.#scored(clause);
    if (telling.length < 2 || telling.some(({ word }) => !word.data)) return;
    const places = await Promise.all(telling.map(({ word }) => this.#index.places(word.data)));
    for (const document of [...scores.keys()])
      if (!(places[0].get(document) ?? []).some((at) => telling.every(({ place }, i) => (places[i].get(document) ?? []).includes(at + place - telling[0].place)))) scores.delete(document);
  }

  #matching(clause) {
    return this.#scored(clause).keys();
  }

  #all(parts, without) {
    const [first, ...rest] = parts.filter(asks).map((part) => this.#scored(part));
    return new Set([...first.keys()].filter((document) => !without.has(document) && rest.every((scores) => scores.has(document))));
  }

  // As the service does where little is found: the last word is completed, or frequent neighbours in spelling count beside rare words.
  async #mend(parts, found) {
    const last = parts.at(-1).words.at(-1);
    const known = (word) => (word.data?.inPosts ?? 0) + (word.data?.inQuotes ?? 0) > 0;
    if (!known(last) && !last.isStop && last.term.length > 1 && !parts.at(-1).isPhrase) {
      const any = await this.#beginning(last.term);
      if (any) return [...parts.slice(0, -1), { ...parts.at(-1), scores: null, words: [...parts.at(-1).words.slice(0, -1), { ...last, any }] }];
    }
    let edits = 0;
    const mended = [];
    for (const part of parts) {
      const words = [];
      for (const word of part.words) {
        const beside = !part.isPhrase && part.demand === '' && edits < 6 && known(word) && !isAcronym(word.typed) ? word.data.besides.get(word.term) : null;
        // The end of a word is what is least sure.
        const any = !part.isPhrase && part.demand === '' && edits < 6 && !known(word) && !word.isStop && word.term.length > 5 && !/\d/.test(word.term) && !isAcronym(word.typed)
          ? await this.#beginning(word.term.slice(0, -1)) : null;
        words.push(beside ? { ...word, beside: await this.#beside(beside), besideWords: beside.text } : any ? { ...word, any } : word);
        if (beside || any) edits++;
      }
      mended.push({ ...part, words, scores: null });
    }
    return edits ? mended : null;
  }

  // Scores of what begins so: the best of the most frequent, and a tenth of the others.
  async #beginning(prefix) {
    const begun = (await this.#index.beginning(prefix)).sort((a, b) => b.documents.length - a.documents.length).slice(0, PREFIX_STEMS);
    const any = new Map();
    for (const data of begun)
      for (const [document, score] of this.#scores(data)) {
        const [best, sum] = any.get(document) ?? [0, 0];
        any.set(document, [Math.max(best, score), sum + score]);
      }
    return any.size ? new Map([...any].map(([document, [best, sum]]) => [document, f(best + (sum - best) * 0.1)])) : null;
  }

  async #beside({ text, documents }) {
    if (text.endsWith('*')) return (await this.#beginning(text.slice(0, -1))) ?? new Map();
    const scores = new Map((documents ?? []).map((document) => [document, 0]));
    const seen = new Set();
    for (const { term } of this.#cut(text)) {
      const stem = await this.#stem(term);
      if (this.#stops.has(term) || seen.has(stem)) continue;
      seen.add(stem);
      for (const [document, score] of this.#scores(await this.#index.term(stem))) if (!documents || scores.has(document)) scores.set(document, f((scores.get(document) ?? 0) + score));
    }
    return scores;
  }

  // Gives words up, the commonest first, until enough is found.
  #relax(parts, strict, without) {
    const given = parts.filter((part) => asks(part) && part.demand !== '+');
    if (given.length < 2) return null;
    const required = parts.filter((part) => asks(part) && part.demand === '+').map((part) => this.#scored(part));
    const all = this.#index.about.documents;
    const weighed = given.map((part) => [this.#scored(part), this.#scored(part).size ? Math.log(1 + all / this.#scored(part).size) : 0]);
    const total = weighed.reduce((sum, [, weight]) => sum + weight, 0);
    if (total === 0) return null;
    const coverage = new Float32Array(all);
    for (const [scores, weight] of weighed) for (const document of scores.keys()) coverage[document] += weight;
    for (let document = 0; document < all; document++) if (without.has(document) || !required.every((scores) => scores.has(document))) coverage[document] = 0;
    // Two words that are left of more are both meant.
    const known = weighed.filter(([scores]) => scores.size > 0).map(([scores]) => scores);
    if (known.length <= ALL_MEANT) {
      const whole = new Set([...known[0].keys()].filter((document) => coverage[document] > 0 && known.every((scores) => scores.has(document))));
      if (whole.size) return whole.size > strict.size ? whole : null;
    }
    const counts = new Int32Array(STEPS + 1);
    for (const share of coverage) counts[Math.trunc(Math.min(STEPS, share / total * STEPS))]++;
    let [found, step] = [0, STEPS];
    while (step > LEAST_SHARE * STEPS && (found += counts[step]) < ENOUGH) step--;
    const least = step * total / STEPS;
    const chosen = new Set(strict);
    coverage.forEach((share, document) => share > 0 && share >= least && chosen.add(document));
    return chosen.size > strict.size ? chosen : null;
  }

  async #rank(parts, wide, matched) {
    const { about, columns } = this.#index;
    const share = (document) => (columns.isPost[document] ? 1 : about.quoteShare);
    const best = [...matched].map((document) => ({ document, score: wide.reduce((sum, part) => sum + (this.#scored(part).get(document) ?? 0), 0) * share(document) }));
    const inOrder = (a, b) => b.score - a.score || a.document - b.document;
    best.sort(inOrder);
    const words = [];
    const add = (word) => words.push({ ...word, idf: word.isStop ? 0 : idf(about.posts[0], Math.min(about.posts[0], word.data?.inPosts ?? 0)), place: words.length });
    for (const part of parts)
      for (const word of part.words) {
        add(word);
        for (const { term } of word.besideWords ? this.#cut(word.besideWords) : []) {
          const stem = await this.#stem(term);
          add({ term, stem, isStop: this.#stops.has(term), data: await this.#index.term(stem) });
        }
      }
    const most = words.reduce((sum, word) => sum + word.idf, 0) * (about.k1 + 1);
    const looked = best.slice(0, about.rescored);
    const seen = await evidence(this.#index, words, looked.map((hit) => hit.document));
    looked.forEach((hit, i) => {
      hit.recency = this.#recency(columns.instant[hit.document]);
      hit.score = (hit.score + seen[i] * most * share(hit.document)) * hit.recency;
    });
    looked.sort(inOrder);
    if (about.likeness.weight > 0 && most > 0) {
      const like = await likeness(this.#index, looked);
      looked.forEach((hit, i) => (hit.score += about.likeness.weight * like[i] * most * hit.recency));
      looked.sort(inOrder);
    }
    return [...looked, ...best.slice(about.rescored)];
  }

  #recency(instant) {
    const [, newest, lift, halfLife] = this.#index.about.recency;
    return Number.isNaN(instant) ? 1 : 1 + lift * 2 ** (-Math.max(0, (newest - instant) / 86400) / halfLife);
  }

  // Copies of a text and parts of a series by their best alone.
  #folded(order) {
    const seen = new Set();
    return order.filter(({ document }) => {
      const group = this.#index.columns.group[document];
      return group < 0 || (!seen.has(group) && seen.add(group));
    });
  }

  async #hits(order, parts) {
    const stems = new Set(parts.flatMap((part) => part.words.filter((word) => !word.isStop).map((word) => word.stem)));
    return Promise.all(order.map(async ({ document, score }) => {
      const hit = await this.#index.document(document);
      return { ...hit, score, titleHtml: await this.#marked(hit.title, stems), excerptHtml: await this.#marked(hit.excerpt, stems) };
    }));
  }

  async #marked(text, stems) {
    let [html, at] = ['', 0];
    for (const { term, start, end } of this.#cut(text)) {
      // A list of stems is not fetched for the words of excerpts.
      if (start < at || !stems.has(this.#index.about.stemShards ? term : porter(term))) continue;
      html += `${escaped(text.slice(at, start))}<mark>${escaped(text.slice(start, end))}</mark>`;
      at = end;
    }
    return html + escaped(text.slice(at));
  }
}

/** Opens the index in the folder at `base`. */
export async function open(base) {
  return new StaticSearch(await StaticIndex.open(base));
}
