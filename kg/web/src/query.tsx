import "./styles/query.css";
import { render } from "preact";
import { settings } from "./data/source";
import { allowOwnWorkers } from "./data/trust";
import { App } from "./query/App";
import { prepare } from "./query/run";
import { shared } from "./query/share";
import { queryPage } from "./query/state";

function start(document: Document): void {
  allowOwnWorkers();
  const page = queryPage(settings(document), shared(location.hash));
  window.addEventListener("hashchange", () => {
    const given = shared(location.hash);
    if (given) [page.text.value, page.given.value] = [given.text, given.given];
  });
  const root = document.getElementById("app");
  if (root) render(<App page={page} />, root);
  void prepare(page);
}

start(document);
