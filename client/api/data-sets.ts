import type { DataSetInfo } from '../../server/contract/data-set-info.ts';
import { get } from './api.ts';

/** The data sets that the server has, the first one first. Rejects with an ApiError. */
export const getDataSets = (signal?: AbortSignal): Promise<DataSetInfo[]> => get('/api/data-sets', signal);
