import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { portOf } from './port-of.ts';

/**
 * A door in front of a server, on loopback. Shut, it looks like a server that has gone: connections are cut and new
 * ones refused.
 */
export class Proxy {
  readonly #target: { host: string; port: number };
  readonly #sockets = new Set<Socket>();
  /** Called with what clients send. */
  onSent: ((bytes: Buffer) => void) | undefined;
  #server: Server | undefined;
  #port = 0;

  private constructor(uri: string) {
    const { hostname, port } = new URL(uri);
    this.#target = { host: hostname, port: Number(port) };
  }

  static async before(uri: string): Promise<Proxy> {
    const proxy = new Proxy(uri);
    await proxy.open();
    return proxy;
  }

  get uri(): string {
    return `bolt://127.0.0.1:${this.#port}`;
  }

  async open(): Promise<void> {
    const server = createServer((client) => this.#join(client, connect(this.#target)));
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    this.#port = portOf(server);
    this.#server = server;
  }

  async shut(): Promise<void> {
    const closed = this.#server && once(this.#server, 'close');
    this.#server?.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
    this.#server = undefined;
  }

  #join(client: Socket, upstream: Socket): void {
    client.pipe(upstream).pipe(client);
    client.on('data', (bytes) => this.onSent?.(bytes));
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      this.#sockets.add(socket);
      // Errors are what this is for; the other side sees them as an end.
      socket.on('error', () => {});
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
    }
  }
}
