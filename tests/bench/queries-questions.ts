import type { Json } from '../../server/contract/json.ts';
import { people } from '../neo4j/large-graph.ts';

/** A query of the large graph that is asked over and over, of another node each time. */
export interface Question {
  name: string;
  cypher: string;
  params: (turn: number) => Record<string, Json>;
}

/** People far from each other in the order in which they were made, and without a pattern that a cache could learn. */
const person = (turn: number): number => (turn * 104_729 + 17) % people;

export const questions: Question[] = [
  {
    name: 'node by id',
    cypher: 'MATCH (p:Person {uid: $uid}) RETURN p',
    params: (turn) => ({ uid: person(turn) }),
  },
  {
    name: '1 hop',
    cypher: 'MATCH (p:Person {uid: $uid})-[r]-(other) RETURN p, r, other LIMIT 200',
    params: (turn) => ({ uid: person(turn) }),
  },
  {
    name: '2 hops',
    cypher: 'MATCH (p:Person {uid: $uid})-[:KNOWS]-()-[:KNOWS]-(other) RETURN DISTINCT other LIMIT 200',
    params: (turn) => ({ uid: person(turn) }),
  },
  {
    name: 'shortest path',
    cypher: `MATCH path = shortestPath((a:Person {uid: $from})-[:KNOWS*..6]-(b:Person {uid: $to})) RETURN path`,
    params: (turn) => ({ from: person(turn), to: person(turn + 5_000) }),
  },
  {
    name: 'search',
    cypher: 'MATCH (p:Person) WHERE p.name CONTAINS $text RETURN p LIMIT 20',
    params: (turn) => ({ text: `son ${person(turn)}` }),
  },
];

/** An answer of many rows, of which a program wants the first at once. */
export const longAnswer = {
  rows: 100_000,
  cypher: 'MATCH (p:Person) RETURN p.uid AS uid, p.name AS name, p.born AS born LIMIT 100000',
};

/** What `search` needs in order not to look at every node. */
export const searchIndex = 'CREATE TEXT INDEX bench_search IF NOT EXISTS FOR (n:Person) ON (n.name)';
