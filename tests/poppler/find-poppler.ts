import type { Machine } from '../browser/chromium.ts';
import { aptInstall, MissingError } from '../browser/chromium.ts';

/** Makes sure that Poppler's programs are there, which read PDFs back; rejects with a MissingError where they cannot be had. */
export async function findPoppler(machine: Machine): Promise<void> {
  const hasPoppler = async (): Promise<boolean> => (await machine.run('pdftotext', ['-v'])) !== undefined;
  if (await hasPoppler()) return;
  if ((await aptInstall(machine, ['poppler-utils'])) && (await hasPoppler())) return;
  throw new MissingError('tests of PDFs need pdftotext and its like (on Debian: apt-get install poppler-utils)');
}
