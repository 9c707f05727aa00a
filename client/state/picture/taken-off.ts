import type { Node } from '../../../server/contract/graph.ts';

/** Nodes that the reader took off a picture: they stay off, whatever brings them, until they are asked for themselves. */
export class TakenOff {
  /** Those that would be on the picture otherwise. */
  readonly hidden = new Set<string>();
  readonly #ids = new Set<string>();

  add(ids: readonly string[]): void {
    for (const id of ids) this.#ids.add(id);
  }

  /** Lets nodes be on the picture again. */
  giveBack(nodes: readonly Node[]): void {
    for (const { id } of nodes) {
      this.#ids.delete(id);
      this.hidden.delete(id);
    }
  }

  /** Takes them off a picture's nodes. */
  takeFrom(nodes: Map<string, Node>): void {
    for (const id of this.#ids) if (nodes.delete(id)) this.hidden.add(id);
  }
}
