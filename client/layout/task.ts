import type { Point } from '../../server/contract/point.ts';

/** What a layout is asked for: plain data, so that it travels to a worker and back. */
export interface LayoutTask {
  kind: LayoutKind;
  nodes: readonly Box[];
  relationships: readonly LayoutRelationship[];
  /** The node in the middle of a concentric layout; null is the one that most meets. */
  middle: string | null;
  /** Whether the picture opens where there is more room below than beside: the force layout then stands upright. */
  isUpright?: boolean;
}

export type LayoutKind = 'force' | 'tree' | 'concentric';

/** A node, by its middle, and the room that it needs with its caption. */
export interface Box extends Point {
  id: string;
  width: number;
  height: number;
  /** What its caption needs below it. */
  below: number;
  /** Whether it stays exactly where it is. Only then its place matters: the same picture gives the same layout. */
  isFixed: boolean;
  /** The group that it is drawn in. */
  groupId: string | null;
}

/** A relationship as layouts see it. */
export interface LayoutRelationship {
  start: string;
  end: string;
  /** Whether it spans the organisation tree, from parent to child. */
  isHierarchy: boolean;
  /** Whether it is a look from above, such as oversight: its start belongs above what it points at. */
  isFromAbove: boolean;
}

export type Places = Map<string, Point>;
