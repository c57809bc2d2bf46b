// The API's `titleHtml` and `excerptHtml`: escaped text with `<mark>` as the only element. They are read here as data and become text
// and mark nodes; anything else in them stays what it is, text.

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'" };
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi;

/** Nodes for a marked text. */
export function marked(html) {
  const nodes = [];
  let isMarked = false;
  for (const part of String(html ?? "").split(/(<\/?mark>)/)) {
    if (part === "<mark>" || part === "</mark>") {
      isMarked = part === "<mark>";
      continue;
    }
    if (part === "")
      continue;
    if (isMarked) {
      const mark = document.createElement("mark");
      mark.textContent = unescaped(part);
      nodes.push(mark);
    } else
      nodes.push(document.createTextNode(unescaped(part)));
  }
  return nodes;
}

export function unescaped(text) {
  return text.replace(ENTITY, (whole, name, decimal, hex) => {
    if (name)
      return ENTITIES[name.toLowerCase()];
    const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
    return code <= 0x10FFFF ? String.fromCodePoint(code) : whole;
  });
}
