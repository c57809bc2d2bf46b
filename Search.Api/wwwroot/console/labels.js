// Names for slugs, gathered from every answer, so that a chosen value keeps its name when no answer lists it.

import { fromSlug } from "./words.js";

const known = new Map();

export function learn(answer) {
  for (const [field, facet] of Object.entries(answer.facets ?? {}))
    for (const value of facet.values)
      known.set(`${field} ${value.slug}`, value.label);
  for (const hit of answer.hits ?? answer.related ?? [])
    for (const [field, labels] of [["person", hit.people], ["tag", hit.tags], ["category", hit.categories]])
      for (const label of labels ?? [])
        known.set(`${field} ${label.slug}`, label.label);
}

export const labelOf = (field, slug) => known.get(`${field} ${slug}`) ?? fromSlug(slug);
