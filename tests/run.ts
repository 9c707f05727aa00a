import { fileURLToPath } from 'node:url';
import { parseCLI, startVitest } from 'vitest/node';
import { isGood, lastLine, Tally } from './tally.ts';

/**
 * `npm test`: the whole suite, once. What tests need beyond Node is got by the global set-up of their project.
 * Arguments are vitest's: `npm test -- tests/client` or `npm test -- -t 'a name'` runs a part.
 */
async function main(): Promise<void> {
  const tally = new Tally();
  const { filter, options } = parseCLI(['vitest', ...process.argv.slice(2)]);
  const config = fileURLToPath(new URL('vitest.config.ts', import.meta.url));
  const vitest = await startVitest('test', filter, {
    ...options,
    config: options.config ?? config,
    run: true,
    watch: false,
    reporters: ['default', tally],
  });
  await vitest.close();
  if (tally.skipped.length > 0) console.log(['skipped:', ...tally.skipped].join('\n  '));
  if (tally.unsteady.length > 0) console.log(['passed at the second try only:', ...tally.unsteady].join('\n  '));
  console.log(lastLine(tally.count));
  process.exit(isGood(tally.count) ? 0 : 1);
}

await main();
