/** Milliseconds that something rests before it is followed: dragging and zooming change it many times a second. */
const patience = 150;
/** Milliseconds after which it is followed although it never rested. */
const longestPatience = 500;

/** Browsers refuse an address that is written more often: Safari takes 100 changes in 30 seconds. */
export const most = 80;
/** Those 30 seconds, in milliseconds. */
export const span = 30_000;

/** Two ways to have something done, which together do it once. */
export interface Pace {
  /** As soon as what is going on has ended. */
  soon: () => void;
  /** Once nothing more is asked for a while. */
  later: () => void;
}

/** Does the work when it is asked for, never more than `most` times in a `span`, and always after it was last asked for. */
export function paced(work: () => void): Pace {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When it was first asked for since it was last done. */
  let asked: number | null = null;
  let isSoon = false;
  let times: number[] = [];

  const wait = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(run, ms);
  };
  const run = (): void => {
    isSoon = false;
    const now = performance.now();
    times = times.filter((time) => now - time < span);
    const [oldest] = times;
    if (oldest !== undefined && times.length >= most) {
      wait(oldest + span - now);
      return;
    }
    clearTimeout(timer);
    asked = null;
    times.push(now);
    work();
  };

  return {
    soon() {
      if (isSoon) return;
      isSoon = true;
      queueMicrotask(run);
    },
    later() {
      const now = performance.now();
      asked ??= now;
      wait(Math.max(0, Math.min(patience, asked + longestPatience - now)));
    },
  };
}
