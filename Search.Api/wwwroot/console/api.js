// Questions to the API. An answer is JSON; everything else is a Failure that says in words what happened.

const GIVE_UP_MS = 20_000;

/** `kind`: `offline`, `unreachable`, `unavailable` (no index yet), `busy`, `refused` (the question), `missing` or `broken` (the server). */
export class Failure extends Error {
  constructor(kind, message, retryAfterSeconds = null) {
    super(message);
    this.kind = kind;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The answer of a path; null where `signal` called the question back. */
export async function ask(path, signal) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), GIVE_UP_MS);
  const callBack = () => patience.abort();
  signal?.addEventListener("abort", callBack, { once: true });
  try {
    const response = await fetch(path, { signal: patience.signal, headers: { accept: "application/json" } });
    if (!response.ok)
      throw await refusal(response);
    return await response.json();
  } catch (fault) {
    if (signal?.aborted)
      return null;
    if (fault instanceof Failure)
      throw fault;
    if (!navigator.onLine)
      throw new Failure("offline", "You are offline. The search goes on when the connection is back.");
    if (fault instanceof SyntaxError)
      throw new Failure("broken", "The server’s answer could not be read.");
    throw new Failure("unreachable", patience.signal.aborted ? "The server did not answer in time." : "The server can’t be reached.");
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", callBack);
  }
}

async function refusal(response) {
  const detail = await response.json().then(problem => String(problem.detail ?? ""), () => "");
  const wait = Number.parseInt(response.headers.get("retry-after") ?? "", 10);
  const seconds = Number.isFinite(wait) ? Math.max(1, wait) : null;
  switch (response.status) {
    case 503:
      return new Failure("unavailable", detail || "There is no index to search yet.", seconds ?? 3);
    case 429:
      return new Failure("busy", detail || "The server has too much to do just now.", seconds ?? 3);
    case 404:
      return new Failure("missing", detail || "There is nothing of that name.");
    default:
      return response.status < 500
        ? new Failure("refused", detail || `The server refused the question (${response.status}).`)
        : new Failure("broken", detail || `The server failed (${response.status}).`);
  }
}
