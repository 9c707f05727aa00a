import { signal } from '@preact/signals-core';

/** What the reader points at, or has the focus, in the picture or on the timeline: it stands out on the other, too. */
export const pointedIds = signal<readonly string[]>([]);

/** What the passage says that is being read: the picture shows it in full colour, and all the rest pale. Empty for no passage. */
export const litIds = signal<ReadonlySet<string>>(new Set());
