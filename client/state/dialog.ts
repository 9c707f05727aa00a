import { signal } from '@preact/signals-core';

/** Which dialog lies over the page: of commands, of their keys, or of all questions. */
export const dialog = signal<'palette' | 'shortcuts' | 'gallery' | null>(null);
