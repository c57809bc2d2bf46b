// <search-box>: makes the page's own search form answer while one types. Without dependencies. The form stays the page's own: without
// this script, or where the service can't be reached, it is sent as ever. Text from outside only ever becomes text.
//
//   <search-box><form action="/search"><label for="s">Search</label><input id="s" name="q" type="search"></form></search-box>
//   <script type="module" src="https://search.example.org/search-box.js"></script>
const STYLES = `search-box{display:block;position:relative;
--box-back:var(--search-box-background,light-dark(#fff,#1d1c1a));--box-ink:var(--search-box-color,light-dark(#1f1d1a,#ece8e1));
--box-quiet:var(--search-box-quiet,light-dark(#625c52,#aaa297));--box-line:var(--search-box-border,light-dark(#ddd6ca,#3b3833));
--box-chosen:var(--search-box-active,light-dark(#f1ece2,#2f2c28));--box-mark:var(--search-box-mark,light-dark(#fbe7a6,#5c4a12));
.panel{position:absolute;inset-inline:0;inset-block-start:calc(100% + .4rem);z-index:var(--search-box-layer,1000);box-sizing:border-box;min-inline-size:min(22rem,100%);
padding:.4rem;background:var(--box-back);color:var(--box-ink);border:1px solid var(--box-line);border-radius:var(--search-box-radius,.6rem);box-shadow:0 .6rem 2rem rgb(0 0 0/.16);text-align:start}
.list{max-block-size:min(32rem,75vh);overflow:auto;overscroll-behavior:contain}
[hidden]{display:none!important}
.group{padding:.55rem .6rem .2rem;font-size:.75rem;letter-spacing:.04em;color:var(--box-quiet)}
.option{display:block;padding:.5rem .6rem;border-radius:.4rem;cursor:pointer;overflow-wrap:anywhere}
.option:hover,.option[aria-selected=true]{background:var(--box-chosen)}
.option[aria-selected=true]{outline:2px solid currentColor;outline-offset:-2px}
.title{font-weight:600;line-height:1.35}
.all .title{font-weight:400;color:var(--box-quiet)}
.passage{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;margin-block-start:.15rem;font-size:.875rem;line-height:1.45;color:var(--box-quiet)}
.count{float:inline-end;margin-inline-start:1rem;font-size:.8rem;color:var(--box-quiet);font-variant-numeric:tabular-nums}
mark{background:var(--box-mark);color:var(--box-ink);border-radius:.15em}
.title,.passage,.state{unicode-bidi:plaintext}
.state{margin:0;padding:.6rem;font-size:.875rem;color:var(--box-quiet)}
.wait{block-size:2.4rem;margin:.4rem .6rem;border-radius:.3rem;background:currentColor;opacity:.07}
.live{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (forced-colors:active){.option[aria-selected=true]{outline-color:Highlight}}
@media (prefers-reduced-motion:no-preference){.panel{animation:search-box-in .12s ease-out}}}
@keyframes search-box-in{from{opacity:0}}`;

const WORDS = {
  results: '{count} results for {query}', one: '1 result for {query}', none: 'Nothing found for {query}', loading: 'Searching …', slow: 'Still searching …',
  offline: 'You are offline. Press Enter to search once you are back.', error: 'The search does not answer. Press Enter to try the full page.',
  meant: 'Did you mean {query}?', posts: 'Posts', people: 'People', tags: 'Tags', quotes: 'Quotations', recent: 'Recent searches', forget: 'Forget recent searches', all: 'All results for {query}', list: 'Suggestions',
};
const DEBOUNCE = 130;
const SLOW = 1200;
const RECENT = 'search-box-recent';
const here = new URL(import.meta.url);
let number = 0;

const element = (name, className, text) => {
  const made = document.createElement(name);
  if (className) made.className = className, made.setAttribute('part', className);
  if (text !== undefined) made.textContent = text;
  return made;
};

// Escaped text with <mark> as its only element, as the service promises; anything else in it is shown as the text that it is.
const marked = (target, html) => {
  const plain = (text) => text.replace(/&(lt|gt|quot|#39|#x27|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? "'");
  for (const [i, part] of String(html ?? '').split(/<mark>|<\/mark>/).entries()) {
    if (!part) continue;
    if (i % 2) target.append(element('mark', '', plain(part)));
    else target.append(plain(part));
  }
  return target;
};

const webAddress = (text) => {
  try {
    const url = new URL(text, location.href);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
};

const isEditing = (target) => target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea,select,input:not([type=checkbox],[type=radio],[type=button],[type=submit],[type=reset])'));

class SearchBox extends HTMLElement {
  #input = null;
  #form = null;
  #panel = null;
  #live = null;
  #list = null;
  #options = [];
  #active = -1;
  #timer = 0;
  #slow = 0;
  #asked = null;
  #static = null;
  #back = null;
  #stop = null;
  #id = `search-box-${++number}`;

  connectedCallback() {
    this.#form = this.querySelector('form');
    this.#input = this.querySelector('input[type=search],input[type=text],input:not([type])');
    if (!this.#input) return;
    this.#build();
    this.#stop = new AbortController();
    const on = (target, name, act) => target.addEventListener(name, act, { signal: this.#stop.signal });
    on(this.#input, 'input', (event) => event.isComposing || this.#typed());
    on(this.#input, 'compositionend', () => this.#typed());
    on(this.#input, 'focus', () => this.#input.value.trim() || this.#recent());
    on(this.#input, 'click', () => this.#panel.hidden && this.#typed(0));
    on(this.#input, 'keydown', (event) => this.#key(event));
    // Another window or tab takes no focus from the page: who comes back finds the list as it was.
    on(this, 'focusout', (event) => this.contains(event.relatedTarget) || this.contains(document.activeElement) || this.#close());
    on(document, 'pointerdown', (event) => event.composedPath().includes(this) || this.#close());
    on(document, 'keydown', (event) => this.#shortcut(event));
    on(window, 'online', () => this.#panel.hidden || this.#typed(0));
    if (this.#form) on(this.#form, 'submit', () => this.#remember(this.#input.value));
  }

  disconnectedCallback() {
    this.#stop?.abort();
    this.#asked?.abort();
    clearTimeout(this.#timer);
    clearTimeout(this.#slow);
  }

  // The panel stands beside the input in one tree, as ids of ARIA do not cross into a shadow: it is therefore made in this element.
  #build() {
    if (!this.#panel) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLES);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      this.#panel = element('div', 'panel');
      this.#panel.hidden = true;
      this.#live = element('p', 'live');
      this.#live.setAttribute('role', 'status');
      this.#live.setAttribute('aria-live', 'polite');
      this.#live.setAttribute('aria-atomic', 'true');
      this.append(this.#panel, this.#live);
    }
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': `${this.#id}-list`, 'aria-haspopup': 'listbox', autocomplete: 'off' };
    for (const [name, value] of Object.entries(attributes)) this.#input.setAttribute(name, value);
    if (!this.#input.labels?.length && !this.#input.hasAttribute('aria-label')) this.#input.setAttribute('aria-label', this.getAttribute('label') ?? 'Search');
    this.#fill([]);
  }

  #word(name, values = {}) {
    return (this.getAttribute(`label-${name}`) ?? WORDS[name]).replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
  }

  get #service() {
    return (this.getAttribute('src') ?? here.origin + here.pathname.replace(/\/[^/]*$/, '')).replace(/\/$/, '');
  }

  #shortcut(event) {
    const isCommand = (event.metaKey || event.ctrlKey) && !event.altKey && event.key.toLowerCase() === 'k';
    const isSlash = event.key === '/' && !event.metaKey && !event.ctrlKey && !event.altKey && !isEditing(event.target);
    if (event.defaultPrevented || (!isCommand && !isSlash)) return;
    event.preventDefault();
    if (document.activeElement !== this.#input) this.#back = document.activeElement;
    this.#input.focus();
    this.#input.select();
  }

  #key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const isOpen = !this.#panel.hidden && this.#options.length > 0;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) this.#input.value.trim() ? this.#typed(0) : this.#recent();
      else this.#choose(this.#active + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' && isOpen && this.#active >= 0) {
      event.preventDefault();
      this.#take(this.#options[this.#active], event.shiftKey || event.metaKey || event.ctrlKey);
    } else if (event.key === 'Enter' && event.shiftKey && this.#form) {
      event.preventDefault();
      this.#remember(this.#input.value);
      window.open(this.#page(this.#input.value), '_blank', 'noopener');
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (!this.#panel.hidden) this.#close();
      else if (this.#input.value) this.#input.value = '', this.#say('');
      else if (this.#back?.isConnected) this.#back.focus(), (this.#back = null);
    } else if (event.key === 'Tab') this.#close();
  }

  // From the last to the input itself, and on to the first.
  #choose(index) {
    const count = this.#options.length;
    this.#active = index < -1 ? count - 1 : index >= count ? -1 : index;
    for (const [i, option] of this.#options.entries()) option.node.setAttribute('aria-selected', String(i === this.#active));
    const option = this.#options[this.#active];
    if (option) this.#input.setAttribute('aria-activedescendant', option.node.id);
    else this.#input.removeAttribute('aria-activedescendant');
    option?.node.scrollIntoView({ block: 'nearest' });
  }

  #typed(delay = DEBOUNCE) {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    this.#asked = null;
    clearTimeout(this.#slow);
    const query = this.#input.value.trim();
    if (!query) {
      this.#say('');
      this.#recent();
      return;
    }
    this.#timer = setTimeout(() => this.#ask(query), delay);
  }

  async #ask(query) {
    const asked = (this.#asked = new AbortController());
    const isCurrent = () => asked === this.#asked;
    if (this.#panel.hidden || !this.#options.length) this.#state('loading', true);
    this.#slow = setTimeout(() => isCurrent() && this.#state('slow', true), SLOW);
    try {
      const get = async (path) => {
        const answer = await fetch(`${this.#service}${path}`, { signal: asked.signal, credentials: 'omit' });
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.json();
      };
      const q = encodeURIComponent(query);
      const limit = Math.min(20, Math.max(1, Number(this.getAttribute('limit')) || 6));
      const index = this.getAttribute('index');
      const [found, suggested] = index !== null
        ? [await (await this.#opened(index)).search(query, limit), {}]
        : await Promise.all([get(`/api/search?q=${q}&limit=${limit}&facets=none&fold=true`), get(`/api/suggest?q=${q}&limit=8`).catch(() => ({ suggestions: [] }))]);
      if (isCurrent()) this.#show(query, found, suggested.suggestions ?? []);
    } catch {
      if (isCurrent() && !asked.signal.aborted) this.#state(navigator.onLine ? 'error' : 'offline');
    } finally {
      if (isCurrent()) clearTimeout(this.#slow);
    }
  }

  // A static index, and the script that reads it, from its own folder; one that could not be fetched is tried again.
  #opened(folder) {
    const base = new URL(`${folder.replace(/\/$/, '')}/`, document.baseURI);
    return (this.#static ??= import(new URL('static-search.js', base).href).then((script) => script.open(base)).catch((fault) => ((this.#static = null), Promise.reject(fault))));
  }

  #show(query, found, suggestions) {
    const groups = [];
    if (found.didYouMean) groups.push(['', [{ text: this.#word('meant', { query: found.didYouMean }), query: found.didYouMean }]]);
    const hits = found.hits ?? [];
    // Of a quotation: its words, and below them who said them and where.
    const said = (one) => [...new Set([one.speaker?.label ?? one.speakerText, one.title].filter(Boolean))].join(', ');
    const hit = (one) => ({ ...(one.kind === 'quote' ? { html: one.excerptHtml, said: said(one) } : { html: one.titleHtml, passage: one.excerptHtml }), url: one.url, fallback: one.title });
    groups.push([this.#word('posts'), hits.filter((one) => one.kind !== 'quote').map(hit)]);
    for (const [kind, name] of [['person', 'people'], ['tag', 'tags']])
      groups.push([this.#word(name), suggestions.filter((one) => one.kind === kind).slice(0, 3).map((one) => ({ html: one.html, count: one.count, url: `${this.#service}/${name}/${encodeURIComponent(one.slug)}` }))]);
    groups.push([this.#word('quotes'), hits.filter((one) => one.kind === 'quote').slice(0, 2).map(hit)]);
    const words = { count: found.total.toLocaleString(this.lang || document.documentElement.lang || undefined), query };
    const total = this.#word(found.total === 0 ? 'none' : found.total === 1 ? 'one' : 'results', words);
    if (found.total > 0 && (this.#form?.hasAttribute('action') || !this.hasAttribute('index'))) groups.push(['', [{ text: this.#word('all', words), url: this.#page(query), kind: 'all' }]]);
    this.#fill(groups, found.total === 0 ? total : found.relaxed);
    this.#say(found.relaxed ? `${total}. ${found.relaxed}` : total);
    this.dispatchEvent(new CustomEvent('search-shown', { bubbles: true, detail: { query, total: found.total } }));
  }

  #fill(groups, note) {
    this.#options = [];
    this.#list = element('div', 'list');
    this.#list.id = `${this.#id}-list`;
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', this.#word('list'));
    for (const [name, options] of groups.filter(([, options]) => options.length)) {
      const group = element('div');
      group.setAttribute('role', 'group');
      if (name) {
        const heading = element('div', 'group', name);
        heading.setAttribute('role', 'presentation');
        group.setAttribute('aria-label', name);
        group.append(heading);
      } else group.setAttribute('role', 'presentation');
      for (const option of options) group.append(this.#option(option));
      this.#list.append(group);
    }
    this.#list.hidden = !this.#options.length;
    this.#panel.replaceChildren(...(note ? [element('p', 'state', note)] : []), this.#list);
    this.#choose(-1);
    this.#open(Boolean(note) || this.#options.length > 0);
  }

  #option(option) {
    const node = element('div', option.kind ? `option ${option.kind}` : 'option');
    node.id = `${this.#id}-option-${this.#options.length}`;
    node.setAttribute('role', 'option');
    if (option.count !== undefined) node.append(element('span', 'count', String(option.count)));
    const title = element('div', 'title');
    node.append(option.html ? marked(title, option.html) : (title.append(option.text), title));
    if (option.passage) node.append(marked(element('div', 'passage'), option.passage));
    if (option.said) node.append(element('div', 'passage', option.said));
    const kept = { ...option, node };
    // The input keeps the focus: a press must not take it before the click comes.
    node.addEventListener('pointerdown', (event) => event.preventDefault());
    node.addEventListener('click', (event) => this.#take(kept, event.shiftKey || event.metaKey || event.ctrlKey));
    node.addEventListener('auxclick', (event) => event.button === 1 && this.#take(kept, true));
    this.#options.push(kept);
    return node;
  }

  #take(option, inNewTab) {
    if (option.act) return option.act();
    if (option.query !== undefined) {
      this.#input.value = option.query;
      return this.#typed(0);
    }
    this.#remember(this.#input.value);
    const address = webAddress(option.url ?? '') ?? this.#page(option.fallback ?? this.#input.value);
    if (inNewTab) window.open(address, '_blank', 'noopener');
    else this.#close(), location.assign(address);
  }

  #page(query) {
    const url = new URL(this.#form?.action ?? `${this.#service}/search`, location.href);
    url.searchParams.set(this.#input.name || 'q', query);
    return url.href;
  }

  #state(name, isWaiting = false) {
    this.#fill([], this.#word(name));
    if (isWaiting)
      for (let i = 0; i < 3; i++) {
        const bar = element('div', 'wait');
        bar.setAttribute('aria-hidden', 'true');
        this.#panel.append(bar);
      }
    if (name !== 'loading') this.#say(this.#word(name));
  }

  #open(isOpen) {
    this.#panel.hidden = !isOpen || document.activeElement !== this.#input;
    this.#input.setAttribute('aria-expanded', String(!this.#panel.hidden && this.#options.length > 0));
  }

  #close() {
    clearTimeout(this.#timer);
    clearTimeout(this.#slow);
    this.#asked?.abort();
    this.#asked = null;
    this.#choose(-1);
    this.#open(false);
  }

  #say(text) {
    this.#live.textContent = text;
  }

  #kept() {
    try {
      const kept = JSON.parse(localStorage.getItem(RECENT) ?? '[]');
      return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, 5) : [];
    } catch {
      return [];
    }
  }

  #store(queries) {
    try {
      if (queries.length) localStorage.setItem(RECENT, JSON.stringify(queries));
      else localStorage.removeItem(RECENT);
    } catch {
      // A browser may keep nothing; the search does not need it.
    }
  }

  #remember(text) {
    const query = text.trim();
    if (query && !this.hasAttribute('no-recent')) this.#store([query, ...this.#kept().filter((one) => one !== query)].slice(0, 5));
  }

  #recent() {
    const kept = this.hasAttribute('no-recent') ? [] : this.#kept();
    if (!kept.length) return this.#fill([]);
    this.#fill([
      [this.#word('recent'), kept.map((query) => ({ text: query, query }))],
      ['', [{ text: this.#word('forget'), act: () => (this.#store([]), this.#fill([])) }]],
    ]);
  }
}

if (!customElements.get('search-box')) customElements.define('search-box', SearchBox);
