import { signal } from '@preact/signals-core';

/** The layout that is being worked out, and how to stop it; null when there is none. */
export const arranging = signal<{ stop: () => void } | null>(null);
