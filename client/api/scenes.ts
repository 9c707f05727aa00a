import type { Scene } from '../../server/contract/data-set/scene.ts';
import { get } from './api.ts';

/** The scenes of the data set's story, in their order. Rejects with an ApiError. */
export function getScenes(signal?: AbortSignal): Promise<Scene[]> {
  return get('/api/scenes', signal);
}
