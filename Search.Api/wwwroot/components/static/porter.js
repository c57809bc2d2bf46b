// The stemmer of M. F. Porter ("An algorithm for suffix stripping", 1980), with the two departures of its author's own version (-bli, -logi):
// what the index was made with, for pages that search it without a service.

const isConsonant = (word, i) => {
  switch (word[i]) {
    case 'a': case 'e': case 'i': case 'o': case 'u': return false;
    case 'y': return i === 0 || !isConsonant(word, i - 1);
    default: return true;
  }
};

/** How often a vowel and then a consonant follow each other. */
const measure = (stem) => {
  let n = 0;
  for (let i = 1; i < stem.length; i++) if (isConsonant(stem, i) && !isConsonant(stem, i - 1)) n++;
  return n;
};

const hasVowel = (stem) => [...stem].some((_, i) => !isConsonant(stem, i));
const endsDouble = (word) => word.length > 1 && word.at(-1) === word.at(-2) && isConsonant(word, word.length - 1);
const endsShort = (word) => {
  const i = word.length - 1;
  return i > 1 && isConsonant(word, i) && !isConsonant(word, i - 1) && isConsonant(word, i - 2) && !'wxy'.includes(word[i]);
};

const SECOND = { a: ['ational:ate', 'tional:tion'], c: ['enci:ence', 'anci:ance'], e: ['izer:ize'], l: ['bli:ble', 'alli:al', 'entli:ent', 'eli:e', 'ousli:ous'],
  o: ['ization:ize', 'ation:ate', 'ator:ate'], s: ['alism:al', 'iveness:ive', 'fulness:ful', 'ousness:ous'], t: ['aliti:al', 'iviti:ive', 'biliti:ble'], g: ['logi:log'] };
const THIRD = { e: ['icate:ic', 'ative:', 'alize:al'], i: ['iciti:ic'], l: ['ical:ic', 'ful:'], s: ['ness:'] };
const FOURTH = { a: ['al'], c: ['ance', 'ence'], e: ['er'], i: ['ic'], l: ['able', 'ible'], n: ['ant', 'ement', 'ment', 'ent'], o: ['ion', 'ou'], s: ['ism'], t: ['ate', 'iti'], u: ['ous'], v: ['ive'], z: ['ize'] };

// Of a list of endings the first that fits decides, whether it is replaced or not.
const replaced = (word, rules) => {
  for (const rule of rules ?? []) {
    const [ending, by] = rule.split(':');
    if (word.endsWith(ending)) {
      const stem = word.slice(0, -ending.length);
      return measure(stem) > 0 ? stem + by : word;
    }
  }
  return word;
};

const first = (word) => {
  if (word.endsWith('sses') || word.endsWith('ies')) word = word.slice(0, -2);
  else if (word.endsWith('s') && word.at(-2) !== 's') word = word.slice(0, -1);
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const stem = word.endsWith('ed') ? word.slice(0, -2) : word.endsWith('ing') ? word.slice(0, -3) : null;
  if (stem === null || !hasVowel(stem)) return word;
  if (/(at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (endsDouble(stem)) return 'lsz'.includes(stem.at(-1)) ? stem : stem.slice(0, -1);
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
};

const fourth = (word) => {
  for (const ending of FOURTH[word.at(-2)] ?? []) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    if (ending === 'ion' && !'st'.includes(stem.at(-1) ?? '-')) continue;
    return measure(stem) > 1 ? stem : word;
  }
  return word;
};

export function stem(word) {
  if (word.length < 3) return word;
  word = first(word);
  if (word.endsWith('y') && hasVowel(word.slice(0, -1))) word = `${word.slice(0, -1)}i`;
  word = replaced(word, SECOND[word.at(-2)]);
  word = replaced(word, THIRD[word.at(-1)]);
  word = fourth(word);
  if (word.endsWith('e')) {
    const rest = word.slice(0, -1);
    if (measure(rest) > 1 || (measure(rest) === 1 && !endsShort(rest))) word = rest;
  }
  if (word.endsWith('ll') && measure(word) > 1) word = word.slice(0, -1);
  return word;
}
