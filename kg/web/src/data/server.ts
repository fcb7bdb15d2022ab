/** Asking the page's own server; whatever goes wrong becomes one sentence. */

/** What the server refused, in its words; `line` and `column` (from 1) where a query can't be read. */
export class ServerError extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly line: number | null = null,
    readonly column: number | null = null,
  ) {
    super(message);
  }
}

/** No answer came: the server was stopped, or can't be reached. */
export class NoServerError extends Error {
  constructor() {
    super("The server doesn't answer: see whether `kg serve` is still running, then try again.");
  }
}

/** A response that the server gave gladly. ServerError, NoServerError, or the AbortError of what was cancelled. */
export async function request(address: string, options: RequestInit = {}): Promise<Response> {
  const response = await fetch(address, { credentials: "same-origin", ...options }).catch((error: unknown) => {
    throw isAbort(error) ? error : new NoServerError();
  });
  if (!response.ok) throw refusal(response.status, await response.text());
  return response;
}

/** The JSON at an address. */
export async function ask<T>(address: string, signal?: AbortSignal): Promise<T> {
  const response = await request(address, { headers: { Accept: "application/json" }, ...(signal ? { signal } : {}) });
  return (await response.json()) as T;
}

/** What a POST of JSON answers. */
export async function tell<T>(address: string, body: unknown): Promise<T> {
  const headers = { Accept: "application/json", "Content-Type": "application/json" };
  const response = await request(address, { method: "POST", headers, body: JSON.stringify(body) });
  return (await response.json()) as T;
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

/** An error's sentence for whoever looks at the page. */
export function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function refusal(status: number, body: string): ServerError {
  try {
    const { error, line, column } = JSON.parse(body) as { error?: string; line?: number; column?: number };
    if (error) return new ServerError(error, status, line ?? null, column ?? null);
  } catch {
    // not JSON: an answer of something between page and server
  }
  return new ServerError(`The server answered ${status} without saying why.`, status);
}
