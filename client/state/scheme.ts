import { signal } from '@preact/signals-core';

const dark = matchMedia('(prefers-color-scheme: dark)');
const still = matchMedia('(prefers-reduced-motion: reduce)');

/** The reader's colour scheme, followed as it changes. */
export const scheme = signal<'light' | 'dark'>(dark.matches ? 'dark' : 'light');
dark.addEventListener('change', ({ matches }) => {
  scheme.value = matches ? 'dark' : 'light';
});

/** Whether the reader asked for less motion. */
export const isStill = (): boolean => still.matches;

/** The ground that pictures are drawn on, and what stands on it; the same values as in styles/tokens.css. */
export const palette = {
  light: { ground: '#faf9f6', ink: '#1d2026', line: '#8b919c', muted: '#5b6170', icon: '#ffffff', accent: '#1f5fd0' },
  dark: { ground: '#15171c', ink: '#eceef2', line: '#6d7482', muted: '#a5acb9', icon: '#15171c', accent: '#7fb0ff' },
} as const;
