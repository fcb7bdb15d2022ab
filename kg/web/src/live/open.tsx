import { render } from "preact";
import { placeOf } from "../data/address";
import { sentence } from "../data/server";
import { live as server, type Part, type Settings } from "../data/source";
import { App } from "../explorer/App";
import { explorer, type Explorer } from "../explorer/state";
import { model } from "../model/model";
import { versionOf } from "./following";
import { live } from "./live";
import { Opening } from "./Opening";

/** Open the explorer over a live store; where it doesn't answer, that is told, and tried again when that is wished. */
export async function open(root: HTMLElement, settings: Settings): Promise<void> {
  const again = (): void => void open(root, settings);
  render(<Opening error={null} again={again} />, root);
  try {
    const state = await served(settings);
    render(<App state={state} />, root);
  } catch (error) {
    render(<Opening error={sentence(error)} again={again} />, root);
  }
}

async function served(settings: Settings): Promise<Explorer> {
  const source = server();
  const first: Part = { kind: "all" };
  const version = await versionOf();
  const state = explorer(settings, source, model(await source.graph(first)));
  const now = live(state, first, version);
  const asked = placeOf(location.hash);
  if (asked && !holds(state, asked.id)) await now.store.bring(asked);
  return { ...state, live: now };
}

function holds(state: Explorer, id: string): boolean {
  const { entities, statements, articles } = state.model.value;
  return entities.has(id) || statements.has(id) || articles.has(id);
}
