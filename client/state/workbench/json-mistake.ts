/** Browsers tell each in its own way, or not at all, where a text stops being JSON: so the page looks for itself. */

/** What may come next: a value, a key, its colon, or what follows a value; and the sign that may close instead. */
type Place = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'after';

const blank = /[ \t\n\r]*/y;
const piece =
  /(?<text>"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|(?<sign>[[\]{}:,])/y;

/** The offset at which a text stops being JSON, in UTF-16 units; null where all of it is. */
export function jsonMistakeAt(text: string): number | null {
  // What is open, innermost last. Not by recursion: a text may open thousands.
  const open: string[] = [];
  let place: Place = 'value';
  let at = endOf(blank, text, 0);
  while (at < text.length) {
    piece.lastIndex = at;
    const match = piece.exec(text);
    const next: Place | null = match && placeAfter(place, match.groups ?? {}, open);
    if (next === null) return at;
    place = next;
    at = endOf(blank, text, piece.lastIndex);
  }
  return place === 'after' && open.length === 0 ? null : at;
}

function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  pattern.test(text);
  return pattern.lastIndex;
}

/** What may follow a piece that stands at a place; null where it may not stand there. Opens and closes what it says. */
function placeAfter(place: Place, { text, sign }: Record<string, string | undefined>, open: string[]): Place | null {
  if (sign === ']' || sign === '}') {
    const isExpected = place === 'after' || place.endsWith(sign);
    return isExpected && open.pop() === (sign === ']' ? '[' : '{') ? 'after' : null;
  }
  switch (place) {
    case 'value':
    case 'value or ]':
      if (sign === undefined) return 'after';
      if (sign !== '[' && sign !== '{') return null;
      open.push(sign);
      return sign === '[' ? 'value or ]' : 'key or }';
    case 'key':
    case 'key or }':
      return text === undefined ? null : 'colon';
    case 'colon':
      return sign === ':' ? 'value' : null;
    case 'after':
      if (sign !== ',' || open.length === 0) return null;
      return open.at(-1) === '[' ? 'value' : 'key';
  }
}

const textOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

/** The offset in JSON of the first number that would be read as another one, or as none; null where there is none. */
export function lostNumberAt(json: string): number | null {
  for (const { 0: written, index } of json.matchAll(textOrNumber)) {
    if (!written.startsWith('"') && isLost(written)) return index;
  }
  return null;
}

/** Large whole numbers lose digits. Those that are written as JavaScript writes them are what they say. */
function isLost(written: string): boolean {
  const value = Number(written);
  if (!Number.isFinite(value)) return true;
  return /^-?\d+$/.test(written) && !Number.isSafeInteger(value) && String(value) !== written;
}
