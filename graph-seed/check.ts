import { sliceDocument } from '../server/passage-text/slices.ts';
import { readArguments } from './arguments.ts';
import type { CheckReport } from './check-report.ts';
import { reportOf, reportOfFailure } from './check-report.ts';
import { coverageOf } from './coverage.ts';
import { readGivenDocument } from './given-document.ts';
import { looseNumbers } from './numbers.ts';
import { readDataSet } from './read.ts';
import { coverageReport } from './report.ts';
import { failure } from './seed-error.ts';

/**
 * `npm run seed:check [-- folder] [--document path] [--json]`: checks a data set and prints how well it covers its document. With
 * `--json` a CheckReport is all that is printed.
 */
const isJson = process.argv.includes('--json');

async function check(): Promise<CheckReport> {
  const argv = process.argv.slice(2).filter((argument) => argument !== '--json');
  const { folder, documentPath } = readArguments(argv, process.env);
  const given = await readGivenDocument(documentPath);
  const { values, document, batch } = await readDataSet(folder, { document: given });
  const slices = document === undefined ? undefined : sliceDocument(document, values['passages.yaml'].passages).slices;
  const numbers = looseNumbers(slices?.values() ?? [], values);
  return reportOf(batch.dataSet, coverageOf(values, slices), numbers);
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
  }
  process.exitCode = isCovered(report) ? 0 : 1;
} catch (error) {
  process.exitCode = 1;
  if (isJson) console.log(JSON.stringify(reportOfFailure(error), null, 2));
  else console.error(failure(error));
}
