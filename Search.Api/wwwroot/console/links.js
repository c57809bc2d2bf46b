// Links of a hit: to its own site, to its text here, and to the searches that its people, tags and categories stand for.

import { el, stateLink, webAddress } from "./dom.js";
import { narrowed } from "./filters.js";
import { marked } from "./marks.js";

// Names that RFC 2606 keeps for documents: no site is there, and a link to one would lead nowhere.
const NO_SITE = /(^|\.)(example|invalid|test|example\.(com|net|org))$/;

/** The post's own address, or null where it has none that can be followed. */
export function siteAddress(document) {
  const address = webAddress(document.url);
  return address && !NO_SITE.test(new URL(address, location.href).hostname) ? address : null;
}

export function readLink(postId, title, page, words) {
  return stateLink({ class: "action", "data-key": `read ${postId}`, "aria-label": `${words}: ${title}` },
    page.addressWith({ post: postId }), () => page.go({ post: postId }), words);
}

/** A hit's title, linked to the post on its site; where it has no address there, to its text here. */
export function titleLink(hit, postId, page) {
  const title = hit.titleHtml ? marked(hit.titleHtml) : [hit.title];
  const key = `title ${hit.id}`;
  const address = siteAddress(hit);
  if (address)
    return el("a", { href: address, "data-key": key }, title);
  return postId ? stateLink({ "data-key": key }, page.addressWith({ post: postId }), () => page.go({ post: postId }), title) : el("span", null, title);
}

/** A value that narrows the search when it is followed. */
export function filterLink(field, label, page, className) {
  const change = { [field]: narrowed(page.state[field], label.slug) };
  return stateLink({ class: className || null, rel: "nofollow" }, page.addressWith(change), () => page.go(change), label.label);
}

const PATHS = { person: "/people/", tag: "/tags/" };

/** The page of a person or a tag. */
export const entityLink = (field, label, className) => el("a", { class: className || null, href: PATHS[field] + encodeURIComponent(label.slug) }, label.label);
