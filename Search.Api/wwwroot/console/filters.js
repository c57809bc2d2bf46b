// A filter on tags, people or categories: groups of slugs, where a document must meet every group and any slug of a group does, and
// slugs that it must not have. Filters are never changed: each step gives a new one.

export const NO_FILTER = Object.freeze({ groups: [], none: [] });

/** From the values of a parameter as the API takes it: `a,b` any of them, repeated all of them, `-a` none of them. */
export function parse(values) {
  const groups = [];
  const none = [];
  for (const value of values) {
    const excluded = value.trimStart().startsWith("-");
    const group = [];
    for (const part of value.split(",").map(text => text.trim())) {
      const slug = part.replace(/^-/, "");
      if (slug)
        (excluded || part.startsWith("-") ? none : group).push(slug);
    }
    if (group.length > 0)
      groups.push([...new Set(group)]);
  }
  return { groups, none: [...new Set(none)] };
}

export function values(filter) {
  return [...filter.groups.map(group => group.join(",")), ...filter.none.map(slug => `-${slug}`)];
}

export const isEmpty = filter => filter.groups.length === 0 && filter.none.length === 0;

export const isChosen = (filter, slug) => filter.groups.some(group => group.includes(slug));

export const isExcluded = (filter, slug) => filter.none.includes(slug);

export const chosenCount = filter => filter.groups.flat().length + filter.none.length;

/** `all`: what is chosen next must be met as well; `any`: it is one more that will do. */
export const mode = filter => (filter.groups.length > 1 ? "all" : "any");

export function withMode(filter, wanted) {
  const slugs = [...new Set(filter.groups.flat())];
  if (slugs.length === 0)
    return filter;
  return { ...filter, groups: wanted === "all" ? slugs.map(slug => [slug]) : [slugs] };
}

export function without(filter, slug) {
  return {
    groups: filter.groups.map(group => group.filter(other => other !== slug)).filter(group => group.length > 0),
    none: filter.none.filter(other => other !== slug),
  };
}

/** Chooses a value among its siblings, or takes the choice back. */
export function toggled(filter, slug) {
  const rest = without(filter, slug);
  if (isChosen(filter, slug))
    return rest;
  if (mode(rest) === "all")
    return { ...rest, groups: [...rest.groups, [slug]] };
  return { ...rest, groups: [[...(rest.groups[0] ?? []), slug]] };
}

/** What is found must have this value as well, whatever else was chosen. */
export function narrowed(filter, slug) {
  const rest = without(filter, slug);
  return { ...rest, groups: [...rest.groups, [slug]] };
}

/** Leaves out what has this value, or takes that back. */
export function excludedToggled(filter, slug) {
  const rest = without(filter, slug);
  return isExcluded(filter, slug) ? rest : { ...rest, none: [...rest.none, slug] };
}
