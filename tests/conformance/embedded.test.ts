import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../server/store/embedded.ts';
import { readDocument, tableUnder } from '../project/markdown.ts';
import { checkAnswer, describeConformance } from './conformance.ts';
import { features, type Case } from './features.ts';
import { lacks, type Verdict } from './lacks.ts';
import type { Outcome } from './outcome.ts';

const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const total = features.flatMap(({ cases }) => cases).length;
const verdicts = new Map<Case, Verdict>();

describe('the embedded engine answers as the cases say, or says why it does not', () => {
  const path = join(folder, 'conformance.grafeo');
  describeConformance((key) => Promise.resolve(openEmbedded({ path, key })), checkOrNote);
});

describe('README’s table of what the embedded engine lacks', () => {
  const rows = tableUnder(readDocument('README.md'), 'part of Cypher');

  it('is what came of the cases', ({ skip }) => {
    skip(verdicts.size < total, 'not all cases were asked');
    expect(rows).toEqual(lacks(features, verdicts));
  });

  it('counts them', ({ skip }) => {
    skip(verdicts.size < total, 'not all cases were asked');
    const refused = [...verdicts.values()].filter(({ kind }) => kind === 'refused').length;
    expect(readDocument('README.md')).toContain(
      `Of ${total} cases it answers ${total - refused} as Neo4j does and refuses ${refused}`,
    );
  });
});

/** Fails at an answer that is not as the case says; notes what is refused. */
function checkOrNote(outcome: Outcome, example: Case): void {
  if (outcome.kind === 'answer') {
    checkAnswer(outcome, example);
    verdicts.set(example, { kind: 'same' });
    return;
  }
  expect(outcome.code).toMatch(/^cypher-(unsupported|syntax|failed)$/);
  const isMistake = 'error' in example.expected;
  verdicts.set(example, isMistake ? { kind: 'same' } : { kind: 'refused', what: outcome.what ?? outcome.message });
}
