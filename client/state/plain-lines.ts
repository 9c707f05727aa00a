import { computed } from '@preact/signals-core';
import { drawing } from './drawing.ts';

/** Relationships beyond which they are drawn plainly: straight, and without arrows but where the reader looks. */
export const mostLines = 1_500;

/** Whether there are so many relationships that they are drawn plainly. */
export const areLinesPlain = computed(() => drawing.value.edges.length > mostLines);
