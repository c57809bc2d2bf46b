// <related-posts>: what is related to the page that it stands in. Without dependencies; reads the service of this script's own
// address (or of service="…"), or static files (src="/search/related/", or one: src="/related.json"). Text from outside only ever becomes text.
const STYLES = `:host{display:block;min-block-size:var(--related-height,14rem);font:inherit;color:inherit}
:host([hidden]){display:none}
h2{font-size:1.15em;margin:0 0 .6em}
ol{list-style:none;margin:0;padding:0;display:grid;gap:1em}
a{color:var(--related-link,inherit);font-weight:600;text-underline-offset:.15em}
a:focus-visible{outline:2px solid currentColor;outline-offset:2px}
p{margin:.2em 0 0;font-size:.875em;color:var(--related-quiet,inherit)}
.wait{block-size:2.6em;border-radius:.3em;background:currentColor;opacity:.06}`;
const here = new URL(import.meta.url);

const element = (name, part, text) => {
  const made = document.createElement(name);
  if (part) made.setAttribute('part', part);
  if (text) made.textContent = text;
  return made;
};

const webAddress = (text, base) => {
  try {
    const url = new URL(text, base);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
};

const pathOf = (text) => {
  try {
    return decodeURIComponent(new URL(text, location.href).pathname).replace(/\/(index\.html)?$/, '');
  } catch {
    return text;
  }
};

// Of a folder of such files, the one that a post stands in: by its id or its path, as the export names it.
const shardOf = (key) => {
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = (hash * 31 + key.charCodeAt(i)) & 0xffffff;
  return `${(hash % 256).toString(16).padStart(2, '0')}.json`;
};

// A static file is by id or by address: {"<id>": [hit, …]}, {"<id>": {"url", "related": […]}} or the same as a list.
const fromFile = (file, id, page) => {
  const entries = Array.isArray(file) ? file.map((one) => [one.id, one]) : Object.entries(file);
  const own = entries.find(([name, one]) => (id ? name === id : pathOf(name) === pathOf(page) || (one?.url && pathOf(one.url) === pathOf(page))));
  const found = own?.[1];
  return (Array.isArray(found) ? found : found?.related) ?? [];
};

class RelatedPosts extends HTMLElement {
  static observedAttributes = ['src', 'service', 'post', 'url', 'limit'];

  #asked = null;

  connectedCallback() {
    if (!this.shadowRoot) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLES);
      this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
    }
    this.#load();
  }

  disconnectedCallback() {
    this.#asked?.abort();
  }

  attributeChangedCallback() {
    if (this.isConnected && this.shadowRoot) this.#load();
  }

  get #page() {
    return this.getAttribute('url') ?? document.querySelector('link[rel=canonical]')?.href ?? location.href;
  }

  get #limit() {
    return Math.min(20, Math.max(1, Number(this.getAttribute('limit')) || 5));
  }

  async #load() {
    this.#asked?.abort();
    const asked = (this.#asked = new AbortController());
    this.#wait();
    try {
      const hits = await this.#ask(asked.signal);
      if (asked === this.#asked) this.#show(hits.slice(0, this.#limit));
    } catch {
      // A page is complete without this list: nothing is said where there is none.
      if (asked === this.#asked && !asked.signal.aborted) this.#show([]);
    }
  }

  async #ask(signal) {
    const id = this.getAttribute('post');
    const file = this.getAttribute('src');
    const service = this.getAttribute('service') ?? here.origin + here.pathname.replace(/\/[^/]*$/, '');
    const query = `limit=${this.#limit}`;
    const address = file?.endsWith('/') ? file + shardOf(id ?? pathOf(this.#page)) : file ?? `${service.replace(/\/$/, '')}/api/${id ? `posts/${encodeURIComponent(id)}/related?` : `related?url=${encodeURIComponent(this.#page)}&`}${query}`;
    const answer = await fetch(address, { signal, credentials: 'omit' });
    if (!answer.ok) return [];
    const body = await answer.json();
    return file ? fromFile(body, id, this.#page) : body.related ?? [];
  }

  #wait() {
    const list = element('ol');
    list.setAttribute('aria-hidden', 'true');
    for (let i = 0; i < Math.min(3, this.#limit); i++) list.append(element('li')), list.lastChild.className = 'wait';
    this.setAttribute('aria-busy', 'true');
    this.shadowRoot.replaceChildren(list);
  }

  #show(hits) {
    const list = element('ol', 'list');
    for (const hit of hits) {
      const address = webAddress(hit.url, location.href);
      if (!address) continue;
      const item = element('li', 'item');
      const link = element('a', 'link', hit.title || hit.id);
      link.href = address;
      item.append(link);
      const reasons = Array.isArray(hit.reasons) ? hit.reasons.filter((reason) => typeof reason === 'string') : [];
      if (reasons.length && !this.hasAttribute('no-reasons')) item.append(element('p', 'reasons', reasons.join(' · ')));
      list.append(item);
    }
    this.removeAttribute('aria-busy');
    const section = element('section', 'section');
    const label = this.getAttribute('label') ?? 'Related';
    section.setAttribute('aria-label', label);
    section.append(element('h2', 'heading', label), list);
    this.shadowRoot.replaceChildren(...(list.childElementCount ? [section] : []));
    this.dispatchEvent(new CustomEvent('related-shown', { bubbles: true, detail: { count: list.childElementCount } }));
  }
}

if (!customElements.get('related-posts')) customElements.define('related-posts', RelatedPosts);
