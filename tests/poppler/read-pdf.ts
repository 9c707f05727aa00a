import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, inject } from 'vitest';

/** PDFs as Poppler reads them, which has nothing in common with what wrote them. */

const execute = promisify(execFile);

/** A group of tests that read PDFs. Where they cannot be read they are skipped, and the group's name says why. */
export function describePdfs(name: string, define: () => void): void {
  const reason = inject('popplerMissing');
  describe.skipIf(reason !== null)(`${name}${reason === null ? '' : ` (${reason})`}`, () => {
    define();
  });
}

/**
 * Runs one of Poppler's programs on a PDF; answers what it wrote. Rejects where it has anything against the file.
 * @param last what stands behind the file's path
 */
async function run(
  pdf: Uint8Array,
  program: string,
  argv: readonly string[] = [],
  last: string[] = [],
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-'));
  try {
    const path = join(folder, 'read.pdf');
    await writeFile(path, pdf);
    const options = { encoding: 'buffer', maxBuffer: 100_000_000 } as const;
    const { stdout, stderr } = await execute(program, [...argv, path, ...last], options);
    if (stderr.length > 0) throw new Error(`${program}: ${stderr.toString()}`);
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Its text, in the order in which it was written. */
export const textOf = async (pdf: Uint8Array): Promise<string> =>
  (await run(pdf, 'pdftotext', ['-raw'], ['-'])).toString();

/** What it says about itself, by name. */
export async function informationOf(pdf: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const lines = (await run(pdf, 'pdfinfo')).toString().split('\n');
  return new Map(lines.map((line) => [line.replace(/:.*/, ''), line.replace(/^[^:]*:\s*/, '')]));
}

/** Its fonts. */
export async function fontsOf(
  pdf: Uint8Array,
): Promise<{ name: string; isEmbedded: boolean; isSubset: boolean; hasUnicode: boolean }[]> {
  return bodyOf(await run(pdf, 'pdffonts')).map((line) => {
    const [embedded, subset, unicode] = line.match(/\b(yes|no)\b/g) ?? [];
    return {
      name: line.replace(/\s.*/, ''),
      isEmbedded: embedded === 'yes',
      isSubset: subset === 'yes',
      hasUnicode: unicode === 'yes',
    };
  });
}

/** Its images of pixels, a line for each. */
export const imagesOf = async (pdf: Uint8Array): Promise<string[]> => bodyOf(await run(pdf, 'pdfimages', ['-list']));

/** The addresses that it leads to. */
export const linksOf = async (pdf: Uint8Array): Promise<string[]> =>
  bodyOf(await run(pdf, 'pdfinfo', ['-url']), 1).map((line) => line.replace(/.*\s/, ''));

/** The lines of a table below its heading. */
const bodyOf = (table: Buffer, heading = 2): string[] => table.toString().trim().split('\n').slice(heading);

/** The page as dots, one for each point. */
export interface Dots {
  width: number;
  height: number;
  /** The colour at a place, in points from the upper left corner. */
  at: (x: number, y: number) => string;
}

export async function dotsOf(pdf: Uint8Array): Promise<Dots> {
  const image = await run(pdf, 'pdftoppm', ['-r', '72', '-singlefile']);
  const [head = '', width, height] = image.toString('latin1', 0, 40).match(/^P6\s(\d+)\s(\d+)\s255\s/) ?? [];
  return {
    width: Number(width),
    height: Number(height),
    at(x, y) {
      const offset = head.length + 3 * (Math.floor(y) * Number(width) + Math.floor(x));
      return `#${image.toString('hex', offset, offset + 3)}`;
    },
  };
}
