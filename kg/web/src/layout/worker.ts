/// <reference lib="webworker" />
import { arrange } from "./arrange";
import { communities } from "./communities";
import type { Asked, Told } from "./messages";

/** Does one task and tells of it; nothing of this runs where the page is drawn. */
self.onmessage = (event: MessageEvent<Asked>) => {
  const { count, links } = event.data;
  let found: Uint32Array | null = null;
  const communitiesOf = (): Uint32Array => {
    found ??= communities(count, links);
    return found;
  };
  const tell = (told: Told): void => self.postMessage(told);
  if (count > 700) tell({ kind: "communities", of: communitiesOf() });
  tell({ kind: "places", ...arrange(event.data, communitiesOf) });
  if (count <= 700) tell({ kind: "communities", of: communitiesOf() });
};
