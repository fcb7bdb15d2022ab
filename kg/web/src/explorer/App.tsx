import { useEffect, useRef } from "preact/hooks";
import { scene } from "../scene/scene";
import type { Explorer } from "./state";
import { Panel } from "./Panel";

export function App({ state }: { readonly state: Explorer }) {
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => (stage.current ? scene(stage.current, state) : undefined), [state]);
  return (
    <>
      <header>
        <h1 dir="auto">{state.settings.title}</h1>
      </header>
      <main>
        <section class="stage" aria-label="Drawing" ref={stage} />
        <aside class="panel" aria-label="Evidence">
          <Panel state={state} />
        </aside>
      </main>
    </>
  );
}
