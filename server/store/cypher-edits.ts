interface Span {
  start: number;
  end: number;
}

/** Changes to a text, made all at once at the end. Their places are those of the text as it was. */
export class TextEdits {
  /** In the order in which they were made. */
  readonly #wraps: (Span & { before: string; after: string })[] = [];
  readonly #replaced: (Span & { text: string })[] = [];

  /** Puts something round a part. Of the same part, what comes later goes further out; the same again changes nothing. */
  wrap({ start, end }: Span, before: string, after: string): void {
    const isKnown = this.#wraps.some(
      (wrap) => wrap.start === start && wrap.end === end && wrap.before === before && wrap.after === after,
    );
    if (!isKnown) this.#wraps.push({ start, end, before, after });
  }

  /** Puts a text in the place of a part in which nothing else is changed. */
  replace({ start, end }: Span, text: string): void {
    this.#replaced.push({ start, end, text });
  }

  /** Whether anything in this part is changed. */
  touches({ start, end }: Span): boolean {
    return [...this.#wraps, ...this.#replaced].some((edit) => edit.start >= start && edit.end <= end);
  }

  apply(text: string): string {
    // What closes first was opened last.
    const inner = this.#wraps.toSorted((left, right) => right.start - left.start || left.end - right.end);
    let changed = '';
    for (let place = 0; place <= text.length; place += 1) {
      const closed = inner.filter(({ end }) => end === place).map(({ after }) => after);
      const opened = inner.filter(({ start }) => start === place).map(({ before }) => before);
      changed += closed.join('') + opened.toReversed().join('');
      const replaced = this.#replaced.find(({ start }) => start === place);
      changed += replaced?.text ?? text[place] ?? '';
      if (replaced) place = Math.max(place, replaced.end - 1);
    }
    return changed;
  }
}
