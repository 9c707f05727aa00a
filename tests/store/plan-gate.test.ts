import { array, assert, boolean, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../server/problem-error.ts';
import { checkPlan, checkText } from '../../server/store/plan-gate.ts';
import type { Plan } from '../../server/store/store.ts';

const plan = (changes: Partial<Plan>): Plan => ({
  queryType: 'r',
  operators: ['ProduceResults', 'NodeByLabelScan'],
  procedures: [],
  ...changes,
});

function refusal(check: () => void): Pick<ProblemError, 'code' | 'values' | 'position'> {
  try {
    check();
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('it was allowed');
}

/** A word in any mixture of cases. */
const cased = (word: string) =>
  array(boolean(), { minLength: word.length, maxLength: word.length }).map((flags) =>
    flags.map((isLow, index) => (isLow ? word.charAt(index).toLowerCase() : word.charAt(index))).join(''),
  );

describe('the plan of a typed query', () => {
  it('may read', () => {
    expect(() => checkPlan(plan({}))).not.toThrow();
    expect(() =>
      checkPlan(plan({ operators: ['VarLengthExpand(Pruning,BFS,All)', 'Repeat(All, Trail)'] })),
    ).not.toThrow();
    expect(() => checkPlan(plan({ operators: ['ProcedureCall'], procedures: ['db.labels'] }))).not.toThrow();
  });

  it.each(['w', 'rw'] as const)('may not be of the type %s', (queryType) => {
    expect(refusal(() => checkPlan(plan({ queryType }))).code).toBe('cypher-write');
  });

  it('may not change the schema', () => {
    expect(refusal(() => checkPlan(plan({ queryType: 's' }))).code).toBe('cypher-refused');
  });

  it.each([
    'LoadCSV',
    'Create',
    'SetProperty',
    'ShowSettings',
    'TerminateTransactions',
    'TransactionApply',
    'AdministrationCommand',
    'NodeUniqueIndexSeek(Locking)',
    'SomethingNew',
    'nodebylabelscan',
    'ProduceResults2',
    '',
  ])('may not have the operator %j, whatever its type says', (operator) => {
    const { code, values } = refusal(() => checkPlan(plan({ operators: ['ProduceResults', operator] })));
    expect({ code, values }).toEqual({ code: 'cypher-refused', values: { what: operator } });
  });

  it.each(['db.clearQueryCaches', 'dbms.listConfig', 'apoc.cypher.doIt', 'db.labels2', 'DB.LABELS', ''])(
    'may not call %j',
    (procedure) => {
      const { code, values } = refusal(() => checkPlan(plan({ procedures: [procedure] })));
      expect({ code, values }).toEqual({ code: 'cypher-refused', values: { what: `CALL ${procedure}` } });
    },
  );

  it('is refused when it has anything that nobody has named', () => {
    const name = string().filter((text) => !/^[A-Z][A-Za-z]+(\(.*\))?$/.test(text));
    assert(
      property(name, (operator) => {
        expect(() => checkPlan(plan({ operators: ['ProduceResults', operator] }))).toThrow(ProblemError);
      }),
    );
  });
});

describe('the text of a typed query', () => {
  it.each([
    ['LOAD CSV', "LOAD CSV FROM 'x' AS l RETURN l"],
    ['LOAD CSV', "load\n// x\ncsv from 'x' as l return l"],
    ['CALL db.clearQueryCaches', 'RETURN COUNT { CALL db.clearQueryCaches() YIELD value RETURN value } AS x'],
    ['CALL db.clearQueryCaches', 'RETURN COUNT { CALL `db` . /* */ `clearQueryCaches`() } AS x'],
    ['CALL db.labels.more', 'CALL db.labels.more()'],
    ['CALL db.labels().more', 'CALL `db.labels().more`()'],
    ['CALL x', 'WITH 1. CALL x() RETURN 1 AS y'],
    ['CALL ', 'CALL\u001fdb.labels()'],
    ['CALL { … } IN TRANSACTIONS', 'CALL { RETURN 1 AS x } IN TRANSACTIONS RETURN x'],
    ['CALL { … } IN TRANSACTIONS', 'CALL { RETURN 1 AS x } IN 3 CONCURRENT TRANSACTIONS RETURN x'],
    ['CALL { … } IN TRANSACTIONS', 'CALL { RETURN 1 AS x } IN $n CONCURRENT TRANSACTIONS RETURN x'],
    ['apoc.cypher.runFirstColumnSingle()', "RETURN apoc.cypher.runFirstColumnSingle('RETURN 1', {}) AS x"],
    ['apoc.text.join()', 'MATCH (n) WHERE apoc . /* */ `text`.join(n.names, "") = "" RETURN n'],
    ['apoc.text.join()', 'RETURN `apoc.text.join`(["a"], "") AS x'],
    ['graph.byName()', "USE graph.byName('x') RETURN 1 AS x"],
    ['Custom.f()', 'RETURN [x IN [1] | Custom.f(x)] AS x'],
    ['\\u004c', "\\u004cOAD CSV FROM 'x' AS l RETURN l"],
    ['\\uuu004c', "\\uuu004cOAD CSV FROM 'x' AS l RETURN l"],
    ['\\u0027', "RETURN '\\u0027 + 1 AS x"],
    ['\\u2003', "LOAD\\u2003CSV FROM 'x' AS l RETURN l"],
    ['\\u12', "RETURN '\\u12' AS x"],
  ])('may not say %s: %s', (what, cypher) => {
    const { code, values } = refusal(() => checkText(cypher));
    expect({ code, values }).toEqual({ code: 'cypher-refused', values: { what } });
  });

  it.each([
    "MATCH (n) WHERE n.name = 'LOAD CSV' RETURN n",
    'MATCH (n) RETURN n // CALL db.clearQueryCaches()',
    'MATCH (n) /* LOAD CSV */ RETURN n',
    'MATCH (`LOAD CSV`) RETURN `LOAD CSV`',
    'MATCH (n:CALL) RETURN n.call AS x',
    'CALL { RETURN 1 AS x } RETURN x',
    'CALL (*) { RETURN 1 AS x } RETURN x',
    'OPTIONAL CALL db.labels() YIELD label RETURN label',
    'CALL db . `labels`()',
    "RETURN date.truncate('month', date()) AS x, Duration.between(date(), date()) AS y, point.distance(a, b) AS z",
    'MATCH (n) WHERE n.kind IN [1] AND (n.a OR n.b) RETURN n.name ORDER BY n.name',
    'MATCH (n) RETURN n.name AS x UNION MATCH (n) RETURN n.other AS x',
    'WITH 1.5 AS x RETURN x, [1.0, 2.0] AS y',
    'MATCH (n) WHERE n.kind IN [1] RETURN n.transactions AS t',
    "RETURN '\\u91d1\\u534e' AS x",
  ])('may say: %s', (cypher) => {
    expect(() => checkText(cypher)).not.toThrow();
  });

  it('tells the place of what is refused', () => {
    expect(refusal(() => checkText('RETURN 1 AS x\nUNION CALL x.y() YIELD x RETURN x')).position).toEqual({
      line: 2,
      column: 7,
      offset: 20,
    });
  });

  it('cannot hide LOAD CSV behind blanks, comments or case', () => {
    const between = array(
      constantFrom(' ', '\t', '\n', '\r', '/* */', '// x\n', '\u00a0', '\u2003', '\u001c', '\u0085'),
      {
        minLength: 1,
      },
    );
    assert(
      property(between, cased('LOAD'), cased('CSV'), (blanks, load, csv) => {
        expect(() =>
          checkText(`RETURN [x IN [1] | COUNT { ${load}${blanks.join('')}${csv} FROM 'x' AS l RETURN l }]`),
        ).toThrow(ProblemError);
      }),
    );
  });
});
