import type { Ontology } from '../../../server/contract/data-set/ontology.ts';
import type { Graph } from '../../../server/contract/graph.ts';
import { batches, literal, mapText, quoted } from './cypher-literals.ts';

/**
 * A graph whose nodes have a key as a script of Cypher statements, one a line, that makes it anew: first the constraint of
 * the key, by which relationships then find their ends, and what has an id keeps it. It runs on Neo4j and on the embedded
 * engine.
 */
export function writeKeyedCypher({ nodes, relationships }: Graph, key: NonNullable<Ontology['key']>): string {
  const [label, property] = [quoted(key.label), quoted(key.property)];
  const createNodes = batches(nodes, ({ labels }) => JSON.stringify(labels)).map((batch) => {
    const labels = batch[0].labels.map((name) => `:${quoted(name)}`).join('');
    const rows = batch.map(({ id, properties }) => `{id: ${literal(id)}, p: ${mapText(properties)}}`);
    return `UNWIND [${rows.join(', ')}] AS row CREATE (n:${label}${labels}) SET n = row.p, n.${property} = row.id;`;
  });
  const createRelationships = batches(relationships, ({ type }) => type).map((batch) => {
    const rows = batch.map(({ id, start, end, properties }) => {
      return `{a: ${literal(start)}, b: ${literal(end)}, id: ${literal(id)}, p: ${mapText(properties)}}`;
    });
    const ends = `MATCH (a:${label} {${property}: row.a}), (b:${label} {${property}: row.b})`;
    const create = `CREATE (a)-[r:${quoted(batch[0].type)}]->(b) SET r = row.p, r.${property} = row.id`;
    return `UNWIND [${rows.join(', ')}] AS row ${ends} ${create};`;
  });
  return [
    `// ${nodes.length} nodes, ${relationships.length} relationships; run it with cypher-shell in an empty database`,
    '// dates, times and points are texts, as the explorer shows them; what it hides is not here',
    `CREATE CONSTRAINT ${quoted(`${key.label} ${key.property}`)} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE;`,
    ...createNodes,
    ...createRelationships,
    '',
  ].join('\n');
}
