import type { GrafeoDB } from '@grafeo-db/js';
import type { PropertyValue } from '../contract/graph.ts';
import type {
  AddNodesRequest,
  AddRelationshipsRequest,
  BeginRequest,
  FinishRequest,
  Replies,
  WritingRequest,
} from './embedded-messages.ts';

/** Writes one database file in the child process, step by step. */
export class DatabaseBuilder {
  readonly #databases: typeof GrafeoDB;
  #engine: GrafeoDB | undefined;

  constructor(databases: typeof GrafeoDB) {
    this.#databases = databases;
  }

  perform(request: WritingRequest): Promise<Replies[WritingRequest['kind']]> {
    switch (request.kind) {
      case 'begin':
        return this.#begin(request);
      case 'add-nodes':
        return this.#addNodes(request);
      case 'add-relationships':
        return this.#addRelationships(request);
      case 'finish':
        return this.#finish(request);
    }
  }

  get #opened(): GrafeoDB {
    if (!this.#engine) throw new Error('no database has been begun');
    return this.#engine;
  }

  async #begin({ path }: BeginRequest): Promise<null> {
    this.#engine = this.#databases.create(path);
    return null;
  }

  async #addNodes({ labels, properties }: AddNodesRequest): Promise<number[]> {
    return this.#opened.batchCreateNodesWithProps(labels, properties.map(present));
  }

  async #addRelationships({ relationships }: AddRelationshipsRequest): Promise<null> {
    await this.#opened.batchCreateEdges(
      relationships.map(({ properties, ...edge }) => ({ ...edge, properties: present(properties) })),
    );
    return null;
  }

  async #finish({ key }: FinishRequest): Promise<Replies['finish']> {
    const engine = this.#opened;
    if (key) {
      const on = `FOR (n:${quoted(key.label)})`;
      await engine.executeCypher(`CREATE CONSTRAINT entity_key ${on} REQUIRE n.${quoted(key.property)} IS UNIQUE`);
      await engine.executeCypher(`CREATE INDEX entity_key_index ${on} ON (n.${quoted(key.property)})`);
    }
    const counts = { nodes: engine.nodeCount(), relationships: engine.edgeCount() };
    engine.close();
    this.#engine = undefined;
    return counts;
  }
}

/** A property that is null is one that is not there. */
function present(properties: Record<string, PropertyValue>): Record<string, PropertyValue> {
  if (!Object.values(properties).includes(null)) return properties;
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}

function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}
