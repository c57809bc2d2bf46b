// What is searched while a query is being typed, and when.

const PAUSE_MS = 130;

// A plain word of two letters or more at the very end, perhaps after a plus; not one that is left out with a minus, as leaving out all
// that begins like it would take away too much.
const PLAIN = /(^|[\s(])(\+?)([\p{L}\p{N}]{2,})$/u;
const IN_FIELD = /(^|[\s(])((?:title|tag|category|person|speaker):)([\p{L}\p{N}-]*[\p{L}\p{N}]{2})$/iu;
const OPERATOR = /^(AND|OR|NOT)$/;

/**
 * The query for a text whose last word may be unfinished: that word, in all its forms, or any word that begins so. So nothing that was
 * found vanishes while the word grows to its end.
 */
export function searchedQuery(text) {
  const found = IN_FIELD.exec(text) ?? PLAIN.exec(text);
  if (!found || OPERATOR.test(found[3]) || isInQuotes(text))
    return text.trim();
  const [, before, lead, word] = found;
  return `${text.slice(0, found.index)}${before}${lead}(${word} OR ${word}*)`;
}

/** Whether the last word of a text may go on. */
export const isUnfinished = text => searchedQuery(text) !== text.trim();

/** Calls `onText` when typing pauses, and at once on Enter; never in the middle of a composed character (IME). */
export function watchTyping(input, onText, onEnter) {
  let timer = 0;
  let isComposing = false;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => onText(input.value), PAUSE_MS);
  };
  input.addEventListener("compositionstart", () => {
    isComposing = true;
    clearTimeout(timer);
  });
  input.addEventListener("compositionend", () => {
    isComposing = false;
    later();
  });
  input.addEventListener("input", event => {
    if (!isComposing && !event.isComposing)
      later();
  });
  input.form.addEventListener("submit", event => {
    event.preventDefault();
    clearTimeout(timer);
    if (!isComposing)
      onEnter(input.value);
  });
}

function isInQuotes(text) {
  const marks = text.match(/["“”„«»]/g);
  return marks !== null && marks.length % 2 === 1;
}
