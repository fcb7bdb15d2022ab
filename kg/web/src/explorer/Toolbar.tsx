import { useSignal } from "@preact/signals";
import { savePng, saveSvg } from "../scene/export";
import { toggled } from "../scene/pointer";
import type { Explorer } from "./state";

/** What can be done with the drawing: its camera, its layout, its communities, pictures of it; and with the entity that is chosen. */
export function Toolbar({ state }: { readonly state: Explorer }) {
  const stage = state.stage.value;
  const trouble = useSignal("");
  const png = async (): Promise<void> => {
    trouble.value = "";
    try {
      await savePng(state);
    } catch (error) {
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  return (
    <div class="tools" role="toolbar" aria-label="The drawing">
      <Tool name="Zoom in" path="M3 8h10M8 3v10" act={() => stage?.zoom(1.5)} />
      <Tool name="Zoom out" path="M3 8h10" act={() => stage?.zoom(1 / 1.5)} />
      <Tool name="Show all" path="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4" act={() => stage?.fit()} />
      <Tool name="Lay out anew" path="M13 5a6 6 0 1 0 1 4M13 1v4h-4" act={() => stage?.arrange()} />
      <Communities state={state} />
      <Chosen state={state} />
      <button type="button" title="Save the drawing as dots, twice as fine as the screen" onClick={() => void png()}>
        PNG
      </button>
      <button type="button" title="Save the drawing as shapes, for print" onClick={() => saveSvg(state)}>
        SVG
      </button>
      {trouble.value && <p role="alert">{trouble.value}</p>}
    </div>
  );
}

function Communities({ state }: { readonly state: Explorer }) {
  const { communities, isGrouped, opened } = state;
  const many = new Set(communities.value.values()).size;
  if (many < 2 || many >= communities.value.size) return null;
  const press = (): void => {
    isGrouped.value = !isGrouped.value;
    opened.value = new Set();
  };
  return (
    <>
      <Tool
        name="Communities as one"
        isPressed={isGrouped.value}
        path="M5 5m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M12 11m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M7 7l3 2"
        act={press}
      />
      {isGrouped.value && opened.value.size > 0 && <Tool name="Close all communities" path="M3 3l10 10M13 3L3 13" act={() => (opened.value = new Set())} />}
    </>
  );
}

/** What can be done with the entity that is chosen: pin it, hide what hangs on it alone, close its community. */
function Chosen({ state }: { readonly state: Explorer }) {
  const { choice, pinned, folded, communities, isGrouped, opened } = state;
  if (choice.value?.kind !== "entity") return null;
  const { id } = choice.value;
  const community = communities.value.get(id);
  return (
    <>
      <Tool name="Pin" isPressed={pinned.value.has(id)} path="M8 10v5M4 10h8l-1.5-3V2h-5v5z" act={() => (pinned.value = toggled(pinned.value, id))} />
      <Tool
        name="Hide its leaves"
        isPressed={folded.value.has(id)}
        path="M8 8m-2 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M2 2l2 2M14 2l-2 2M2 14l2-2M14 14l-2-2"
        act={() => (folded.value = toggled(folded.value, id))}
      />
      {isGrouped.value && community !== undefined && opened.value.has(community) && (
        <Tool name="Close its community" path="M8 8m-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M5.5 8h5" act={() => (opened.value = toggled(opened.value, community))} />
      )}
    </>
  );
}

interface Tooling {
  readonly name: string;
  readonly path: string;
  readonly isPressed?: boolean;
  readonly act: () => void;
}

function Tool({ name, path, isPressed, act }: Tooling) {
  return (
    <button type="button" class="tool" aria-label={name} aria-pressed={isPressed} onClick={act}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />
      </svg>
    </button>
  );
}
