// Elements from data. Data only ever becomes text or the value of a harmless attribute: there is no way through this file from a string
// to markup, to a handler or to a style, and an address is only taken if it is one of the web.

/** `properties`: attributes; functions named `onclick` and the like become listeners. Children: nodes, strings, nothing, or lists. */
export function el(name, properties, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties ?? {}))
    set(element, key, value);
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

function set(element, key, value) {
  if (value === null || value === undefined || value === false)
    return;
  if (typeof value === "function")
    element.addEventListener(key.slice(2), value);
  else if (/^on|^style$|^srcdoc$/i.test(key))
    throw new TypeError(`${key} takes no text`);
  else if (/^(href|src|action|formaction)$/i.test(key)) {
    const address = webAddress(value);
    if (address)
      element.setAttribute(key, address);
  } else
    element.setAttribute(key, value === true ? "" : value);
}

/** The address as it is, if following it stays on the web (http, https, or relative to this page); otherwise null. */
export function webAddress(text) {
  if (typeof text !== "string" || text === "")
    return null;
  try {
    return /^https?:$/.test(new URL(text, location.href).protocol) ? text : null;
  } catch {
    return null;
  }
}

/**
 * Replaces what is in an element and keeps the focus where it was, if the new content has an element with the same `data-key`; otherwise
 * the element itself takes it, so that the keyboard is never sent back to the top of the page.
 */
export function show(parent, ...children) {
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.dataset.key;
  parent.replaceChildren(...children.flat(Infinity).filter(Boolean));
  if (!focused)
    return;
  const again = key ? [...parent.querySelectorAll("[data-key]")].find(element => element.dataset.key === key) : null;
  const target = again ?? parent.closest("[tabindex='-1']");
  target?.focus({ preventScroll: true });
}

/** A link to a state of this page: opens in place on a plain click, and like any link otherwise (new tab, copied address). */
export function stateLink(properties, address, follow, ...children) {
  return el("a", {
    ...properties,
    href: address,
    onclick: event => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      follow(event);
    },
  }, ...children);
}
