// The static index as a page sees it: its description, the columns of all documents, and shards that are fetched when a word of them is
// looked for, each once.

const utf8 = new TextDecoder();

class Bytes {
  #bytes;
  #at = 0;

  constructor(bytes) {
    this.#bytes = bytes;
  }

  get ended() {
    return this.#at >= this.#bytes.length;
  }

  number() {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.#bytes[this.#at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }

  rising() {
    let last = 0;
    return Array.from({ length: this.number() }, () => (last += this.number()));
  }

  take(length) {
    return this.#bytes.subarray(this.#at, (this.#at += length));
  }

  text() {
    return utf8.decode(this.take(this.number()));
  }
}

/** What a document needs to be ranked: whether it is a post, lengths, age, group. */
function readColumns(bytes, about) {
  const count = about.documents;
  const source = new Bytes(bytes);
  const columns = { isPost: source.take(count), length: source.take(count), titleLength: source.take(count), instant: new Float64Array(count), group: new Int32Array(count) };
  let last = about.recency[0];
  for (let i = 0; i < count; i++) {
    const step = source.number();
    columns.instant[i] = step === 0 ? NaN : (last = last - step + 1);
  }
  columns.posts = [...columns.isPost.keys()].filter((document) => columns.isPost[document]);
  const recent = [];
  let groups = 0;
  for (let i = 0; i < count; i++) {
    const value = source.number();
    columns.group[i] = value === 0 ? -1 : value === 1 ? groups++ : recent.splice(value - 2, 1)[0];
    if (value) recent.unshift(columns.group[i]);
  }
  return columns;
}

function readTerms(bytes) {
  const source = new Bytes(bytes);
  const terms = new Map();
  // Of several words: with the documents that have them side by side.
  const named = (text) => ({ text, documents: text.includes(' ') ? source.rising() : null });
  let [shard, number] = [source.number(), 0];
  while (!source.ended) {
    const term = { stem: source.text(), inPosts: source.number(), inQuotes: source.number(), documents: [], times: [], titles: new Map(), besides: new Map(), names: new Map() };
    const count = source.number();
    let last = -1;
    for (let i = 0; i < count; i++) term.documents.push((last += source.number() + 1));
    const titled = [];
    for (let i = 0; i < count; i++) {
      const value = source.number();
      term.times.push(value >> 1);
      if (value & 1) titled.push(term.documents[i]);
    }
    for (const document of titled) term.titles.set(document, source.rising());
    for (let left = source.number(); left > 0; left--) {
      term.besides.set(source.text(), named(source.text()));
    }
    for (let left = source.number(); left > 0; left--) {
      const key = source.text();
      const names = Array.from({ length: source.number() }, () => named(source.text()));
      term.names.set(key, { names, labelled: source.rising() });
    }
    if (source.number()) [shard, number] = [shard + 1, 0];
    term.places = { shard, number: number++ };
    terms.set(term.stem, term);
  }
  return terms;
}

export class StaticIndex {
  about;
  columns;
  #base;
  #kept = new Map();

  /** `base`: address of the folder that was exported. */
  static async open(base) {
    const index = new StaticIndex();
    index.#base = base;
    index.about = await index.#json('index.json');
    index.columns = readColumns(await index.#bytes('columns.bin'), index.about);
    return index;
  }

  /** A stem with its postings; null where nothing has it. */
  async term(stem) {
    const shard = this.#shardOf(stem);
    return shard < 0 ? null : ((await this.#once(`terms/${shard}.bin`, async (path) => readTerms(await this.#bytes(path)))).get(stem) ?? null);
  }

  /** The stems that begin so, at most `most` shards of them. */
  async beginning(prefix, most = 3) {
    const found = [];
    const first = Math.max(0, this.#shardOf(prefix));
    for (let shard = first; shard < Math.min(first + most, this.about.shards.length) && (shard === first || this.about.shards[shard].startsWith(prefix)); shard++)
      for (const term of (await this.#once(`terms/${shard}.bin`, async (path) => readTerms(await this.#bytes(path)))).values()) if (term.stem.startsWith(prefix)) found.push(term);
    return found;
  }

  /** Places of a term in the prose of its documents: a map from document to places. */
  async places(term) {
    const { shard, number } = term.places;
    const all = await this.#once(`places/${shard}.bin`, async (path) => {
      const source = new Bytes(await this.#bytes(path));
      const parts = [];
      while (!source.ended) parts.push(source.take(source.number()));
      return parts;
    });
    const source = new Bytes(all[number]);
    return new Map(term.documents.map((document) => [document, source.rising()]));
  }

  /** How like a post others are, in steps: a map from document. */
  async near(document) {
    const { posts } = this.columns;
    const { together } = this.about.likeness;
    const post = posts.indexOf(document);
    const shard = await this.#once(`near/${Math.floor(post / together)}.bin`, async (path) => {
      const source = new Bytes(await this.#bytes(path));
      const near = [];
      while (!source.ended) {
        const like = source.rising().map((other) => posts[other]);
        const steps = source.take(like.length);
        near.push(new Map(like.map((other, i) => [other, steps[i]])));
      }
      return near;
    });
    return shard[post % together];
  }

  /** What is shown of a document. */
  async document(number) {
    const together = this.about.documentsTogether;
    return (await this.#once(`docs/${Math.floor(number / together)}.json`, (path) => this.#json(path)))[number % together];
  }

  /** The stem of a word by the index's own list; undefined where it has none. */
  async stemOf(word) {
    let hash = 0;
    for (let i = 0; i < word.length; i++) hash = (hash * 31 + word.charCodeAt(i)) & 0xffffff;
    return (await this.#once(`stems/${hash % this.about.stemShards}.json`, (path) => this.#json(path)))[word];
  }

  // The last shard that begins at or before a stem.
  #shardOf(stem) {
    const firsts = this.about.shards;
    let [low, high] = [0, firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= stem) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  // A shard that could not be fetched is asked for again.
  #once(path, read) {
    if (!this.#kept.has(path)) {
      const reading = read(path);
      this.#kept.set(path, reading);
      reading.catch(() => this.#kept.delete(path));
    }
    return this.#kept.get(path);
  }

  async #fetch(path) {
    const answer = await fetch(new URL(path, this.#base), { credentials: 'omit' });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer;
  }

  async #json(path) {
    return (await this.#fetch(path)).json();
  }

  async #bytes(path) {
    const answer = await this.#fetch(path);
    return new Uint8Array(await new Response(answer.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
  }
}
