import { isDone, record } from '../view/history.ts';
import { announce } from '../notices.ts';
import { picture } from '../picture/picture.ts';
import { addStep, soughtIds } from '../view/view.ts';

/** Brings to the picture all of what a passage says that is not on it. One request at most; nothing that was there moves. */
export async function bringPassage(id: string): Promise<void> {
  const before = picture.value;
  const revoke = record('act.passage', { name: { ids: [id] } });
  addStep({ kind: 'passage', id });
  if (!(await isDone(revoke))) return;
  const nodes = [...picture.value.nodes.keys()].filter((key) => !before.nodes.has(key));
  const relationships = [...picture.value.relationships.keys()].filter((key) => !before.relationships.has(key));
  soughtIds.value = nodes;
  announce('announce.passage', { nodes: nodes.length, relationships: relationships.length });
}
