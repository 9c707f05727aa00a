import { signal } from '@preact/signals-core';
import type { Point } from '../../server/contract.ts';

/**
 * The view: all that the reader chose. The picture follows from it, the address holds it, and setting it back
 * brings an earlier picture back. Everything in it is immutable.
 */

export type Layout = 'given' | 'force' | 'tree' | 'concentric';
export const layouts = ['force', 'tree', 'concentric'] as const satisfies Layout[];

/** Where a picture starts: a named query with its parameters. */
export interface Base {
  query: string;
  parameters: Record<string, string>;
}

/** What was done to a picture since, in order. */
export type Step =
  | { kind: 'expand'; id: string; limit: number }
  | { kind: 'path'; from: string; to: string }
  | { kind: 'hide'; id: string };

export interface Camera {
  zoom: number;
  x: number;
  y: number;
}

export const overview: Base = { query: 'overview', parameters: {} };

/** Nodes that one expansion brings at first; each further one brings as many again. */
export const expandBy = 25;
/** Neighbours that one node may bring at most, which is also the server's limit. */
export const expandMost = 1_000;

export const base = signal<Base>(overview);
export const steps = signal<readonly Step[]>([]);
/** The selected node's or relationship's id; all else about it is derived. */
export const selectedId = signal<string | null>(null);
/** What was selected before, newest last, for the way back in the inspector. */
export const trail = signal<readonly string[]>([]);
/** Labels that the legend filters out. */
export const labelsOff = signal<ReadonlySet<string>>(new Set());
export const layout = signal<Layout>('given');
/** Positions that differ from what the data set ships: placed, moved or laid out ones. */
export const positions = signal<ReadonlyMap<string, Point>>(new Map());
/** A node that the reader asked to see: the canvas brings it into sight, then lets it go. */
export const soughtId = signal<string | null>(null);
/** Where the reader looks; null is the whole picture. */
export const camera = signal<Camera | null>(null);
/** Whether the text twin is shown in place of the picture. */
export const isList = signal(false);
/** On a small screen, which panel lies over the picture: they have no room beside it. */
export const sheet = signal<'legend' | 'introduction' | null>(null);
/** The node from which a path is being picked. */
export const pathFrom = signal<string | null>(null);

/** How much of a node's neighbourhood the steps ask for; 0 when it is not expanded. */
export function expansionOf(id: string): number {
  return steps.value.reduce((limit, step) => (step.kind === 'expand' && step.id === id ? step.limit : limit), 0);
}

/** The steps after one more: expanding again replaces the earlier expansion and undoes hiding; one path at a time. */
export function withStep(before: readonly Step[], step: Step): Step[] {
  const isReplaced = (other: Step): boolean => {
    if (step.kind === 'path') return other.kind === 'path';
    if (step.kind === 'hide') return other.kind === 'hide' && other.id === step.id;
    return other.kind !== 'path' && other.id === step.id;
  };
  return [...before.filter((other) => !isReplaced(other)), step];
}

/** The steps without the path that was asked for. */
export function withoutPath(before: readonly Step[]): Step[] {
  return before.filter((step) => step.kind !== 'path');
}
