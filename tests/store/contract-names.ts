import { describe, expect } from 'vitest';
import type { Notice } from '../../server/contract/answer.ts';
import { limits, problem, type Suite } from './contract-suite.ts';

/** What is said of names that there are not: the same, whichever engine answers. */
export function describeNames({ store, test }: Suite): void {
  const wrong = (cypher: string) => problem(store().readUntrusted(cypher, {}, limits));
  const notices = async (cypher: string, params = {}): Promise<Notice[]> =>
    (await store().readUntrusted(cypher, params, limits)).notices.filter(({ code }) => code.startsWith('unknown-'));

  describe('a name in a typed query that the database does not have', () => {
    test('is told with its place and what may have been meant, be it a label, a type or a property', async () => {
      const cypher = "MATCH (n:PartyBranche {nmae: '第一支部'})\n<-[:HAS_BRNACH]-(m:Entity)\nWHERE m.ordr = 1 RETURN n";
      expect(await notices(cypher)).toEqual([
        {
          code: 'unknown-label',
          detail: 'the database has no label PartyBranche; did you mean PartyBranch?',
          values: { name: 'PartyBranche' },
          position: { line: 1, column: 10, offset: 9 },
          suggestions: ['PartyBranch'],
        },
        expect.objectContaining({
          code: 'unknown-property',
          position: { line: 1, column: 24, offset: 23 },
          suggestions: ['name'],
        }),
        expect.objectContaining({
          code: 'unknown-type',
          position: { line: 2, column: 5, offset: 42 },
          suggestions: ['HAS_BRANCH'],
        }),
        expect.objectContaining({ code: 'unknown-property', values: { name: 'ordr' }, suggestions: ['order'] }),
      ]);
    });

    test('is not told of names that it has, the one that all nodes share with them', async () => {
      const cypher =
        'MATCH (n:Entity:PartyBranch {order: 1})<-[r:HAS_BRANCH]-(m) WHERE r.weight > 0 RETURN m.name AS name';
      expect(await notices(cypher)).toEqual([]);
    });

    test('is not told of the keys of maps', async () => {
      const cypher = 'UNWIND $rows AS row WITH {nmae: row.nmae} AS map RETURN map.nmae AS nmae';
      expect(await notices(cypher, { rows: [{ nmae: 1 }] })).toEqual([]);
    });

    test('has no suggestion where nothing is like it', async () => {
      expect(await notices('MATCH (n:Xyzzyxyzzy) RETURN n')).toEqual([
        expect.objectContaining({ code: 'unknown-label', suggestions: [] }),
      ]);
    });

    test('is not looked for in a text that is too long, which would take minutes', async () => {
      const cypher = 'MATCH(a:A)'.repeat(50_000);
      expect((await wrong(cypher)).code).toBe('cypher-too-long');
      const streaming = store().stream(cypher, {}, limits).next();
      expect((await problem(streaming)).code).toBe('cypher-too-long');
    });

    test('is told at the end of a streamed answer, too', async () => {
      const ends: Notice[][] = [];
      for await (const part of store().stream('MATCH (n:PartyBranche) RETURN n', {}, limits)) {
        if (part.kind === 'end') ends.push(part.notices.filter(({ code }) => code === 'unknown-label'));
      }
      expect(ends).toEqual([[expect.objectContaining({ suggestions: ['PartyBranch'] })]]);
    });
  });

  describe('a name in a typed query that makes it wrong', () => {
    test('is told with what may have been meant when it is a function', async () => {
      const error = await wrong("RETURN 1 AS one, toUper('x') AS text");
      expect(error).toMatchObject({ code: 'cypher-syntax', position: { line: 1, column: 18, offset: 17 } });
      expect(error.values).toMatchObject({ kind: 'function', name: 'toUper' });
      expect(error.suggestions?.[0]).toBe('toUpper');
    });

    test('is told with what may have been meant when it is a variable', async () => {
      const error = await wrong('MATCH (branch:PartyBranch) RETURN brnach');
      expect(error).toMatchObject({ code: 'cypher-syntax', position: { line: 1, column: 35, offset: 34 } });
      expect(error.suggestions).toEqual(['branch']);
    });

    test('is told with what may have been meant when it is a procedure', async () => {
      const error = await wrong('CALL db.label() YIELD label RETURN label');
      expect(error.code).toMatch(/^cypher-/);
      expect(error.position).toMatchObject({ line: 1 });
      expect(error.suggestions).toContain('db.labels');
    });

    test('is told with its place when it is a parameter', async () => {
      const error = await wrong('RETURN 1 AS one, $nowhere AS x');
      expect(error).toMatchObject({ code: 'cypher-failed', position: { line: 1, column: 18, offset: 17 } });
      expect(error.values).toMatchObject({ kind: 'parameter', name: 'nowhere' });
    });
  });
}
