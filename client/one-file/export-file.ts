import { writeFile } from 'node:fs/promises';
import { ApiError } from '../api/api.ts';
import { sendBy } from '../api/transport.ts';
import { writeOneFile } from '../state/exporting/write-one-file.ts';

/** `npm run export-file -- graph.html [address of a running explorer]`: the page as one file, without a browser. */

const [path, server = 'http://127.0.0.1:4300'] = process.argv.slice(2);

if (path === undefined) fail('say where the file is to be written: npm run export-file -- graph.html');
else await exportTo(path);

async function exportTo(file: string): Promise<void> {
  sendBy((address, sent) => fetch(new URL(address, server), sent));
  try {
    const content = await writeOneFile(new AbortController().signal, () => undefined);
    await writeFile(file, content);
    console.log(`${file}: ${Math.round(Buffer.byteLength(content) / 1_000)} kB`);
  } catch (error) {
    fail(error instanceof ApiError ? `${server}: ${error.problem.detail}` : String(error));
  }
}

function fail(why: string): void {
  console.error(why);
  process.exitCode = 1;
}
