import type { Arrow, Class, Entity, Graph, Status } from "../src/data/graph";
import { statement } from "./model/small";

/** Small graphs for tests: `arrow("a", "b")` affirms that a hired b. */
export function arrow(subject: string, object: string, more: Partial<Arrow> & { readonly status?: Status } = {}): Arrow {
  const status = more.status ?? "affirmed";
  const statements = [statement(`${subject} ${object} ${status} ${more.relation ?? ""}`, { status })];
  return { subject, object, relation: "urn:hired", label: "hired", status, violates: [], disputed: false, statements, ...more };
}

export function entity(id: string, more: Partial<Entity> = {}): Entity {
  return { id, label: id.toUpperCase(), labels: [], type: null, hidden: 0, ...more };
}

export function graph(arrows: readonly Arrow[], more: Partial<Graph> = {}): Graph {
  const ids = [...new Set(arrows.flatMap((one) => [one.subject, one.object]))];
  return { nodes: ids.map((id) => entity(id)), arrows, derived: [], classes: [], articles: [], ...more };
}

export function ofClass(id: string, ...ancestors: string[]): Class {
  return { id, name: id, label: id, ancestors };
}
