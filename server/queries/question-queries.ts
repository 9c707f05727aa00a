import { z } from 'zod';
import type { Ontology } from '../contract/data-set/ontology.ts';
import type { Blank, Question } from '../contract/data-set/question.ts';
import type { Text } from '../contract/text.ts';
import type { NamedQuery } from './define-query.ts';
import { defineQuery } from './define-query.ts';
import { nodeId, titled } from './parameters.ts';

/** The questions of a data set that bring Cypher of their own, each as a named query `question-<id>`. */
export function questionQueries(ontology: Ontology): NamedQuery[] {
  return ontology.questions.flatMap((question) =>
    question.cypher === undefined ? [] : [questionQuery(question, question.cypher, ontology)],
  );
}

/** The text is trusted as the catalogue's is: it was checked when the data set was read. Blanks are its parameters. */
function questionQuery({ id, title, description, blanks, view }: Question, cypher: string, ontology: Ontology) {
  const ofNodes = Object.keys(blanks).filter((name) => blanks[name]?.kind === 'node');
  return defineQuery({
    name: `question-${id}`,
    title: withBlanks(title, blanks),
    description,
    result: view,
    parameters: questionParameters(blanks, ontology),
    ids: (values) => ({ nodes: ofNodes.map((name) => String(values[name])) }),
    // Its author need not have thought of a database that holds other data sets, too.
    asksForIds: true,
    cypher,
  });
}

/** What may stand in the blanks of a question, as the parameters of its query. */
export function questionParameters(blanks: Question['blanks'], names: OntologyNames): z.ZodObject {
  const shape = Object.entries(blanks).map(([name, blank]) => [name, parameterFor(blank, names)] as const);
  return z.strictObject(Object.fromEntries(shape));
}

/** The labels and types that a blank offers where it names none. */
interface OntologyNames {
  labels: readonly { name: string }[];
  types: readonly { name: string }[];
}

function parameterFor(blank: Blank, { labels, types }: OntologyNames): z.ZodType {
  const { title } = blank;
  switch (blank.kind) {
    case 'node':
      return nodeId(title).default(blank.default);
    case 'label':
      return titled(z.enum(namesOr(blank.labels, labels)).default(blank.default), title);
    case 'type':
      return titled(z.enum(namesOr(blank.types, types)).default(blank.default), title);
    case 'number':
      return titled(z.number().min(blank.min).max(blank.max).default(blank.default), title);
    case 'date':
      return titled(
        z
          .string()
          .regex(/^\d{4}(-\d{2}){0,2}$/, 'it is no ISO 8601 date')
          .default(blank.default),
        title,
      );
    case 'text':
      return titled(z.string().trim().min(1).max(100).default(blank.default), title);
    case 'choice':
      return titled(z.enum(Object.keys(blank.choices)).default(blank.default), title);
  }
}

const namesOr = (names: string[], all: readonly { name: string }[]): string[] =>
  names.length > 0 ? names : all.map(({ name }) => name);

/** A sentence with the blanks' own names in their places. */
function withBlanks({ zh, en }: Text, blanks: Question['blanks']): Text {
  const filled = (sentence: string, language: keyof Text): string =>
    sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
      const blank = blanks[name];
      return blank ? `[${blank.title[language]}]` : place;
    });
  return { zh: filled(zh, 'zh'), en: filled(en, 'en') };
}
