import type { Mark } from '../../../server/passage-text/marks.ts';
import type { Range } from '../../../server/passage-text/ranges.ts';
import { merged } from '../../../server/passage-text/ranges.ts';
import { FoldedText } from './folded-text.ts';
import type { Omission } from './omissions.ts';

/** A stretch of a passage's text, as it is shown. */
export type TextPart =
  | { kind: 'plain'; start: number; text: string }
  | { kind: 'mark'; start: number; text: string; mark: Mark }
  | { kind: 'leftOut'; start: number; text: string; reason: string };

/** A text in parts that make up all of it, in order. Where a clause left out is quoted, too, the quote is what is shown. */
export function partsOf(text: string, marks: readonly Mark[], omissions: readonly Omission[]): TextPart[] {
  const shown: TextPart[] = marks.map((mark) => ({ kind: 'mark', start: mark.start, text: mark.quote, mark }));
  const folded = new FoldedText(text);
  for (const { quote, reason } of omissions) {
    const free = merged(folded.placesOf(quote)).flatMap((place) => without(place, shown.map(rangeOf)));
    shown.push(
      ...free.map(({ start, end }): TextPart => ({ kind: 'leftOut', start, text: text.slice(start, end), reason })),
    );
  }
  const parts: TextPart[] = [];
  let at = 0;
  for (const part of shown.toSorted((one, other) => one.start - other.start)) {
    if (at < part.start) parts.push({ kind: 'plain', start: at, text: text.slice(at, part.start) });
    parts.push(part);
    at = part.start + part.text.length;
  }
  if (at < text.length) parts.push({ kind: 'plain', start: at, text: text.slice(at) });
  return parts;
}

/**
 * The first parts of a text, up to a number of characters. What is marked across that border is shown whole, and no character
 * is cut in half.
 */
export function portionOf(parts: readonly TextPart[], most: number): TextPart[] {
  const shown = parts.filter(({ start }) => start < most);
  const last = shown.at(-1);
  if (last?.kind !== 'plain') return shown;
  return [...shown.slice(0, -1), { ...last, text: cutAt(last.text, most - last.start) }];
}

function cutAt(text: string, length: number): string {
  const isInside = length < text.length && (text.codePointAt(length - 1) ?? 0) > 0xffff;
  return text.slice(0, isInside ? length + 1 : length);
}

const rangeOf = ({ start, text }: TextPart): Range => ({ start, end: start + text.length });

/** What is left of a range without others. */
function without({ start, end }: Range, others: readonly Range[]): Range[] {
  const left: Range[] = [];
  let at = start;
  for (const other of others.toSorted((one, next) => one.start - next.start)) {
    if (other.end <= at || other.start >= end) continue;
    if (at < other.start) left.push({ start: at, end: other.start });
    at = other.end;
  }
  if (at < end) left.push({ start: at, end });
  return left;
}

/** A mark's text in pieces: those that the chosen quotes have stand out. */
export function piecesOf(text: string, chosen: readonly string[]): { text: string; isChosen: boolean }[] {
  const pieces: { text: string; isChosen: boolean }[] = [];
  const folded = new FoldedText(text);
  let at = 0;
  for (const { start, end } of merged(chosen.flatMap((quote) => folded.placesOf(quote)))) {
    if (at < start) pieces.push({ text: text.slice(at, start), isChosen: false });
    pieces.push({ text: text.slice(start, end), isChosen: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isChosen: false });
  return pieces;
}
