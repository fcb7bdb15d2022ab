import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { Entity } from "../../data/graph";
import { nameOf } from "../../model/model";
import { type Found, index, names } from "../../model/search";
import { shorten } from "../../model/text";
import { ways, wayWords } from "../../model/ways";
import type { Explorer } from "../state";
import { Suggest } from "../Suggest";
import { LineList } from "./LineList";

/** How an entity is connected to another that is asked for, over the lines that are shown. */
export function Ways({ state, entity }: { readonly state: Explorer; readonly entity: Entity }) {
  const { choice, highlighted } = state;
  const to = (choice.value?.kind === "entity" && choice.value.to) || null;
  const [any, setAny] = useState(false);
  const known = state.model.value;
  const lines = state.lines.value;
  const ready = useMemo(() => index(known), [known]);
  const find = useCallback((typed: string): readonly Found[] => names(ready, typed).filter((one) => one.id !== entity.id), [ready, entity.id]);
  const found = useMemo(() => {
    const walked = any ? lines : lines.filter((line) => line.kind === "stated" && line.arrow.status === "affirmed" && line.arrow.violates.length === 0);
    return to === null ? [] : ways(known, walked, entity.id, to);
  }, [known, lines, entity.id, to, any]);
  useEffect(() => {
    if (to === null) return undefined;
    const lit = new Set([entity.id, to, ...found.flatMap((way) => way.map((line) => line.key))]);
    highlighted.value = lit;
    state.stage.value?.showAll([...lit]);
    return () => {
      if (highlighted.peek() === lit) highlighted.value = new Set();
    };
  }, [found, to, entity.id]);
  return (
    <section class="ways" aria-label="How it is connected to others">
      <Suggest state={state} label="How is it connected to …" find={find} choose={(one) => (choice.value = { kind: "entity", id: entity.id, to: one.id })} />
      {to !== null && (
        <>
          <h3 dir="auto">
            {found.length ? "How it is connected to" : "No chain of claims joins it to"} <bdi>{shorten(nameOf(known, to), 80)}</bdi>
          </h3>
          {found.map((way, n) => (
            <section class="way" key={n} aria-label={`Way ${n + 1}`}>
              <h4 dir="auto">{wayWords(known, way, entity.id, found[0]?.length ?? 0)}</h4>
              <LineList state={state} lines={way} />
            </section>
          ))}
          <label class="any">
            <input type="checkbox" checked={any} onChange={(event) => setAny(event.currentTarget.checked)} /> also over what is denied, possible, planned, derived or not taken for a fact
          </label>
        </>
      )}
    </section>
  );
}
