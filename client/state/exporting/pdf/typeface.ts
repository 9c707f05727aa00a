import { charactersIn } from './characters-in.ts';
import { orderFor, slicesFor } from './font-slices.ts';
import type { Weight } from './font-slices.ts';
import { lettersOf } from './letters-of.ts';
import { unpackWoff } from './unpack-woff.ts';

/** Fetches a slice of the font, as WOFF. */
export type LoadSlice = (weight: Weight, slice: string) => Promise<Uint8Array<ArrayBuffer>>;

/** Some letters that are drawn with one slice of the font. */
export interface Run {
  slice: string;
  text: string;
  /** The letter of which the font has no glyph, in whose place this is drawn; null where the text is what was written. */
  standsFor: string | null;
}

/** One weight of the font, as far as some texts need it. */
export interface Typeface {
  weight: Weight;
  /** Fonts by the names of their slices. */
  fonts: ReadonlyMap<string, Uint8Array>;
  /** A line of text, one run after the other; it is one of the texts that the typeface was loaded for. */
  runsOf: (text: string) => Run[];
}

/** What is drawn in place of a letter that the font does not have. */
const substitute = '□';

/** Fetches those slices of a weight that may have what some texts are written with. Rejects as `loadSlice` does. */
export async function loadTypeface(weight: Weight, texts: readonly string[], loadSlice: LoadSlice): Promise<Typeface> {
  const needed = new Set(
    texts.flatMap((text) => {
      const order = orderFor(text);
      const letters = [substitute, ...lettersOf(text).map(({ drawn }) => drawn)];
      return Array.from(letters.join('')).flatMap((character) => slicesFor(codeOf(character), order));
    }),
  );
  const loaded = await Promise.all(
    [...needed].map(async (slice) => {
      const font = await unpackWoff(await loadSlice(weight, slice));
      return { slice, font, characters: charactersIn(font) };
    }),
  );
  const charactersOf = new Map(loaded.map(({ slice, characters }) => [slice, characters]));
  // Each text is asked for more than once, and finding its letters takes the time.
  const runs = new Map(texts.map((text) => [text, runsOf(text, charactersOf)]));
  return {
    weight,
    fonts: new Map(loaded.map(({ slice, font }) => [slice, font])),
    runsOf: (text) => runs.get(text) ?? [],
  };
}

function runsOf(text: string, charactersOf: ReadonlyMap<string, ReadonlySet<number>>): Run[] {
  const order = orderFor(text);
  const runs: Run[] = [];
  const sliceWith = (character: string): string | undefined => {
    const code = codeOf(character);
    return slicesFor(code, order).find((slice) => charactersOf.get(slice)?.has(code));
  };
  const add = (character: string, standsFor: string | null): void => {
    const slice = sliceWith(character);
    if (slice === undefined) return;
    const last = runs.at(-1);
    if (last?.slice === slice && last.standsFor === null && standsFor === null) last.text += character;
    else runs.push({ slice, text: character, standsFor });
  };
  for (const { written, drawn } of lettersOf(text)) {
    const characters = Array.from(drawn);
    // A letter is drawn whole or not at all: half of it would be another one.
    if (characters.every((character) => sliceWith(character) !== undefined)) {
      for (const character of characters) add(character, null);
    } else add(substitute, written);
  }
  return runs;
}

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;
