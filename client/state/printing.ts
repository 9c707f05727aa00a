import { signal } from '@preact/signals-core';

/** Whether the page is being put on paper: then there is a sheet with the picture in it as lines and text. */
export const isPrinting = signal(false);
