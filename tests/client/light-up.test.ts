import cytoscape from 'cytoscape';
import type { Core } from 'cytoscape';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepLit } from '../../client/canvas/light-up.ts';
import { drawing } from '../../client/state/picture/drawing.ts';
import { picture } from '../../client/state/picture/picture.ts';
import { litIds } from '../../client/state/picture/pointed.ts';
import { openBase, start } from '../../client/state/view/session.ts';
import { labelsOff, overview } from '../../client/state/view/view.ts';
import { againstApp } from './against-app.ts';

againstApp();

let cy: Core;
let stop: () => void;
beforeEach(async () => {
  await start();
  await openBase(overview, 'given');
  cy = cytoscape({ headless: true, elements: drawing.value.nodes.map(({ id }) => ({ data: { id } })) });
  stop = keepLit(cy);
});
afterEach(() => {
  stop();
  cy.destroy();
  litIds.value = new Set();
});

/** How many stand out, and how many are pale. */
const marked = (): [lit: number, pale: number] => [cy.$('.lit').length, cy.$('.dim').length];

it('what is read stands out by a pale rest, unless the filters hold back all of it', async () => {
  const lit = picture.value.nodes.get('lawyers');
  litIds.value = new Set(['lawyers']);
  await expect.poll(marked).toEqual([1, drawing.value.nodes.length - 1]);
  labelsOff.value = new Set(lit?.labels);
  await expect.poll(marked).toEqual([1, 0]);
  labelsOff.value = new Set();
  await expect.poll(marked).toEqual([1, drawing.value.nodes.length - 1]);
});
