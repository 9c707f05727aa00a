import { signal } from '@preact/signals-core';

/** Where the workbench stands on the page. It is part of the first script, and the workbench itself is not. */

/** Whether the workbench is open: below the picture, or over it. */
export const isWorkbenchOpen = signal(false);

/** Whether it takes the whole height of the page. */
export const isWorkbenchTall = signal(false);

/** The part of the page's height that it takes where it does not take it whole. */
export const workbenchShare = signal(0.46);
