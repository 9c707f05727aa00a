import type { Word, WordValues } from '../locale.ts';
import { ontology } from '../ontology.ts';
import { fitting, mostScenes, newSceneId, ownScenes, tellOfScenes } from './own-scenes.ts';
import type { OwnScene } from './own-scenes.ts';
import { isOwnScene } from './scene-records.ts';

/** The reader's scenes as a file, to be taken along or given to others. */

const fileFormat = 'document-graph-explorer scenes';
const fileVersion = 1;

/** Bytes of a file that is read: a full one stays below. */
const largestFile = 4_000_000;

/** The reader's scenes as a file, with its name. */
export function sceneFile(): { name: string; content: string } {
  const dataSet = ontology.value?.dataSet ?? '';
  const content = { format: fileFormat, version: fileVersion, dataSet, scenes: ownScenes.value };
  return { name: `${dataSet || 'graph'}.scenes.json`, content: `${JSON.stringify(content, null, 2)}\n` };
}

/** Adds the scenes of a file behind those that are there, without doubles. What cannot be read is told, and changes nothing. */
export async function importScenes(file: Blob): Promise<void> {
  if (file.size > largestFile) {
    tellOfScenes('scenes.tooLarge', { n: largestFile / 1e6 });
    return;
  }
  const found = scenesIn(await file.text());
  if ('word' in found) {
    tellOfScenes(found.word, found.values);
    return;
  }
  const present = ownScenes.peek();
  const known = new Set(present.map(sameness));
  // Ids are the page's own: those of a file may be in use.
  const added = found.filter((scene) => !known.has(sameness(scene))).map(withOwnId);
  const kept = fitting([...present, ...added]);
  ownScenes.value = kept;
  const n = kept.length - present.length;
  if (n < added.length) tellOfScenes('scenes.leftOut', { n, leftOut: added.length - n, most: mostScenes });
  else tellOfScenes('scenes.imported', { n, doubles: found.length - n });
}

const sameness = ({ title, caption, notes, view }: OwnScene): string => JSON.stringify([title, caption, notes, view]);
const withOwnId = (scene: OwnScene): OwnScene => ({ ...scene, id: newSceneId() });

interface Refusal {
  word: Word;
  values?: WordValues;
}

/** The scenes in a file's text, or why it is none of ours. */
function scenesIn(text: string): OwnScene[] | Refusal {
  const found = parsed(text);
  if (typeof found !== 'object' || found === null || !('format' in found) || found.format !== fileFormat) {
    return { word: 'scenes.unreadable' };
  }
  if (!('version' in found) || found.version !== fileVersion) {
    return { word: 'scenes.version', values: { version: 'version' in found ? String(found.version) : '?' } };
  }
  const present = ontology.peek()?.dataSet ?? '';
  if (!('dataSet' in found) || found.dataSet !== present) {
    return { word: 'file.dataSet', values: { dataSet: 'dataSet' in found ? String(found.dataSet) : '?', present } };
  }
  const list: unknown = 'scenes' in found ? found.scenes : undefined;
  if (!Array.isArray(list)) return { word: 'scenes.unreadable' };
  const scenes = list.filter(isOwnScene);
  if (scenes.length < list.length) {
    return { word: 'scenes.wrong', values: { n: list.findIndex((scene) => !isOwnScene(scene)) + 1 } };
  }
  return scenes;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
