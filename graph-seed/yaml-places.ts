import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Document, Pair, YAMLMap } from 'yaml';
import { idOf } from './source.ts';

/** Where the parts of a YAML document stand in its text. */
export interface YamlPlaces {
  /** The offset of what is at a path; of the nearest thing around it where nothing is there. */
  offsetOf(path: readonly PropertyKey[]): number;
  /** The id of the entry that an offset is in, or the key of the file; undefined where it is in neither. */
  idAt(offset: number): string | undefined;
}

/** Looks through a document. The pairs of each map are looked up once: maps can be long, and so can lists of problems. */
export function placesOf({ contents }: Document): YamlPlaces {
  const pairs = new WeakMap<YAMLMap, Map<string | undefined, Pair>>();
  const pairsOf = (map: YAMLMap): Map<string | undefined, Pair> => {
    const known = pairs.get(map) ?? new Map(map.items.map((pair) => [keyOf(pair), pair]));
    pairs.set(map, known);
    return known;
  };
  return {
    offsetOf(path) {
      let node: unknown = contents;
      let offset = startOf(node) ?? 0;
      for (const step of path) {
        if (isMap(node)) {
          const pair = pairsOf(node).get(String(step));
          if (!pair) break;
          offset = startOf(pair.key) ?? offset;
          node = pair.value;
        } else if (isSeq(node) && typeof step === 'number') {
          node = node.items[step];
          offset = startOf(node) ?? offset;
        } else {
          break;
        }
      }
      return offset;
    },
    idAt(offset) {
      const pair = isMap(contents) ? contents.items.findLast(({ key }) => (startOf(key) ?? 0) <= offset) : undefined;
      const list = pair ? pair.value : contents;
      const entry = isSeq(list) ? list.items.findLast((item) => (startOf(item) ?? 0) <= offset) : list;
      return idOf(isMap(entry) ? plain(entry) : undefined) ?? (pair && keyOf(pair));
    },
  };
}

/** What a map says in single words, even where the rest of it is wrong. */
function plain(map: YAMLMap): Record<string, unknown> {
  return Object.fromEntries(
    map.items.map((pair) => [String(keyOf(pair)), isScalar(pair.value) ? pair.value.value : undefined]),
  );
}

/** The key of a pair as a text, if it is a plain one. */
export function keyOf({ key }: Pair): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}

/** Where a node begins. */
export function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
