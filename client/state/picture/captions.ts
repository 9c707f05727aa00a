import { signal } from '@preact/signals-core';

/** How many nodes in sight go without their captions, for want of room. */
export const hiddenCaptions = signal(0);
