import type { Node, PropertyValue, Relationship } from '../server/contract.ts';
import type { Batch } from '../server/store/store.ts';
import { addressName, isWithin, passageIdsOf } from './address.ts';
import type { Evidence, SeedDocument, SeedFigure, SeedNode, SeedPassage, SeedSection } from './format.ts';
import type { SeedValues } from './read-files.ts';
import { searchProperties } from './search-text.ts';
import { structureLabels, structureTypes } from './structure.ts';

/** Properties as an author leaves them: what is absent is left out. */
type Loose = Record<string, PropertyValue | undefined>;

/** The id of the passage at an address. */
type PassageIds = (address: string) => string;

interface Draft {
  type: string;
  start: string;
  end: string;
  properties: Loose;
}

/** Everything that the store holds of a data set, made from its checked files. */
export function toBatch(dataSet: string, values: SeedValues): Batch {
  const { document, sections, passages } = values['passages.yaml'];
  const passageId = passageIdsOf(document);
  const premiseId = premiseIds(values, passageId);
  const figures = withPremiseIds(values['figures.yaml'].figures, premiseId);
  const nodes = withPremiseIds(values['nodes.yaml'], premiseId);
  const key = values['ontology.yaml'].key;
  const drafts = [
    ...structure(values['passages.yaml'], passageId),
    ...[...nodes, ...figures].flatMap((fact) => citations(fact, passageId)),
    ...figures.map(measurement),
    ...withPremiseIds(values['relationships.yaml'], premiseId).map(
      ({ from, type, to, evidence, basis, derivedFrom, premises, ...properties }) => ({
        type,
        start: from,
        end: to,
        properties: { ...properties, ...evidenced({ evidence, basis, derivedFrom, premises }) },
      }),
    ),
  ];
  const relationships = withIds(drafts, passages);
  const yields = countYields(relationships, passageId);
  const graphNodes = [
    documentNode(document),
    ...sections.map((section, index) => sectionNode(section, index + 1)),
    ...passages.map((passage, index) => passageNode({ ...passage, id: passageId(passage.at) }, index + 1, yields)),
    ...nodes.map(ownNode),
    ...figures.map(figureNode),
  ];
  return {
    dataSet,
    key,
    searchProperty: 'searchText',
    nodes: graphNodes.map(({ id, labels, properties }) => ({
      id,
      labels,
      properties: { [key.property]: id, dataSet, ...properties },
    })),
    relationships: relationships.map(({ id, type, start, end, properties }) => ({
      id,
      type,
      start,
      end,
      properties: { [key.property]: id, dataSet, ...properties },
    })),
  };
}

function ownNode({ id, labels, evidence, basis, derivedFrom, premises, ...properties }: SeedNode): Node {
  return {
    id,
    labels: labels.toSorted(),
    properties: present({
      ...properties,
      ...evidenced({ evidence, basis, derivedFrom, premises }),
      ...searchProperties(properties),
    }),
  };
}

function figureNode(figure: SeedFigure): Node {
  const { id, name, nameEn, value, unit, unitEn } = figure;
  const properties = {
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
  };
  return { id, labels: [structureLabels.figure], properties: present(properties) };
}

/** Without how it is cited and where its text is: that travels with the ontology. */
function documentNode({ id, name, nameEn, aliases, summary, summaryEn, at, period }: SeedDocument): Node {
  return structureNode(structureLabels.document, id, { name, nameEn, aliases, summary, summaryEn, at, period });
}

function sectionNode({ id, at, ...properties }: SeedSection, order: number): Node {
  return structureNode(structureLabels.section, id, { ...properties, address: at, order });
}

/** What each passage gave to the graph, by its id: nodes that cite it, and relationships that it is evidence of. */
interface Yields {
  citedBy: ReadonlyMap<string, ReadonlySet<string>>;
  facts: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Counted here, once, since the graph changes only by loading: counting in a query took most of its time. */
function countYields(relationships: Relationship[], passageId: PassageIds): Yields {
  const citedBy = new Map<string, Set<string>>();
  const facts = new Map<string, Set<string>>();
  for (const { id, type, start, end, properties } of relationships) {
    if (type === structureTypes.cites) addTo(citedBy, end, start);
    const { evidence } = properties;
    if (Array.isArray(evidence)) for (const at of evidence) addTo(facts, passageId(String(at)), id);
  }
  return { citedBy, facts };
}

function addTo(sets: Map<string, Set<string>>, key: string, item: string): void {
  sets.set(key, (sets.get(key) ?? new Set()).add(item));
}

function passageNode(passage: SeedPassage & { id: string }, order: number, { citedBy, facts }: Yields): Node {
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
    citedBy: citedBy.get(id)?.size ?? 0,
    facts: facts.get(id)?.size ?? 0,
  });
}

type Named = Loose & { name: string; nameEn: string; aliases?: string[] | undefined };

function structureNode(label: string, id: string, entry: Named & { summary?: string; summaryEn?: string }): Node {
  return { id, labels: [label], properties: present({ ...entry, ...searchProperties(entry) }) };
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
  return { type, start, end, properties: {} };
}

/** The innermost section that a section lies in. */
function sectionAround(sections: SeedSection[], address: string): string | undefined {
  return sections
    .filter(({ at }) => at !== address && isWithin(address, at))
    .toSorted((left, right) => right.at.length - left.at.length)[0]?.id;
}

function citations({ id, evidence }: { id: string; evidence: Evidence[] }, passageId: PassageIds): Draft[] {
  const type = structureTypes.cites;
  return evidence.map(({ at, quote }) => ({ type, start: id, end: passageId(at), properties: { quote } }));
}

function measurement(figure: SeedFigure): Draft {
  return { type: structureTypes.measures, start: figure.id, end: figure.measures, properties: evidenced(figure) };
}

type Grounds = Pick<SeedNode, 'evidence' | 'basis' | 'derivedFrom' | 'premises'>;

function evidenced({ evidence, basis, derivedFrom, premises }: Grounds): Loose {
  return {
    evidence: evidence.map(({ at }) => at),
    quotes: evidence.map(({ quote }) => quote),
    basis,
    derivedFrom: derivedFrom?.zh,
    derivedFromEn: derivedFrom?.en,
    premises,
  };
}

/** The id of what a premise names: of the passage, where it is an address and no id. */
function premiseIds(values: SeedValues, passageId: PassageIds): (premise: string) => string {
  const { document, sections, passages } = values['passages.yaml'];
  const all = [document, ...sections, ...values['nodes.yaml'], ...values['figures.yaml'].figures];
  const ids = new Set(all.map(({ id }) => id));
  const addresses = new Set(passages.map(({ at }) => at));
  return (premise) => (addresses.has(premise) && !ids.has(premise) ? passageId(premise) : premise);
}

function withPremiseIds<T extends Pick<Grounds, 'premises'>>(facts: T[], premiseId: (premise: string) => string): T[] {
  return facts.map((fact) => (fact.premises ? { ...fact, premises: fact.premises.map(premiseId) } : fact));
}

/**
 * Gives each relationship the id `start.TYPE.end`, and a number to the second and later ones of the same. These count
 * in reading order of their evidence, so that moving entries about in a file changes no id.
 */
function withIds(drafts: Draft[], passages: SeedPassage[]): Relationship[] {
  const order = new Map(passages.map(({ at }, index) => [at, String(index).padStart(6, '0')]));
  const rank = ({ properties }: Draft) => {
    const evidence = Array.isArray(properties.evidence) ? properties.evidence : [];
    return JSON.stringify([evidence.map((at) => order.get(String(at)) ?? ''), properties]);
  };
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const id = `${draft.start}.${draft.type}.${draft.end}`;
    groups.set(id, [...(groups.get(id) ?? []), draft]);
  }
  return [...groups].flatMap(([id, group]) => {
    const ranked = group.length === 1 ? group : group.toSorted((left, right) => (rank(left) < rank(right) ? -1 : 1));
    return ranked.map(({ type, start, end, properties }, index) => ({
      id: index === 0 ? id : `${id}.${index + 1}`,
      type,
      start,
      end,
      properties: present(properties),
    }));
  });
}

function present(properties: Loose): Record<string, PropertyValue> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
