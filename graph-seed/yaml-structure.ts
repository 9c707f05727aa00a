import { isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Alias, Document, Scalar, YAMLMap } from 'yaml';
import type { Flaw } from './seed-error.ts';
import { keyOf, startOf } from './yaml-places.ts';

/** What is wrong with a YAML text, and where in it. */
export interface YamlFlaw {
  offset: number;
  flaw: Flaw;
}

/** Values that all aliases of a file may stand for: without a limit, a few lines can stand for millions. */
const mostAliased = 10_000;

/**
 * Keys that come twice in a map, aliases that stand for too much or for what there is not, and texts that are none; the first
 * one only.
 */
export function structureFlaw({ contents }: Document): YamlFlaw | undefined {
  const seen: Seen = { sizes: new Map(), aliased: 0, flaw: undefined };
  sizeOf(contents, seen);
  return seen.flaw;
}

interface Seen {
  /** Values that an anchor stands for. */
  sizes: Map<string, number>;
  aliased: number;
  flaw: YamlFlaw | undefined;
}

/** Values in a node, with those that its aliases stand for. It is not nested deep: that was seen to before. */
function sizeOf(node: unknown, seen: Seen): number {
  if (seen.flaw) return 0;
  if (isAlias(node)) return sizeOfAlias(node, seen);
  let size = 1;
  if (isMap(node)) {
    seen.flaw = repeatedKey(node);
    for (const { key, value } of node.items) size += sizeOf(key, seen) + sizeOf(value, seen);
  } else if (isSeq(node)) {
    for (const item of node.items) size += sizeOf(item, seen);
  } else if (isScalar(node)) {
    seen.flaw = halfCharacter(node);
  }
  // Only now: what contains itself stands for nothing yet.
  if (isNode(node) && 'anchor' in node && node.anchor !== undefined) seen.sizes.set(node.anchor, size);
  return size;
}

function sizeOfAlias(alias: Alias, seen: Seen): number {
  const size = seen.sizes.get(alias.source);
  seen.aliased += size ?? 0;
  if (size !== undefined && seen.aliased <= mostAliased) return size;
  const message =
    size === undefined ? `the alias *${alias.source} stands for nothing` : 'the aliases stand for too many values';
  seen.flaw = { offset: startOf(alias) ?? 0, flaw: { code: 'yaml-aliases', message } };
  return 0;
}

/** Written as an escape, it can be in a text; but not in UTF-8, as which databases and files keep it. */
function halfCharacter(scalar: Scalar): YamlFlaw | undefined {
  if (typeof scalar.value !== 'string' || !/\p{Surrogate}/u.test(scalar.value)) return undefined;
  const message = 'the text has half a character';
  return { offset: startOf(scalar) ?? 0, flaw: { code: 'yaml-half-character', message } };
}

function repeatedKey({ items }: YAMLMap): YamlFlaw | undefined {
  const keys = new Set<string>();
  for (const pair of items) {
    const key = keyOf(pair);
    if (key === undefined) continue;
    if (keys.has(key)) {
      const message = `the key ${key} is there twice`;
      return { offset: startOf(pair.key) ?? 0, flaw: { code: 'yaml-key-twice', message } };
    }
    keys.add(key);
  }
  return undefined;
}
