// The closer look at the best few hundred: which words of the query stand in the title, in what order, and how near to each other they stand in
// the text. The same formulas as the service's second stage.

const MAX_WORDS = 48;
const WINDOW = 8;
const SATURATION = 1.5;

/** Evidence for each document, as a share of the most that the words can give. */
export async function evidence(index, allWords, documents) {
  const { about, columns } = index;
  const isCut = allWords.length > MAX_WORDS;
  const words = isCut ? [...allWords].sort((a, b) => b.idf - a.idf || a.place - b.place).slice(0, MAX_WORDS).sort((a, b) => a.place - b.place) : allWords;
  const allIdf = [...new Map(allWords.filter((word) => word.idf > 0).map((word) => [word.stem, word.idf])).values()].reduce((sum, one) => sum + one, 0);
  const firsts = words.map((word) => words.findIndex((other) => other.stem === word.stem));
  const telling = words.filter((word) => word.idf > 0);
  // One word alone is near to nothing: its places are not fetched.
  const areNear = new Set(telling.map((word) => word.stem)).size > 1;
  const places = await Promise.all(words.map((word, i) => (areNear && word.idf > 0 && word.data && firsts[i] === i ? index.places(word.data) : null)));
  const title = (i, document) => words[firsts[i]].data?.titles.get(document) ?? [];
  const prose = (i, document) => places[firsts[i]]?.get(document) ?? [];
  return documents.map((document) => {
    const [share, order, isTitle] = inTitle(words, firsts, allIdf, isCut, (i) => title(i, document), about.lengths[columns.titleLength[document]]);
    return about.titleShare * share + about.titleOrder * order + (isTitle ? about.exactTitle : 0) + about.nearness * nearness(words, (i) => prose(i, document));
  });
}

/** How like the best hits the others are: a share for each hit, best first, from 0 to 1. */
export async function likeness(index, hits) {
  const { models, steepness, leastPosts } = index.about.likeness;
  const posts = hits.filter(({ document }) => index.columns.isPost[document]);
  if (posts.length < leastPosts || hits[0].score <= 0) return hits.map(() => 0);
  const best = await Promise.all(posts.slice(0, models).map(async ({ document, score }) => ({ near: await index.near(document), counts: (score / hits[0].score) ** steepness })));
  const sums = hits.map(({ document }) => best.reduce((sum, { near, counts }) => sum + counts * (near.get(document) ?? 0), 0));
  const most = Math.max(...sums);
  return sums.map((sum) => (most > 0 ? Math.fround(sum / most) : 0));
}

function inTitle(words, firsts, allIdf, isCut, title, length) {
  if (length === 0) return [0, 0, false];
  let [found, pairs, pairsFound, wordsFound] = [0, 0, 0, 0];
  let isTitle = !isCut && length === words.length;
  words.forEach((word, i) => {
    const here = title(i);
    isTitle &&= here.includes(i);
    if (here.length && firsts[i] === i) {
      found += word.idf;
      wordsFound++;
    }
    if (i === 0 || word.place !== words[i - 1].place + 1) return;
    const weight = word.idf + words[i - 1].idf;
    pairs += weight;
    if (here.length && title(i - 1).some((place) => here.includes(place + 1))) pairsFound += weight;
  });
  const share = allIdf === 0 ? 0 : found / allIdf * (0.5 + 0.5 * Math.min(1, wordsFound / length));
  return [share, pairs === 0 ? 0 : pairsFound / pairs, isTitle];
}

function nearness(words, prose) {
  let [all, near, before] = [0, 0, -1];
  words.forEach((word, i) => {
    if (word.idf === 0) return;
    if (before >= 0 && word.stem !== words[before].stem) {
      const weight = Math.min(word.idf, words[before].idf);
      const met = meetings(prose(before), prose(i), word.place - words[before].place);
      all += weight;
      near += weight * met / (met + SATURATION);
    }
    before = i;
  });
  return all === 0 ? 0 : near / all;
}

function meetings(first, second, wanted) {
  let [sum, from] = [0, 0];
  for (const place of first) {
    while (from < second.length && second[from] < place - WINDOW) from++;
    let best = 0;
    for (let j = from; j < second.length && second[j] <= place + WINDOW; j++) if (second[j] !== place) best = Math.max(best, 1 / (1 + Math.abs(second[j] - place - wanted)));
    sum += best;
  }
  return sum;
}
