import "./styles/explorer.css";
import { render } from "preact";
import { App } from "./explorer/App";
import { explorer } from "./explorer/state";
import { embedded, live, settings } from "./data/source";
import { allowOwnWorkers } from "./data/trust";
import { model } from "./model/model";

async function start(page: Document): Promise<void> {
  allowOwnWorkers();
  const made = settings(page);
  const source = made.live ? live() : await embedded(page);
  const state = explorer(made, source, model(await source.graph({ kind: "all" })));
  const root = page.getElementById("app");
  if (root) render(<App state={state} />, root);
}

void start(document);
