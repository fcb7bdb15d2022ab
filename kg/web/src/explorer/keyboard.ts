/** Arrow keys, Home and End go through the links and buttons of a list. */
export function rove(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
  if (step === undefined || !(event.currentTarget instanceof HTMLElement)) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("a[href], button")];
  const now = stops.indexOf(document.activeElement as HTMLElement);
  if (now < 0) return;
  event.preventDefault();
  stops[Math.max(0, Math.min(now + step, stops.length - 1))]?.focus();
}

/** Enter and space press what isn't a button by nature. */
export function onPress(act: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act();
  };
}
