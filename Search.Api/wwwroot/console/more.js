// The next hits below those shown, by cursor: stays right while the index changes.

import { ask } from "./api.js";
import { learn } from "./labels.js";
import { PAGE_SIZE, toQuestion, toAddress } from "./state.js";
import { number } from "./words.js";

export class More {
  #button;
  #page;
  #append;
  #next = null;
  #shown = 0;
  #total = 0;

  /** `append`: takes the hits that follow. */
  constructor(button, page, append) {
    this.#button = button;
    this.#page = page;
    this.#append = append;
    button.addEventListener("click", () => this.#fetch());
  }

  draw(answer) {
    this.#next = answer.next;
    this.#shown = answer.hits.length;
    this.#total = answer.total;
    this.#render();
  }

  #render() {
    this.#button.hidden = !this.#next;
    this.#button.textContent = `Show more (${number(this.#shown)} of ${number(this.#total)})`;
  }

  async #fetch() {
    const cursor = this.#next;
    this.#button.setAttribute("aria-disabled", "true");
    try {
      const answer = await ask(toQuestion(this.#page.state, { cursor, limit: PAGE_SIZE, facets: "none" }));
      // Another search has taken the place of this one meanwhile.
      if (cursor !== this.#next)
        return;
      learn(answer);
      this.#append(answer.hits);
      this.#next = answer.next;
      this.#shown += answer.hits.length;
      this.#remember();
      this.#render();
    } catch (failure) {
      this.#button.textContent = `${failure.message} Try again`;
    } finally {
      this.#button.removeAttribute("aria-disabled");
    }
  }

  // How far the list goes belongs to the view, but is no step to go back from.
  #remember() {
    this.#page.state.shown = this.#shown;
    history.replaceState(history.state, "", toAddress(this.#page.state));
  }
}
