import type { Json } from '../../server/contract/json.ts';
import { lostNumberAt } from './workbench/json-mistake.ts';

/**
 * A list as a text of lines, an item each: numbers, true and false are what they look like, a text in double quotes is
 * always a text, written as in JSON, and all else is a text as it stands.
 */

type Item = string | number | boolean;

const wordOrNumber = /^(?:true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** The items of a text, or the offset of the first number that would become another one. */
export function readLines(text: string): { items: Item[] } | { lostAt: number } {
  const items: Item[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const item = readLine(line);
    if (typeof item === 'number' && lostNumberAt(line.trim()) !== null) return { lostAt: start + line.search(/\S/) };
    if (item !== null) items.push(item);
    start += line.length + 1;
  }
  return { items };
}

/** The item of a line; null where there is none in it. */
function readLine(line: string): Item | null {
  const bare = line.trim();
  if (bare === '') return null;
  if (wordOrNumber.test(bare)) return bare === 'true' || (bare !== 'false' && Number(bare));
  return quotedText(bare) ?? line;
}

function quotedText(bare: string): string | null {
  if (!bare.startsWith('"')) return null;
  try {
    return String(JSON.parse(bare));
  } catch {
    return null;
  }
}

/** The lines that read as these items; null where a list cannot be written so. */
export function writeLines(list: readonly Json[]): string | null {
  return list.length > 0 && list.every(isScalar) ? list.map(writeLine).join('\n') : null;
}

const isScalar = (item: Json): item is Item => ['string', 'number', 'boolean'].includes(typeof item);

function writeLine(item: Item): string {
  if (typeof item !== 'string') return String(item);
  return item.includes('\n') || readLine(item) !== item ? JSON.stringify(item) : item;
}
