// Bars of a timeline from the values of a facet: months (`2024-03`), years, decades or centuries, without gaps.

const MAX_BARS = 40;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const pad = (number, size) => String(number).padStart(size, "0");

/** `month` where the years of these values are so few that months can be seen; otherwise `year`. */
export function span(values) {
  const years = values.map(value => Number(value.slug.slice(0, 4))).filter(Number.isInteger);
  return years.length > 0 && Math.max(...years) - Math.min(...years) < 3 ? "month" : "year";
}

/** `{ name, tick, from, to, count }` in the order of time. */
export function barsOf(values) {
  const counts = new Map(values.map(value => [value.slug, value.count]));
  const slugs = [...counts.keys()].filter(slug => /^\d{4}(-\d{2})?$/.test(slug)).sort();
  if (slugs.length === 0)
    return [];
  return slugs[0].length === 7 ? monthBars(slugs, counts) : yearBars(slugs.map(Number), counts);
}

function monthBars(slugs, counts) {
  const at = slug => Number(slug.slice(0, 4)) * 12 + Number(slug.slice(5)) - 1;
  const bars = [];
  for (let month = at(slugs[0]); month <= at(slugs.at(-1)); month++) {
    const [year, number] = [pad(Math.floor(month / 12), 4), month % 12];
    const slug = `${year}-${pad(number + 1, 2)}`;
    bars.push({ name: `${MONTHS[number]} ${year}`, tick: number === 0 || bars.length === 0 ? year : MONTHS[number], from: slug, to: slug, count: counts.get(slug) ?? 0 });
  }
  return bars;
}

function yearBars(years, counts) {
  const distance = years.at(-1) - years[0];
  const step = distance < MAX_BARS ? 1 : distance < MAX_BARS * 10 ? 10 : 100;
  const bars = [];
  for (let from = Math.floor(years[0] / step) * step; from <= years.at(-1); from += step) {
    const to = from + step - 1;
    const count = years.filter(year => year >= from && year <= to).reduce((sum, year) => sum + counts.get(pad(year, 4)), 0);
    bars.push({ name: step === 1 ? pad(from, 4) : `${pad(from, 4)} to ${pad(to, 4)}`, tick: pad(from, 4), from: pad(from, 4), to: pad(to, 4), count });
  }
  return bars;
}
