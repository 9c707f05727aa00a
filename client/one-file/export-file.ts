import { writeFile } from 'node:fs/promises';
import { ApiError } from '../api/api.ts';
import { addressIn, dataSetIn } from '../api/data-set.ts';
import { sendBy } from '../api/transport.ts';
import { ExportError } from '../state/exporting/export-error.ts';
import type { ExportProgress } from '../state/exporting/export-options.ts';
import { writeOneFile } from '../state/exporting/write-one-file.ts';
import { fetchWords, locale, t } from '../state/locale.ts';

/** `npm run export-file -- graph.html [address of a running explorer, or of a data set's page there]`: the page as one file, without a browser. */

const [path, server = 'http://127.0.0.1:4300'] = process.argv.slice(2);

if (path === undefined) fail('say where the file is to be written: npm run export-file -- graph.html');
else await exportTo(path);

async function exportTo(file: string): Promise<void> {
  const dataSet = dataSetIn(new URL(server).pathname);
  sendBy((address, sent) => fetch(new URL(addressIn(dataSet, address), server), sent));
  const told: ExportProgress = {};
  try {
    const content = await writeOneFile(new AbortController().signal, (progress) => Object.assign(told, progress));
    await writeFile(file, content);
    await speakEnglish();
    console.log(`${file}: ${Math.round(Buffer.byteLength(content) / 1_000)} kB`);
    if (told.cut) console.error(t('exporting.cut', told.cut));
    if (told.unanswered) console.error(t('exporting.unanswered', { n: told.unanswered }));
  } catch (error) {
    await speakEnglish();
    fail(reasonOf(error));
  }
}

/** From now on: the file itself opens in the language of its document. */
async function speakEnglish(): Promise<void> {
  await fetchWords('en');
  locale.value = 'en';
}

function reasonOf(error: unknown): string {
  if (error instanceof ExportError) return t(error.word, error.values);
  return error instanceof ApiError ? `${server}: ${error.problem.detail}` : String(error);
}

function fail(why: string): void {
  console.error(why);
  process.exitCode = 1;
}
