/** Where the served pages are, and what the explorer's address holds after its `#`. */

export type Place =
  | { readonly kind: "entity"; readonly id: string }
  | { readonly kind: "statement"; readonly id: string }
  | { readonly kind: "article"; readonly id: string }
  | { readonly kind: "query"; readonly id: string };

const KINDS: readonly Place["kind"][] = ["entity", "statement", "article", "query"];

/** The explorer's address that shows something. */
export function explorerAddress(place: Place): string {
  return `/#${new URLSearchParams({ [place.kind]: place.id })}`;
}

/** What such an address shows; null where it names nothing. */
export function placeOf(hash: string): Place | null {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  for (const kind of KINDS) {
    const id = fields.get(kind);
    if (id) return { kind, id };
  }
  return null;
}
