const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
/** What ends in a full stop and ends no sentence: a title, a month, an initial, "U.S.". */
const ABBREVIATED =
  /(?:^|[\s“"‘(])(?:adm|col|dr|gen|gov|hon|jr|lt|maj|messrs|mr|mrs|ms|mt|prof|reps?|rev|sens?|sgt|sr|st|vs|jan|feb|aug|sept?|oct|nov|dec|(?:\p{L}\.)*\p{L})\.\s*$/iu;
const QUOTES = /[“”]/gu;

/** A line's sentences, which joined are the line again: no abbreviation ends one, nor anything within a quotation. */
export function sentencesOf(line: string): readonly string[] {
  const found: string[] = [];
  let open = "";
  for (const { segment } of segmenter.segment(line)) {
    open += segment;
    if (ABBREVIATED.test(open.slice(-40)) || isQuoting(open)) continue;
    found.push(open);
    open = "";
  }
  return open ? [...found, open] : found;
}

/** Whether a quotation was begun and not ended. */
function isQuoting(words: string): boolean {
  return words.match(QUOTES)?.at(-1) === "“";
}
