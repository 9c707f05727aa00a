import { join } from 'node:path';
import { z } from 'zod';
import { Scene } from './contract/data-set/scene.ts';
import { parsed, readYaml } from './ontology.ts';

const Story = z.array(Scene);

/** Reads a data set's story, which is in `scenes.yaml` of its folder; empty without that file. Rejects with an OntologyError. */
export async function readScenes(folder: string): Promise<Scene[]> {
  const path = join(folder, 'scenes.yaml');
  return parsed(Story, await readYaml(path, []), path);
}
