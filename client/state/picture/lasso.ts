import { signal } from '@preact/signals-core';

/** Whether the next drag over the picture draws a line round nodes, to select them, rather than moving the picture. */
export const isLassoOn = signal(false);
