import type { PropertyValue } from '../server/contract/graph.ts';
import type { Batch } from '../server/store/store.ts';
import { addressName, isWithin, passageIdsOf } from './address.ts';
import type { PassageIds } from './address.ts';
import { nodesOf, relationshipsOf } from './all-values.ts';
import type {
  Evidence,
  SeedDocument,
  SeedFigure,
  SeedNode,
  SeedPassage,
  SeedRelationship,
  SeedSection,
} from './format.ts';
import type { SeedValues } from './read-files.ts';
import { addressesOf, evidenced, plain } from './fact-properties.ts';
import type { Grounds } from './fact-properties.ts';
import { withIds } from './relationship-ids.ts';
import type { Draft, Loose } from './relationship-ids.ts';
import { searchProperties } from './search-text.ts';
import { survey } from './relationship-survey.ts';
import type { Yields } from './relationship-survey.ts';
import { structureLabels, structureTypes } from './structure.ts';

/** Everything that the store holds of a data set, made from its checked files, one by one as it is asked for. */
export function toBatch(dataSet: string, values: SeedValues): Batch {
  const { key } = values['ontology.yaml'];
  const facts = factsOf(values);
  const drafts = draftsOf(values, facts);
  const { mayRepeat, ...yields } = survey(drafts, facts.passageId);
  const stamped = (id: string, properties: Loose): Record<string, PropertyValue> => {
    const all: Record<string, PropertyValue> = { [key.property]: id, dataSet };
    // A loop: of a large data set, this is done a million times.
    for (const name of Object.keys(properties)) {
      const value = properties[name];
      if (value !== undefined) all[name] = value;
    }
    return all;
  };
  const identified = () => withIds(drafts, mayRepeat, values['passages.yaml'].passages);
  return {
    dataSet,
    key,
    searchProperty: 'searchText',
    nodes: {
      length: nodeCount(values),
      *[Symbol.iterator]() {
        for (const { id, labels, properties } of graphNodes(values, facts, yields)) {
          yield { id, labels, properties: stamped(id, properties()) };
        }
      },
      bare: () => graphNodes(values, facts, yields),
    },
    relationships: {
      length: yields.relationships,
      *[Symbol.iterator]() {
        for (const { id, draft } of identified()) {
          const { type, start, end, properties } = draft;
          yield { id, type, start, end, properties: stamped(id, properties()) };
        }
      },
      *bare() {
        for (const { id, draft } of identified()) yield { id, type: draft.type, start: draft.start, end: draft.end };
      },
    },
  };
}

/** A node before it has what all have. */
interface NodeDraft {
  id: string;
  labels: string[];
  properties: () => Loose;
}

function* graphNodes(values: SeedValues, facts: Facts, yields: Yields): Generator<NodeDraft> {
  const { document, sections, passages } = values['passages.yaml'];
  yield documentNode(document);
  for (const [index, section] of sections.entries()) yield sectionNode(section, index + 1);
  for (const [index, passage] of passages.entries())
    yield passageNode({ ...passage, id: facts.passageId(passage.at) }, index + 1, yields);
  for (const node of facts.nodes()) yield ownNode(node);
  for (const figure of facts.figures()) yield figureNode(figure);
}

function nodeCount(values: SeedValues): number {
  const { sections, passages } = values['passages.yaml'];
  let count = 1 + sections.length + passages.length + values['figures.yaml'].figures.length;
  for (const _ of nodesOf(values)) count += 1;
  return count;
}

/** All relationships before they have their ids, anew each time they are gone through. */
function draftsOf(values: SeedValues, facts: Facts): Iterable<Draft> {
  const { passageId } = facts;
  return { [Symbol.iterator]: drafts };

  function* drafts(): Generator<Draft> {
    yield* structure(values['passages.yaml'], passageId);
    for (const node of facts.nodes()) yield* citations(node, passageId);
    for (const figure of facts.figures()) yield* citations(figure, passageId);
    for (const figure of facts.figures()) yield measurement(figure);
    for (const relationship of facts.relationships()) yield ownRelationship(relationship);
  }
}

const ends: ReadonlySet<string> = new Set(['from', 'type', 'to']);

function ownRelationship(relationship: SeedRelationship): Draft {
  const { from, type, to } = relationship;
  return {
    type,
    start: from,
    end: to,
    evidence: addressesOf(relationship),
    properties: () => ({ ...plain(relationship, ends), ...evidenced(relationship) }),
  };
}

const identity: ReadonlySet<string> = new Set(['id', 'labels']);

function ownNode(node: SeedNode): NodeDraft {
  return {
    id: node.id,
    labels: node.labels.toSorted(),
    properties: () => ({ ...plain(node, identity), ...evidenced(node), ...searchProperties(node) }),
  };
}

function figureNode(figure: SeedFigure): NodeDraft {
  const { id, name, nameEn, value, unit, unitEn } = figure;
  const properties = () => ({
    name,
    nameEn,
    value,
    unit,
    unitEn,
    qualifier: figure.qualifier,
    measure: figure.measure,
    at: figure.at,
    period: figure.period,
    prominence: figure.prominence,
    ...evidenced(figure),
    ...searchProperties({ name, nameEn, also: [`${value}${unit}`, `${value} ${unitEn}`] }),
  });
  return { id, labels: [structureLabels.figure], properties };
}

/** Without how it is cited and where its text is: that travels with the ontology. */
function documentNode({ id, name, nameEn, aliases, summary, summaryEn, at, period }: SeedDocument): NodeDraft {
  return structureNode(structureLabels.document, id, { name, nameEn, aliases, summary, summaryEn, at, period });
}

function sectionNode({ id, at, ...properties }: SeedSection, order: number): NodeDraft {
  return structureNode(structureLabels.section, id, { ...properties, address: at, order });
}

function passageNode(passage: SeedPassage & { id: string }, order: number, { citedBy, facts }: Yields): NodeDraft {
  const { id, at, kind, opening, gist, gistEn, leftOut } = passage;
  const { zh, en } = addressName(at);
  return structureNode(structureLabels.passage, id, {
    name: passage.name ?? zh,
    nameEn: passage.nameEn ?? en,
    address: at,
    kind,
    order,
    opening,
    summary: gist,
    summaryEn: gistEn,
    leftOutQuotes: leftOut?.map(({ quote }) => quote),
    leftOut: leftOut?.map(({ quote, reason }) => `${quote}\uff1a${reason}`),
    leftOutEn: leftOut?.map(({ quote, reasonEn }) => `${quote}: ${reasonEn}`),
    citedBy: citedBy.get(id) ?? 0,
    facts: facts.get(id) ?? 0,
  });
}

type Named = Loose & { name: string; nameEn: string; aliases?: string[] | undefined };

function structureNode(label: string, id: string, entry: Named & { summary?: string; summaryEn?: string }): NodeDraft {
  return { id, labels: [label], properties: () => ({ ...entry, ...searchProperties(entry) }) };
}

/** The document's own structure: what is part of what, and what is read after what. */
function structure({ document, sections, passages }: SeedValues['passages.yaml'], passageId: PassageIds): Draft[] {
  const { partOf, next } = structureTypes;
  return [
    ...sections.map(({ id, at }) => bare(partOf, id, sectionAround(sections, at) ?? document.id)),
    ...passages.map(({ at, section }) => bare(partOf, passageId(at), section ?? document.id)),
    ...passages.slice(1).map(({ at }, index) => bare(next, passageId(passages[index]?.at ?? ''), passageId(at))),
  ];
}

function bare(type: string, start: string, end: string): Draft {
  return { type, start, end, evidence: [], properties: () => ({}) };
}

/** The innermost section that a section lies in. */
function sectionAround(sections: SeedSection[], address: string): string | undefined {
  return sections
    .filter(({ at }) => at !== address && isWithin(address, at))
    .toSorted((left, right) => right.at.length - left.at.length)[0]?.id;
}

function citations({ id, evidence }: { id: string; evidence: Evidence[] }, passageId: PassageIds): Draft[] {
  const type = structureTypes.cites;
  return evidence.map(({ at, quote }) => ({
    type,
    start: id,
    end: passageId(at),
    evidence: [],
    properties: () => ({ quote }),
  }));
}

function measurement(figure: SeedFigure): Draft {
  return {
    type: structureTypes.measures,
    start: figure.id,
    end: figure.measures,
    evidence: addressesOf(figure),
    properties: () => evidenced(figure),
  };
}

interface Facts {
  passageId: PassageIds;
  nodes: () => Iterable<SeedNode>;
  figures: () => Iterable<SeedFigure>;
  relationships: () => Iterable<SeedRelationship>;
}

/** What the author wrote of nodes, figures and relationships, in which premises are ids. */
function factsOf(values: SeedValues): Facts {
  const { document, sections, passages } = values['passages.yaml'];
  const { figures } = values['figures.yaml'];
  const passageId = passageIdsOf(document);
  const addresses = new Set(passages.map(({ at }) => at));
  // It means an address only where it is no id.
  for (const { id } of [document, ...sections, ...figures]) addresses.delete(id);
  for (const { id } of nodesOf(values)) addresses.delete(id);
  const premiseId = (premise: string) => (addresses.has(premise) ? passageId(premise) : premise);
  return {
    passageId,
    nodes: () => withPremiseIds(nodesOf(values), premiseId),
    figures: () => withPremiseIds(figures, premiseId),
    relationships: () => withPremiseIds(relationshipsOf(values), premiseId),
  };
}

function* withPremiseIds<T extends Pick<Grounds, 'premises'>>(
  facts: Iterable<T>,
  premiseId: (premise: string) => string,
): Generator<T> {
  for (const fact of facts) yield fact.premises ? { ...fact, premises: fact.premises.map(premiseId) } : fact;
}
