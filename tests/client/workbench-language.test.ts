import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerTask, takeWords } from '../../client/panels/workbench/editor-answers.ts';
import type { Finding } from '../../client/panels/workbench/editor-task.ts';
import { findingSentence } from '../../client/state/workbench/finding-sentence.ts';
import { t } from '../../client/state/locale.ts';

/** What is found in a text: the pieces that are marked, and what the page says of them. */
const found = (text: string): [string, string][] =>
  findingsIn(text).map(({ from, to, message }) => [text.slice(from, to), findingSentence(message)]);

function findingsIn(text: string): Finding[] {
  const reply = answerTask({ kind: 'check', text });
  return reply.kind === 'check' ? reply.findings : [];
}

/** What is proposed at the end of a text. */
function proposed(text: string, parameters: string[] = []): string[] {
  const reply = answerTask({ kind: 'complete', text, at: text.length, isAsked: true, parameters });
  return reply.kind === 'complete' ? reply.proposals.map(({ label }) => label) : [];
}

beforeAll(() => {
  const slot = { type: 'ANY', description: '' };
  takeWords({
    labels: [
      { name: 'Person', count: 2 },
      { name: '律师', count: 1 },
      { name: 'Two words', count: 1 },
    ],
    types: [{ name: 'KNOWS', count: 1 }],
    properties: ['name'],
    functions: [
      {
        name: 'toUpper',
        signature: 'toUpper(input :: STRING) :: STRING',
        description: 'Upper case.',
        arguments: [{ name: 'input', ...slot, type: 'STRING' }],
        returns: 'STRING',
        aggregates: false,
      },
    ],
    procedures: [
      {
        name: 'db.labels',
        signature: 'db.labels() :: (label :: STRING)',
        description: '',
        arguments: [],
        columns: [{ name: 'label', ...slot }],
      },
    ],
  });
});

describe('what the editor finds in a text', () => {
  it.each([
    ['MATCH (n:Persn) RETURN n', 'Persn', t('finding.unknownLabel', { name: 'Persn' })],
    ['MATCH ()-[r:KNOW]->() RETURN r', 'KNOW', t('finding.unknownType', { name: 'KNOW' })],
    ['MATCH (n:Person) RETURN n.nam', 'nam', t('finding.unknownProperty', { name: 'nam' })],
    ['RETURN nothing', 'nothing', t('finding.undefinedVariable', { name: 'nothing' })],
    ['RETURN foo(1)', 'foo', t('finding.unknownFunction', { name: 'foo' })],
    ['CALL foo.bar() YIELD x RETURN x', 'foo.bar', t('finding.unknownProcedure', { name: 'foo.bar' })],
    ['MATCH (n:Person) RETRN n', 'RETRN', t('finding.unexpected', { found: 'RETRN' })],
    ['MATCH (n:Person) RETURN', '', t('finding.unexpectedEnd')],
    ["RETURN '😀😀', nothing", 'nothing', t('finding.undefinedVariable', { name: 'nothing' })],
    ["RETURN '😀😀' AS x, foo(1)", 'foo', t('finding.unknownFunction', { name: 'foo' })],
    ["RETURN '😀' AS x // 😀\nRETRN", 'RETRN', t('finding.unexpected', { found: 'RETRN' })],
  ])('%s', (text, piece, sentence) => {
    expect(found(text)).toContainEqual([piece, sentence]);
  });

  it.each([
    'MATCH (n:`Two words`)-[:KNOWS]->(m:律师) WHERE n.name = $name RETURN toUpper(m.name) LIMIT $limit',
    'RETURN 1',
    '',
  ])('is nothing in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('is within the text, whatever that is', () => {
    const pieces = fc.constantFrom(
      'MATCH',
      '(n:Person)',
      'RETURN',
      'n',
      '😀',
      "'",
      '`',
      '{',
      ')',
      '\n',
      '$a',
      '//',
      '律师',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join(' ');
        expect(findingsIn(text).filter(({ from, to }) => from < 0 || to < from || to > text.length)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('what the editor proposes', () => {
  it.each([
    ['MATCH (n:', ['Person', '律师', 'Two words']],
    ['MATCH (n:Person)-[:', ['KNOWS']],
    ['MATCH (n:Person) RETURN n.', ['name']],
    ['RETURN toU', ['toUpper']],
    ['CALL db.', ['labels']],
    ['MATCH (n) RETURN n ORD', ['ORDER', 'LIMIT']],
  ])('%s', (text, labels) => {
    expect(proposed(text)).toEqual(expect.arrayContaining(labels));
  });

  it('is nothing that would write: such a query is refused', () => {
    const words = [...proposed(''), ...proposed('MATCH (n) ')];
    expect(words).toContain('MATCH');
    expect(words.filter((word) => /^(CREATE|MERGE|DELETE|SET|REMOVE|INSERT|DROP|LOAD)/.test(word))).toEqual([]);
  });

  it('is the parameters behind a dollar sign', () => {
    expect(proposed('RETURN $', ['name', 'limit'])).toEqual(expect.arrayContaining(['$name', '$limit']));
  });
});

it('tells the arguments of the call that is being written', () => {
  const text = 'RETURN toUpper(';
  expect(answerTask({ kind: 'sign', text, at: text.length })).toMatchObject({
    signature: { label: 'toUpper(input :: STRING)', arguments: ['input :: STRING'], present: 0 },
  });
  expect(answerTask({ kind: 'sign', text: 'RETURN 1', at: 8 })).toEqual({ kind: 'sign', signature: null });
});

it('lays a text out, and keeps the caret where it was in it', () => {
  const text = "match (n:Person) where n.name='x' return n";
  const laid = "MATCH (n:Person)\nWHERE n.name = 'x'\nRETURN n";
  const reply = answerTask({ kind: 'format', text, at: text.indexOf("'x'") });
  expect(reply).toEqual({ kind: 'format', text: laid, at: laid.indexOf("'x'") });
});
