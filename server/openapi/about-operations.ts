import type { Operation } from './operation.ts';
import { json } from './operation.ts';
import { ofDatabase } from './responses.ts';

/** What tells of the server, its data set, and what can be asked. */
export const aboutOperations: Operation[] = [
  {
    method: 'get',
    path: '/api/health',
    id: 'health',
    tag: 'about',
    summary: 'Which engine answers, and how much there is',
    answer: json('Health'),
    otherAnswers: { '503': { description: 'The database is out of reach', content: json('Health') } },
  },
  {
    method: 'get',
    path: '/api/ontology',
    id: 'ontology',
    tag: 'about',
    summary: 'How the data set is named and drawn',
    answer: json('Ontology'),
  },
  {
    method: 'get',
    path: '/api/graph',
    id: 'graph',
    tag: 'queries',
    summary: 'The whole graph of the data set',
    description:
      'Everything but the properties that the ontology hides, within the limits of a named query: `truncated` says that one cut it, `total` how much there is.',
    answer: json('WholeGraph'),
    problems: ['graph-too-large', 'too-many-queries', 'byte-limit', ...ofDatabase],
  },
  {
    method: 'get',
    path: '/api/scenes',
    id: 'scenes',
    tag: 'about',
    summary: 'The story that the data set tells with its graph, scene by scene',
    answer: json({ array: 'Scene' }),
  },
  {
    method: 'get',
    path: '/api/document-text',
    id: 'documentText',
    tag: 'about',
    summary: 'The running text of the document, where the server has it',
    description: '`GET /api/ontology` says whether it has, by `document.hasText`.',
    answer: { 'text/plain': { schema: { type: 'string' } } },
    problems: ['no-document-text'],
  },
  {
    method: 'get',
    path: '/api/queries',
    id: 'queries',
    tag: 'queries',
    summary: 'The catalogue',
    answer: json({ array: 'QueryInfo' }),
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    id: 'openapi',
    tag: 'about',
    summary: 'This description, as an OpenAPI 3.1 document',
    answer: { 'application/json': { schema: { type: 'object', required: ['openapi', 'paths'] } } },
  },
];
