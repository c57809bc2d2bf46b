// Numbers, dates and counted nouns as the page writes them.

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "1 result", "12,345 results". */
export function counted(count, one, many = `${one}s`) {
  return `${number(count)} ${count === 1 ? one : many}`;
}

export const number = value => value.toLocaleString("en-GB");

/** The day as the site dates it, wherever the reader is: "9 September 2022"; "1843" where no more is known. Empty where there is no date. */
export const day = (iso, precision) => iso ? period(known(iso, precision)) : "";

/** As much of a date as is known: the day, "1843-07" or "1843". */
export const known = (iso, precision) => iso.slice(0, { year: 4, month: 7 }[precision] ?? 10);

export function milliseconds(ms) {
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
}

/** "2021", "March 2021", "12 March 2021": a date as it can be typed into the range. */
export function period(text) {
  const [year, month, date] = text.split("-").map(Number);
  return [date, month && MONTHS[month - 1], year].filter(Boolean).join(" ");
}

/** A slug whose label is not known yet, legible. */
export const fromSlug = slug => slug.replaceAll("-", " ");
