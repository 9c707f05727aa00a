import { batch, signal } from '@preact/signals-core';
import { readAddress, writeAddress, writeKeptView } from './address.ts';
import { isColourName } from '../picture/colours.ts';
import { done, isDone, record, restoreHistory, undone } from './history.ts';
import type { Act } from './history.ts';
import { keyOfDataSet } from '../kept-items.ts';
import { isWord } from '../locale.ts';
import { isColourKnown, isSizeKnown } from '../picture/looks.ts';
import { announce, notify } from '../notices.ts';
import { ontology } from '../ontology.ts';
import { tellOfOtherDataSet } from '../other-data-set.ts';
import { picture } from '../picture/picture.ts';
import { appearances, colourBy, freshSnapshot, overview, setSnapshot, sizeBy } from './view.ts';
import type { Appearance } from './view.ts';

/**
 * How a view outlives the page: as a file, as the rest of a tab's session, and as the view to come back to. A view is kept
 * as its address text, which knows how to be read when it is old, cut or edited.
 */

/** What says that a file is a view of ours, and how it is to be read. */
const fileFormat = 'document-graph-explorer view';
const fileVersion = 1;

/** Bytes of a file that is opened: views with thousands of places stay below. */
const largestFile = 4_000_000;

/** Characters of an address that a link may have: messengers and mail cut longer ones. */
export const longestLink = 8_000;

/** Whether a file is held over the page. */
export const isDropping = signal(false);

/** The view as a file, with its name. */
export function viewFile(): { name: string; content: string } {
  const dataSet = ontology.value?.dataSet ?? '';
  const content = { format: fileFormat, version: fileVersion, dataSet, view: writeKeptView() };
  return { name: `${dataSet || 'graph'}.view.json`, content: `${JSON.stringify(content, null, 2)}\n` };
}

/** Opens a view from a file. What cannot be read is told, and leaves everything as it was. */
export async function openFile(file: Blob): Promise<void> {
  if (file.size > largestFile) {
    notify({ kind: 'word', word: 'file.tooLarge', values: { n: largestFile / 1e6 } });
    return;
  }
  const view = await viewIn(await file.text());
  if (view === null) return;
  const revoke = record('act.openFile');
  showAddress(view);
  if (!(await isDone(revoke))) return;
  passOverUnknownLooks();
  announce('file.opened');
}

/** The address text in a file's text; null, and a notice, where there is none that can be read. */
async function viewIn(text: string): Promise<string | null> {
  const found = parsed(text);
  if (typeof found !== 'object' || found === null || !('format' in found) || found.format !== fileFormat) {
    notify({ kind: 'word', word: 'file.unreadable' });
    return null;
  }
  if (!('version' in found) || found.version !== fileVersion) {
    const version = 'version' in found ? String(found.version) : '?';
    notify({ kind: 'word', word: 'file.version', values: { version, known: fileVersion } });
    return null;
  }
  const dataSet = 'dataSet' in found ? String(found.dataSet) : '';
  if (!('view' in found) || typeof found.view !== 'string') {
    notify({ kind: 'word', word: 'file.unreadable' });
    return null;
  }
  if (dataSet !== ontology.value?.dataSet) {
    await tellOfOtherDataSet(dataSet, found.view);
    return null;
  }
  return found.view;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Takes the view from an address text; parts of it that make no sense are passed over and told. How labels look is the
 * reader's own unless the text says otherwise.
 */
export function showAddress(text: string): void {
  const unreadable = batch(() => {
    const own = appearances.peek();
    setSnapshot(freshSnapshot(overview, 'given'));
    const keys = readAddress(text);
    if (appearances.value.size === 0) appearances.value = own;
    return keys;
  });
  if (unreadable.length > 0) notify({ kind: 'word', word: 'notice.link', values: { what: unreadable.join(', ') } });
}

/** Passes over what sizes and colours of a link are to go by where no node on screen has it, and says so. */
export function passOverUnknownLooks(): void {
  const what: string[] = [];
  if (!isSizeKnown(sizeBy.peek())) what.push('size');
  if (!isColourKnown(colourBy.peek())) what.push('colour');
  if (what.length === 0 || picture.peek().nodes.size === 0) return;
  const { sizeBy: usualSize, colourBy: usualColour } = freshSnapshot(overview, 'given');
  batch(() => {
    if (what.includes('size')) sizeBy.value = usualSize;
    if (what.includes('colour')) colourBy.value = usualColour;
  });
  notify({ kind: 'word', word: 'notice.link', values: { what: what.join(', ') } });
}

/** The version changes with what is stored: what an older page left is passed over. */
const keyFor = (what: 'history.2' | 'last-view.1' | 'appearances.1'): string => keyOfDataSet(what);

/** Acts that outlive a reload, and characters that they may take. */
const mostKept = 50;
const longestHistory = 1_000_000;

/** Keeps what can be undone for a reload of this tab. */
export function keepHistory(storage: Storage): void {
  const text = JSON.stringify([done.value.slice(-mostKept), undone.value.slice(-mostKept)], withCollections);
  put(storage, keyFor('history.2'), text.length <= longestHistory ? text : null);
}

/** Takes up the history that this tab had before it was loaded again, unless there is a newer one. */
export function takeUpHistory(storage: Storage): void {
  const text = storage.getItem(keyFor('history.2'));
  if (text === null || done.peek().length > 0) return;
  try {
    const [past, future]: [Act[], Act[]] = JSON.parse(text, toCollections);
    // A word may be gone since.
    if ([...past, ...future].every(({ word }) => isWord(word))) restoreHistory(past, future);
  } catch {
    storage.removeItem(keyFor('history.2'));
  }
}

/** Keeps a view that is too long for a link, for a reload of this tab. */
export const keepLongView = (storage: Storage, text: string, key = longKey()): void => put(storage, key, text);
export const longView = (storage: Storage): string | null => storage.getItem(longKey());

/** Where the view is kept that a page opens with: of this data set, unless another is named. */
export const longKey = (dataSet?: string): string => keyOfDataSet('long-view.1', dataSet);

/** The view that was left last, in whichever tab, for who comes back; null where it was the first picture. */
export const keepLastView = (storage: Storage, text: string): void => put(storage, keyFor('last-view.1'), text || null);

/** The view that was left last, while the page still shows the first picture as it opened. */
export const viewToComeBackTo = signal<string | null>(null);

/** Offers the view that was left last to who opened the page without one. */
export function offerLastView(storage: Storage): void {
  if (writeAddress() === '' && done.peek().length === 0)
    viewToComeBackTo.value = storage.getItem(keyFor('last-view.1'));
}

/** Opens the view that was left last. */
export async function comeBack(): Promise<void> {
  const address = viewToComeBackTo.peek();
  if (address === null) return;
  viewToComeBackTo.value = null;
  const revoke = record('act.comeBack');
  showAddress(address);
  if (await isDone(revoke)) passOverUnknownLooks();
}

/** Keeps how labels look for the next visit. */
export function keepAppearances(storage: Storage): void {
  const { value } = appearances;
  put(storage, keyFor('appearances.1'), value.size === 0 ? null : JSON.stringify([...value]));
}

/** Takes up how labels looked on the last visit, unless the link says how they look. */
export function takeUpAppearances(storage: Storage): void {
  const kept = parsed(storage.getItem(keyFor('appearances.1')) ?? '[]');
  if (appearances.value.size > 0 || !Array.isArray(kept)) return;
  appearances.value = new Map(kept.filter(isAppearance));
}

function isAppearance(entry: unknown): entry is [string, Appearance] {
  if (!Array.isArray(entry)) return false;
  const [label, look]: unknown[] = entry;
  if (typeof label !== 'string' || typeof look !== 'object' || look === null) return false;
  const { colour, caption } = { colour: null, caption: null, ...look };
  const isColour = colour === null || (typeof colour === 'string' && isColourName(colour));
  return isColour && (caption === null || typeof caption === 'string');
}

/** A full or forbidden storage keeps nothing: the page does without. */
function put(storage: Storage, key: string, text: string | null): void {
  try {
    if (text === null) storage.removeItem(key);
    else storage.setItem(key, text);
  } catch {
    storage.removeItem(key);
  }
}

/** JSON has no maps and sets. */
function withCollections(_key: string, value: unknown): unknown {
  if (value instanceof Map) return { $map: [...value] };
  return value instanceof Set ? { $set: [...value] } : value;
}

function toCollections(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$map' in value && Array.isArray(value.$map)) return new Map(value.$map);
  return '$set' in value && Array.isArray(value.$set) ? new Set(value.$set) : value;
}
