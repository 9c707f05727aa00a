import type { ProblemCode } from '../problem-error.ts';
import type { Operation } from './operation.ts';
import { json } from './operation.ts';

/** What can go wrong with whatever asks a data set by its name. */
export const ofDataSets: ProblemCode[] = [
  'unknown-data-set',
  'data-set-loading',
  'data-set-not-loaded',
  'data-set-unusable',
  'too-many-data-sets',
];

/** Which data sets there are, and where each is described: its routes are those of this document, below its own address. */
export function dataSetOperations(names: readonly string[]): Operation[] {
  return [
    {
      method: 'get',
      path: '/api/data-sets',
      id: 'dataSets',
      tag: 'about',
      summary: 'The data sets of this server',
      description:
        'The first one answers below `/api`, and all of them below `/api/data-sets/{dataSet}` with the same routes: `/api/data-sets/{dataSet}/queries/overview` is to the one what `/api/queries/overview` is to the first.',
      answer: json({ array: 'DataSetInfo' }),
    },
    {
      method: 'get',
      path: '/api/data-sets/{dataSet}/openapi.json',
      id: 'dataSetOpenapi',
      tag: 'about',
      summary: 'The description of the routes of one data set, with the questions of its own',
      parameters: [
        {
          name: 'dataSet',
          in: 'path',
          required: true,
          schema: { type: 'string', enum: [...names] },
          example: names[0] ?? '',
        },
      ],
      answer: { 'application/json': { schema: { type: 'object', required: ['openapi', 'paths'] } } },
      problems: ofDataSets,
    },
  ];
}
