import { signal } from '@preact/signals-core';

/** What the reader points at, or has the focus, in the picture or on the timeline: it stands out on the other, too. */
export const pointedIds = signal<readonly string[]>([]);
