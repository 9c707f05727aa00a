import { computed, signal } from '@preact/signals-core';
import type { Answer } from '../../../server/contract/answer.ts';
import type { Problem } from '../../../server/contract/problem.ts';
import { answerOf } from '../answers.ts';
import { isLetThrough, isShown, shownIds } from '../picture/filters.ts';
import { problemOf } from '../notices.ts';
import { legendLabelOf, ontology, typeOrder } from '../ontology.ts';
import { knownNode, knownRelationship, picture } from '../picture/picture.ts';
import { select } from '../picture/select-actions.ts';
import { isAbout, timelineIn } from './timeline.ts';
import type { TimelineItem } from './timeline.ts';
import * as view from '../view/view.ts';

/** What the named query of all that is dated came to: waited for, not asked since it can have no answer, or as it is. */
export type KnownTimeline =
  | { kind: 'waiting' }
  | { kind: 'none' }
  | { kind: 'answered'; answer: Answer }
  | { kind: 'failed'; problem: Problem };

export const knownTimeline = signal<KnownTimeline>({ kind: 'waiting' });

/** Milliseconds that the answer may take. */
const patience = 30_000;

/** Fetches what is dated, unless it has arrived. */
export async function loadTimeline(): Promise<void> {
  if (knownTimeline.peek().kind === 'answered') return;
  // A graph that is no document's has other dates than those that the query asks for.
  if (!ontology.peek()?.key) {
    knownTimeline.value = { kind: 'none' };
    return;
  }
  knownTimeline.value = { kind: 'waiting' };
  try {
    knownTimeline.value = { kind: 'answered', answer: await answerOf('timeline', {}, AbortSignal.timeout(patience)) };
  } catch (error) {
    knownTimeline.value = { kind: 'failed', problem: problemOf(error) };
  }
}

/** All that is dated: nodes in the order of the legend, then relationships, where several are of one time. */
export const timeline = computed(() => {
  if (knownTimeline.value.kind !== 'answered') return { items: [], unreadable: 0 };
  const labels = ontology.value?.labels.map(({ name }) => name) ?? [];
  return timelineIn(knownTimeline.value.answer, ({ kind, of }) =>
    kind === 'node' ? labels.indexOf(legendLabelOf(of).name) : labels.length + typeOrder.value.indexOf(of.type),
  );
});

/** What the filters let through of it: what is on the picture as it is there, all else by what it is. */
export const shownItems = computed(() => timeline.value.items.filter(isItemShown));

function isItemShown({ id, kind, nodes }: TimelineItem): boolean {
  const shown = picture.value;
  if (shown.nodes.has(id) || shown.relationships.has(id)) return shownIds.value.has(id);
  const node = kind === 'node' ? knownNode(id) : undefined;
  if (node) return isShown(node);
  const relationship = knownRelationship(id);
  const ends = nodes.flatMap((end) => knownNode(end) ?? []);
  if (!relationship || !ends.every(isShown) || view.typesOff.value.has(relationship.type)) return false;
  return isLetThrough(relationship.properties);
}

/** Nodes and relationships of the picture that have no date, and stand nowhere on the timeline. */
export const undatedCount = computed(() => {
  const dated = new Set(timeline.value.items.map(({ id }) => id));
  return [...shownIds.value].filter((id) => !dated.has(id)).length;
});

/** The items that are selected, or are about a node that is. */
export const chosenItems = computed(() => {
  const chosen = view.chosenIds();
  return new Set(shownItems.value.filter((item) => isAbout(item, chosen)).map(({ id }) => id));
});

/** Whether an item is drawn in the picture at present. */
export const isOnPicture = ({ id }: TimelineItem): boolean => shownIds.value.has(id);

/** Selects what an item is, and brings it into sight where the picture has it. Nothing is added to the picture. */
export function selectItem({ id }: TimelineItem): void {
  select(id);
  view.soughtIds.value = [id];
}
