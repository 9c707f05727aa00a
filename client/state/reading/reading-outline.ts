import { computed } from '@preact/signals-core';
import type { Node } from '../../../server/contract/graph.ts';
import { addressOf, knownPassages, passages } from './passages.ts';
import { knownMentions, sections } from './mentions.ts';
import { isWhole } from '../known-answer.ts';
import { notify } from '../notices.ts';
import { everySection, foldedSections } from '../view/view.ts';

export { foldedSections } from '../view/view.ts';

/** A line of the document's outline: a section or a passage, with its place among those beside it, as a tree tells it. */
export interface ReadingItem {
  kind: 'section' | 'passage';
  id: string;
  address: string;
  node: Node;
  /** From 1, for what no section holds. */
  level: number;
  /** Its place among those that the same section holds, from 1, and how many these are. */
  position: number;
  size: number;
  /** Of a section: the addresses of all passages in it, at all levels. */
  addresses: readonly string[];
  children: readonly ReadingItem[];
}

/** An item while its place is still to be found. */
interface Growing {
  kind: ReadingItem['kind'];
  node: Node;
  address: string;
  addresses: string[];
  children: Growing[];
}

/**
 * The document as a tree: passages in reading order, each in the sections that it lies in, which begin at their first
 * passage. A section that holds no passage is left out.
 */
export function outlineOf(inOrder: readonly Node[], parts: readonly Node[]): ReadingItem[] {
  const byAddress = new Map(parts.map((node) => [addressOf(node), node]));
  const made = new Map<string, Growing>();
  const roots: Growing[] = [];
  for (const node of inOrder) {
    const address = addressOf(node);
    let siblings = roots;
    for (const part of partsAround(address, byAddress)) {
      const at = addressOf(part);
      const section = made.get(at) ?? { kind: 'section', node: part, address: at, addresses: [], children: [] };
      if (!made.has(at)) siblings.push(section);
      made.set(at, section);
      section.addresses.push(address);
      siblings = section.children;
    }
    siblings.push({ kind: 'passage', node, address, addresses: [], children: [] });
  }
  return placed(roots, 1);
}

const placed = (items: readonly Growing[], level: number): ReadingItem[] =>
  items.map((item, index) => ({
    ...item,
    id: item.node.id,
    level,
    position: index + 1,
    size: items.length,
    children: placed(item.children, level + 1),
  }));

/** The sections that a passage lies in, the outermost first: their addresses begin its own. */
function partsAround(address: string, byAddress: ReadonlyMap<string, Node>): Node[] {
  const segments = address.split('.');
  return segments.flatMap((_, index) => byAddress.get(segments.slice(0, index + 1).join('.')) ?? []);
}

export const readingOutline = computed(() => outlineOf(passages.value, sections.value));

/** The lines that are shown, from the top down. */
export const readingLines = computed<readonly ReadingItem[]>(() => {
  const shown = (items: readonly ReadingItem[]): ReadingItem[] =>
    items.flatMap((item) => (isFolded(item.id) ? [item] : [item, ...shown(item.children)]));
  return shown(readingOutline.value);
});

/** All sections, the outer ones before those in them. */
export const readingSections = computed<readonly ReadingItem[]>(() => {
  const within = (items: readonly ReadingItem[]): ReadingItem[] =>
    items.flatMap((item) => (item.kind === 'section' ? [item, ...within(item.children)] : []));
  return within(readingOutline.value);
});

/** Whether only the heading of a section is shown. */
export const isFolded = (id: string): boolean => isFoldedIn(foldedSections.value, id);

const isFoldedIn = (folded: ReadonlySet<string>, id: string): boolean => folded.has(everySection) !== folded.has(id);

/** Shows or hides what some sections hold. */
function fold(ids: readonly string[], isToFold: boolean): void {
  const folded = new Set(foldedSections.peek());
  for (const id of ids.filter((each) => isFoldedIn(folded, each) !== isToFold)) {
    if (!folded.delete(id)) folded.add(id);
  }
  foldedSections.value = folded;
}

/** Shows or hides what a section holds. */
export const setFolded = (id: string, isToFold: boolean): void => fold([id], isToFold);

/** Shows the outermost headings only, or all of the document. */
export function foldAll(isToFold: boolean): void {
  foldedSections.value = new Set(isToFold ? [everySection] : []);
}

/** Passes over sections of a link that the document does not have, and says so, once it is known which it has. */
export function passOverUnknownSections(): void {
  if (!isWhole(knownMentions.peek()) || !isWhole(knownPassages.peek())) return;
  const known = new Set([everySection, ...readingSections.peek().map(({ id }) => id)]);
  const folded = [...foldedSections.peek()];
  const there = folded.filter((id) => known.has(id));
  if (there.length === folded.length) return;
  foldedSections.value = new Set(there);
  notify({ kind: 'word', word: 'notice.link', values: { what: 'folded' } });
}

/** Unfolds the sections that a passage lies in, so that it can be shown. */
export function unfoldTo(address: string): void {
  const around = readingSections.peek().filter(({ addresses }) => addresses.includes(address));
  const folded = around.map(({ id }) => id).filter((id) => isFoldedIn(foldedSections.peek(), id));
  if (folded.length > 0) fold(folded, false);
}
