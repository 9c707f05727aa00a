import type { Point } from '../../../server/contract/point.ts';
import { inLocale } from '../locale.ts';
import { typeStyleOf } from '../ontology.ts';
import type { Box } from '../picture/shapes.ts';
import { isMeeting } from './chart-camera.ts';
import type { ChartCardPart, ChartLinePart, LineWords } from './chart-parts.ts';
import type { Measure } from './wrap-text.ts';

export const wordsSize = 11;

/** Lines beside the tree up to which each is called by its name: more words would cover the chart. */
const mostWords = 60;
/** Where along a piece of a line its name may stand, the best place first. */
const shares = [0.5, 0.3, 0.7, 0.15, 0.85];

/**
 * Writes what lines beside the tree are, each on its longest piece where nothing stands yet. Of a line without room its
 * title tells, as do the meanings of dots and dashes.
 */
export function placeWords(
  lines: readonly ChartLinePart[],
  cards: readonly ChartCardPart[],
  measure: Measure,
): Map<string, LineWords> {
  const beside = lines.filter(({ line: { kind } }) => kind !== 'branch');
  const found = new Map<string, LineWords>();
  if (beside.length > mostWords) return found;
  const taken: Box[] = cards.map(({ box }) => box);
  for (const { line, way } of beside) {
    const title = inLocale(typeStyleOf(line.relationship.type).title);
    const text = line.kind === 'closing' ? `${title} ↺` : title;
    const width = measure(text, wordsSize, 400) + 4;
    const boxAt = ({ x, y }: Point): Box => ({ x: x - width / 2, y: y - 7, width, height: 14 });
    const place = placesAlong(way).find((point) => !taken.some((box) => isMeeting(box, boxAt(point))));
    if (!place) continue;
    taken.push(boxAt(place));
    found.set(line.relationship.id, { ...place, text });
  }
  return found;
}

/** Places on a way, on its longest piece first. */
function placesAlong(way: readonly Point[]): Point[] {
  const pieces = way.slice(1).map((to, index) => {
    const from = way[index] ?? to;
    return { from, to, length: Math.hypot(to.x - from.x, to.y - from.y) };
  });
  return pieces
    .toSorted((one, other) => other.length - one.length)
    .flatMap(({ from, to }) =>
      shares.map((share) => ({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share })),
    );
}
