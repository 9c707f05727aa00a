import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { AxeResults } from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject } from 'vitest';
import type { ExplorerServer } from './server.ts';
import { startServer } from './server.ts';

export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const desktop = { width: 1440, height: 900 };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

export interface OpenOptions extends Omit<BrowserContextOptions, 'locale'> {
  /** The path of the page: that of the first data set unless it is given. */
  path?: string;
  /** The part of the address behind `#`. */
  hash?: string;
  /** Errors of the console that the task brings about itself. */
  expected?: RegExp;
  /** What to do before the page is asked for. */
  before?: (page: Page) => Promise<unknown>;
}

/** A browser and a server for the tests of one file. */
export interface Explorer {
  /** Opens the explorer as a new reader, whose browser knows nothing of earlier ones. */
  open(options?: OpenOptions): Promise<Page>;
  readonly server: ExplorerServer;
}

const given = inject('browser');
const reason = 'unavailable' in given ? given.unavailable : undefined;

/**
 * Describes what a reader does in the browser. After each task, the console must be free of errors.
 * @param settings of the server, beside the usual ones
 */
export function describeTask(
  name: string,
  tasks: (explorer: Explorer) => void,
  settings: Record<string, string> = {},
): void {
  describe.skipIf(reason !== undefined)(`${name}${reason === undefined ? '' : ` (${reason})`}`, () => {
    const errors: string[] = [];
    const contexts: BrowserContext[] = [];
    let browser: Browser;
    let server: ExplorerServer | undefined;

    beforeAll(async () => {
      if ('unavailable' in given) return;
      server = await startServer(given.dataFolder, settings);
      browser = await chromium.launch({ executablePath: given.executablePath, args: browserArguments });
    });
    afterEach(async () => {
      await Promise.all(contexts.splice(0).map((context) => context.close()));
      expect(errors.splice(0)).toEqual([]);
    });
    afterAll(async () => {
      await browser?.close();
      await server?.dispose();
    });

    tasks({
      get server() {
        if (!server) throw new Error('the server has not been started');
        return server;
      },
      async open({ path = '/', hash = '', expected, before, ...options } = {}) {
        const context = await browser.newContext({ viewport: desktop, reducedMotion: 'reduce', ...options });
        context.setDefaultTimeout(20_000);
        contexts.push(context);
        const page = await context.newPage();
        const note = (text: string): void => {
          if (!expected?.test(text)) errors.push(text);
        };
        page.on('pageerror', ({ message }) => note(message));
        // Chromium tells breaches of the content security policy as errors of the console.
        page.on('console', (message) => {
          if (message.type() === 'error') note(message.text());
        });
        await before?.(page);
        await page.goto(`${this.server.url}${path}${hash === '' ? '' : `#${hash}`}`);
        return page;
      },
    });
  });
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe has against the page as it is, or against the parts of it that selectors name; one line a finding. */
export async function axeFindings(page: Page, parts?: string[]): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(parts)})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/g, ' ')}`,
    ),
  );
}
