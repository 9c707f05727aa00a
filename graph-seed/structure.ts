/** What the loader itself adds to the graph: names that an ontology must know, since the nodes and relationships come anyway. */

/** The key by which the queries of the catalogue find nodes: a data set with another would load, and answer nothing. */
export const structureKey = { label: 'Entity', property: 'id' } as const;

export const structureLabels = {
  document: 'Document',
  section: 'Section',
  passage: 'Passage',
  figure: 'Figure',
} as const;

export const structureTypes = {
  partOf: 'PART_OF',
  next: 'NEXT',
  cites: 'CITES',
  measures: 'MEASURES',
} as const;

/** Properties that any relationship may have without its type naming them. */
export const commonRelationshipProperties: readonly string[] = [
  'id',
  'dataSet',
  'evidence',
  'quotes',
  'basis',
  'derivedFrom',
  'derivedFromEn',
  'premises',
];

/** Properties that every node has, whatever its labels. */
export const commonNodeProperties: readonly string[] = [
  'id',
  'dataSet',
  'name',
  'nameEn',
  'pinyin',
  'initials',
  'searchText',
];

/** Properties of passages, beside those that every node has. */
export const passageProperties: readonly string[] = [
  'address',
  'kind',
  'order',
  'opening',
  'summary',
  'summaryEn',
  'leftOut',
];
