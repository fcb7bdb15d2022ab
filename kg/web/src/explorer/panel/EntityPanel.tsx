import type { Entity } from "../../data/graph";
import { groupsOf, saidBy } from "../../model/about";
import { More } from "../../live/More";
import { count, listed, shorten } from "../../model/text";
import type { Explorer } from "../state";
import { Swatch } from "../Swatch";
import { EntityActions } from "./Actions";
import { LineList } from "./LineList";
import { Mentions } from "./Mentions";
import { Ways } from "./Ways";

/** What is known of an entity: its names, its class, what is said of it, what it says itself, and where else it is named. */
export function EntityPanel({ state, entity }: { readonly state: Explorer; readonly entity: Entity }) {
  const known = state.model.value;
  const groups = groupsOf(known, entity.id);
  const { denies, says } = saidBy(known, entity.id);
  const lines = known.linesOf.get(entity.id)?.length ?? 0;
  const name = <bdi>{shorten(entity.label, 60)}</bdi>;
  return (
    <>
      <h2 tabIndex={-1} dir="auto">
        {entity.label}
      </h2>
      <Kind state={state} entity={entity} />
      {entity.labels.length > 0 && (
        <p class="quiet" dir="auto">
          Also called {listed(entity.labels.map((label) => shorten(label, 120)), 12)}.
        </p>
      )}
      {entity.hidden > 0 && <p class="note">{count(entity.hidden, "more arrow", "more arrows")} beyond this part of the store. <More state={state} id={entity.id} /></p>}
      <EntityActions state={state} id={entity.id} />
      <Ways state={state} entity={entity} />
      {denies.length > 0 && (
        <>
          <h3>What {name} denies ({denies.length})</h3>
          <LineList state={state} lines={denies} />
        </>
      )}
      {groups.length > 0 && <h3>What is said of {name} ({lines})</h3>}
      {groups.map((group) => (
        <section key={`${group.outward} ${group.relation}`}>
          <h4>{group.outward ? <>{group.label} …</> : <>… {group.label} {name}</>}</h4>
          <LineList state={state} lines={group.lines} beside={entity.id} />
        </section>
      ))}
      {says.length > 0 && (
        <>
          <h3>What {name} says or reports ({says.length})</h3>
          <LineList state={state} lines={says} />
        </>
      )}
      <Mentions state={state} entity={entity} />
    </>
  );
}

function Kind({ state, entity }: { readonly state: Explorer; readonly entity: Entity }) {
  const kind = state.model.value.classes.get(entity.type ?? "");
  const above = (kind?.ancestors ?? []).flatMap((id) => state.model.value.classes.get(id)?.label ?? []);
  return (
    <p class="kind">
      <Swatch state={state} type={entity.type} />
      {kind?.label ?? "class not stated"}
      {above.length > 0 && <span class="quiet"> · {above.join(" · ")}</span>}
    </p>
  );
}
