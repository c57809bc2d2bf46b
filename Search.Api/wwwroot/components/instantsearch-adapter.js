// A search client for InstantSearch: its widgets (searchBox, hits, refinementList, hierarchicalMenu, pagination, stats, sortBy) over this service.
//
//   import { searchClient } from 'https://search.example.org/instantsearch-adapter.js';
//   instantsearch({ indexName: 'posts', searchClient: searchClient() })
//
// Index names: `posts`, `quotes` or `all`, and `_newest` or `_oldest` behind it for another order. Attributes to refine by: `person`, `tag`,
// `category`, `kind`, `year`, and for a hierarchical menu `date.lvl0` (years) and `date.lvl1` (months).
const here = new URL(import.meta.url);
const MAX_LIMIT = 100;
const MAX_OFFSET = 1000;
const FACETS = { person: 'person', tag: 'tag', category: 'category', kind: 'kind', year: 'year', 'date.lvl0': 'year', 'date.lvl1': 'month' };
const LISTS = { person: 'people', tag: 'tags', category: 'categories' };
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"' };

const slugOf = (text) => text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
const monthName = (slug) => slug.replace('-', ' > ');

// Escaped text with marks → text with the signs between which InstantSearch marks; it escapes the rest itself.
const marked = (html, before, after) => String(html ?? '')
  .replaceAll('<mark>', before).replaceAll('</mark>', after)
  .replace(/&(?:(amp|lt|gt|quot)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (whole, name, decimal, hex) => (name ? ENTITIES[name.toLowerCase()] : String.fromCodePoint(Math.min(0x10ffff, decimal ? Number(decimal) : parseInt(hex, 16)))));

const asList = (filters) => (typeof filters === 'string' ? JSON.parse(filters || '[]') : filters ?? []);

class Client {
  #service;
  // By attribute: the slug of each name that was shown.
  #slugs = new Map();

  constructor(service) {
    this.#service = service.replace(/\/$/, '');
  }

  async search(requests) {
    return { results: await Promise.all(requests.map((request) => (request.type === 'facet' ? this.#facetValues(request) : this.#one(request)))) };
  }

  async searchForFacetValues(requests) {
    return Promise.all(requests.map((request) => this.#facetValues(request)));
  }

  async #one({ indexName, params = {} }) {
    const size = params.hitsPerPage ?? 20;
    const limit = Math.min(MAX_LIMIT, Math.max(1, size));
    const page = params.page ?? 0;
    const [, kind, order] = /^(.*?)(?:_(newest|oldest))?$/.exec(indexName);
    const question = new URLSearchParams({ q: params.query ?? '', limit, offset: Math.min(MAX_OFFSET, page * limit), fold: params.distinct ? 'true' : 'false' });
    if (kind === 'posts' || kind === 'quotes') question.set('kind', kind === 'posts' ? 'post' : 'quote');
    if (order) question.set('sort', order);
    this.#filter(question, asList(params.facetFilters));
    const attributes = (params.facets?.includes?.('*') ? Object.keys(FACETS) : [params.facets ?? []].flat()).filter((name) => FACETS[name]);
    question.set('facets', [...new Set(attributes.map((name) => FACETS[name]))].join(',') || 'none');
    if (attributes.length) question.set('facetLimit', Math.min(1000, Math.max(1, params.maxValuesPerFacet ?? 10)));
    const answer = await this.#get(`/api/search?${question}`);
    const before = params.highlightPreTag ?? '__ais-highlight__';
    const after = params.highlightPostTag ?? '__/ais-highlight__';
    return {
      index: indexName,
      query: params.query ?? '',
      params: question.toString(),
      hits: size === 0 ? [] : answer.hits.map((hit) => this.#hit(hit, before, after)),
      nbHits: answer.total,
      page,
      hitsPerPage: size,
      nbPages: size === 0 ? 0 : Math.min(Math.ceil(answer.total / limit), Math.floor(MAX_OFFSET / limit) + 1),
      processingTimeMS: Math.round(answer.tookMs),
      exhaustiveNbHits: true,
      exhaustiveFacetsCount: true,
      facets: Object.fromEntries(attributes.map((name) => [name, this.#counts(name, answer.facets?.[FACETS[name]]?.values ?? [])])),
    };
  }

  #hit(hit, before, after) {
    const shown = (html) => {
      const value = marked(html, before, after);
      return { value, matchLevel: value.includes(before) ? 'full' : 'none', matchedWords: [] };
    };
    return {
      ...hit,
      objectID: hit.id,
      _highlightResult: { title: shown(hit.titleHtml), excerpt: shown(hit.excerptHtml) },
      _snippetResult: { title: shown(hit.titleHtml), excerpt: shown(hit.excerptHtml) },
    };
  }

  // Every group must be met, by any of its members; a minus leaves out.
  #filter(question, filters) {
    const kinds = [];
    for (const group of filters.map((one) => [one].flat())) {
      const [name] = group[0]?.split(':') ?? [];
      const values = group.map((one) => one.slice(one.indexOf(':') + 1));
      if (name === 'kind') kinds.push(...values);
      else if (name === 'year' || name?.startsWith('date.')) this.#between(question, values);
      else if (LISTS[name]) {
        const wanted = values.filter((value) => !value.startsWith('-')).map((value) => this.#slug(name, value));
        if (wanted.length) question.append(name, wanted.join(','));
        for (const value of values.filter((one) => one.startsWith('-'))) question.append(name, `-${this.#slug(name, value.slice(1))}`);
      }
    }
    if (new Set(kinds).size === 1) question.set('kind', kinds[0]);
  }

  // Several years are taken from the first to the last.
  #between(question, values) {
    const times = values.map((value) => value.replace(' > ', '-')).sort();
    question.set('from', times[0]);
    question.set('to', times.at(-1));
  }

  #slug(name, value) {
    return this.#slugs.get(`${name} ${value}`) ?? slugOf(value);
  }

  #counts(name, values) {
    const counts = {};
    for (const { slug, label, count } of values) {
      const plain = name === 'date.lvl1' ? monthName(slug) : LISTS[name] ? label : slug;
      const shown = plain in counts ? `${plain} (${slug})` : plain;
      this.#slugs.set(`${name} ${shown}`, slug);
      counts[shown] = count;
    }
    return counts;
  }

  async #facetValues({ indexName, params = {}, ...rest }) {
    const name = params.facetName ?? rest.facet;
    const words = params.facetQuery ?? rest.facetQuery ?? '';
    const found = LISTS[name] ? (await this.#get(`/api/${LISTS[name]}?q=${encodeURIComponent(words)}&limit=${params.maxFacetHits ?? 10}`))[LISTS[name]] ?? [] : [];
    return { index: indexName, exhaustiveFacetsCount: true, processingTimeMS: 1, facetHits: Object.entries(this.#counts(name, found)).map(([value, count]) => ({ value, highlighted: value, count })) };
  }

  async #get(path) {
    const answer = await fetch(this.#service + path, { credentials: 'omit' });
    if (!answer.ok) throw Object.assign(new Error((await answer.json().catch(() => ({}))).detail ?? `The search answered ${answer.status}.`), { status: answer.status });
    return answer.json();
  }
}

/** `service`: address of the service; that of this script if left out. */
export const searchClient = (service = here.origin + here.pathname.replace(/\/[^/]*$/, '')) => new Client(service);
