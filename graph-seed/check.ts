import { sliceDocument } from '../server/passage-text/slices.ts';
import { readSettings } from '../server/settings.ts';
import { readArguments } from './arguments.ts';
import { askQueries, canBeAsked } from './ask-queries.ts';
import type { CheckReport } from './check-report.ts';
import { reportOf, reportOfFailure } from './check-report.ts';
import { coverageOf } from './coverage.ts';
import { readGivenDocument } from './given-document.ts';
import { looseNumbers } from './numbers.ts';
import { readDataSet } from './read.ts';
import { coverageReport } from './report.ts';
import { failure, SeedError } from './seed-error.ts';

/**
 * `npm run seed:check [-- folder] [--document path] [--json]`: checks a data set, asks its questions and scenes, and prints how
 * well it covers its document. With `--json` a CheckReport is all that is printed.
 */
const isJson = process.argv.includes('--json');

type DataSet = Awaited<ReturnType<typeof readDataSet>>;

async function check(): Promise<CheckReport> {
  const argv = process.argv.slice(2).filter((argument) => argument !== '--json');
  const { folder, documentPath } = readArguments(argv, process.env);
  const given = await readGivenDocument(documentPath);
  const dataSet = await readDataSet(folder, { document: given });
  const { values, document, batch } = dataSet;
  const isAsked = canBeAsked(batch);
  if (isAsked) await ask(dataSet);
  const slices = document === undefined ? undefined : sliceDocument(document, values['passages.yaml'].passages).slices;
  const numbers = looseNumbers(slices?.values() ?? [], values);
  return reportOf({ dataSet: batch.dataSet, isAsked, passages: coverageOf(values, slices), looseNumbers: numbers });
}

/** Asks questions and scenes within the limits that the server has. Rejects with a SeedError where one has no answer. */
async function ask(dataSet: DataSet): Promise<void> {
  const { queryLimits } = readSettings(process.env);
  const interrupt = new AbortController();
  const stop = () => interrupt.abort();
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    const problems = await askQueries(dataSet, { ...queryLimits, signal: interrupt.signal });
    if (problems.length > 0) throw new SeedError(problems);
  } catch (error) {
    throw interrupt.signal.aborted ? new Error('the check was stopped', { cause: error }) : error;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** Whether all of the document is covered, as far as its text is at hand. */
function isCovered(report: CheckReport): boolean {
  if (report.outcome !== 'checked') return false;
  return (
    report.looseNumbers.length === 0 && report.passages.every(({ text }) => !text || text.openClauses.length === 0)
  );
}

try {
  const report = await check();
  if (isJson) console.log(JSON.stringify(report, null, 2));
  else if (report.outcome === 'checked') {
    console.log(coverageReport(report));
    if (!report.hasText)
      console.log('the document is not at hand (--document path): quotes and numbers are not compared');
    if (!report.isAsked)
      console.log('it is too large to be asked here: its questions and scenes may be without an answer');
  }
  process.exitCode = isCovered(report) ? 0 : 1;
} catch (error) {
  process.exitCode = 1;
  if (isJson) console.log(JSON.stringify(reportOfFailure(error), null, 2));
  else console.error(failure(error));
}
