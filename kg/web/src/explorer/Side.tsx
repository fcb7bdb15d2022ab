import { useEffect } from "preact/hooks";
import { AddToStory } from "../story/AddToStory";
import { keep, shine, tabName } from "../story/storyboard";
import { StoryPanel } from "../story/StoryPanel";
import { Panel } from "./panel/Panel";
import type { Explorer } from "./state";

/** Beside the drawing: the evidence of what is chosen, or the story that is made of it. */
export function Side({ state }: { readonly state: Explorer }) {
  const { story, settings, highlighted } = state;
  const isStory = story.isOpen.value;
  useEffect(() => {
    const ends = [keep(story, `${location.pathname} ${settings.title}`, window), shine(story, highlighted)];
    return () => ends.forEach((end) => end());
  }, [state]);
  const tab = (open: boolean, name: string) => (
    <button type="button" aria-pressed={isStory === open} onClick={() => (story.isOpen.value = open)}>
      {name}
    </button>
  );
  return (
    <aside class="panel" id="evidence" aria-label={isStory ? "Story" : "Evidence"} tabIndex={-1}>
      <div class="sides">
        <div class="views" role="group" aria-label="What stands beside the drawing">
          {tab(false, "Evidence")}
          {tab(true, tabName(story.draft.value))}
        </div>
        {!isStory && <AddToStory state={state} />}
      </div>
      {isStory ? <StoryPanel state={state} /> : <Panel state={state} back={() => history.back()} />}
    </aside>
  );
}
