import { z } from 'zod';
import type { Schema } from '../contract/vocabulary.ts';
import { matchLabel } from '../store/cypher-name.ts';
import type { ReadOptions, Store } from '../store/store.ts';

/** What the nodes of a label that were looked at have in a property. */
interface Use {
  property: string;
  /** The share of the nodes that have it, and of these the share of texts and of different values; from 0 to 1. */
  present: number;
  texts: number;
  different: number;
  /** Characters in the middle. */
  length: number;
}

/** Nodes of each label that are looked at. */
const sampleSize = 200;

const labelsAtOnce = 50;

/** What people call the property that names a thing, the likeliest first; without case, blanks and signs. */
const names = (
  'name title caption label displayname fullname preferredname shortname longname headline subject 名称 名字 姓名 标题 题名 ' +
  '全称 简称 nom nombre titre titulo bezeichnung username login handle email'
).split(' ');

/** What identifies a thing, but names it badly. */
const identifiers = 'id uid uuid guid key code slug uri url iri number 编号 代码'.split(' ');

/** A text that is longer is no name. */
const longestName = 120;

/** The place of a label, a property, and of the nodes: how many have it, texts, different values, the middle length. */
const Row = z.tuple([
  z.int(),
  z.string(),
  z.int(),
  z.int(),
  z.int(),
  z
    .int()
    .nullable()
    .transform((length) => length ?? 0),
]);

/** The property that likely names the nodes of each label, where there is one. Rejects with a ProblemError. */
export async function findNameProperties(
  store: Pick<Store, 'read'>,
  labels: Schema['labels'],
  options: ReadOptions,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let start = 0; start < labels.length; start += labelsAtOnce) {
    const chunk = labels.slice(start, start + labelsAtOnce).map(({ name }) => name);
    const cypher = chunk.map(
      (name, index) => `${matchLabel(name, `$names[${index}]`)} WITH x LIMIT $size
UNWIND keys(x) AS property
WITH property, x[property] AS value, x
WITH property, toStringOrNull(value) AS text, CASE WHEN valueType(value) STARTS WITH 'STRING' THEN 1 ELSE 0 END AS isText
RETURN ${index} AS place, property, count(text) AS present, sum(isText) AS texts, count(DISTINCT text) AS different,
  percentileDisc(size(text), 0.5) AS length`,
    );
    const { table } = await store.read(cypher.join('\nUNION ALL '), { names: chunk, size: sampleSize }, options);
    const rows = z.array(Row).parse(table.rows);
    for (const [index, label] of chunk.entries()) {
      const looked = Math.min(sampleSize, labels[start + index]?.count ?? 0);
      const uses = rows
        .filter(([place, , count]) => place === index && count > 0)
        .map(([, property, count, texts, different, length]): Use => {
          return { property, present: count / looked, texts: texts / count, different: different / count, length };
        });
      const best = uses.toSorted((left, right) => compare(rank(left), rank(right)))[0];
      if (best) found.set(label, best.property);
    }
  }
  return found;
}

/** The better, the smaller, number by number: half of the nodes should have it; texts come before what a name says. */
function rank({ property, present, texts, different, length }: Use): (number | string)[] {
  const isText = texts >= 0.5 && length <= longestName;
  const plain = property.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return [
    present >= 0.5 ? 0 : 1,
    isText ? 0 : 1,
    kindOf(plain),
    -Math.round(present * different * 10),
    length,
    property,
  ];
}

function kindOf(plain: string): number {
  const place = names.indexOf(plain);
  if (place >= 0) return place;
  if (/(?:name|title|名称|名)$/.test(plain)) return names.length;
  return identifiers.includes(plain) ? names.length + 1 : names.length + 2;
}

function compare(left: (number | string)[], right: (number | string)[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  if (at < 0) return 0;
  return (left[at] ?? 0) < (right[at] ?? 0) ? -1 : 1;
}
