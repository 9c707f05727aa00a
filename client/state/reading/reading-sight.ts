import { computed, effect, signal } from '@preact/signals-core';
import { shownIds } from '../picture/filters.ts';
import { isWhole } from '../known-answer.ts';
import { addressesOfAny, knownMentions, nothingSaid, sayings } from './mentions.ts';
import type { Saying } from './mentions.ts';
import { readingSections } from './reading-outline.ts';
import { given, nothingGiven, passageAt } from './passages.ts';
import { isKnown, picture } from '../picture/picture.ts';
import { litIds, pointedIds } from '../picture/pointed.ts';
import { toldRelationship } from '../picture/sentence-of-id.ts';
import * as view from '../view/view.ts';

/** What goes on between the document and the picture beside it. */

/** What the reader points at in the document, or has the focus: a passage, what one quote of it gave, or a section. */
export const pointedPart = signal<{ addresses: readonly string[]; facts?: readonly string[] } | null>(null);

/** The addresses of what is selected of the document itself: of a passage, or of all passages of a section. */
export const chosenPart = computed<readonly string[]>(() => {
  const id = view.selectedId.value;
  if (id === null) return [];
  const section = readingSections.value.find((other) => other.id === id);
  if (section) return section.addresses;
  return [...passageAt.value].flatMap(([address, node]) =>
    node.id === id && typeof address === 'string' ? [address] : [],
  );
});

/** Where the reader has stepped to, to see what is said there of what is selected. */
export const steppedTo = signal<string | null>(null);

/** The addresses of what is being read: pointed at, else selected, else stepped to, else in sight while the picture follows. */
const readPart = computed<readonly string[]>(() => {
  if (pointedPart.value) return pointedPart.value.addresses;
  if (chosenPart.value.length > 0) return chosenPart.value;
  if (steppedTo.value !== null) return [steppedTo.value];
  const { value: inSight } = view.passageInSight;
  return view.isFollowing.value && inSight !== null ? [inSight] : [];
});

const sayingAt = (address: string): Saying => sayings.value.get(address) ?? nothingSaid;

/** All that stands out on the picture for some passages: what they say, with the ends of its relationships. */
export const seenOf = (addresses: readonly string[]): string[] =>
  addresses.flatMap((address) => {
    const { involved, relationships } = sayingAt(address);
    return [...involved, ...relationships];
  });

/** Facts with the ends of those that are relationships. */
const withEnds = (ids: readonly string[]): string[] =>
  ids.flatMap((id) => {
    const relationship = toldRelationship(id);
    return relationship ? [id, relationship.start, relationship.end] : [id];
  });

/** Shows on the picture what is being read, until the document is put away. */
export function lightUp(): () => void {
  const stop = effect(() => {
    const facts = pointedPart.value?.facts;
    litIds.value = new Set(facts ? withEnds(facts) : seenOf(readPart.value));
  });
  return () => {
    stop();
    pointedPart.value = null;
    steppedTo.value = null;
    mentionAt.value = null;
    litIds.value = new Set();
  };
}

/** How much of what a passage says is on the picture. */
export interface Presence {
  /** Nodes and relationships that are on the picture, of all that the passage says, even where not all of it has come. */
  shown: number;
  all: number;
  /** Those on the picture that the filters hold back. */
  heldBack: number;
}

export function presenceOf(address: string): Presence {
  const { nodes, relationships } = picture.value;
  const saying = sayingAt(address);
  const facts = [...saying.nodes, ...saying.relationships];
  const there = facts.filter((id) => nodes.has(id) || relationships.has(id));
  return {
    shown: there.length,
    all: isWhole(knownMentions.value) ? facts.length : Math.max(facts.length, countedAt(address)),
    heldBack: there.filter((id) => !shownIds.value.has(id)).length,
  };
}

/** A figure is a node, and has a line to what it measures. */
function countedAt(address: string): number {
  const { nodes, relationships, figures } = given.value.get(passageAt.value.get(address)?.id ?? '') ?? nothingGiven;
  return nodes + relationships + 2 * figures;
}

/** What is selected of the picture, whose places in the document are shown: not a passage, whose place it is. */
export const soughtFacts = computed<readonly string[]>(() => {
  if (chosenPart.value.length > 0) return [];
  return view.chosenIds().flatMap((id) => view.groups.value.find((group) => group.id === id)?.ids ?? [id]);
});

/** Where what is selected is said, in reading order. */
export const mentionAddresses = computed<readonly string[]>(() => addressesOfAny(soughtFacts.value));
const mentionSet = computed(() => new Set(mentionAddresses.value));

/** The one of these at which the reader is. */
export const mentionAt = signal<string | null>(null);

/** Whether what is selected is said here; whether the reader has come here to see it. */
export const isMentioned = (address: string): boolean => mentionSet.value.has(address);
export const isMentionedNow = (address: string): boolean => mentionAt.value === address && isMentioned(address);

/** Where what is pointed at on the picture is said. */
const pointedAddresses = computed(() => new Set(addressesOfAny(pointedIds.value.filter(isKnown))));
export const isPointedAt = (address: string): boolean => pointedAddresses.value.has(address);
