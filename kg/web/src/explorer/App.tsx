import { useEffect, useRef } from "preact/hooks";
import { Served } from "../live/Served";
import { scene } from "../scene/scene";
import { Claims } from "./Claims";
import { Panel } from "./panel/Panel";
import { follow } from "./route";
import type { Explorer } from "./state";

/** The page: drawing or list in the middle, what is chosen beside it. */
export function App({ state }: { readonly state: Explorer }) {
  useEffect(() => follow(state, window), [state]);
  return (
    <>
      <header>
        <h1 dir="auto">{state.settings.title}</h1>
        <Views state={state} />
        {state.live && <Served live={state.live} />}
      </header>
      <main>
        <Stage state={state} />
        <aside class="panel" aria-label="Evidence">
          <Panel state={state} back={() => history.back()} />
        </aside>
      </main>
    </>
  );
}

/** The drawing keeps its place and size under the list, so that nothing moves when it is back. */
export function Stage({ state }: { readonly state: Explorer }) {
  const stage = useRef<HTMLDivElement>(null);
  const listed = state.view.value === "claims";
  useEffect(() => (stage.current ? scene(stage.current, state) : undefined), [state]);
  return (
    <div class="middle">
      <section class="stage" aria-label="Drawing" ref={stage} inert={listed} />
      {listed && <Claims state={state} />}
    </div>
  );
}

/** The choice between drawing and list. */
export function Views({ state }: { readonly state: Explorer }) {
  const choose = (view: "drawing" | "claims") => (
    <button type="button" aria-pressed={state.view.value === view} onClick={() => (state.view.value = view)}>
      {view === "drawing" ? "Drawing" : "Claims"}
    </button>
  );
  return (
    <div class="views" role="group" aria-label="How the claims are shown">
      {choose("drawing")}
      {choose("claims")}
    </div>
  );
}
