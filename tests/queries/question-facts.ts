import type { Json } from '../../server/contract/json.ts';
import type { BuiltInDataSet } from '../built-in-data-sets.ts';

/** What the document answers to a question as it stands at first: one column of the rows, whose nodes are their ids. */
interface Fact {
  id: string;
  column: string;
  answer: Json[];
}

const jinhuaFacts: Fact[] = [
  {
    id: 'below',
    column: 'below',
    answer: [
      'committee-leaders',
      'party-branches',
      'party-member-lawyers',
      'branch-secretaries',
      'joint-branches',
      'other-branches',
    ],
  },
  { id: 'founding', column: 'founder', answer: ['jinhua-lawyers-association'] },
  { id: 'founding', column: 'date', answer: ['2006-05'] },
  {
    id: 'guidance',
    column: 'by',
    answer: ['bureau-committee-leaders', 'bureau-committee-leaders', 'committee-leaders', 'committee-leaders'],
  },
  {
    id: 'in-place',
    column: 'thing',
    answer: [
      'conduct-rectification-office',
      'justice-bureau-party-committee',
      'provincial-discipline-commission',
      'provincial-justice-department',
      'provincial-party-committee',
    ],
  },
  {
    id: 'honours',
    column: 'date',
    answer: ['2008', '2008', '2008', '2008-06', '2008-06', '2008-06', '2009-06', '2009-06', '2010', '2010', '2011'],
  },
  { id: 'honours-of', column: 'award', answer: ['ten-new-deeds', 'ten-new-deeds'] },
  {
    id: 'honours-of',
    column: 'giver',
    answer: ['conduct-rectification-office', 'provincial-discipline-commission'],
  },
  { id: 'praise-by', column: 'of', answer: ['association-party-committee', 'election-service'] },
  {
    id: 'honours-since',
    column: 'of',
    answer: [
      'provincial-advanced-organisation',
      'association-party-committee',
      'association-party-committee',
      'election-service',
      'election-service',
      'national-advanced-organisation',
    ],
  },
  {
    id: 'services',
    column: 'part',
    answer: [
      'service-to-communities',
      'service-to-countryside',
      'service-to-enterprises',
      'service-to-harmony',
      'service-to-vulnerable',
      'election-service',
      'enterprise-checkup',
      'lawyers-into-communities',
      'legal-aid-lead',
      'petition-advisers',
      'roving-lectures',
      'thousand-villages',
      'hundred-villages',
    ],
  },
  {
    id: 'runs',
    column: 'activity',
    answer: [
      'five-mechanisms',
      'five-services',
      'five-synchronisations',
      'thousand-villages',
      'enterprise-checkup',
      'lawyers-into-communities',
      'legal-aid-lead',
      'petition-advisers',
      'roving-lectures',
      'secretary-training',
      'talent-project',
      'learning-activities',
    ],
  },
  { id: 'participants', column: 'who', answer: ['election-lawyers', 'service-teams'] },
  { id: 'whole-of', column: 'programme', answer: ['five-services'] },
  { id: 'whole-of', column: 'steps', answer: [3] },
  { id: 'trainings', column: 'training', answer: ['learning-activities', 'member-education'] },
  { id: 'trainings', column: 'figure', answer: ['figure-learning-activities', null] },
  {
    id: 'served-by',
    column: 'server',
    answer: ['enterprise-checkup', 'lawyers', 'roving-lectures', 'service-to-enterprises'],
  },
  {
    id: 'served-through',
    column: 'beneficiary',
    answer: [
      'village-elections',
      'village-organisations',
      'enterprises',
      'economic-and-social-development',
      'residents',
      'vulnerable-groups',
      'party-committees-and-government',
      'petitioners',
      'enterprises',
      'residents',
      'new-countryside',
      'enterprises',
      'vulnerable-groups',
      'new-countryside',
    ],
  },
  {
    id: 'services-of',
    column: 'activity',
    answer: [
      'party-committees-and-government',
      'residents',
      'vulnerable-groups',
      'five-services',
      'lawyers-into-communities',
      'legal-aid-lead',
      'petition-advisers',
      'petition-reception',
    ],
  },
  {
    id: 'rules-of',
    column: 'rule',
    answer: [
      'collective-discussion',
      'democratic-talks',
      'open-party-affairs',
      'study-sessions',
      'rules-of-deliberation',
    ],
  },
  { id: 'bound-by', column: 'rule', answer: ['joint-transfer', 'legal-aid-roster', 'one-aid-case-a-year'] },
  {
    id: 'rights',
    column: 'right',
    answer: ['right-to-decide', 'right-to-know', 'right-to-supervise', 'right-to-take-part'],
  },
  {
    id: 'rights',
    column: 'by',
    answer: ['democracy-mechanism', 'democracy-mechanism', 'democracy-mechanism', 'democracy-mechanism'],
  },
  {
    id: 'aims',
    column: 'aim',
    answer: ['party-building', 'political-core', 'overall-approach', 'purpose-of-profession'],
  },
  { id: 'funding', column: 'source', answer: ['membership-fees', 'membership-fees'] },
  { id: 'funding', column: 'figure', answer: ['figure-share-of-fees', 'figure-share-of-fees'] },
  { id: 'funding', column: 'rule', answer: ['fee-earmark', 'twenty-per-cent-of-fees'] },
  { id: 'coverage', column: 'value', answer: [32, 100] },
  { id: 'coverage', column: 'time', answer: ['2005', '2010'] },
  { id: 'figures-of', column: 'value', answer: [6389, 11.33, 1492, 25.28] },
  { id: 'parts-of', column: 'part', answer: ['demonstration-rooms', 'ordinary-rooms', 'standard-rooms'] },
  { id: 'parts-of', column: 'value', answer: [5, 11, 21] },
  { id: 'at-least', column: 'value', answer: [6389, 3650, 1492, 1082, 1000, 1000] },
  {
    id: 'between',
    column: 'thing',
    answer: [
      'committee-founded',
      'figure-new-deeds',
      'ten-new-deeds',
      'provincial-advanced-organisation',
      'national-symposium',
    ],
  },
  { id: 'said-of', column: 'address', answer: ['lead.2', 's1.i4.2', 's1.i5.2'] },
  {
    id: 'quoted',
    column: 'thing',
    answer: [
      'legal-aid-lead',
      'figure-aid-cases-a-year',
      'one-aid-case-a-year',
      'legal-aid-centre',
      'legal-aid-roster',
    ],
  },
  {
    id: 'of-type',
    column: 'start',
    answer: [
      'association-party-committee',
      'bureau-committee-leaders',
      'committee-leaders',
      'justice-bureau-party-committee',
    ],
  },
  {
    id: 'in-common',
    column: 'shared',
    answer: ['liaison-unit', 'liaison-unit', 'liaison-unit', 'liaison-unit', 'one-branch-each', 'two-visits-a-year'],
  },
];

const metreFacts: Fact[] = [
  { id: 'adopted', column: 'adopted', answer: ['international-system', 'prefixes-of-1960'] },
  { id: 'rests-on', column: 'constant', answer: ['planck-constant'] },
  { id: 'rests-on', column: 'since', answer: ['2019-05-20'] },
  { id: 'rests-on', column: 'prototype', answer: ['prototype-of-the-kilogram'] },
  { id: 'growth', column: 'value', answer: [12, 14, 16, 20, 24] },
  { id: 'at-least', column: 'value', answer: [59, 40, 38, 24, 20] },
  { id: 'quoted', column: 'thing', answer: ['prototype-of-the-metre', 'prototype-of-the-kilogram'] },
  {
    id: 'of-type',
    column: 'end',
    answer: [
      'elementary-charge',
      'luminous-efficacy',
      'boltzmann-constant',
      'planck-constant',
      'speed-of-light',
      'avogadro-constant',
      'caesium-frequency',
    ],
  },
];

export const questionFacts: Record<BuiltInDataSet['name'], Fact[]> = {
  'jinhua-2011': jinhuaFacts,
  'metre-convention': metreFacts,
};
