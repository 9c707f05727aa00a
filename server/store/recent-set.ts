/** Remembers what it was given last, so much and no more. */
export class RecentSet {
  readonly #most: number;
  readonly #items = new Set<string>();

  /** @param most items that it remembers */
  constructor(most: number) {
    this.#most = most;
  }

  /** Remembers an item as the newest. True says that it was not remembered. */
  add(item: string): boolean {
    // The order of a set is that of adding.
    const isNew = !this.#items.delete(item);
    this.#items.add(item);
    const [oldest] = this.#items;
    if (this.#items.size > this.#most && oldest !== undefined) this.#items.delete(oldest);
    return isNew;
  }

  has(item: string): boolean {
    return this.#items.has(item);
  }
}
