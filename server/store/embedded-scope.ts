import type { Json } from '../contract/json.ts';
import type { Type } from './cypher-types.ts';

/** What the variables hold at a place of the query. */
export type Scope = ReadonlyMap<string, Type>;

/** What is known of the values that a query meets. */
export interface Known {
  params: Record<string, Json>;
  properties: Properties;
}

/** What each property is in the database: null too, where a node or relationship lacks it. */
export interface Properties {
  node: ReadonlyMap<string, Type>;
  relationship: ReadonlyMap<string, Type>;
}

/** How an expression is used. */
export interface Use {
  /** It decides whether a row stays, so false and null come to the same. */
  isFilter?: boolean;
  /** It is true or false for somebody who asks: a pattern may stand there. */
  isCondition?: boolean;
  /** Only whether it is there or how many there are is asked, so nodes that come out as numbers do no harm. */
  isCounted?: boolean;
}

/** What expressions have in them. */
export interface Findings {
  /** Variables. */
  read: Set<string>;
  /** A pattern or a subquery. */
  hasPattern: boolean;
}

export function newFindings(): Findings {
  return { read: new Set(), hasPattern: false };
}
