import { render } from "preact";
import { placeOf } from "../data/address";
import { sentence } from "../data/server";
import { live as server, type Settings } from "../data/source";
import { App } from "../explorer/App";
import { explorer, type Explorer } from "../explorer/state";
import { model } from "../model/model";
import { beginning } from "./first";
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
  const version = await versionOf();
  const first = await beginning();
  const state = explorer(settings, source, model(await source.graph(first.part)));
  const now = live(state, first, version);
  const asked = placeOf(location.hash);
  if (asked) await now.show(asked);
  return { ...state, live: now };
}
