// Where the filters are: beside the results where there is room, otherwise behind a button, as a popover.

export class FiltersPlace {
  #filters;
  #button;
  #isWide = matchMedia("(min-width: 60rem)");
  #isReading = false;

  constructor(filters, button) {
    this.#filters = filters;
    this.#button = button;
    this.#isWide.addEventListener("change", () => this.#place());
  }

  update(isReading, chosen) {
    this.#isReading = isReading;
    this.#button.textContent = chosen > 0 ? `Filters (${chosen})` : "Filters";
    this.#place();
  }

  #place() {
    const isBeside = this.#isWide.matches && !this.#isReading;
    this.#button.hidden = isBeside;
    if (isBeside)
      this.#filters.removeAttribute("popover");
    else if (!this.#filters.hasAttribute("popover"))
      this.#filters.setAttribute("popover", "auto");
  }
}
