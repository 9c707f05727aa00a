import type { TestProject } from 'vitest/node';
import { MissingError, thisMachine } from '../browser/chromium.ts';
import { findPoppler } from './find-poppler.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Why PDFs cannot be read back; null where they can. */
    popplerMissing: string | null;
  }
}

/** Once for all tests that read PDFs. */
export async function setup(project: TestProject): Promise<void> {
  try {
    await findPoppler(thisMachine);
    project.provide('popplerMissing', null);
  } catch (error) {
    if (!(error instanceof MissingError)) throw error;
    console.error(`tests of PDFs are skipped: ${error.message}`);
    project.provide('popplerMissing', error.message);
  }
}
