import type { Text } from '../../../server/contract/text.ts';
import { formatDate, inLocale, t } from '../locale.ts';
import type { Word, WordValues } from '../locale.ts';
import { ontology, propertyTitle } from '../ontology.ts';
import { nameOfId } from '../picture/picture.ts';
import { sentenceOfQuestion } from '../questions.ts';
import type { Fillings } from '../questions.ts';

/** Something that an act is about, kept so that it can be told in whichever language the reader has by then. */
export type Told =
  | string
  | number
  | Text
  | { ids: readonly string[] }
  | { word: Word; values?: WordValues }
  | { date: string }
  | { property: string }
  | { question: string; fillings: Fillings };

export type ToldValues = Record<string, Told>;

/** Values for words, in the present language. */
export const tell = (values: ToldValues): WordValues =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, wordsFor(value)]));

function wordsFor(value: Told): string | number {
  if (typeof value !== 'object') return value;
  if ('ids' in value) return named(value.ids);
  if ('word' in value) return t(value.word, value.values);
  if ('date' in value) return formatDate(value.date);
  if ('question' in value) return questionInWords(value.question, value.fillings);
  return 'property' in value ? propertyTitle(value.property) : inLocale(value);
}

/** A question that the data set no longer has is told by its id. */
function questionInWords(id: string, fillings: Fillings): string {
  const question = ontology.value?.questions.find((other) => other.id === id);
  return question ? sentenceOfQuestion(question, fillings) : id;
}

/** Nodes in words: the name of one, or how many. */
export const named = (ids: readonly string[]): string =>
  ids.length === 1 ? nameOfId(ids[0] ?? '') : t('count.nodesOf', { n: ids.length });
