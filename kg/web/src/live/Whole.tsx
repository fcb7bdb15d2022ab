import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { Combobox } from "../pages/Combobox";
import { namesLike } from "../pages/names";
import type { Live } from "./live";

/** Where only a part of a large store is shown: finds others in the whole of it, and brings them in. */
export function Whole({ live, most }: { readonly live: Live; readonly most: number }) {
  const id = useId();
  const text = useSignal("");
  return (
    <div class="whole">
      <label for={id}>The {most.toLocaleString("en")} names of whom most is said are shown. Bring in another:</label>
      <Combobox
        id={id}
        text={text.value}
        invalid={false}
        suggest={(typed, signal) => namesLike(typed, signal, () => null)}
        onType={(typed) => (text.value = typed)}
        onChoose={({ value }) => {
          text.value = "";
          void live.show({ kind: "entity", id: value });
        }}
      />
    </div>
  );
}
