import { computed, signal } from '@preact/signals-core';
import { marksOf } from '../../../server/passage-text/marks.ts';
import type { Mark } from '../../../server/passage-text/marks.ts';
import { getDocumentText } from '../../api/document-text.ts';
import { canReadServer } from '../../api/transport.ts';
import { FoldedText } from './folded-text.ts';
import { nothingSaid, sayings } from './mentions.ts';
import { announce, problemOf } from '../notices.ts';
import { problemSentence } from '../locale.ts';
import { ontology } from '../ontology.ts';
import { knownPassages, loadPassages, passages } from './passages.ts';
import { readTextFile } from './text-file.ts';
import type { Refusal } from './text-file.ts';
import { slicesOf } from './text-slices.ts';
import type { Opening } from './text-slices.ts';

/**
 * The running text of the document, where the server has it or the reader has opened a file of it, which stays in the
 * browser. It is not part of the graph: passages bring the words that they begin with, and are found in it by these.
 */

/** A text as it was taken; `name` is a file's. */
export interface TakenText {
  source: 'server' | 'file';
  name: string;
  text: string;
}

/** The text that is shown; null while there is none. */
export const takenText = signal<TakenText | null>(null);

/** Whether the server's text is on its way. */
export const isTextComing = signal(false);

/** Why the server's text is not shown. */
export const serverRefusal = signal<Refusal | null>(null);

/** Why the file that was opened last is not shown. */
export const textRefusal = signal<Refusal | null>(null);

/** What a refusal says that may not be for good: what was asked for can be tried again. */
export const isPassing = ({ word }: Refusal): boolean => word === 'original.notCome' || word === 'original.noPassages';

/** A text cut into passages. */
export interface OriginalText extends Pick<TakenText, 'source' | 'name'> {
  /** The text of each passage by its address. */
  slices: ReadonlyMap<string, string>;
  /** Passages whose first words are not in their place: the text of each stays with the passage before it. */
  missing: readonly Opening[];
}

/** In reading order. */
const openings = computed<readonly Opening[]>(() =>
  passages.value.flatMap(({ properties: { address, opening } }) =>
    typeof address === 'string' && typeof opening === 'string' ? [{ at: address, opening }] : [],
  ),
);

export const originalText = computed<OriginalText | null>(() => {
  if (takenText.value === null) return null;
  const { source, name, text } = takenText.value;
  const slices = slicesOf(text, openings.value);
  return { source, name, slices, missing: openings.value.filter(({ at }) => !slices.has(at)) };
});

/** The running text of a passage; undefined where there is none. */
export const textAt = (address: string): string | undefined => originalText.value?.slices.get(address);

const foldedSlices = computed(
  () => new Map([...(originalText.value?.slices ?? [])].map(([address, text]) => [address, new FoldedText(text)])),
);

/** The running text of a passage as quotes are looked for in it. */
export const foldedAt = (address: string): FoldedText | undefined => foldedSlices.value.get(address);

/**
 * What is quoted of the text of a passage, and what it is evidence of.
 * @param upTo how much of the text is looked at
 */
export function marksIn(address: string, upTo = Infinity): Mark[] {
  const text = (textAt(address) ?? '').slice(0, upTo);
  const folded = new FoldedText(text);
  return marksOf(text, quotesAt(address), (quote) => folded.placesOf(quote));
}

const quotesAt = (address: string): { quote: string; factId: string }[] =>
  (sayings.value.get(address) ?? nothingSaid).phrases.flatMap(({ quote, facts }) =>
    facts.map((factId) => ({ quote, factId })),
  );

/** Fetches the server's text where it has one, and neither it nor another is shown, on its way, or known to be of no use. */
export async function loadServerText(): Promise<void> {
  if (!ontology.peek()?.document?.hasText || !canReadServer()) return;
  if (takenText.peek() !== null || isTextComing.peek() || serverRefusal.peek() !== null) return;
  isTextComing.value = true;
  try {
    const text = (await getDocumentText()).replaceAll(/\r\n?/g, '\n');
    await loadPassages();
    // A file that was opened meanwhile is what the reader wants.
    if (takenText.peek() === null) serverRefusal.value = take({ source: 'server', name: '', text });
  } catch (error) {
    serverRefusal.value = { word: 'original.notCome', values: { why: problemSentence(problemOf(error)) } };
  } finally {
    isTextComing.value = false;
  }
}

/** Fetches it again after it did not come. */
export async function askAgainForText(): Promise<void> {
  serverRefusal.value = null;
  await loadServerText();
}

/** A file's text that cannot be judged before the passages are there. */
let unjudged: TakenText | null = null;

/** Counts what the reader has done about the text: of what takes a while, only the newest counts. */
let acts = 0;

/** Opens a text file of the reader's. It is read here, and sent nowhere. What cannot be used is told, and changes nothing. */
export async function openTextFile(file: Blob & { name?: string }): Promise<void> {
  acts += 1;
  const act = acts;
  const text = await readTextFile(file);
  if (act !== acts) return;
  if (typeof text === 'string') await open({ source: 'file', name: file.name ?? '', text });
  else textRefusal.value = text;
}

/** Opens the reader's text again which could not be judged. */
export async function openAgain(): Promise<void> {
  if (unjudged !== null) await open(unjudged);
}

async function open(taken: TakenText): Promise<void> {
  acts += 1;
  const act = acts;
  await loadPassages();
  if (act !== acts) return;
  textRefusal.value = take(taken);
  unjudged = textRefusal.value?.word === 'original.noPassages' ? taken : null;
  if (textRefusal.value === null) announce('original.opened');
}

/**
 * Takes up a text that the reader had open before, once the passages are there, unless a file has been opened since.
 * Answers `other` where it is that of another document by now.
 */
export function takeUpFile(name: string, text: string): 'taken' | 'other' | 'unused' {
  if (takenText.peek()?.source === 'file') return 'unused';
  const refusal = take({ source: 'file', name, text });
  if (refusal === null) return 'taken';
  return refusal.word === 'original.otherFile' ? 'other' : 'unused';
}

/** Puts the reader's text away; that of the server comes back in its place. */
export async function closeText(): Promise<void> {
  acts += 1;
  takenText.value = null;
  textRefusal.value = null;
  await askAgainForText();
}

/** Takes a text if it is the document's; else answers why not. */
function take(taken: TakenText): Refusal | null {
  const refusal = refusalOf(taken);
  if (refusal === null) takenText.value = taken;
  return refusal;
}

/** Openings by which a text is known: looking for all of thousands in a text of another kind would take long. */
const mostTried = 60;

/** Why a text is not that of the document: fewer than half of the openings that were tried are in it. */
function refusalOf({ source, text }: TakenText): Refusal | null {
  const known = knownPassages.peek();
  if (known.kind === 'failed') return { word: 'original.noPassages', values: { why: problemSentence(known.problem) } };
  const all = openings.peek();
  if (all.length === 0) return { word: 'original.noOpenings' };
  const each = Math.ceil(all.length / mostTried);
  const tried = all.filter((_, index) => index % each === 0);
  const folded = new FoldedText(text);
  const found = tried.filter(({ opening }) => folded.includes(opening)).length;
  if (found * 2 >= tried.length) return null;
  return {
    word: source === 'file' ? 'original.otherFile' : 'original.otherServer',
    values: { n: tried.length, found },
  };
}
