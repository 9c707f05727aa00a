import type { Node, Relationship } from '../contract/graph.ts';
import { ProblemError } from '../problem-error.ts';
import { BatchCheck } from './check-batch.ts';
import { charactersIn, chunksByKind } from './chunks.ts';
import type { Size } from './chunks.ts';
import { EmbeddedRounds } from './embedded-rounds.ts';
import type { Key } from './key.ts';
import type { Batch, WriteOptions } from './store.ts';

/** What a child is sent at once: it costs little to send, and in small pieces it soon is garbage on both sides. */
const pieceSize: Size = { items: 1_000, characters: 2_000_000 };

const typeOf = ({ type }: Relationship): string => type;
const charactersOf = ({ properties }: Pick<Node, 'properties'>): number => charactersIn(properties);

/** Writes a whole batch into a new database file. Rejects with a ProblemError, or with what a child process told. */
export async function fillDatabase(
  path: string,
  key: Key,
  batch: Batch,
  { signal, onProgress = () => {} }: WriteOptions,
): Promise<void> {
  const rounds = new EmbeddedRounds(path, key);
  const onAbort = () => rounds.stop();
  signal?.addEventListener('abort', onAbort);
  let done = 0;
  const progress = (count: number) => {
    done += count;
    onProgress(done);
  };
  try {
    const check = new BatchCheck();
    const numbers = await fillNodes(rounds, batch, check, progress);
    await fillRelationships(rounds, batch, numbers, check, progress);
    check.finish(batch);
    const counts = await rounds.finish();
    if (counts.nodes !== batch.nodes.length || counts.relationships !== batch.relationships.length) {
      const detail = `the new database holds ${counts.nodes} nodes and ${counts.relationships} relationships`;
      throw new ProblemError('internal', detail);
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await rounds.end();
  }
}

/** Gives the engine's numbers of the nodes by their ids. */
async function fillNodes(
  rounds: EmbeddedRounds,
  { nodes, key }: Batch,
  check: BatchCheck,
  progress: (count: number) => void,
): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  const labelsOf = ({ labels }: Node) => [key.label, ...labels.filter((label) => label !== key.label).toSorted()];
  const kindOf = (node: Node) => labelsOf(node).join('\n');
  for (const { kind, items, characters } of chunksByKind(checked(), { kindOf, charactersOf, size: pieceSize })) {
    const ids = items.map(({ id }) => detached(id));
    const properties = items.map((node) => node.properties);
    await rounds.addNodes({ labels: kind.split('\n'), properties }, characters, (given) => {
      for (const [index, id] of ids.entries()) numbers.set(id, given[index] ?? -1);
      progress(ids.length);
    });
  }
  await rounds.settle();
  return numbers;

  function* checked() {
    for (const node of nodes) {
      check.node(node);
      yield node;
    }
  }
}

async function fillRelationships(
  rounds: EmbeddedRounds,
  { relationships }: Batch,
  numbers: ReadonlyMap<string, number>,
  check: BatchCheck,
  progress: (count: number) => void,
): Promise<void> {
  for (const { items, characters } of chunksByKind(relationships, { kindOf: typeOf, charactersOf, size: pieceSize })) {
    const edges = items.map((relationship) => {
      check.relationship(relationship);
      const { type, start, end, properties } = relationship;
      return { src: numbers.get(start) ?? -1, dst: numbers.get(end) ?? -1, type, properties };
    });
    await rounds.addRelationships(edges, characters, () => progress(edges.length));
  }
  await rounds.settle();
}

/** A copy of a text. One that was cut out of a longer text keeps all of that in memory. */
function detached(text: string): string {
  return Buffer.from(text).toString();
}
