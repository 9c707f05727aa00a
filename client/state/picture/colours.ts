import type { Word } from '../locale.ts';

/**
 * Colours that the reader can give to labels: in each scheme at least 3:1 against the ground and against the icon on it
 * (WCAG 1.4.11), and told apart by name as well.
 */
export const colours = {
  blue: { word: 'colour.blue', light: '#2459b8', dark: '#8ab4ff' },
  teal: { word: 'colour.teal', light: '#0b6e6e', dark: '#6fd3cf' },
  green: { word: 'colour.green', light: '#2f7030', dark: '#8fd08f' },
  olive: { word: 'colour.olive', light: '#6b6410', dark: '#d3c85a' },
  orange: { word: 'colour.orange', light: '#a34a00', dark: '#ffb066' },
  red: { word: 'colour.red', light: '#b02a2a', dark: '#ff9a90' },
  pink: { word: 'colour.pink', light: '#a8286e', dark: '#f59ac6' },
  purple: { word: 'colour.purple', light: '#6a3fb0', dark: '#c3a6ff' },
  brown: { word: 'colour.brown', light: '#6f4a2f', dark: '#d8b394' },
  grey: { word: 'colour.grey', light: '#555b66', dark: '#aab1bd' },
} as const satisfies Record<string, { word: Word; light: string; dark: string }>;

export type ColourName = keyof typeof colours;

export const isColourName = (name: string): name is ColourName => Object.hasOwn(colours, name);
