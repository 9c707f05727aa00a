import { formatDate, inLocale, t } from '../locale.ts';
import { captionOf, labelStyleOf, sentenceOf, typeStyleOf } from '../ontology.ts';
import { knownNode, knownRelationship, nameOfId } from '../picture/picture.ts';
import { boundsOf } from './timeline.ts';
import type { TimelineItem } from './timeline.ts';
import type { Mark } from './timeline-layout.ts';
import { monthOf } from './when.ts';
import type { Moment } from './when.ts';

/** What an item says: a node's caption, or a relationship as a sentence. Its date stands elsewhere. */
export function nameOfItem({ id }: TimelineItem): string {
  const node = knownNode(id);
  if (node) return captionOf(node).replaceAll('\n', ' ');
  const relationship = knownRelationship(id);
  return relationship ? sentenceOf({ ...relationship, properties: {} }, nameOfId) : id;
}

/** What kind of thing an item is. */
export function kindOfItem({ id }: TimelineItem): string {
  const node = knownNode(id);
  if (node) return inLocale(labelStyleOf(node).title);
  const relationship = knownRelationship(id);
  return relationship ? inLocale(typeStyleOf(relationship.type).title) : '';
}

/** The date of a mark, or the years from its first item to its last. */
export function dateOfMark({ items }: Pick<Mark, 'items'>): string {
  const [first] = items;
  if (items.every(({ when }) => when.iso === first.when.iso)) return formatDate(first.when.iso);
  const bounds = items.map(({ when }) => boundsOf(when));
  const whole = spanOf(bounds);
  // Open at both ends, it is in the years that are told of its items.
  const isTold = Number.isFinite(whole.from) || Number.isFinite(whole.to);
  const { from, to } = isTold ? whole : spanOf(items.flatMap(({ when: { begin, end } }) => momentsIn([begin, end])));
  const [begin, end] = [yearText(from), yearText(to - 1)];
  return formatDate(begin === end ? begin : `${begin}/${end}`);
}

const momentsIn = (moments: readonly (Moment | null)[]): Moment[] => moments.filter((moment) => moment !== null);

const spanOf = (moments: readonly Moment[]): Moment => ({
  from: Math.min(...moments.map((each) => each.from)),
  to: Math.max(...moments.map((each) => each.to)),
});

const yearText = (day: number): string => (Number.isFinite(day) ? String(monthOf(day).year).padStart(4, '0') : '');

/** All that a mark says, for those who do not see where it stands. */
export function sentenceOfMark(mark: Pick<Mark, 'items'>, face: TimelineItem): string {
  const values = { date: dateOfMark(mark), name: nameOfItem(face), kind: kindOfItem(face), n: mark.items.length - 1 };
  return t(mark.items.length === 1 ? 'timeline.item' : 'timeline.items', values);
}
