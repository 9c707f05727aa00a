import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openEmbedded } from '../../server/store/embedded.ts';
import { openNeo4j } from '../../server/store/neo4j.ts';
import type { Store } from '../../server/store/store.ts';
import { canStart, startNeo4j } from '../neo4j/start.ts';
import type { EngineKind } from './attacks/attack.ts';
import { OutcomeTable } from './attacks/outcome-table.ts';
import { outcomeOf } from './attacks/outcome-of.ts';
import { startSecretWeb, type SecretWeb } from './attacks/secret-web.ts';
import { attacks } from './attacks/table-of-attacks.ts';
import { fixture, key } from './fixture.ts';

/** An engine that is attacked. */
interface Target {
  name: string;
  kind: EngineKind;
  /** Why it cannot be had here. */
  missing?: string | undefined;
  open(): Promise<{ store: Store; end: () => Promise<void> }>;
}

const newest = '2026.08.1';

/** Milliseconds that a server may take to start, on a machine that does much else. */
const patienceMs = 300_000;

const neo4j = inject('neo4j');
const outcomes = new OutcomeTable();

const targets: Target[] = [
  {
    name: 'embedded',
    kind: 'embedded',
    async open() {
      const folder = await mkdtemp(join(tmpdir(), 'attacked-'));
      const end = () => rm(folder, { recursive: true, force: true });
      return { store: openEmbedded({ path: join(folder, 'attacked.grafeo'), key }), end };
    },
  },
  {
    name: 'Neo4j 5.26',
    kind: 'neo4j',
    missing: 'unavailable' in neo4j ? neo4j.unavailable : undefined,
    async open() {
      if ('unavailable' in neo4j) throw new Error(neo4j.unavailable);
      return { store: await openNeo4j({ ...neo4j, key }), end: async () => {} };
    },
  },
  {
    name: `Neo4j ${newest}`,
    kind: 'neo4j',
    // Most machines have no Java that is new enough for it, so it is not part of what every run must have.
    missing: (await canStart(newest)) ? undefined : 'needs Docker, or Java 21 and Maven',
    async open() {
      const server = await startNeo4j({ version: newest });
      return { store: await openNeo4j({ ...server, key }), end: () => server.stop() };
    },
  },
];

let web: SecretWeb;
beforeAll(async () => {
  web = await startSecretWeb();
});
afterAll(() => {
  web.stop();
  console.log(`\nWhat came of each attack:\n${outcomes.toText()}`);
});

describe.each(targets)('an attack on $name', (target) => {
  const { name, kind, missing } = target;
  describe.skipIf(missing !== undefined)(`by a typed query${missing ? ` (${missing})` : ''}`, () => {
    let store: Store;
    let end: (() => Promise<void>) | undefined;
    let whole: Awaited<ReturnType<Store['count']>>;
    beforeAll(async () => {
      ({ store, end } = await target.open());
      await store.write(fixture);
      whole = await store.count({});
    }, patienceMs);
    afterAll(async () => {
      if (!end) return;
      await store.close();
      await end();
    });

    describe.each(attacks)('that is after %s', (_, list) => {
      it.each(list)('gets no farther than it may: $name', async (attack) => {
        const came = await outcomeOf(store, attack, web.url);
        outcomes.add(attack, name, came);
        const expected = Array.isArray(attack.outcome) ? attack.outcome : attack.outcome[kind];
        expect({ ...came, isExpected: expected.some((outcome) => outcome === came.outcome) }).toMatchObject({
          isExpected: true,
          ...(came.rows && attack.rows && { rows: attack.rows }),
        });
        // Whatever it was: nothing has changed, nobody was asked, and others are answered.
        expect(await store.count({})).toEqual(whole);
        expect(web.hits).toBe(0);
      });
    });

    it('leaves typed queries to others', async () => {
      const one = await outcomeOf(store, { name: 'one', cypher: 'RETURN 1 AS one', outcome: ['answered'] }, web.url);
      expect(one.rows).toEqual([[1]]);
      expect(Object.prototype).not.toHaveProperty('polluted');
    });
  });
});
