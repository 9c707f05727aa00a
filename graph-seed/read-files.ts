import { basename, join, resolve } from 'node:path';
import type { z } from 'zod';
import type { LabelStyle, TypeStyle } from '../server/contract/data-set/styles.ts';
import { Question, Subject } from '../server/contract/data-set/question.ts';
import { Scene } from '../server/contract/data-set/scene.ts';
import { PropertyStyle } from '../server/contract/data-set/styles.ts';
import type { Part } from './entries.ts';
import { joined, keyPart, listPart, onePart } from './entries.ts';
import type { FileName, SeedDocument as DocumentEntry } from './format.ts';
import {
  files,
  SeedDocument,
  SeedFigure,
  SeedNode,
  SeedPassage,
  SeedRelationship,
  SeedSection,
  SeedSum,
} from './format.ts';
import type { Source } from './source.ts';
import { parseYaml } from './parse-yaml.ts';
import { readText } from './read-text.ts';
import { schemaProblems } from './schema-problems.ts';
import type { SeedProblem } from './seed-error.ts';
import { problemAt } from './seed-error.ts';
import { readNodeTable, readRelationshipTable } from './table.ts';
import type { Table } from './table.ts';

const { labels, types, measures } = files['ontology.yaml'].shape;
const Measure = measures.element;
/** What the ontology says apart from its lists. */
const Head = files['ontology.yaml'].pick({ key: true, caption: true });

/** Blanks that are wrong in themselves are unknown, which is not the same as none. */
const QuestionPart = Question.partial().extend({ blanks: Question.shape.blanks.optional().catch(undefined) });

/** The values of all files, as their schemas leave them. */
type FileValues = { [Name in FileName]: z.output<(typeof files)[Name]> };

/** The values of all files, with what tables say beside `nodes.yaml` and `relationships.yaml`. */
export interface SeedValues extends FileValues {
  'nodes.csv': Iterable<SeedNode>;
  'relationships.csv': Iterable<SeedRelationship>;
}

/** Of a YAML file: reading it takes a hundred times as much memory. */
const mostBytes = 4_000_000;

/** A list of a file, of whose entries all may be missing that is wrong in itself. */
type PartOf<T> = Part<Partial<T>>;

/** A data set as its author wrote it, in parts that can be checked even if some of it is wrong. */
export interface Seed {
  dataSet: string;
  /** Undefined where a file has a problem. */
  values: SeedValues | undefined;
  ontology: PartOf<z.output<typeof Head>>;
  labels: PartOf<LabelStyle>;
  types: PartOf<TypeStyle>;
  properties: PartOf<PropertyStyle>;
  measures: PartOf<z.output<typeof Measure>>;
  document: PartOf<DocumentEntry>;
  sections: PartOf<SeedSection>;
  passages: PartOf<SeedPassage>;
  nodes: PartOf<SeedNode>;
  relationships: PartOf<SeedRelationship>;
  figures: PartOf<SeedFigure>;
  sums: PartOf<SeedSum>;
  subjects: PartOf<Subject>;
  questions: PartOf<Question>;
  positions: Part<unknown>;
  scenes: PartOf<Scene>;
}

/** Reads the files of a data set and checks each against its schema. */
export async function readFiles(folder: string): Promise<{ seed: Seed; problems: SeedProblem[] }> {
  const tables = { nodes: await readNodeTable(folder), relationships: await readRelationshipTable(folder) };
  const [ontology, passages, nodes, relationships, figures, questions, positions, scenes] = await Promise.all([
    readOne(folder, 'ontology.yaml', files['ontology.yaml']),
    readOne(folder, 'passages.yaml', files['passages.yaml']),
    readOne(folder, 'nodes.yaml', files['nodes.yaml'], tables.nodes && []),
    readOne(folder, 'relationships.yaml', files['relationships.yaml'], tables.relationships && []),
    readOne(folder, 'figures.yaml', files['figures.yaml']),
    readOne(folder, 'questions.yaml', files['questions.yaml']),
    readOne(folder, 'positions.yaml', files['positions.yaml']),
    readOne(folder, 'scenes.yaml', files['scenes.yaml'], []),
  ]);
  const outcomes = [ontology, passages, nodes, relationships, figures, questions, positions, scenes];
  const seed: Seed = {
    dataSet: basename(resolve(folder)),
    values: whole(tables, {
      'ontology.yaml': ontology.value,
      'passages.yaml': passages.value,
      'nodes.yaml': nodes.value,
      'relationships.yaml': relationships.value,
      'figures.yaml': figures.value,
      'questions.yaml': questions.value,
      'positions.yaml': positions.value,
      'scenes.yaml': scenes.value,
    }),
    ontology: onePart(ontology.source, [], Head.partial()),
    labels: listPart(ontology.source, ['labels'], labels.element.partial()),
    types: listPart(ontology.source, ['types'], types.element.partial()),
    properties: listPart(ontology.source, ['properties'], PropertyStyle.partial()),
    measures: listPart(ontology.source, ['measures'], Measure.partial()),
    document: onePart(passages.source, ['document'], SeedDocument.partial()),
    sections: listPart(passages.source, ['sections'], SeedSection.partial()),
    passages: listPart(passages.source, ['passages'], SeedPassage.partial()),
    nodes: joined(absentOr(nodes, listPart(nodes.source, [], SeedNode.partial())), tables.nodes?.part),
    relationships: joined(
      absentOr(relationships, listPart(relationships.source, [], SeedRelationship.partial())),
      tables.relationships?.part,
    ),
    figures: listPart(figures.source, ['figures'], SeedFigure.partial()),
    sums: listPart(figures.source, ['sums'], SeedSum.partial()),
    subjects: listPart(questions.source, ['subjects'], Subject.partial()),
    questions: listPart(questions.source, ['questions'], QuestionPart),
    positions: keyPart(positions.source, files['positions.yaml'].keyType),
    scenes: listPart(scenes.source, [], Scene.partial()),
  };
  const ofTables = [tables.nodes, tables.relationships].flatMap((table) => table?.problems ?? []);
  return { seed, problems: [...outcomes.flatMap((outcome) => outcome.problems), ...ofTables] };
}

interface Tables {
  nodes: Table<SeedNode> | undefined;
  relationships: Table<SeedRelationship> | undefined;
}

type Loose = { [Name in FileName]: SeedValues[Name] | undefined };

function whole({ nodes, relationships }: Tables, values: Loose): SeedValues | undefined {
  if (!isWhole(values)) return undefined;
  return { ...values, 'nodes.csv': nodes?.values ?? [], 'relationships.csv': relationships?.values ?? [] };
}

/** A list that is not there, and need not be, has no entries. */
function absentOr<T>({ source, value }: Outcome<unknown>, part: Part<T>): Part<T> {
  return value !== undefined && !source ? { ...part, complete: true } : part;
}

function isWhole(values: Loose): values is FileValues {
  return Object.values(values).every((value) => value !== undefined);
}

interface Outcome<T> {
  source?: Source;
  value?: T;
  problems: SeedProblem[];
}

/** @param absent what a data set without the file has in its place, if it may be missing */
async function readOne<T>(folder: string, name: FileName, schema: z.ZodType<T>, absent?: T): Promise<Outcome<T>> {
  const path = join(folder, name);
  const read = await readText(folder, name, mostBytes);
  if ('flaw' in read) {
    const { flaw, line } = read;
    if (flaw.code === 'file-missing' && absent !== undefined) return { value: absent, problems: [] };
    return { problems: [problemAt({ file: path, line, id: basename(name, '.yaml') }, flaw)] };
  }
  const source = parseYaml(path, read.text);
  if (source.problems.length > 0) return { problems: source.problems };
  const checked = schema.safeParse(source.value);
  if (checked.success) return { source, value: checked.data, problems: [] };
  return { source, problems: schemaProblems(source, schema, checked.error) };
}
