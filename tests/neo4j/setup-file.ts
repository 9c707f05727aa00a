import { beforeAll, inject } from 'vitest';
import { emptyDatabase } from './empty-database.ts';

// Every test file begins with an empty database, whatever the one before left in it.
beforeAll(async () => {
  const neo4j = inject('neo4j');
  if (!('unavailable' in neo4j)) await emptyDatabase(neo4j);
});
