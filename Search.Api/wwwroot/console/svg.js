// Elements of SVG from data, as dom.js makes those of HTML: text only becomes text or the value of a harmless attribute.

import { webAddress } from "./dom.js";

const NAMESPACE = "http://www.w3.org/2000/svg";

export function svg(name, properties, ...children) {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(properties ?? {}))
    if (value === null || value === undefined || value === false)
      continue;
    else if (/^on|^style$|href$/i.test(key))
      throw new TypeError(`${key} takes no text`);
    else
      element.setAttribute(key, value);
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** A link to a state of this page: opens in place on a plain click, and like any link otherwise. */
export function svgLink(properties, address, follow, ...children) {
  const link = svg("a", properties, ...children);
  if (webAddress(address))
    link.setAttribute("href", address);
  link.addEventListener("click", event => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    follow(event);
  });
  return link;
}
