import { signal } from '@preact/signals-core';
import type { Notice } from '../notices.ts';

/**
 * What was last done with runs and saved queries, or why it could not be. It stands where they are listed: the page's own
 * notices lie under the workbench.
 */
export const queryMessage = signal<Extract<Notice, { kind: 'word' }> | null>(null);
