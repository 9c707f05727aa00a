import type { Vocabulary } from '../../server/contract/vocabulary.ts';
import { get } from './api.ts';

/** The names that a query may use: of the graph, and of what it may call. */
export const getVocabulary = (signal?: AbortSignal): Promise<Vocabulary> => get('/api/cypher/vocabulary', signal);
