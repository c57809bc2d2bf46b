// One question at a time: asking calls the one before back, and an answer that comes late is dropped. Says when an answer is slow, asks
// again by itself where waiting helps, and never shows an older answer over a newer one.

import { ask } from "./api.js";

const BUSY_AFTER_MS = 150;
const SLOW_AFTER_MS = 2_500;

export class Question {
  #current = null;
  #timers = [];
  #on;

  /** `on`: { busy(isBusy), slow(), answer(answer, path), failure(failure, path) }. */
  constructor(on) {
    this.#on = on;
    addEventListener("online", () => this.#current?.failure?.kind === "offline" && this.ask(this.#current.path));
  }

  async ask(path) {
    this.drop();
    const question = { path, controller: new AbortController(), failure: null };
    this.#current = question;
    this.#timers = [setTimeout(() => this.#on.busy(true), BUSY_AFTER_MS), setTimeout(() => this.#on.slow(), SLOW_AFTER_MS)];
    try {
      const answer = await ask(path, question.controller.signal);
      if (this.#current === question && answer !== null) {
        this.#settle();
        this.#on.answer(answer, path);
      }
    } catch (failure) {
      if (this.#current !== question)
        return;
      this.#settle();
      question.failure = failure;
      if (failure.retryAfterSeconds)
        this.#timers = [setTimeout(() => this.ask(path), failure.retryAfterSeconds * 1_000)];
      this.#on.failure(failure, path);
    }
  }

  /** Calls the question back, if one is open. */
  drop() {
    this.#current?.controller.abort();
    this.#current = null;
    this.#settle();
  }

  #settle() {
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
    this.#on.busy(false);
  }
}
