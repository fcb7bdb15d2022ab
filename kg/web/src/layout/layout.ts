import type { Asked, Told } from "./messages";
import LayoutWorker from "./worker?worker&inline";

/** Lays a graph out in a worker, which tells of it when it can. Gives what stops it. */
export function layout(asked: Asked, tell: (told: Told) => void): () => void {
  const worker = new LayoutWorker();
  worker.onmessage = (event: MessageEvent<Told>) => tell(event.data);
  worker.postMessage(asked);
  return () => worker.terminate();
}
