// Keys: / and Ctrl-K or Cmd-K go to the query; arrows move between the query and the titles of the hits; Escape closes what is open.

const isEditing = target => target.isContentEditable || target.matches?.("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset])");

/** `closePost`: closes the open post; false where none was open. */
export function listenToKeys(query, hits, closePost) {
  const titles = () => [...hits.querySelectorAll("h2")].map(title => title.querySelector("a") ?? title);
  addEventListener("keydown", event => {
    if (event.defaultPrevented || event.isComposing)
      return;
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    const toQuery = (event.key === "/" && !hasModifier && !isEditing(event.target))
      || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey);
    if (toQuery) {
      query.focus();
      query.select();
    } else if (event.key === "Escape" && !isEditing(event.target) && !document.querySelector(":popover-open")) {
      if (!closeHelp() && !closePost())
        return;
    } else if (!hasModifier && !event.shiftKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const target = next(event, titles());
      if (!target)
        return;
      target.focus();
      target.scrollIntoView({ block: "nearest" });
    } else
      return;
    event.preventDefault();
  });

  function closeHelp() {
    const help = document.querySelector("details.help[open]");
    if (!help)
      return false;
    help.open = false;
    help.querySelector("summary").focus();
    return true;
  }

  function next(event, links) {
    const step = event.key === "ArrowDown" ? 1 : -1;
    if (event.target === query)
      return step > 0 ? links[0] : null;
    const place = links.indexOf(event.target);
    return place < 0 ? null : place + step < 0 ? query : links[place + step];
  }
}
