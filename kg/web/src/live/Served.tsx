import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Decided } from "../edit/Decide";
import { Rejected } from "../edit/Rejected";
import { Pages } from "../pages/Pages";
import { dropping } from "../read/dropping";
import { Read } from "../read/Read";
import type { Live } from "./live";
import { Notice } from "./Notice";
import { Whole } from "./Whole";

/** What a served explorer has more than one in a file: the way to other pages, reading an article, what was rejected, and what the server says. */
export function Served({ live }: { readonly live: Live }) {
  const over = useSignal(false);
  const listing = useSignal(false);
  const { decisions, reading, store } = live;
  useEffect(() => dropping(document, (is) => (over.value = is), (file) => void reading.file(file)), [reading]);
  return (
    <>
      <div class="served">
        <Pages here="explorer" />
        {live.most !== null && <Whole live={live} most={live.most} />}
        <button type="button" onClick={reading.open}>
          Read an article …
        </button>
        {decisions && (
          <button type="button" onClick={() => (listing.value = true)}>
            Rejected …
          </button>
        )}
      </div>
      <Read reading={reading} edit={decisions !== null} />
      {decisions && listing.value && <Rejected decisions={decisions} close={() => (listing.value = false)} />}
      {over.value && <div class="over">Drop the article to see its facts.</div>}
      <div class="notices">
        <Notice live={store} />
        {decisions && <Decided decisions={decisions} />}
      </div>
    </>
  );
}
