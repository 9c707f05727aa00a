import type { Ontology } from '../../server/contract/data-set/ontology.ts';

/** An ontology that says nothing but what everything is called by. */
export const bareOntology: Ontology = {
  dataSet: 'bare',
  title: { zh: '图', en: 'graph' },
  subtitle: { zh: '图', en: 'graph' },
  document: null,
  key: null,
  caption: { zh: 'name', en: 'name' },
  summary: { zh: 'summary', en: 'summary' },
  labels: [],
  types: [],
  properties: [],
  measures: [],
  sums: [],
  subjects: [],
  questions: [],
  positions: {},
};
