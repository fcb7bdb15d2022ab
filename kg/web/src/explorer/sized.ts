/** Starts what needs room as soon as the element has some: a page in a notebook's frame begins with none. Gives what takes it down again. */
export function whenSized(element: HTMLElement, start: () => () => void): () => void {
  if (element.offsetWidth && element.offsetHeight) return start();
  let stop = (): void => undefined;
  const watching = new ResizeObserver(() => {
    if (!element.offsetWidth || !element.offsetHeight) return;
    watching.disconnect();
    stop = start();
  });
  watching.observe(element);
  return () => {
    watching.disconnect();
    stop();
  };
}
