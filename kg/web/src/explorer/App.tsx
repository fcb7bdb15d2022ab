import { effect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Served } from "../live/Served";
import { Announcer } from "./Announcer";
import { Filters, FilterState } from "./Filters";
import { Header } from "./Header";
import { Keys } from "./Keys";
import { follow } from "./route";
import { listen } from "./shortcuts";
import { Side } from "./Side";
import { Stage } from "./Stage";
import type { Explorer } from "./state";
import { dress } from "./theme";
import { Timeline } from "./Timeline";

/** The page: drawing or list in the middle, filters before it, what is chosen beside it. */
export function App({ state }: { readonly state: Explorer }) {
  useEffect(() => {
    const ends = [follow(state, window), listen(state, document), dress(state, document), unpoint(state)];
    return () => ends.forEach((end) => end());
  }, [state]);
  return (
    <>
      <Skip to="evidence" words="Skip to the evidence" />
      <Skip to="middle" words="Skip to the claims" act={() => (state.view.value = "claims")} />
      {state.live && <Served live={state.live} />}
      <Header state={state} />
      <main class={state.filtering.value ? "filtering" : ""}>
        {state.filtering.value && <Filters state={state} />}
        <div class="middle" id="middle" tabIndex={-1}>
          <FilterState state={state} />
          <Stage state={state} />
          <Timeline state={state} />
        </div>
        <Side state={state} />
      </main>
      <Keys state={state} />
      <Announcer state={state} />
    </>
  );
}

/** What was pointed at isn't any more once something else is chosen or shown: a pointer that rests must not dim it. Gives what ends it. */
function unpoint({ choice, lines, hovered }: Explorer): () => void {
  return effect(() => {
    void [choice.value, lines.value];
    hovered.value = null;
  });
}

function Skip({ to, words, act }: { readonly to: string; readonly words: string; readonly act?: () => void }) {
  const skip = (event: Event): void => {
    event.preventDefault();
    act?.();
    document.getElementById(to)?.focus();
  };
  return (
    <a class="skip" href={`#${to}`} onClick={skip}>
      {words}
    </a>
  );
}
