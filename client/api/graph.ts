import type { WholeGraph } from '../../server/contract/graph.ts';
import { get } from './api.ts';

/**
 * The whole graph of the data set, or as much of it as the server gives at once: then it says `truncated`. Rejects with an
 * ApiError, such as one of the code `graph-too-large`, or an AbortError when `signal` is aborted.
 */
export const getWholeGraph = (signal?: AbortSignal): Promise<WholeGraph> => get('/api/graph', signal);
