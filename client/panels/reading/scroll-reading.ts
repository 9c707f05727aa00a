import { isStill } from '../../state/scheme.ts';

/** Milliseconds after which the outline has come to rest, where the browser does not say so. */
const longestGlide = 1_000;

/** Scrolls the outline, and keeps a line where it was put while lines round it are made, which may be higher than was thought. */
export class ReadingScroll {
  readonly #tree: HTMLElement;
  #frame = 0;
  /** Set while the outline glides to a line. */
  #glide: ReturnType<typeof setTimeout> | undefined;
  #kept: { row: HTMLElement; isAtTop: boolean } | null = null;

  constructor(tree: HTMLElement, stopped: AbortSignal) {
    this.#tree = tree;
    const observer = new MutationObserver(() => this.#keepInPlace());
    observer.observe(tree, { childList: true, subtree: true });
    // What comes above the outline, or opens below it, takes of its height.
    const resizes = new ResizeObserver(() => this.#keepInPlace());
    resizes.observe(tree);
    tree.addEventListener('scrollend', () => this.#land(), { signal: stopped, passive: true });
    stopped.addEventListener('abort', () => {
      observer.disconnect();
      resizes.disconnect();
      cancelAnimationFrame(this.#frame);
      clearTimeout(this.#glide);
    });
  }

  /** Goes to a line, which is looked for once those are there that were folded away until now. */
  goTo(find: () => HTMLElement | null, isFocused: boolean): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const row = find();
      if (!row) return;
      this.#kept = { row, isAtTop: true };
      this.#scrollTo(row);
      if (isFocused) row.focus({ preventScroll: true });
    });
  }

  /** Keeps a line in sight. */
  keep(row: HTMLElement): void {
    this.#kept = { row, isAtTop: false };
  }

  /** Keeps nothing any longer. */
  letGo(): void {
    this.#kept = null;
  }

  #scrollTo(row: HTMLElement): void {
    const top = this.#topFor(row);
    clearTimeout(this.#glide);
    // Where nothing moves, nothing would tell that it has come to rest.
    const isGliding = isMade(row) && !isStill() && Math.abs(top - this.#tree.scrollTop) >= 1;
    this.#glide = isGliding ? setTimeout(() => this.#land(), longestGlide) : undefined;
    this.#tree.scrollTo({ top, behavior: isGliding ? 'smooth' : 'instant' });
  }

  #land(): void {
    clearTimeout(this.#glide);
    this.#glide = undefined;
    this.#keepInPlace();
  }

  #keepInPlace(): void {
    if (this.#kept === null || this.#glide !== undefined) return;
    const { row, isAtTop } = this.#kept;
    if (isAtTop) this.#tree.scrollTo({ top: this.#topFor(row), behavior: 'instant' });
    else row.scrollIntoView({ block: 'nearest' });
  }

  /** A part of the way down, for what stands before a passage tells, too; no farther than can be scrolled. */
  #topFor(row: HTMLElement): number {
    const { clientHeight, scrollHeight } = this.#tree;
    const wanted = row.offsetTop - Math.min(clientHeight / 3, 96);
    return Math.min(Math.max(wanted, 0), scrollHeight - clientHeight);
  }
}

/** Whether what stands in a line is there, as it is near what is in sight. */
const isMade = (row: HTMLElement): boolean => row.childElementCount > 0;
