import { computed, signal } from '@preact/signals-core';
import { marksOf } from '../../server/passage-text/marks.ts';
import type { Mark } from '../../server/passage-text/marks.ts';
import { sliceDocument } from '../../server/passage-text/slices.ts';
import { getDocumentText } from '../api/document-text.ts';
import { canReadServer } from '../api/transport.ts';
import { nothingSaid, sayings } from './mentions.ts';
import { announce, problemOf } from './notices.ts';
import { problemSentence } from './locale.ts';
import { ontology } from './ontology.ts';
import { loadPassages, passages } from './passages.ts';
import { readTextFile } from './text-file.ts';
import type { Refusal } from './text-file.ts';

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

/** Why the text that was opened or asked for last is not shown. */
export const textRefusal = signal<Refusal | null>(null);

/** A passage and the words that it begins with. */
interface Opening {
  at: string;
  opening: string;
}

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
  const { slices } = sliceDocument(text, openings.value);
  return {
    source,
    name,
    slices: new Map([...slices.values()].map((slice) => [slice.at, slice.text])),
    missing: openings.value.filter(({ at }) => !slices.has(at)),
  };
});

/** The running text of a passage; undefined where there is none. */
export const textAt = (address: string): string | undefined => originalText.value?.slices.get(address);

/**
 * What is quoted of the text of a passage, and what it is evidence of.
 * @param upTo how much of the text is looked at
 */
export const marksIn = (address: string, upTo = Infinity): Mark[] =>
  marksOf((textAt(address) ?? '').slice(0, upTo), quotesAt(address));

const quotesAt = (address: string): { quote: string; factId: string }[] =>
  (sayings.value.get(address) ?? nothingSaid).phrases.flatMap(({ quote, facts }) =>
    facts.map((factId) => ({ quote, factId })),
  );

/** A quote that is not in the text of its passage, and whose it is: ids of facts. */
export interface Mismatch {
  address: string;
  quote: string;
  factIds: readonly string[];
}

/** Quotes that are not at their addresses, in reading order. One at a passage that is not found is not judged. */
export const mismatches = computed<readonly Mismatch[]>(() =>
  passages.value.flatMap(({ properties: { address } }) => {
    const text = typeof address === 'string' ? textAt(address) : undefined;
    if (typeof address !== 'string' || text === undefined) return [];
    return (sayings.value.get(address) ?? nothingSaid).phrases
      .filter(({ quote }) => !text.includes(quote))
      .map(({ quote, facts }) => ({ address, quote, factIds: facts }));
  }),
);

/** Fetches the server's text where it has one, and neither it nor another is shown, on its way, or known to be of no use. */
export async function loadServerText(): Promise<void> {
  if (!ontology.peek()?.document?.hasText || !canReadServer()) return;
  if (takenText.peek() !== null || isTextComing.peek() || textRefusal.peek() !== null) return;
  isTextComing.value = true;
  try {
    const text = await getDocumentText();
    // A file that was opened meanwhile is what the reader wants.
    if (takenText.peek() === null) await take({ source: 'server', name: '', text: text.replaceAll(/\r\n?/g, '\n') });
  } catch (error) {
    textRefusal.value = { word: 'original.notCome', values: { why: problemSentence(problemOf(error)) } };
  } finally {
    isTextComing.value = false;
  }
}

/** Fetches it again after it did not come. */
export function askAgainForText(): void {
  textRefusal.value = null;
  void loadServerText();
}

/** Opens a text file of the reader's. It is read here, and sent nowhere. What cannot be used is told, and changes nothing. */
export async function openTextFile(file: Blob & { name?: string }): Promise<void> {
  const text = await readTextFile(file);
  if (typeof text !== 'string') textRefusal.value = text;
  else if (await take({ source: 'file', name: file.name ?? '', text })) announce('original.opened');
}

/** Takes up a text that the reader had open before, unless the document is another by now, or a file has been opened since. */
export async function takeUpFile(name: string, text: string): Promise<void> {
  if (takenText.peek()?.source === 'file') return;
  await take({ source: 'file', name, text });
  textRefusal.value = null;
}

/** Puts the reader's text away; that of the server comes back in its place. */
export async function closeText(): Promise<void> {
  takenText.value = null;
  textRefusal.value = null;
  await loadServerText();
}

/** Takes a text if it is the document's. */
async function take(taken: TakenText): Promise<boolean> {
  if (passages.peek().length === 0) await loadPassages();
  textRefusal.value = refusalOf(taken);
  if (textRefusal.peek() !== null) return false;
  takenText.value = taken;
  return true;
}

/** Openings by which a text is known: looking for all of thousands in a text of another kind would take long. */
const mostTried = 60;

/** Why a text is not that of the document: fewer than half of the openings that were tried are in it. */
function refusalOf({ source, text }: TakenText): Refusal | null {
  const all = openings.peek();
  if (all.length === 0) return { word: 'original.noOpenings' };
  const each = Math.ceil(all.length / mostTried);
  const tried = all.filter((_, index) => index % each === 0);
  const found = tried.filter(({ opening }) => text.includes(opening)).length;
  if (found * 2 >= tried.length) return null;
  return {
    word: source === 'file' ? 'original.otherFile' : 'original.otherServer',
    values: { n: tried.length, found },
  };
}
