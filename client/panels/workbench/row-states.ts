import { batch, signal } from '@preact/signals-core';
import type { Signal } from '@preact/signals-core';

/** What a line of a long list has to know of itself. Each has signals of its own, so that scrolling renders no other one anew. */
export interface RowState {
  /** Whether it is near what is in sight. */
  isNear: Signal<boolean>;
  /** Whether it is the one that Tab leads to. */
  isActive: Signal<boolean>;
  /** Pixels that it took when it was near last; null before it was. */
  height: number | null;
}

/** The states of all lines of a list, by their ids. */
export class RowStates {
  readonly #states = new Map<string, RowState>();
  #active: string | null = null;

  of(id: string): RowState {
    const state = this.#states.get(id) ?? { isNear: signal(false), isActive: signal(false), height: null };
    this.#states.set(id, state);
    return state;
  }

  /** Makes another line the one that Tab leads to; null for none. */
  activate(id: string | null): void {
    if (id === this.#active) return;
    batch(() => {
      if (this.#active !== null) this.of(this.#active).isActive.value = false;
      if (id !== null) this.of(id).isActive.value = true;
    });
    this.#active = id;
  }
}
