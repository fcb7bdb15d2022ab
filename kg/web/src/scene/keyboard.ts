import type Sigma from "sigma";
import type { Explorer } from "../explorer/state";
import type { ArrowAttributes, NodeAttributes } from "./attributes";
import { communityNumber, type Picture } from "./picture";

/** How far an arrow key moves the page, of its size at the camera's ratio 1. */
const STEP = 0.1;

/**
 * Keys on the stage: arrows move the page, + and − zoom, 0 shows all, n and p go through the nodes in order of importance. What
 * is chosen the panel tells. Gives what stops it.
 */
export function keyboard(container: HTMLElement, sigma: Sigma<NodeAttributes, ArrowAttributes>, state: Explorer, drawn: () => Picture): () => void {
  const pan = (x: number, y: number): void => {
    const camera = sigma.getCamera();
    camera.setState({ x: camera.x + x * STEP * camera.ratio, y: camera.y + y * STEP * camera.ratio });
  };
  const go = (by: number): void => {
    const ids = drawn().nodes.map((node) => node.id);
    if (!ids.length) return;
    const now = state.choice.value?.kind === "entity" ? ids.indexOf(state.choice.value.id) : by > 0 ? -1 : 0;
    const next = ids[(now + by + ids.length) % ids.length] as string;
    const community = communityNumber(next);
    if (community !== null) state.opened.value = new Set([...state.opened.value, community]);
    else state.choice.value = { kind: "entity", id: next };
    state.stage.value?.show(next);
  };
  const deeds: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => pan(-1, 0),
    ArrowRight: () => pan(1, 0),
    ArrowUp: () => pan(0, 1),
    ArrowDown: () => pan(0, -1),
    "+": () => state.stage.value?.zoom(1.5),
    "=": () => state.stage.value?.zoom(1.5),
    "-": () => state.stage.value?.zoom(1 / 1.5),
    "0": () => state.stage.value?.fit(),
    n: () => go(1),
    p: () => go(-1),
  };
  const pressed = (event: KeyboardEvent): void => {
    const deed = deeds[event.key];
    if (!deed || event.ctrlKey || event.metaKey || event.altKey || event.target !== container) return;
    event.preventDefault();
    deed();
  };
  container.tabIndex = 0;
  container.addEventListener("keydown", pressed);
  return () => container.removeEventListener("keydown", pressed);
}
