import type { Graph, Node, PropertyValue, Relationship } from '../../../server/contract.ts';

/** Rows that one statement creates. */
const batchSize = 500;

/**
 * A graph as a script of Cypher statements, one a line, that makes it anew in Neo4j. While it runs, nodes carry a label and
 * a number of their own, by which relationships find their ends; both are taken away at the end.
 * @param keyLabel the label that all nodes of the data set share, which does not travel with them; null for none
 */
export function writeCypher({ nodes, relationships }: Graph, keyLabel: string | null): string {
  const names = new Set([
    ...nodes.flatMap(({ labels }) => labels),
    ...nodes.flatMap(({ properties }) => Object.keys(properties)),
  ]);
  const mark = quoted(freeName('@imported', names));
  const number = quoted(freeName('@number', names));
  const numbers = new Map(nodes.map(({ id }, index) => [id, index]));
  const shared = keyLabel === null ? [] : [keyLabel];
  const createNodes = batches(nodes, ({ labels }) => JSON.stringify(labels)).map(([first, ...others]) => {
    const labels = [...shared, ...first.labels].map((label) => `:${quoted(label)}`).join('');
    const rows = [first, ...others].map((node) => nodeRow(node, numbers.get(node.id) ?? 0));
    return `UNWIND [${rows.join(', ')}] AS row CREATE (n:${mark}${labels}) SET n = row.p, n.${number} = row.n;`;
  });
  const createRelationships = batches(relationships, ({ type }) => type).map(([first, ...others]) => {
    const rows = [first, ...others].map((relationship) => relationshipRow(relationship, numbers));
    const ends = `MATCH (a:${mark} {${number}: row.a}), (b:${mark} {${number}: row.b})`;
    return `UNWIND [${rows.join(', ')}] AS row ${ends} CREATE (a)-[r:${quoted(first.type)}]->(b) SET r = row.p;`;
  });
  return [
    `// ${nodes.length} nodes, ${relationships.length} relationships; run it with cypher-shell in an empty database`,
    '// dates, times and points are texts, as the explorer shows them',
    `CREATE CONSTRAINT imported_number IF NOT EXISTS FOR (n:${mark}) REQUIRE n.${number} IS UNIQUE;`,
    ...createNodes,
    ...createRelationships,
    `MATCH (n:${mark}) REMOVE n:${mark}, n.${number};`,
    'DROP CONSTRAINT imported_number IF EXISTS;',
    '',
  ].join('\n');
}

const nodeRow = ({ properties }: Node, number: number): string => `{n: ${number}, p: ${mapText(properties)}}`;

const relationshipRow = ({ start, end, properties }: Relationship, numbers: ReadonlyMap<string, number>): string =>
  `{a: ${numbers.get(start) ?? 0}, b: ${numbers.get(end) ?? 0}, p: ${mapText(properties)}}`;

/** Items in groups of one kind, in the order of their first ones, none larger than a statement may be. */
function batches<Item>(items: readonly Item[], kindOf: (item: Item) => string): [Item, ...Item[]][] {
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

/** A name that the graph does not use. */
function freeName(wanted: string, used: ReadonlySet<string>): string {
  let name = wanted;
  while (used.has(name)) name += '@';
  return name;
}

const mapText = (properties: Record<string, PropertyValue>): string =>
  `{${Object.entries(properties)
    .map(([name, value]) => `${quoted(name)}: ${literal(value)}`)
    .join(', ')}}`;

function literal(value: PropertyValue): string {
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
const quoted = (name: string): string =>
  `\`${name.replaceAll('`', '``').replaceAll(/[\\\p{Cc}\p{Cs}\u2028\u2029]/gu, unicode)}\``;

const unicode = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
