import { failure, request } from './api.ts';

/** The running text of the document, where the server has it. Rejects with an ApiError, or an AbortError when `signal` is aborted. */
export async function getDocumentText(signal?: AbortSignal): Promise<string> {
  const response = await request('/api/document-text', signal, { headers: { accept: 'text/plain' } });
  if (!response.ok) throw await failure(response);
  return response.text();
}
