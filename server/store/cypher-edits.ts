interface Span {
  start: number;
  end: number;
}

/** Changes to a text, made all at once at the end. Their places are those of the text as it was. */
export class TextEdits {
  readonly #before = new Map<number, string>();
  readonly #after = new Map<number, string>();
  readonly #wrapped = new Set<string>();
  readonly #replaced: (Span & { text: string })[] = [];

  /** Puts something round a part. What is wrapped later goes further out; the same again changes nothing. */
  wrap({ start, end }: Span, before: string, after: string): void {
    const name = `${start} ${end} ${before}`;
    if (this.#wrapped.has(name)) return;
    this.#wrapped.add(name);
    this.#before.set(start, before + (this.#before.get(start) ?? ''));
    this.#after.set(end, (this.#after.get(end) ?? '') + after);
  }

  /** Puts a text in the place of a part in which nothing else is changed. */
  replace({ start, end }: Span, text: string): void {
    this.#replaced.push({ start, end, text });
  }

  /** Whether anything in this part is changed. */
  touches({ start, end }: Span): boolean {
    const places = [...this.#before.keys(), ...this.#after.keys(), ...this.#replaced.map((span) => span.start)];
    return places.some((place) => place >= start && place <= end);
  }

  apply(text: string): string {
    let changed = '';
    for (let place = 0; place <= text.length; place += 1) {
      changed += (this.#after.get(place) ?? '') + (this.#before.get(place) ?? '');
      const replaced = this.#replaced.find(({ start }) => start === place);
      changed += replaced?.text ?? text[place] ?? '';
      if (replaced) place = Math.max(place, replaced.end - 1);
    }
    return changed;
  }
}
