import type { Graph, Node, Relationship } from '../../../server/contract/graph.ts';
import { batches, mapText, quoted } from './cypher-literals.ts';

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

/** A name that the graph does not use. */
function freeName(wanted: string, used: ReadonlySet<string>): string {
  let name = wanted;
  while (used.has(name)) name += '@';
  return name;
}
