import { afterEach, expect, it } from 'vitest';
import { emptyPicture, picture, pictureOf } from '../../client/state/picture/picture.ts';
import { areLinesPlain, mostLines } from '../../client/state/picture/drawing.ts';

afterEach(() => {
  picture.value = emptyPicture;
});

it.each([
  [mostLines, false],
  [mostLines + 1, true],
])('a picture of %i relationships says whether they are drawn plainly: %s', (count, isPlain) => {
  const nodes = Array.from({ length: count + 1 }, (_, index) => ({ id: `n${index}`, labels: [], properties: {} }));
  const relationships = Array.from({ length: count }, (_, index) => ({
    id: `r${index}`,
    type: 'KNOWS',
    start: 'n0',
    end: `n${index + 1}`,
    properties: {},
  }));
  picture.value = pictureOf({ nodes, relationships }, []);
  expect(areLinesPlain.value).toBe(isPlain);
});
