import type { Given } from "./parameters";

/** What an address holds after its `#`: a query's text, and what was given for its parameters. */
export interface Shared {
  readonly text: string;
  readonly given: ReadonlyMap<string, Given>;
}

const QUERY = "query";
const VALUE = "value.";
const LABEL = "label.";

export function fragment({ text, given }: Shared): string {
  const fields = new URLSearchParams({ [QUERY]: text });
  for (const [name, one] of given) {
    if (one.value === "") continue;
    fields.set(VALUE + name, one.value);
    if (one.label !== undefined) fields.set(LABEL + name, one.label);
  }
  return `#${fields}`;
}

/** Read such an address; null where it holds no query. */
export function shared(hash: string): Shared | null {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const text = fields.get(QUERY);
  if (text === null) return null;
  const given = new Map<string, Given>();
  for (const [key, value] of fields) {
    if (!key.startsWith(VALUE)) continue;
    const name = key.slice(VALUE.length);
    const label = fields.get(LABEL + name);
    given.set(name, label === null ? { value } : { value, label });
  }
  return { text, given };
}
