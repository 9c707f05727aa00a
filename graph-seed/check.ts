import { readFile } from 'node:fs/promises';
import { readArguments } from './arguments.ts';
import { coverageOf } from './coverage.ts';
import { sliceDocument } from '../server/passage-text/slices.ts';
import { looseNumbers } from './numbers.ts';
import { readDataSet } from './read.ts';
import { coverageReport } from './report.ts';
import { failure } from './seed-error.ts';

/** `npm run seed:check [-- folder] [--document path]`: checks a data set and prints how well it covers its document. */
async function check(): Promise<number> {
  const { folder, documentPath } = readArguments(process.argv.slice(2), process.env);
  const given = documentPath === undefined ? undefined : await readFile(documentPath, 'utf8');
  const { values, document } = await readDataSet(folder, { document: given });
  const slices = document === undefined ? undefined : sliceDocument(document, values['passages.yaml'].passages).slices;
  const coverage = coverageOf(values, slices);
  const numbers = [...(slices?.values() ?? [])].flatMap(({ at, text }) => looseNumbers(at, text, values));
  console.log(coverageReport(coverage, numbers));
  if (document === undefined)
    console.log('the document is not at hand (--document path): quotes and numbers are not compared');
  const open = coverage.flatMap(({ text }) => text?.openClauses ?? []);
  return numbers.length + open.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await check();
} catch (error) {
  process.exitCode = 1;
  console.error(failure(error));
}
