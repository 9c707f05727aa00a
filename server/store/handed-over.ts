/** Hands a part to the reader, and resolves when the reader wants the next. */
export type Give<Part> = (part: Part) => Promise<void>;

/**
 * The parts that a piece of work gives, one at a time: it is never ahead of who reads them. Who stops reading aborts the
 * work, and its failure is the reader's.
 * @param signal aborts the work, too
 */
export async function* handedOver<Part>(
  work: (give: Give<Part>, signal: AbortSignal) => Promise<unknown>,
  signal?: AbortSignal,
): AsyncGenerator<Part, void, void> {
  const reading = new AbortController();
  const state: { offer?: { part: Part; taken: () => void }; hasEnded: boolean } = { hasEnded: false };
  let wake: (() => void) | undefined;
  const give: Give<Part> = (part) =>
    new Promise((taken) => {
      state.offer = { part, taken };
      wake?.();
    });
  const signals = signal ? [signal, reading.signal] : [reading.signal];
  const working = work(give, AbortSignal.any(signals)).finally(() => {
    state.hasEnded = true;
    wake?.();
  });
  // Told below, when all that was given before has been read.
  working.catch(() => {});
  try {
    for (;;) {
      if (!state.offer && !state.hasEnded) await new Promise<void>((resolve) => (wake = resolve));
      if (!state.offer) break;
      const { part, taken } = state.offer;
      delete state.offer;
      yield part;
      taken();
    }
    await working;
  } finally {
    reading.abort();
  }
}
