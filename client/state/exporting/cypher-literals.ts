import type { PropertyValue } from '../../../server/contract/graph.ts';

/** Rows that one statement creates. */
const batchSize = 500;

/** Items in groups of one kind, in the order of their first ones, none larger than a statement may be. */
export function batches<Item>(items: readonly Item[], kindOf: (item: Item) => string): [Item, ...Item[]][] {
  const groups = new Map<string, [Item, ...Item[]]>();
  const finished: [Item, ...Item[]][] = [];
  for (const item of items) {
    const kind = kindOf(item);
    const group = groups.get(kind);
    if (group && group.length < batchSize) group.push(item);
    else {
      const begun: [Item, ...Item[]] = [item];
      groups.set(kind, begun);
      finished.push(begun);
    }
  }
  return finished;
}

/** Properties as a map of Cypher. */
export const mapText = (properties: Record<string, PropertyValue>): string =>
  `{${Object.entries(properties)
    .map(([name, value]) => `${quoted(name)}: ${literal(value)}`)
    .join(', ')}}`;

/** A value as Cypher text. */
export function literal(value: PropertyValue): string {
  if (Array.isArray(value)) {
    // The database keeps lists of one type: one fraction makes all of them fractions.
    const hasFraction = value.some((item) => typeof item === 'number' && !Number.isSafeInteger(item));
    return `[${value.map((item) => (typeof item === 'number' ? numberText(item, hasFraction) : literal(item))).join(', ')}]`;
  }
  if (typeof value === 'number') return numberText(value, false);
  return typeof value === 'string' ? `'${escapedText(value)}'` : String(value);
}

/** JSON has one kind of number: what is whole becomes an integer, unless it is beyond what JSON keeps exactly. */
function numberText(value: number, isFraction: boolean): string {
  if (Number.isSafeInteger(value)) return isFraction ? `${value}.0` : String(value);
  return value.toExponential().replace('e+', 'e');
}

const escapes: Record<string, string> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text between single quotes. */
const escapedText = (text: string): string =>
  text.replaceAll(/[\\'\p{Cc}\p{Cs}\u2028\u2029]/gu, (sign) => escapes[sign] ?? unicode(sign));

/** A name between backticks. Neo4j reads escapes before it sees the backticks, so that a backslash must be one, too. */
export const quoted = (name: string): string =>
  `\`${name.replaceAll('`', '``').replaceAll(/[\\\p{Cc}\p{Cs}\u2028\u2029]/gu, unicode)}\``;

const unicode = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
