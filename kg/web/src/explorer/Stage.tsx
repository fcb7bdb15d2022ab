import { useEffect, useRef } from "preact/hooks";
import { scene } from "../scene/scene";
import { Claims } from "./Claims";
import { Legend } from "./Legend";
import { whenSized } from "./sized";
import type { Explorer } from "./state";
import { Toolbar } from "./Toolbar";

/** Drawing or list. The drawing keeps its place and size under the list, so that nothing moves when it is back. */
export function Stage({ state }: { readonly state: Explorer }) {
  const stage = useRef<HTMLDivElement>(null);
  const listed = state.view.value === "claims";
  useEffect(() => {
    const { current } = stage;
    return current ? whenSized(current, () => scene(current, state)) : undefined;
  }, [state]);
  return (
    <div class="shown">
      <section class="stage" aria-label="Drawing" ref={stage} inert={listed} />
      {listed ? (
        <Claims state={state} />
      ) : (
        <>
          <Legend state={state} />
          <Toolbar state={state} />
        </>
      )}
    </div>
  );
}

/** The choice between drawing and list. */
export function Views({ state }: { readonly state: Explorer }) {
  const choose = (view: "drawing" | "claims", name: string) => (
    <button type="button" aria-pressed={state.view.value === view} onClick={() => (state.view.value = view)}>
      {name}
    </button>
  );
  return (
    <div class="views" role="group" aria-label="How the claims are shown">
      {choose("drawing", "Drawing")}
      {choose("claims", "Claims")}
    </div>
  );
}
