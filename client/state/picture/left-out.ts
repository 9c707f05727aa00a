import { referencesIn } from '../../api/api.ts';
import { expandAll } from '../actions.ts';
import { select } from './select-actions.ts';
import { inLocale } from '../locale.ts';
import { typeStyleOf } from '../ontology.ts';
import { knownRelationship, picture } from './picture.ts';
import type { More } from './picture.ts';
import { answerOf, neighbourParameters } from '../answers.ts';
import { selectedId } from '../view/view.ts';

/** A neighbour that an expansion left out, and how it is related. */
export interface LeftOut {
  id: string;
  /** Titles of the relationship types by which it is related. */
  types: readonly string[];
}

/** Neighbours that the list of what is left shows at a time. */
export const pageSize = 50;

/** What an expansion left out, `pageSize` relationships from a place on; each neighbour once. One request. */
export async function leftOutOf(
  { source, kinds }: Pick<More, 'source' | 'kinds'>,
  skip: number,
  stopped: AbortSignal,
): Promise<LeftOut[]> {
  const parameters = { ...neighbourParameters([source], { limit: pageSize, kinds }), skip };
  const { table } = await answerOf('neighbours', parameters, stopped);
  const [row = []] = table.rows;
  const cell = (column: string) => referencesIn(row[table.columns.indexOf(column)]);
  const { relationships } = cell('relationships');
  const found = new Map<string, Set<string>>();
  for (const [index, id] of cell('neighbours').nodes.entries()) {
    const relationship = knownRelationship(relationships[index] ?? '');
    const titles = found.get(id) ?? new Set();
    if (relationship) titles.add(inLocale(typeStyleOf(relationship.type).title));
    found.set(id, titles);
  }
  return [...found].map(([id, titles]) => ({ id, types: [...titles] }));
}

/** Brings some more of what an expansion left out. Where nothing is left then, its source is selected instead. */
export async function bringFurther({ id, source, kinds }: More, by: number): Promise<void> {
  await expandAll([source], kinds, by);
  if (!picture.value.more.has(id) && selectedId.value === id) select(source);
}
