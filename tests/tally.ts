import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';

/** What became of the tests of a run. */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** Counts a run. What fails before or between tests counts as failed too: it hides tests that did not run. */
export class Tally implements Reporter {
  readonly count: Count = { passed: 0, failed: 0, skipped: 0 };
  /** Every skipped test with the reason, where it gives one apart from its name. */
  readonly skipped: string[] = [];
  /** Every test that failed and then passed, with what it failed by: the page or the test waits for too little. */
  readonly unsteady: string[] = [];

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    this.count.failed += unhandledErrors.length;
    for (const module of modules) {
      if (module.errors().length > 0) this.count.failed += 1;
      for (const suite of module.children.allSuites()) if (suite.errors().length > 0) this.count.failed += 1;
      for (const test of module.children.allTests()) this.#add(test);
    }
  }

  #add(test: TestCase): void {
    const result = test.result();
    if (result.state === 'pending') this.count.failed += 1;
    else this.count[result.state] += 1;
    if (result.state === 'skipped') this.skipped.push([test.fullName, result.note].filter(Boolean).join(': '));
    if (test.diagnostic()?.flaky !== true) return;
    const [failure] = result.errors ?? [];
    this.unsteady.push([test.fullName, failure?.message].filter(Boolean).join(': '));
  }
}

/** The last line of a run. */
export function lastLine({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Whether a run shows that all is well: nothing failed, and there was something to fail. */
export function isGood({ passed, failed }: Count): boolean {
  return failed === 0 && passed > 0;
}
