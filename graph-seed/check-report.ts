import { z } from 'zod';
import type { PassageCoverage } from './coverage.ts';
import { files } from './format.ts';
import type { LooseNumber } from './numbers.ts';
import type { SeedProblem } from './seed-error.ts';
import { SeedError } from './seed-error.ts';

const Counts = z.strictObject({ nodes: z.int(), relationships: z.int(), figures: z.int() });

/** Letters and digits of a text, and how many of them are quoted or left out on purpose. */
const Share = z.strictObject({ characters: z.int(), covered: z.int() });

const { leftOut } = files['passages.yaml'].shape.passages.element.shape;

/** How well the graph covers one passage: `text` is there where the document's text is at hand. */
const Passage = Counts.extend({
  at: z.string(),
  leftOut: leftOut.unwrap(),
  text: Share.extend({ openClauses: z.array(z.string()) }).optional(),
});

/**
 * What `npm run seed:check -- --json` prints, and all that it prints. Of a data set that is `checked` it tells how well the graph covers
 * the document, passage by passage in reading order, and in sum: `openClauses` are neither cited nor left out, `looseNumbers` are
 * accounted for by nothing. `isAsked` is whether its questions and scenes were asked, for which it may be too large. One with
 * `mistakes` tells these alone. `failed` is what could not be checked at all.
 */
export const CheckReport = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('checked'),
    dataSet: z.string(),
    hasText: z.boolean(),
    isAsked: z.boolean(),
    totals: Counts.extend({ passages: z.int(), leftOut: z.int(), text: Share.optional() }),
    passages: z.array(Passage),
    looseNumbers: z.array(z.strictObject({ at: z.string(), context: z.string() })),
  }),
  z.strictObject({
    outcome: z.literal('mistakes'),
    problems: z.array(
      z.strictObject({
        file: z.string(),
        line: z.int(),
        id: z.string(),
        code: z.string(),
        message: z.string(),
        hint: z.string(),
      }),
    ),
  }),
  z.strictObject({ outcome: z.literal('failed'), message: z.string() }),
]);
export type CheckReport = z.infer<typeof CheckReport>;

interface Found {
  dataSet: string;
  isAsked: boolean;
  passages: PassageCoverage[];
  looseNumbers: LooseNumber[];
}

/** The report of a data set without a mistake. */
export function reportOf({ dataSet, isAsked, passages, looseNumbers }: Found): CheckReport {
  const total = (count: (passage: PassageCoverage) => number) =>
    passages.reduce((sum, passage) => sum + count(passage), 0);
  const hasText = passages.some(({ text }) => text !== undefined);
  return {
    outcome: 'checked',
    dataSet,
    hasText,
    isAsked,
    totals: {
      passages: passages.length,
      nodes: total(({ nodes }) => nodes),
      relationships: total(({ relationships }) => relationships),
      figures: total(({ figures }) => figures),
      leftOut: total((passage) => passage.leftOut.length),
      ...(hasText && {
        text: {
          characters: total(({ text }) => text?.characters ?? 0),
          covered: total(({ text }) => text?.covered ?? 0),
        },
      }),
    },
    passages,
    looseNumbers,
  };
}

/** The report of what went wrong. */
export function reportOfFailure(error: unknown): CheckReport {
  if (error instanceof SeedError) return { outcome: 'mistakes', problems: error.problems.map(problemOf) };
  return { outcome: 'failed', message: error instanceof Error ? error.message : String(error) };
}

/** With its hint, which is made only when it is asked for. */
const problemOf = ({ file, line, id, code, message, hint }: SeedProblem) => ({ file, line, id, code, message, hint });
