import { batch, computed, effect, signal } from '@preact/signals-core';
import type { Blank, Question } from '../../server/contract/data-set/question.ts';
import type { Json } from '../../server/contract/json.ts';
import { fill, formatDate, formatNumber, inLocale } from './locale.ts';
import { labelTitle, nameOf, ontology, typeStyleOf } from './ontology.ts';
import { knownNode } from './picture/picture.ts';
import { base, twin } from './view/view.ts';
import type { Base } from './view/view.ts';

/** What a reader can ask by filling the blanks of a sentence. */

/** What stands in the blanks of a question, by their names; what is missing stays as the data set has it. */
export type Fillings = Readonly<Record<string, string>>;

/** Whether there is any question to ask: a graph that is no document's has none. */
export const areQuestionsThere = computed(() => (ontology.value?.questions.length ?? 0) > 0);

/** The questions of the first page. */
export const featuredQuestions = computed(() => ontology.value?.questions.filter(({ isFeatured }) => isFeatured) ?? []);

/** The named query that answers a question. */
export const queryOf = ({ id, query }: Pick<Question, 'id' | 'query'>): string => query ?? `question-${id}`;

/** The picture that answers a question. */
export function baseOfQuestion(question: Question, fillings: Fillings = {}): Base {
  return { query: queryOf(question), parameters: { ...fixedParameters(question), ...fillingsOf(question, fillings) } };
}

/** What stands in all blanks of a question. */
export function fillingsOf({ blanks }: Question, fillings: Fillings = {}): Fillings {
  return Object.fromEntries(
    Object.entries(blanks).map(([name, blank]) => [name, fillings[name] ?? String(blank.default)]),
  );
}

/** The question that a picture answers, whatever stands in its blanks. */
function questionOf({ query, parameters }: Base): Question | undefined {
  return ontology.value?.questions.find((question) => {
    const fixed = fixedParameters(question);
    const isOther = (name: string): boolean => !(name in question.blanks) && parameters[name] !== fixed[name];
    const names = [...Object.keys(fixed), ...Object.keys(parameters)];
    return queryOf(question) === query && !names.some(isOther);
  });
}

/** The question that the present picture answers. */
export const askedQuestion = computed(() => questionOf(base.value));

/** The heading of a column in the answer to a question, where the question has one for it. */
export function askedColumnTitle(column: string): string | undefined {
  const title = askedQuestion.value?.columns[column];
  return title && inLocale(title);
}

function fixedParameters({ parameters }: Question): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, parameterText(value)]));
}

/** A parameter as it stands in an address. */
export const parameterText = (value: Json): string =>
  Array.isArray(value) ? value.map(parameterText).join(',') : typeof value === 'string' ? value : JSON.stringify(value);

/** A question as a sentence, with words in its blanks. */
export function sentenceOfQuestion(question: Question, fillings: Fillings = {}): string {
  const whole = fillingsOf(question, fillings);
  const words = Object.entries(question.blanks).map(([name, blank]) => [name, wordsIn(blank, whole[name] ?? '')]);
  return fill(inLocale(question.title), Object.fromEntries(words));
}

/** What stands in a blank, in words. */
export function wordsIn(blank: Blank, value: string): string {
  switch (blank.kind) {
    case 'node': {
      const node = knownNode(value);
      // Its name may still be on its way.
      return node ? nameOf(node) : `[${inLocale(blank.title)}]`;
    }
    case 'label':
      return labelTitle(value);
    case 'type':
      return inLocale(typeStyleOf(value).title);
    case 'number':
      return formatNumber(Number(value));
    case 'date':
      return formatDate(value);
    case 'text':
      return value;
    case 'choice': {
      const choice = blank.choices[value];
      return choice ? inLocale(choice) : value;
    }
  }
}

/** A piece of a sentence: words, or the name of a blank. */
export type SentencePart = { kind: 'words'; text: string } | { kind: 'blank'; name: string };

/** A question's sentence in pieces, in their order. */
export function partsOf({ title, blanks }: Question): SentencePart[] {
  return inLocale(title)
    .split(/(\{\w+\})/)
    .filter((text) => text !== '')
    .map((text): SentencePart => {
      const name = text.slice(1, -1);
      return text.startsWith('{') && name in blanks ? { kind: 'blank', name } : { kind: 'words', text };
    });
}

/** Whether the list beside the picture is there because of a question, rather than by the reader's choice. */
const isListOfQuestion = signal(false);

/** Shows an answer as it is looked at best: a table's rows stand in the list, which goes with the answer. */
export function lookAtAnswer({ view }: Question): void {
  if (view !== 'table' || twin.value !== null) return;
  batch(() => {
    twin.value = 'list';
    isListOfQuestion.value = true;
  });
}

/** Puts the list that a question opened away with its picture, be it by another question, undoing or the way home. */
export function followAskedQuestion(): () => void {
  return effect(() => {
    if (askedQuestion.value?.view === 'table' || !isListOfQuestion.peek()) return;
    isListOfQuestion.value = false;
    if (twin.peek() === 'list') twin.value = null;
  });
}
