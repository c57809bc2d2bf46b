// The range of dates: two fields that take a year, a month or a day.

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

export class RangeForm {
  #form;
  #page;

  constructor(form, page) {
    this.#form = form;
    this.#page = page;
    form.addEventListener("submit", event => {
      event.preventDefault();
      this.#apply();
    });
    for (const input of this.#inputs())
      input.addEventListener("change", () => this.#apply());
  }

  draw() {
    for (const input of this.#inputs())
      if (document.activeElement !== input)
        input.value = this.#page.state[input.name];
  }

  #inputs() {
    return [this.#form.elements.from, this.#form.elements.to];
  }

  #apply() {
    const [from, to] = this.#inputs();
    for (const input of [from, to])
      input.setCustomValidity(input.value.trim() === "" || DATE.test(input.value.trim()) ? "" : "A year, a month or a day: 2021, 2021-03 or 2021-03-12");
    const [first, last] = [from.value.trim(), to.value.trim()];
    if (from.validity.valid && to.validity.valid && first && last && first > last.padEnd(10, "-99"))
      to.setCustomValidity("The end lies before the beginning");
    if (!this.#form.reportValidity())
      return;
    if (first !== this.#page.state.from || last !== this.#page.state.to)
      this.#page.go({ from: first, to: last });
  }
}
