import { afterEach, describe, expect, it } from 'vitest';
import { isWord, locale } from '../../client/state/locale.ts';
import { costOf, figuresOf, keysOf, planLine } from '../../client/state/workbench/results-plan.ts';
import { durationWords, hasOwnMessage, noticeWords, problemWords } from '../../client/state/workbench/results-words.ts';
import type { PlanStep, QueryPlan } from '../../server/contract/plan.ts';
import { problemKinds } from '../../server/problem-error.ts';

afterEach(() => {
  locale.value = 'zh';
});

const problemOf = (code: string, values = {}) => ({
  type: '',
  title: '',
  status: 400,
  detail: 'the detail',
  code,
  values,
});

describe('what is said of a query', () => {
  it('has words for every problem that there is', () => {
    // What was stopped by the caller is told as stopped.
    const codes = Object.keys(problemKinds).filter((code) => code !== 'cancelled');
    expect(codes.filter((code) => !isWord(`error.${code}`))).toEqual([]);
  });

  it('says what to do next of every problem with the text itself', () => {
    const codes = Object.keys(problemKinds).filter((code) => code.startsWith('cypher-'));
    expect(codes.filter((code) => problemWords(problemOf(code)).next === null)).toEqual([]);
    locale.value = 'en';
    expect(problemWords(problemOf('cypher-syntax'))).toEqual({
      what: 'The query has a syntax error.',
      next: expect.stringContaining('bracket'),
    });
  });

  it('leaves no place for a value open, whatever the problem brings', () => {
    const codes = Object.keys(problemKinds).filter((code) => /^(cypher|time|byte|memory|body)-/.test(code));
    for (const code of codes) {
      const { what, next } = problemWords(problemOf(code));
      expect(`${what} ${next}`).not.toContain('{');
    }
  });

  it('shows the database’s own message where it says more than the words', () => {
    expect(hasOwnMessage(problemOf('cypher-failed'))).toBe(true);
    expect(hasOwnMessage(problemOf('offline'))).toBe(false);
  });

  it.each([
    ['unknown-label', '标签'],
    ['Neo.ClientNotification.Statement.CartesianProduct', '组合'],
    ['Neo.ClientNotification.Statement.CartesianProductWarning', '组合'],
  ])('words the notice %s', (code, part) => {
    expect(noticeWords({ code, detail: '', values: { name: 'X' } })).toContain(part);
  });

  it('leaves a notice that it does not know to the database’s own words', () => {
    expect(noticeWords({ code: 'Neo.ClientNotification.Statement.NeverHeardOf', detail: 'x' })).toBeNull();
  });

  it.each([
    [0.333, '0.3 ms'],
    [12.6, '13 ms'],
    [1_234, '1.2 s'],
  ])('tells the time of %d ms', (ms, words) => {
    locale.value = 'en';
    expect(durationWords(ms)).toBe(words);
  });
});

const step = (operator: string, figures: Partial<PlanStep>, ...children: PlanStep[]): PlanStep => ({
  operator,
  details: '',
  identifiers: [],
  children,
  ...figures,
});
const planOf = (root: PlanStep, profiled: boolean): QueryPlan => ({ queryType: 'r', profiled, ms: 1, root });

describe('a plan', () => {
  it('has the share of each step by hits where these are told', () => {
    const plan = planOf(step('Results', { dbHits: 10, ms: 9 }, step('Scan', { dbHits: 30, ms: 1 })), true);
    expect(costOf(plan)).toBe('dbHits');
    const root = planLine(plan);
    expect([root.share, root.children[0]?.share]).toEqual([0.25, 0.75]);
    expect(keysOf(root)).toEqual(['0', '0.0']);
  });

  it('has it by time, rows or what is expected where these are all that is told, and none where nothing is', () => {
    expect(costOf(planOf(step('A', { ms: 2, rows: 1 }), true))).toBe('ms');
    expect(costOf(planOf(step('A', { estimatedRows: 2 }), false))).toBe('estimatedRows');
    const nothing = planOf(step('A', {}, step('B', {})), false);
    expect([costOf(nothing), planLine(nothing).share, figuresOf(nothing)]).toEqual([undefined, 0, []]);
  });
});
