import { signal } from '@preact/signals-core';

/** Which dialog lies over the page: of commands, of their keys, of all questions, or of what can be taken along. */
export const dialog = signal<'palette' | 'shortcuts' | 'gallery' | 'export' | null>(null);
