import { signal } from '@preact/signals-core';

/** How answers are shown; the reader's choice holds for the answers that follow. */
export const answerViews = ['table', 'graph', 'json'] as const;
export type AnswerView = (typeof answerViews)[number];

export const answerView = signal<AnswerView>('table');
