import { signal } from '@preact/signals-core';

/** Which of the dialogs of commands lies over the page. */
export const dialog = signal<'palette' | 'shortcuts' | null>(null);
