/// <reference lib="webworker" />
import { arrange } from "./arrange";
import { communities } from "./communities";
import { partOverlaps } from "./overlaps";
import type { Asked, Told } from "./messages";

/** Up to this, the drawing is what's waited for; above, its communities. */
const FIRST_SEEN = 700;

/** Does one task and tells of it; nothing of this runs where the page is drawn. */
self.onmessage = (event: MessageEvent<Asked>) => {
  const { count, links, sizes, kept } = event.data;
  let found: Uint32Array | null = null;
  const communitiesOf = (): Uint32Array => {
    found ??= communities(count, links);
    return found;
  };
  const tell = (told: Told): void => self.postMessage(told);
  if (kept) {
    partOverlaps(kept.places, sizes, Uint32Array.from({ length: count }, (_, n) => n), new Set(kept.fixed));
    tell({ kind: "places", ...kept.places });
    return;
  }
  if (count > FIRST_SEEN) tell({ kind: "communities", of: communitiesOf() });
  tell({ kind: "places", ...arrange(event.data, communitiesOf) });
  if (count <= FIRST_SEEN) tell({ kind: "communities", of: communitiesOf() });
};
