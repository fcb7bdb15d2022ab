import "./styles/explorer.css";
import { render } from "preact";
import { App } from "./explorer/App";
import { explorer } from "./explorer/state";
import { embedded, settings } from "./data/source";
import { allowOwnWorkers } from "./data/trust";
import { open } from "./live/open";
import { model } from "./model/model";

async function start(page: Document): Promise<void> {
  allowOwnWorkers();
  const made = settings(page);
  const root = page.getElementById("app");
  if (!root) return;
  if (made.live) return open(root, made);
  const source = await embedded(page);
  render(<App state={explorer(made, source, model(await source.graph({ kind: "all" })))} />, root);
}

void start(document);
