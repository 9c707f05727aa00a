import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isForDocument } from '../../client/drop-files.ts';
import { viewFile } from '../../client/state/view/keeping.ts';
import { ontology } from '../../client/state/ontology.ts';
import { madeOntology } from './made-document.ts';

beforeEach(() => {
  ontology.value = madeOntology;
});
afterEach(() => {
  ontology.value = null;
});

const view = viewFile().content;
const text = new File(['甲协会'], 'a.TXT');
const unnamed = new File(['甲协会'], 'README');

describe('a file that is dropped', () => {
  it.each<[string, File, boolean, boolean]>([
    ['a text, anywhere', text, false, true],
    ['a text by its type', new File(['甲协会'], 'a', { type: 'text/plain' }), false, true],
    ['something else on the document', unnamed, true, true],
    ['something else beside it', unnamed, false, false],
    ['a view on the document', new File([view], 'a.view.json'), true, false],
    ['a view that is named a text', new File([`\ufeff\n${view}`], 'a.txt'), true, false],
    ['a view without a name for it', new File([view], 'view'), true, false],
  ])('is opened as what it is: %s', async (_what, file, isOnDocument, isText) => {
    expect(await isForDocument(file, isOnDocument)).toBe(isText);
  });

  it('is no text of the document in a graph without one', async () => {
    ontology.value = { ...madeOntology, document: null };
    expect(await isForDocument(text, false)).toBe(false);
  });
});
