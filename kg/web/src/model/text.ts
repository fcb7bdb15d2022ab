/** Words for people: cut, counted, folded for comparing, and addresses that may become links. */

const ASCII = /^[\x00-\x7f]*$/;
const segmenter = new Intl.Segmenter();

/** Without case and without diacritics, so that "Sao" finds "São". */
export function fold(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
}

/** At most so many of what a reader takes for characters: no emoji or accent is cut in two. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = Array.from(segmenter.segment(text.slice(0, length * 8)), (one) => one.segment);
  return head.length > length ? `${head.slice(0, length - 1).join("").trimEnd()}…` : text;
}

/** "1 statement", "1,204 statements". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** "Ann", "Ann and Bo", "Ann, Bo and 3 more". */
export function listed(names: readonly string[], most = 3): string {
  const shown = names.slice(0, names.length > most ? most - 1 : most);
  const rest = names.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest.toLocaleString("en")} more`] : shown;
  return all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${all.at(-1)}` : (all[0] ?? "");
}

/** An address that may become a link: http and https only, nothing that runs; null otherwise. */
export function safeAddress(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const address = new URL(text);
  return address.protocol === "https:" || address.protocol === "http:" ? address.href : null;
}
