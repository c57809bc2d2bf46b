// Text → folded words, by the rules that the index was made with.

const MAX_CHARS = 64;
const LETTER = /[\p{L}\p{Nd}\p{Nl}\p{No}\p{Mn}\p{Mc}]/u;
const isLetter = (c) => c !== undefined && /\p{L}/u.test(c);
const isDigit = (c) => c !== undefined && /\p{Nd}/u.test(c);
const isUpper = (c) => c !== undefined && /\p{Lu}/u.test(c);

// Scripts without blanks between words: Thai, Lao, Burmese, Khmer, kana, Han, Hangul.
const isPaired = (c) => (c >= 0x0e00 && c <= 0x0eff) || (c >= 0x1000 && c <= 0x109f) || (c >= 0x1780 && c <= 0x17ff) || (c >= 0x3040 && c <= 0x30ff)
  || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7af) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);

// Letters that readers take for others though no form of Unicode says so.
const ALIKE = { æ: 'ae', œ: 'oe', ð: 'd', đ: 'd', ø: 'o', ħ: 'h', ı: 'i', ł: 'l', ŧ: 't', þ: 'th', ß: 'ss' };

/** Lower case, compatibility forms resolved, without the diacritics of Latin, Greek and Cyrillic letters. */
export function fold(text) {
  let folded = '';
  for (const c of text.toWellFormed?.() ?? text) {
    const code = c.codePointAt(0);
    if (code < 0xa0) folded += c.toLowerCase();
    else if (code > 0xffff || (code >= 0xac00 && code <= 0xd7af)) folded += c.toLowerCase();
    else folded += c.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff]/g, '').normalize('NFC').replace(/[æœðđøħıłŧþß]/g, (one) => ALIKE[one]);
  }
  return folded;
}

/** A cutter of words; `elisions`: articles that stand before an apostrophe and are words of their own. */
export function cutter(elisions) {
  const apart = new Set(elisions);

  // Size of the letter, digit or mark at a place, and whether its script has no blanks; null where there is none.
  const letterAt = (text, at) => {
    if (at >= text.length) return null;
    const code = text.codePointAt(at);
    const c = String.fromCodePoint(code);
    if (!LETTER.test(c)) return null;
    return { size: c.length, paired: code > 127 && /\p{Lo}/u.test(c) && isPaired(code) };
  };

  const pair = (text, start, size) => {
    let next = start + size;
    const second = letterAt(text, next);
    if (!second?.paired) return { end: next, next };
    const end = next + second.size;
    if (!letterAt(text, end)?.paired) next = end;
    return { end, next };
  };

  const dotted = (text, start) => {
    let i = start;
    while (i + 1 < text.length && isLetter(text[i]) && text[i + 1] === '.') i += 2;
    if (isLetter(text[i]) && !letterAt(text, i + 1)) i++;
    return { end: i, next: i, drop: true };
  };

  const isThousands = (text, at) => at > 0 && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) && isDigit(text[at - 1]);

  const word = (text, start) => {
    let i = start;
    let drop = false;
    while (i < text.length && i - start < MAX_CHARS) {
      const letter = letterAt(text, i);
      if (letter) {
        if (letter.paired) break;
        i += letter.size;
        continue;
      }
      const c = text[i];
      if ("'’ʼ".includes(c) && isLetter(text[i + 1]) && isLetter(text[i - 1])) {
        if ('sS'.includes(text[i + 1]) && !letterAt(text, i + 2)) return { end: i, next: i + 2, drop };
        if (apart.has(text.slice(start, i).toLowerCase())) return { end: i, next: i + 1, drop };
        drop = true;
        i++;
        continue;
      }
      if (c === '.' && isDigit(text[i - 1]) && isDigit(text[i + 1])) {
        i++;
        continue;
      }
      if (c === ',' && isThousands(text, i)) {
        drop = true;
        i++;
        continue;
      }
      if (c === '.' && i - start === 1 && isLetter(text[start]) && isLetter(text[i + 1])) return dotted(text, start);
      if (c === '&' && i - start <= 3 && isLetter(text[i - 1]) && isLetter(text[i + 1])
        && ((isUpper(text[i - 1]) && isUpper(text[i + 1])) || !letterAt(text, i + 2))) {
        i++;
        continue;
      }
      if (c === '#' && i - start === 1 && !letterAt(text, i + 1)) i++;
      else if (c === '+' && i - start === 1 && text[i + 1] === '+') i += 2;
      break;
    }
    i = Math.max(i, start + 1);
    return { end: i, next: i, drop };
  };

  /** `{ term, typed, start, end }` for each word. */
  return (text) => {
    const words = [];
    for (let at = 0; at < text.length;) {
      const letter = letterAt(text, at);
      if (!letter) {
        at++;
        continue;
      }
      const { end, next, drop } = letter.paired ? pair(text, at, letter.size) : word(text, at);
      const typed = text.slice(at, end);
      let term = fold(typed);
      if (drop) term = term.replace(/[^\p{L}\p{Nd}\p{Mn}\p{Mc}]/gu, '');
      // Combining marks alone are folded away.
      if (term) words.push({ term, typed, start: at, end });
      at = next;
    }
    return words;
  };
}
