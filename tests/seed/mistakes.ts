import { documentMistakes } from './document-mistakes.ts';
import { evidenceMistakes } from './evidence-mistakes.ts';
import { figureMistakes } from './figure-mistakes.ts';
import { graphMistakes } from './graph-mistakes.ts';
import type { Mistake } from './mistake.ts';
import { ontologyMistakes } from './ontology-mistakes.ts';
import { questionMistakes } from './question-mistakes.ts';
import { sceneMistakes } from './scene-mistakes.ts';
import { yamlMistakes } from './yaml-mistakes.ts';

/** Every kind of mistake that reading finds. */
export const mistakes: Mistake[] = [
  ...ontologyMistakes,
  ...graphMistakes,
  ...evidenceMistakes,
  ...documentMistakes,
  ...figureMistakes,
  ...questionMistakes,
  ...sceneMistakes,
  ...yamlMistakes,
];
