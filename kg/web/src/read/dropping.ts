/** Take a file that is dropped anywhere on a page; `over` is told while one is held above it. Gives what ends that. */
export function dropping(page: Document, over: (is: boolean) => void, drop: (file: File) => void): () => void {
  let inside = 0;
  const holds = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  const enter = (event: DragEvent): void => {
    if (holds(event)) over((inside += 1) > 0);
  };
  const leave = (event: DragEvent): void => {
    if (holds(event)) over((inside = Math.max(0, inside - 1)) > 0);
  };
  const move = (event: DragEvent): void => {
    if (holds(event)) event.preventDefault();
  };
  const dropped = (event: DragEvent): void => {
    if (!holds(event)) return;
    event.preventDefault();
    over((inside = 0) > 0);
    const file = event.dataTransfer?.files.item(0);
    if (file) drop(file);
  };
  page.addEventListener("dragenter", enter);
  page.addEventListener("dragleave", leave);
  page.addEventListener("dragover", move);
  page.addEventListener("drop", dropped);
  return () => {
    page.removeEventListener("dragenter", enter);
    page.removeEventListener("dragleave", leave);
    page.removeEventListener("dragover", move);
    page.removeEventListener("drop", dropped);
  };
}
