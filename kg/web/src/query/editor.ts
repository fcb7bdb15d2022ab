import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, pickedCompletion, type Completion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { offers, type Offer } from "./completion";
import type { Trouble } from "./state";
import { missingPrefixes, prologue } from "./text";
import type { Vocabulary } from "./vocabulary";

/** What an editor needs to know, and whom it tells. */
export interface Hooks {
  readonly label: string;
  vocabulary(): Vocabulary;
  changed(text: string): void;
  run(): void;
}

/** Colours are the page's own: CSS variables reach into the editor. */
const LOOK = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--sheet)", fontSize: "0.9rem", minHeight: "8rem", maxHeight: "45vh" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-1px" },
  ".cm-content": { fontFamily: "ui-monospace, Menlo, Consolas, monospace", caretColor: "var(--ink)", padding: "0.5rem 0" },
  ".cm-scroller": { overflow: "auto", lineHeight: "1.5" },
  ".cm-gutters": { color: "var(--quiet)", backgroundColor: "var(--sheet)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--note)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--note)", outline: "1px solid var(--accent)" },
  ".cm-tooltip": { color: "var(--ink)", backgroundColor: "var(--sheet)", border: "1px solid var(--field)", maxWidth: "min(40rem, 90vw)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { color: "var(--accent-ink)", backgroundColor: "var(--accent)" },
  ".cm-completionDetail": { color: "inherit", fontStyle: "normal", opacity: "0.85" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "600" },
  ".cm-diagnostic-error": { borderLeft: "4px solid var(--denied)" },
});

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--syntax-keyword)", fontWeight: "600" },
  { tag: [tags.standard(tags.name), tags.standard(tags.variableName)], color: "var(--syntax-keyword)" },
  { tag: tags.local(tags.variableName), color: "var(--syntax-variable)" },
  { tag: tags.atom, color: "var(--syntax-name)" },
  { tag: [tags.string, tags.number], color: "var(--syntax-literal)" },
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
]);

/** What is typed over a selection is put in by the editor: Chromium would write the old look into a style attribute, against the page's policy. */
const TYPED_OVER = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { from, to, empty } = view.state.selection.main;
    const typed = event.data;
    if (event.inputType !== "insertText" || event.isComposing || empty || typed === null) return false;
    const insert = () => view.state.update(view.state.replaceSelection(typed), { userEvent: "input.type", scrollIntoView: true });
    if (!view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, typed, insert))) view.dispatch(insert());
    event.preventDefault();
    return true;
  },
});

/** An editor in a shadow root: there its style sheets are constructed ones, which the page's policy allows. */
export function editor(parent: ShadowRoot, text: string, hooks: Hooks): EditorView {
  const runKey = {
    key: "Mod-Enter",
    run: () => {
      hooks.run();
      return true;
    },
  };
  return new EditorView({
    parent,
    root: parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of([runKey, ...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        lineNumbers(),
        highlightActiveLine(),
        history(),
        bracketMatching(),
        closeBrackets(),
        EditorView.lineWrapping,
        StreamLanguage.define(sparql),
        syntaxHighlighting(COLOURS),
        autocompletion({ override: [(context) => completions(context, hooks.vocabulary())], icons: false }),
        LOOK,
        TYPED_OVER,
        EditorView.contentAttributes.of({ "aria-label": hooks.label, spellcheck: "false", tabindex: "0" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) hooks.changed(update.state.doc.toString());
        }),
      ],
    }),
  });
}

/** Put a text in the editor's place of another, as one step that can be undone. */
export function replace(view: EditorView, text: string): void {
  const now = view.state.doc.toString();
  if (now !== text) view.dispatch({ changes: { from: 0, to: now.length, insert: text } });
}

/** Mark what is wrong at its place; nothing where there is no trouble, or none with a place. */
export function mark(view: EditorView, trouble: Trouble | null): void {
  view.dispatch(setDiagnostics(view.state, trouble?.line ? [diagnostic(view.state, trouble, trouble.line)] : []));
}

/** Put the cursor where the trouble is. */
export function visit(view: EditorView, line: number, column: number | null): void {
  view.dispatch({ selection: { anchor: placeAt(view.state, line, column) }, scrollIntoView: true });
  view.focus();
}

function diagnostic(state: EditorState, trouble: Trouble, line: number): Diagnostic {
  const place = placeAt(state, line, trouble.column);
  const end = state.doc.lineAt(place).to;
  const word = /^[\w:?$-]+/.exec(state.doc.sliceString(place, end))?.[0].length ?? 1;
  const from = place === end ? Math.max(state.doc.lineAt(place).from, place - 1) : place;
  return { from, to: Math.min(Math.max(end, from), from + Math.max(word, 1)), severity: "error", message: trouble.error };
}

/** Columns count code points from 1. */
function placeAt(state: EditorState, line: number, column: number | null): number {
  const found = state.doc.line(Math.max(1, Math.min(line, state.doc.lines)));
  const before = [...found.text].slice(0, Math.max(0, (column ?? 1) - 1)).join("");
  return found.from + before.length;
}

function completions(context: CompletionContext, known: Vocabulary): CompletionResult | null {
  const found = offers(context.state.doc.toString(), context.pos, known, context.explicit);
  return found && { from: found.from, filter: false, options: found.offers.map((offer) => completion(offer, known)) };
}

function completion(offer: Offer, known: Vocabulary): Completion {
  return {
    label: offer.text,
    detail: offer.label ?? offer.kind,
    type: offer.kind,
    ...(offer.help ? { info: offer.help } : {}),
    apply: (view, chosen, from, to) => insert(view, chosen, offer.text, from, to, known),
  };
}

/** Write what was chosen, and above it the PREFIX line that it needs. */
function insert(view: EditorView, chosen: Completion, text: string, from: number, to: number, known: Vocabulary): void {
  const before = view.state.doc.toString();
  const after = before.slice(0, from) + text + before.slice(to);
  const lines = missingPrefixes(after, known.prefixes);
  view.dispatch({
    changes: [...(lines === "" ? [] : [{ from: prologue(before), insert: lines }]), { from, to, insert: text }],
    selection: { anchor: lines.length + from + text.length },
    annotations: pickedCompletion.of(chosen),
    userEvent: "input.complete",
  });
}
