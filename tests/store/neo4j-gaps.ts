/** What Neo4j does not do of the contract, with the reason. */
export const neo4jGaps = {
  'is seen whole or not at all by those who read meanwhile':
    'Neo4j isolates by read committed: a query that runs in the moment of the commit may see some of both',
};
