import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import type { Json } from '../../server/contract/json.ts';

/** A program that asks the explorer over HTTP, on connections that it keeps. */
export class HttpProgram {
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(url: string) {
    this.#url = url;
  }

  /** The answer of a typed query, read to its end. */
  ask(query: string, params: Record<string, Json>): Promise<unknown> {
    return this.#json('POST', '/api/cypher', { query, params });
  }

  /** The answer of a named query, read to its end. */
  named(path: string): Promise<unknown> {
    return this.#json('GET', `/api/queries/${path}`);
  }

  /**
   * Reads an export of a typed query line by line and keeps nothing of it.
   * @param onLine called with each line and the milliseconds since the request
   */
  async export(query: string, onLine: (line: string, ms: number) => void): Promise<void> {
    const started = performance.now();
    const response = await this.#send('POST', '/api/cypher/export', { query, format: 'ndjson' });
    let rest = '';
    for await (const chunk of response.setEncoding('utf8')) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line, performance.now() - started);
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  async #json(method: string, path: string, body?: Json): Promise<unknown> {
    const response = await this.#send(method, path, body);
    const chunks: Buffer[] = [];
    // As a lean client does it: reading piece by piece in a loop would take as long as the rest of the request.
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(response, 'end');
    const text = Buffer.concat(chunks).toString();
    if (response.statusCode !== 200) throw new Error(`${method} ${path}: ${response.statusCode} ${text}`);
    return JSON.parse(text);
  }

  async #send(method: string, path: string, body?: Json): Promise<IncomingMessage> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const sent = request(`${this.#url}${path}`, {
      method,
      agent: this.#agent,
      headers: {
        'accept-encoding': 'identity',
        ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      },
    });
    sent.end(text);
    const [response]: IncomingMessage[] = await once(sent, 'response');
    if (!response) throw new Error(`${method} ${path}: no response`);
    return response;
  }
}
