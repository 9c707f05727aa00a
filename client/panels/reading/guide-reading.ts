import { effect, untracked } from '@preact/signals-core';
import { announce } from '../../state/notices.ts';
import { placeInWords } from '../../state/reading/place-in-words.ts';
import { foldedSections, passOverUnknownSections, unfoldTo } from '../../state/reading/reading-outline.ts';
import {
  chosenPart,
  mentionAddresses,
  mentionAt,
  pointedPart,
  soughtFacts,
  steppedTo,
} from '../../state/reading/reading-sight.ts';
import {
  isFollowing,
  passageInSight,
  passOverUnknownPlace,
  soughtPassage,
  stepMention,
} from '../../state/reading/reading.ts';
import { focusWishes } from '../widgets/focus-wishes.ts';
import { followReading } from './follow-reading.ts';
import { isInSight, passageOfRow, rowInSight, rowOf, rowOfPassage, rowShowing } from './reading-rows.ts';
import { ReadingScroll } from './scroll-reading.ts';

/** Where the document was put away last. */
let closedAt: string | null = null;

/** Keeps the outline and the rest of the page in step, until stopped: who goes where, and what follows. */
export function guideReading(tree: HTMLElement, stopped: AbortSignal): void {
  const guide = new ReadingGuide(tree, stopped);
  guide.listen(stopped);
  guide.watch(stopped);
}

class ReadingGuide {
  readonly #tree: HTMLElement;
  readonly #scroll: ReadingScroll;
  readonly #follow: () => void;
  /** Whether it is the reader who scrolls, or the page that goes somewhere. */
  #isByReader = false;
  /** The passage that was gone to last, while nothing else has been done since. */
  #goal: string | null = null;
  #place: string | null = null;
  /** What was selected last, as one text; null until the document is open. */
  #facts: string | null = null;

  constructor(tree: HTMLElement, stopped: AbortSignal) {
    this.#tree = tree;
    this.#scroll = new ReadingScroll(tree, stopped);
    this.#follow = followReading(stopped);
  }

  /** Hears what the reader does in the outline. */
  listen(stopped: AbortSignal): void {
    const tree = this.#tree;
    const listen = { signal: stopped, passive: true };
    for (const kind of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
      tree.addEventListener(kind, () => this.#takeOver(), listen);
    tree.addEventListener('scroll', () => requestAnimationFrame(() => this.#look()), listen);
    tree.addEventListener('focusin', ({ target }) => this.#meetFocus(target), listen);
  }

  /** Meets what happens elsewhere on the page. */
  watch(stopped: AbortSignal): void {
    const stops = [
      effect(() => {
        const { value: sought } = soughtPassage;
        if (sought !== null) untracked(() => this.#visit(sought.address));
      }),
      effect(() => {
        const { value: address } = passageInSight;
        if (address !== this.#place) untracked(() => this.#meetPlace());
      }),
      effect(() => {
        void foldedSections.value;
        untracked(passOverUnknownSections);
      }),
      effect(() => {
        const facts = soughtFacts.value.join('\n');
        if (facts === this.#facts) return;
        const isOpening = this.#facts === null;
        this.#facts = facts;
        untracked(() => (isOpening ? this.#open() : this.#meetSelection()));
      }),
      effect(() => {
        stepMention.value = mentionAddresses.value.length > 0 ? (by) => this.#step(by) : null;
      }),
    ];
    stopped.addEventListener('abort', () => {
      for (const stop of stops) stop();
      stepMention.value = null;
      closedAt = this.#place;
      passageInSight.value = null;
    });
  }

  #beAt(address: string): void {
    this.#place = address;
    passageInSight.value = address;
  }

  /** Goes to a passage; where it is folded away, to the heading that stands for it. */
  #goTo(address: string, isFocused = false): void {
    this.#isByReader = false;
    this.#goal = address;
    this.#beAt(address);
    this.#scroll.goTo(() => rowShowing(this.#tree, address), isFocused);
  }

  /** Goes to a passage which is to be seen itself. */
  #unfoldAt(address: string, isFocused = false): void {
    unfoldTo(address);
    this.#goTo(address, isFocused);
  }

  #visit(address: string): void {
    const { isStanding } = focusWishes.passage;
    soughtPassage.value = null;
    mentionAt.value = mentionAddresses.peek().includes(address) ? address : null;
    steppedTo.value = address;
    this.#unfoldAt(address, isStanding);
    this.#follow();
  }

  /** Another place is set from elsewhere, as by a link. A view that says none leaves the reader where they are. */
  #meetPlace(): void {
    passOverUnknownPlace();
    const address = passageInSight.peek();
    if (address === null) passageInSight.value = this.#place;
    else this.#goTo(address);
  }

  /** The document opens where it was asked to, else where the selected thing is said, else where it was put away. */
  #open(): void {
    const addresses = mentionAddresses.peek();
    const known = this.#goal ?? closedAt;
    const isSaidThere = known !== null && addresses.includes(known);
    const [first = null] = addresses;
    mentionAt.value = isSaidThere ? known : this.#goal === null ? first : null;
    if (this.#goal !== null) return;
    const mention = mentionAt.peek();
    const place = chosenPart.peek()[0] ?? closedAt;
    if (mention !== null) this.#unfoldAt(mention);
    else if (place !== null) this.#goTo(place);
  }

  /** Something else is selected: to where it is said first, unless such a place is in sight already. */
  #meetSelection(): void {
    this.#goal = null;
    steppedTo.value = null;
    const addresses = mentionAddresses.peek();
    const [first] = addresses;
    const pointed = pointedPart.peek()?.addresses ?? [];
    const seen = addresses.find((address) => pointed.includes(address) || this.#isSeen(address));
    mentionAt.value = seen ?? first ?? null;
    const row = seen === undefined ? null : rowOfPassage(this.#tree, seen);
    if (row) this.#scroll.keep(row);
    if (seen === undefined && first !== undefined) this.#unfoldAt(first);
  }

  #step(by: 1 | -1): void {
    const addresses = mentionAddresses.peek();
    const { length } = addresses;
    const now = addresses.indexOf(mentionAt.peek() ?? '');
    const next = now < 0 ? (by > 0 ? 0 : length - 1) : (now + by + length) % length;
    const address = addresses[next];
    if (address === undefined) return;
    mentionAt.value = address;
    steppedTo.value = address;
    this.#unfoldAt(address, this.#tree.contains(document.activeElement));
    this.#follow();
    announce('reading.nowAt', { at: next + 1, n: length, place: placeInWords(address) });
  }

  #takeOver(): void {
    this.#isByReader = true;
    this.#goal = null;
    this.#scroll.letGo();
  }

  #look(): void {
    if (!this.#isByReader) return;
    const address = passageOfRow(rowInSight(this.#tree));
    if (address === null || address === this.#place) return;
    this.#beAt(address);
    if (!this.#isSeen(steppedTo.peek() ?? '')) steppedTo.value = null;
    if (!isFollowing.peek()) return;
    // What the picture follows is what is in sight, wherever the mouse rests meanwhile.
    pointedPart.value = null;
    steppedTo.value = null;
    this.#follow();
  }

  #meetFocus(target: EventTarget | null): void {
    const row = rowOf(target);
    const isByKey = target instanceof Element && target.matches(':focus-visible');
    if (row && isByKey && !this.#isGoal(row)) {
      this.#goal = null;
      this.#scroll.keep(row);
    }
    const address = passageOfRow(row);
    if (address === null || address === this.#place) return;
    this.#isByReader = false;
    this.#beAt(address);
    this.#follow();
  }

  #isGoal(row: HTMLElement): boolean {
    return this.#goal !== null && rowShowing(this.#tree, this.#goal) === row;
  }

  #isSeen(address: string): boolean {
    const row = rowOfPassage(this.#tree, address);
    return row !== null && isInSight(this.#tree, row);
  }
}
