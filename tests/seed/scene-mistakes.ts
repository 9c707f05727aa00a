import { mistake } from './mistake.ts';
import type { Mistake } from './mistake.ts';

/** Every kind of mistake in a scene. The tiny data set tells a story in three of them. */
export const sceneMistakes: Mistake[] = [
  mistake('a scene twice', ['scenes.yaml', 'id: third', 'id: second'], ['second', 'the scene is there twice'], {
    line: '- title: { zh: 数字, en: Numbers }',
    alone: true,
  }),
  mistake(
    'a scene whose id is no slug',
    ['scenes.yaml', 'id: third', 'id: Third_One'],
    ['Third_One', 'an id of a scene is lower-case words joined by hyphens'],
    { alone: true },
  ),
  mistake(
    'a scene whose id is like those of scenes of readers’ own',
    ['scenes.yaml', 'id: third', 'id: own-third'],
    ['own-third', 'ids that begin with own- are those of readers’ own scenes'],
    { alone: true },
  ),
  mistake(
    'a scene without a caption in one of the languages',
    ['scenes.yaml', 'caption: { zh: 人数。, en: Its size. }', 'caption: { zh: 人数。 }'],
    ['third', 'caption.en is missing'],
    { alone: true },
  ),
  mistake(
    'a scene with a key that there is not',
    ['scenes.yaml', '  layout: concentric', '  layuot: concentric'],
    ['third', 'the key layuot is unknown'],
    { alone: true },
  ),
  mistake(
    'a scene with a surface that there is not',
    ['scenes.yaml', '  layout: concentric', '  surface: film'],
    ['third', 'surface: invalid option'],
    { alone: true },
  ),
  mistake(
    'a scene without evidence',
    ['scenes.yaml', '  evidence: [men]', '  evidence: []'],
    ['third', 'evidence: there is no evidence'],
    { alone: true },
  ),
  mistake(
    'a scene that asks a query that there is not',
    ['scenes.yaml', '  query: figures', '  query: figurse'],
    ['third', 'there is no query figurse; did you mean figures?'],
    { alone: true },
  ),
  mistake(
    'a scene that asks a question that there is not',
    ['scenes.yaml', '  query: question-branches', '  query: question-brunches'],
    ['second', 'there is no query question-brunches; did you mean question-branches?'],
    { alone: true },
  ),
  mistake(
    'a parameter that the query of a scene has not',
    ['scenes.yaml', '    avoid: [CITES]', '    aviod: [CITES]'],
    ['first', 'the query among has no parameter aviod; did you mean avoid?'],
    { alone: true },
  ),
  mistake(
    'a parameter that the question of a scene has not',
    ['scenes.yaml', '{ whose: jia-association }', '{ whos: jia-association }'],
    ['second', 'the query question-branches has no parameter whos; did you mean whose?'],
    { alone: true },
  ),
  mistake(
    'a scene that puts a node into a question that there is not',
    ['scenes.yaml', '{ whose: jia-association }', '{ whose: jia-asociation }'],
    ['second', 'there is no node jia-asociation; did you mean jia-association?'],
    { alone: true },
  ),
  mistake(
    'a scene that puts into a question what its blank does not offer',
    ['scenes.yaml', '{ whose: jia-association }', '{ what: Figure }'],
    ['second', 'expected one of "Organization"|"Branch"'],
    { line: '  parameters: { what: Figure }', alone: true },
  ),
  mistake(
    'a scene that leaves out what its query needs',
    ['scenes.yaml', '    ids: [jia-association, lawyers]\n    avoid', '    avoid'],
    ['first', 'expected array, received undefined'],
    { line: '  parameters:', alone: true },
  ),
  mistake(
    'a scene that asks for a node that there is not',
    ['scenes.yaml', '    ids: [jia-association, lawyers]\n    avoid', '    ids: [jia-association, lawyres]\n    avoid'],
    ['first', 'there is no node lawyres; did you mean lawyers?'],
    { line: '    ids: [jia-association, lawyres]' },
  ),
  mistake(
    'a scene that avoids a type that there is not',
    ['scenes.yaml', 'avoid: [CITES]', 'avoid: [CITSE]'],
    ['first', 'there is no type CITSE; did you mean CITES?'],
  ),
  mistake(
    'a scene that asks for a measure that there is not',
    ['scenes.yaml', '{ measure: lawyers }', '{ measure: layers }'],
    ['third', 'there is no measure layers; did you mean lawyers?'],
  ),
  mistake(
    'a scene that keeps a node that there is not',
    ['scenes.yaml', '{ kind: keep, ids: [jia-association, lawyers] }', '{ kind: keep, ids: [lawyer] }'],
    ['first', 'there is no node lawyer; did you mean lawyers?'],
  ),
  mistake(
    'a scene that places a node that there is not',
    ['scenes.yaml', '    lawyers: { x: 0, y: 90 }', '    layers: { x: 0, y: 90 }'],
    ['first', 'there is no node layers; did you mean lawyers?'],
  ),
  mistake(
    'a scene about a node that there is not',
    ['scenes.yaml', 'focus: [jia-association]', 'focus: [jia-asociation]'],
    ['first', 'there is no node jia-asociation; did you mean jia-association?'],
  ),
  mistake(
    'a scene that holds back a label that there is not',
    ['scenes.yaml', 'labelsOff: [Branch]', 'labelsOff: [Brunch]'],
    ['first', 'there is no label Brunch; did you mean Branch?'],
  ),
  mistake(
    'a scene that holds back a type that there is not',
    ['scenes.yaml', 'typesOff: [NEXT]', 'typesOff: [NEST]'],
    ['first', 'there is no type NEST; did you mean NEXT?'],
  ),
  mistake(
    'a scene narrowed to a node that there is not',
    ['scenes.yaml', 'facet: yi-branch', 'facet: yi-brunch'],
    ['first', 'there is no node yi-brunch; did you mean yi-branch?'],
  ),
  mistake(
    'a scene whose camera is on nothing',
    ['scenes.yaml', '  focus: [jia-association]', '  focus: []'],
    ['first', 'the camera is on the focus, but nothing is in it'],
    { line: '  camera: focus', alone: true },
  ),
  {
    name: 'a scene as a tree where no type is a hierarchy',
    changes: [
      { file: 'ontology.yaml', find: '    hierarchy: true\n', put: '' },
      { file: 'questions.yaml', find: 'layout: tree', put: 'layout: force' },
      { file: 'scenes.yaml', find: '  layout: concentric', put: '  layout: tree' },
    ],
    problem: {
      file: 'scenes.yaml',
      line: '  layout: tree',
      id: 'third',
      message: 'no type is a hierarchy, which the tree needs',
    },
    alone: true,
  },
  mistake(
    'evidence of a scene that is no passage of the document',
    ['scenes.yaml', '    - passage-lead-1', '    - passage-laed-1'],
    ['first', 'there is no passage, relationship, figure or other node passage-laed-1; did you mean passage-lead-1?'],
    { line: '  evidence:', alone: true },
  ),
  mistake(
    'evidence of a scene that is no relationship',
    ['scenes.yaml', '    - lawyers\n', '    - jia-association.HAS_BRANCH.yi-brunch\n'],
    ['first', 'did you mean jia-association.HAS_BRANCH.yi-branch?'],
    { line: '  evidence:', alone: true },
  ),
  mistake(
    'evidence of a scene that is no figure',
    ['scenes.yaml', 'evidence: [men]', 'evidence: [man]'],
    ['third', 'there is no passage, relationship, figure or other node man; did you mean men?'],
  ),
];
