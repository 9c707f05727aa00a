import { mistake } from './mistake.ts';
import type { Mistake } from './mistake.ts';

/** Mistakes in how a file is written, whatever it is about. */
export const yamlMistakes: Mistake[] = [
  mistake(
    'a text in braces with a comma',
    ['nodes.yaml', 'en: It follows from the above }', 'en: It follows, from the above }'],
    ['yi-branch', 'the key from the above is unknown; a text with a comma in it goes in quotes'],
    { alone: true },
  ),
  mistake(
    'a key that is unknown',
    ['nodes.yaml', 'prominence: 1', 'importance: 1'],
    ['jia-association', 'the key importance is unknown; the keys are id, labels, name, nameEn, '],
  ),
  mistake(
    'a value of the wrong kind',
    ['figures.yaml', 'value: 30', 'value: thirty'],
    ['lawyers', 'value: expected number, received string, not "thirty"'],
    { alone: true },
  ),
  mistake(
    'YAML that is none',
    ['relationships.yaml', 'evidence: [{ at: lead.2', 'evidence: [{{ at: lead.2'],
    ['jia-association.HAS_BRANCH.yi-branch', 'the YAML is wrong: '],
    { alone: true },
  ),
  mistake(
    'a key twice',
    ['positions.yaml', 'yi-branch:', 'jia-association:'],
    ['jia-association', 'the key jia-association is there twice'],
    { line: 'jia-association: { x: 100', alone: true },
  ),
];
