import { effect, untracked } from '@preact/signals-core';
import { shownIds } from '../state/filters.ts';
import { announce } from '../state/notices.ts';
import { nameOf } from '../state/ontology.ts';
import { passageAt } from '../state/passages.ts';
import { readingSections, unfoldTo } from '../state/reading-outline.ts';
import {
  chosenPart,
  mentionAddresses,
  mentionAt,
  pointedPart,
  seenOf,
  soughtFacts,
  steppedTo,
} from '../state/reading-sight.ts';
import { isFollowing, passageInSight, soughtPassage, stepMention } from '../state/reading.ts';
import { isStill } from '../state/scheme.ts';
import { soughtIds } from '../state/view.ts';
import { sheetMedia } from './use-media.ts';
import { isInSight, rowInSight, rowOf, rowOfPassage } from './reading-rows.ts';

/** Milliseconds that a passage has to stay in sight before the picture follows it. */
const rest = 180;

/** Where the document was put away last. */
let closedAt: string | null = null;

/** Keeps the outline and the rest of the page in step, until stopped: who goes where, and what follows. */
export function guideReading(tree: HTMLElement, stopped: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  /** Whether it is the reader who scrolls, or the page that goes somewhere. */
  let isByReader = false;
  /** The passage that was gone to last, while nothing else has been done since. */
  let goal: string | null = null;
  /** The line that stays where it is put, while lines round it are made. */
  let kept: { row: HTMLElement; isAtTop: boolean } | null = null;
  let isGliding = false;
  let place: string | null = null;

  const follow = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!isFollowing.peek() || place === null) return;
      soughtIds.value = shownOf([place]);
    }, rest);
  };

  const beAt = (address: string): void => {
    place = address;
    passageInSight.value = address;
  };

  const goTo = (address: string, isFocused = false): void => {
    isByReader = false;
    goal = address;
    beAt(address);
    unfoldTo(address);
    // Lines that were folded away are there by then.
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const row = rowOfPassage(tree, address);
      if (!row) return;
      kept = { row, isAtTop: true };
      isGliding = isMade(row) && !isStill();
      tree.scrollTo({ top: topFor(tree, row), behavior: isGliding ? 'smooth' : 'instant' });
      if (isFocused) row.focus({ preventScroll: true });
    });
  };

  /** What is made of lines may be higher than was thought. */
  const keepInPlace = (): void => {
    if (kept === null || isGliding) return;
    if (kept.isAtTop) tree.scrollTo({ top: topFor(tree, kept.row), behavior: 'instant' });
    else kept.row.scrollIntoView({ block: 'nearest' });
  };

  const look = (): void => {
    if (!isByReader) return;
    const address = passageOfRow(rowInSight(tree));
    if (address === null || address === place) return;
    beAt(address);
    if (steppedTo.peek() !== null && !isSeen(tree, steppedTo.peek() ?? '')) steppedTo.value = null;
    if (!isFollowing.peek()) return;
    // What the picture follows is what is in sight, wherever the mouse rests meanwhile.
    pointedPart.value = null;
    steppedTo.value = null;
    follow();
  };

  const step = (by: 1 | -1): void => {
    const addresses = mentionAddresses.peek();
    const { length } = addresses;
    const now = addresses.indexOf(mentionAt.peek() ?? '');
    const next = now < 0 ? (by > 0 ? 0 : length - 1) : (now + by + length) % length;
    const address = addresses[next];
    if (address === undefined) return;
    mentionAt.value = address;
    steppedTo.value = address;
    goTo(address, tree.contains(document.activeElement));
    follow();
    announce('reading.nowAt', { at: next + 1, n: length, place: placeInWords(address) });
  };

  /** Something else is selected: to where it is said first, unless such a place is in sight already. */
  const meetSelection = (): void => {
    const addresses = mentionAddresses.peek();
    const [first] = addresses;
    const pointed = pointedPart.peek()?.addresses ?? [];
    const seen = addresses.find((address) =>
      goal === null ? pointed.includes(address) || isSeen(tree, address) : address === goal,
    );
    mentionAt.value = seen ?? first ?? null;
    const row = seen === undefined || goal !== null ? null : rowOfPassage(tree, seen);
    if (row) kept = { row, isAtTop: false };
    if (seen === undefined && first !== undefined && goal === null) goTo(first);
  };

  const takeOver = (): void => {
    isByReader = true;
    goal = null;
    kept = null;
  };
  const listen = { signal: stopped, passive: true };
  for (const kind of ['wheel', 'touchmove', 'pointerdown', 'keydown']) tree.addEventListener(kind, takeOver, listen);
  tree.addEventListener('scroll', () => requestAnimationFrame(look), listen);
  tree.addEventListener('scrollend', () => void (isGliding = false), listen);
  const observer = new MutationObserver(keepInPlace);
  observer.observe(tree, { childList: true, subtree: true });
  tree.addEventListener(
    'focusin',
    ({ target }) => {
      const row = rowOf(target);
      const isByKey = target instanceof Element && target.matches(':focus-visible');
      if (row && isByKey && goal === null) kept = { row, isAtTop: false };
      const address = passageOfRow(row);
      if (address === null || address === place) return;
      isByReader = false;
      beAt(address);
      follow();
    },
    listen,
  );

  let facts: string | null = null;
  const stops = [
    effect(() => {
      const { value: sought } = soughtPassage;
      if (sought === null) return;
      untracked(() => {
        const { address } = sought;
        soughtPassage.value = null;
        if (mentionAddresses.value.includes(address)) mentionAt.value = address;
        steppedTo.value = address;
        goTo(address, true);
        follow();
      });
    }),
    effect(() => {
      // Set from elsewhere, as by a link.
      const { value: address } = passageInSight;
      if (address !== null && address !== place) untracked(() => goTo(address));
    }),
    effect(() => {
      const now = soughtFacts.value.join('\n');
      if (now === facts) return;
      // What was selected before the document was opened is no reason to leave the place where it opens.
      if (facts !== null) goal = null;
      facts = now;
      untracked(meetSelection);
    }),
    effect(() => {
      stepMention.value = mentionAddresses.value.length > 0 ? step : null;
    }),
    effect(() => {
      if (isFollowing.value) untracked(follow);
    }),
    effect(() => {
      // Beside a finger there is no room for all of the picture: what was chosen is brought into the little that is seen.
      const chosen = chosenPart.value;
      if (chosen.length > 0 && matchMedia(sheetMedia).matches)
        untracked(() => void (soughtIds.value = shownOf(chosen)));
    }),
  ];
  if (goal === null && closedAt !== null) goTo(closedAt);
  stopped.addEventListener('abort', () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    observer.disconnect();
    for (const stop of stops) stop();
    stepMention.value = null;
    closedAt = place;
    passageInSight.value = null;
  });
}

/** What is seen on the picture of what some passages say. */
const shownOf = (addresses: readonly string[]): string[] => seenOf(addresses).filter((id) => shownIds.peek().has(id));

/** A part of the way down: what stands before a passage tells, too. */
const topFor = (tree: HTMLElement, row: HTMLElement): number => row.offsetTop - Math.min(tree.clientHeight / 3, 96);

/** Whether what stands in a line is there, as it is near what is in sight. */
const isMade = (row: HTMLElement): boolean => row.childElementCount > 0;

function isSeen(tree: HTMLElement, address: string): boolean {
  const row = rowOfPassage(tree, address);
  return row !== null && isInSight(tree, row);
}

/** The address of the passage that a line is of; of a section, of its first one. */
function passageOfRow(row: HTMLElement | null): string | null {
  if (!row) return null;
  const { passage, id } = row.dataset;
  return passage ?? readingSections.peek().find((section) => section.id === id)?.addresses[0] ?? null;
}

function placeInWords(address: string): string {
  const node = passageAt.peek().get(address);
  return node ? nameOf(node) : address;
}
