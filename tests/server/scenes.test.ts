import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Scene } from '../../server/contract/data-set/scene.ts';
import { readScenes } from '../../server/scenes.ts';
import type { RunningApp } from './running-app.ts';
import { startApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.stop();
});

describe('GET /api/scenes', () => {
  it('is the story of the data set, in its order, with all that may be left out of the file', async () => {
    const response = await app.get('/api/scenes');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    const scenes = z.array(Scene).parse(await response.json());
    expect(scenes).toEqual(app.loaded.scenes);
    expect(scenes.map(({ id }) => id)).toContain('association');
    expect(scenes[0]).toMatchObject({ layout: 'given', camera: 'fit', surface: 'picture', steps: [] });
  });

  it('is only read', async () => {
    const response = await app.post('/api/scenes', {});
    expect([response.status, await response.json()]).toEqual([
      405,
      expect.objectContaining({ code: 'method-not-allowed' }),
    ]);
  });

  it('costs the ontology nothing', async () => {
    const { ontology } = app.loaded;
    expect(Object.keys(ontology)).not.toContain('scenes');
  });
});

describe('the file of scenes, as the server reads it', () => {
  it('is no story where it is not there', async () => {
    expect(await read(null)).toEqual([]);
  });

  it.each([
    ['is no YAML', '- {', /scenes\.yaml: /],
    ['is no list', 'scenes: 1', /scenes\.yaml: : .*expected array/],
    ['has a scene without a query', '- { id: one }', /scenes\.yaml: 0\.title: /],
  ])('is refused in a sentence that names it, when it %s', async (_what, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});

/** The scenes of a folder with such a file, or with none. */
async function read(text: string | null): Promise<Scene[]> {
  const folder = await mkdtemp(join(tmpdir(), 'scenes-'));
  try {
    if (text !== null) await writeFile(join(folder, 'scenes.yaml'), text);
    return await readScenes(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
