"use strict";
// Text: units, cutting, searching. Nothing here touches the page.

// The one place where Unicode code points (the data's offsets) become UTF-16 code units (JavaScript's).
function utf16Index(text, codePoints) {
  let index = 0;
  for (let seen = 0; seen < codePoints && index < text.length; seen += 1) index += text.codePointAt(index) > 0xffff ? 2 : 1;
  return index;
}

// The text before, at and after a range given in code points.
function cutAt(text, start, end) {
  const from = utf16Index(text, start);
  const to = from + utf16Index(text.slice(from), end - start);
  return [text.slice(0, from), text.slice(from, to), text.slice(to)];
}

const segmenter = typeof Intl !== "undefined" && Intl.Segmenter ? new Intl.Segmenter() : null;

// What a reader takes for characters, so that no emoji or accent is cut in two.
function characters(text) {
  return segmenter ? Array.from(segmenter.segment(text), (one) => one.segment) : Array.from(text);
}

function shorten(text, length) {
  const head = characters(text.slice(0, length * 8));
  return head.length > length ? head.slice(0, length - 1).join("").trimEnd() + "…" : head.join("");
}

// A name as at most `lines` lines of about `width` characters; what doesn't fit ends in an ellipsis.
function wrap(text, width, lines) {
  const words = text.slice(0, 400).trim().split(/\s+/u);
  const found = [];
  for (const word of words) {
    const last = found.length - 1;
    if (last >= 0 && found[last].length + word.length + 1 <= width) found[last] += " " + word;
    else found.push(word);
  }
  const shown = found.slice(0, lines).map((line) => shorten(line, width + 4));
  if (found.length > lines) shown[lines - 1] = shorten(shown[lines - 1], width).replace(/…?$/u, "…");
  return shown;
}

// For comparing: no case, no accents.
function fold(text) {
  return text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
}

// An address that may become a link: http and https only, nothing that runs.
function safeAddress(text) {
  try {
    const address = new URL(text);
    return address.protocol === "https:" || address.protocol === "http:" ? address.href : null;
  } catch {
    return null;
  }
}

function count(number, one, many) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}
