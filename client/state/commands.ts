import { batch } from '@preact/signals-core';
import { hasServer } from '../api/transport.ts';
import * as actions from './actions.ts';
import * as paths from './picture/path-actions.ts';
import * as selecting from './picture/select-actions.ts';
import { canvasControls, zoomStep } from './picture/canvas-controls.ts';
import { dialog } from './dialog.ts';
import { clearFilters, isFiltered } from './picture/filter-actions.ts';
import { shownIds } from './picture/filters.ts';
import { canRedo, canUndo, redo, undo } from './view/history.ts';
import { nodeActs } from './picture/node-acts.ts';
import type { NodeAct } from './picture/node-acts.ts';
import { switchLanguage } from './language.ts';
import { litOutOfSight, lookAtLit, lookAtLitKey } from './reading/lit-out-of-sight.ts';
import type { Word } from './locale.ts';
import { picture } from './picture/picture.ts';
import { isSearchSought } from './search.ts';
import { placeOf } from './picture/placing.ts';
import { areScenesListed, closeScenes, listScenes } from './story/scenes-panel.ts';
import { isPrinting } from './printing.ts';
import { areQuestionsThere } from './questions.ts';
import * as reading from './reading/reading.ts';
import { showSurface } from './picture/surface-actions.ts';
import * as view from './view/view.ts';
import { askWhy, explainedId } from './reading/why-sought.ts';
import { isWorkbenchOpen, toggleWorkbench } from './workbench/workbench-frame.ts';
import { nearestToward } from './picture/walk.ts';
import type { Direction } from './picture/walk.ts';

/** One thing that can be done, for the command palette, the keys, and the dialog that tells them. */
export interface Command {
  /** Its name, as a key of the page's words: it may depend on what is selected. */
  word: () => Word;
  section: 'general' | 'picture' | 'selection' | 'walk';
  /** Keys as the browser names them, with `mod` for Ctrl or ⌘; several do the same. */
  keys: readonly string[];
  /** Whether it can be done now; always, where it is left out. */
  isPossible?: () => boolean;
  run: () => void;
}

const hasNodes = (): boolean => picture.value.nodes.size > 0;
const hasCanvas = (): boolean => canvasControls.value !== null;
const isPicture = (): boolean => view.surface.value === 'picture';

/** Selects nothing, and picks no end of a path any more. */
function letGo(): void {
  batch(() => {
    paths.cancelPath();
    selecting.select(null);
  });
}

/** Selects the next node on screen in a direction, and brings it into sight. */
function walk(direction: Direction): void {
  const places = new Map(
    [...picture.value.nodes.keys()].flatMap((id) => {
      const place = placeOf(id);
      return place && shownIds.value.has(id) ? [[id, place] as const] : [];
    }),
  );
  const [from] = view.chosenIds();
  const next = nearestToward(from === undefined ? undefined : places.get(from), direction, places);
  if (next === undefined) return;
  selecting.select(next);
  view.soughtIds.value = [next];
}

const showTwin = (twin: view.Twin | null): void => showSurface('picture', twin);

/** Keys of what can be done with nodes, by its name. */
const actKeys: Record<string, readonly string[]> = {
  expand: ['e'],
  collapse: ['c'],
  hide: ['h', 'Delete'],
  keep: ['k'],
  pin: ['p'],
  unpin: ['p'],
  group: ['b'],
  ungroup: ['b'],
  fold: ['f'],
  path: ['s'],
  common: ['n'],
};

/** What can be done with nodes, as a command about those that are selected. */
const ofNodes = ({ name, word, isOffered, run }: NodeAct): Command => ({
  word: () => word(view.chosenIds()),
  section: 'selection',
  keys: actKeys[name] ?? [],
  // The chart shows them too, but what these do would be out of sight.
  isPossible: () => isPicture() && isOffered(view.chosenIds()),
  run: () => run(view.chosenIds()),
});

/** Everything that has a key or a name in the palette, in the order in which it is told. */
export const commands: readonly Command[] = [
  { word: () => 'command.palette', section: 'general', keys: ['mod+k'], run: () => (dialog.value = 'palette') },
  { word: () => 'command.shortcuts', section: 'general', keys: ['?'], run: () => (dialog.value = 'shortcuts') },
  {
    word: () => 'command.search',
    section: 'general',
    keys: ['/'],
    run: () => (isSearchSought.value = true),
  },
  {
    word: () => 'history.undo',
    section: 'general',
    keys: ['mod+z'],
    isPossible: () => canUndo.value,
    run: () => void undo(),
  },
  {
    word: () => 'history.redo',
    section: 'general',
    keys: ['mod+shift+z', 'mod+y'],
    isPossible: () => canRedo.value,
    run: () => void redo(),
  },
  {
    word: () => (isWorkbenchOpen.value ? 'workbench.close' : 'workbench.open'),
    section: 'general',
    keys: ['w'],
    isPossible: hasServer,
    run: toggleWorkbench,
  },
  { word: () => 'page.home', section: 'general', keys: [], run: () => void actions.goHome() },
  {
    word: () => (areScenesListed.value ? 'scenes.close' : 'scenes.open'),
    section: 'general',
    keys: ['m'],
    run: () => (areScenesListed.value ? closeScenes() : listScenes()),
  },
  {
    word: () => 'show.start',
    section: 'general',
    keys: ['shift+m'],
    run: () => (view.isPresenting.value = true),
  },
  {
    word: () => 'command.questions',
    section: 'general',
    keys: ['q'],
    isPossible: () => areQuestionsThere.value,
    run: () => (dialog.value = 'gallery'),
  },
  {
    word: () => 'command.export',
    section: 'general',
    keys: ['x'],
    isPossible: hasNodes,
    run: () => (dialog.value = 'export'),
  },
  {
    word: () => 'command.print',
    section: 'general',
    keys: ['mod+p'],
    isPossible: hasNodes,
    run: () => (isPrinting.value = true),
  },
  {
    word: () => 'command.language',
    section: 'general',
    keys: [],
    run: () => void switchLanguage(),
  },
  {
    word: () => 'zoom.in',
    section: 'picture',
    keys: ['+', '='],
    isPossible: hasCanvas,
    run: () => canvasControls.value?.zoomBy(zoomStep),
  },
  {
    word: () => 'zoom.out',
    section: 'picture',
    keys: ['-'],
    isPossible: hasCanvas,
    run: () => canvasControls.value?.zoomBy(1 / zoomStep),
  },
  {
    word: () => 'command.fit',
    section: 'picture',
    keys: ['0'],
    isPossible: hasCanvas,
    run: () => canvasControls.value?.fit(),
  },
  ...view.layouts.map((layout, index): Command => ({
    word: () => `command.layout.${layout}`,
    section: 'picture',
    keys: [String(index + 1)],
    isPossible: () => hasNodes() && isPicture(),
    run: () => actions.layOut(layout),
  })),
  { word: () => 'view.picture', section: 'picture', keys: ['g'], run: () => showTwin(null) },
  { word: () => 'view.chart', section: 'picture', keys: ['r'], run: () => showSurface('chart') },
  { word: () => 'view.list', section: 'picture', keys: ['l'], run: () => showTwin('list') },
  { word: () => 'view.outline', section: 'picture', keys: ['o'], run: () => showTwin('outline') },
  { word: () => 'view.table', section: 'picture', keys: ['t'], run: () => showTwin('table') },
  { word: () => 'view.figures', section: 'picture', keys: ['d'], run: () => showTwin('figures') },
  {
    word: () => (reading.isReading.value ? 'reading.close' : 'reading.open'),
    section: 'picture',
    keys: ['v'],
    isPossible: () => reading.isDocumentThere.value,
    run: reading.toggleReading,
  },
  {
    word: () => (view.isFollowing.value ? 'reading.unfollow' : 'reading.follow'),
    section: 'picture',
    keys: ['shift+v'],
    isPossible: () => reading.isReading.value,
    run: () => (view.isFollowing.value ? reading.stopFollowing() : reading.startFollowing()),
  },
  {
    word: () => 'reading.lookAtLit',
    section: 'picture',
    keys: [lookAtLitKey],
    isPossible: () => litOutOfSight.value > 0,
    run: lookAtLit,
  },
  {
    word: () => 'reading.nextMention',
    section: 'selection',
    keys: ['j', ']'],
    isPossible: () => reading.stepMention.value !== null,
    run: () => reading.stepMention.value?.(1),
  },
  {
    word: () => 'reading.previousMention',
    section: 'selection',
    keys: ['shift+j', '['],
    isPossible: () => reading.stepMention.value !== null,
    run: () => reading.stepMention.value?.(-1),
  },
  {
    word: () => (view.isTimelineOpen.value ? 'timeline.close' : 'timeline.open'),
    section: 'picture',
    keys: ['y'],
    run: () => (view.isTimelineOpen.value = !view.isTimelineOpen.value),
  },
  {
    word: () => 'command.clearFilters',
    section: 'picture',
    keys: [],
    isPossible: () => isFiltered.value,
    run: clearFilters,
  },
  {
    word: () => 'act.showHidden',
    section: 'picture',
    keys: [],
    isPossible: () => picture.value.hidden.size > 0,
    run: () => void actions.showHidden(),
  },
  {
    word: () => 'command.clear',
    section: 'picture',
    keys: [],
    isPossible: hasNodes,
    run: () => void actions.keepOnly([]),
  },
  {
    word: () => 'command.selectAll',
    section: 'selection',
    keys: ['mod+a'],
    isPossible: hasNodes,
    run: () => selecting.selectAll(),
  },
  { word: () => 'command.letGo', section: 'selection', keys: ['Escape'], run: letGo },
  {
    word: () => 'why.title',
    section: 'selection',
    keys: ['i'],
    isPossible: () => explainedId() !== null,
    run: () => {
      const id = explainedId();
      if (id !== null) askWhy(id);
    },
  },
  // Relationships are asked about too, wherever they are selected.
  ...nodeActs.filter(({ name }) => name !== 'why').map((act) => ofNodes(act)),
  ...(['up', 'down', 'left', 'right'] as const).map((direction): Command => ({
    word: () => `command.walk.${direction}`,
    section: 'walk',
    keys: [`Arrow${direction.charAt(0).toUpperCase()}${direction.slice(1)}`],
    isPossible: hasNodes,
    run: () => walk(direction),
  })),
  {
    word: () => 'command.back',
    section: 'walk',
    keys: ['Backspace'],
    isPossible: () => view.trail.value.length > 0,
    run: selecting.selectPrevious,
  },
];

export const isPossible = (command: Command): boolean => command.isPossible?.() ?? true;
