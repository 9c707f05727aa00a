import { expect, it, onTestFinished, vi } from 'vitest';
import { knownFigures } from '../../client/state/figures/known-figures.ts';
import { passages } from '../../client/state/reading/passages.ts';
import { start } from '../../client/state/view/session.ts';
import { againstApp } from './against-app.ts';

againstApp();

it('lets the page start while the figures are still to come, and shows them when they have', async () => {
  const { fetch } = globalThis;
  const released = new EventTarget();
  const release = new Promise((resolve) => released.addEventListener('released', resolve));
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : input.toString();
    if (address.includes('/figures')) await release;
    return fetch(input, init);
  };
  onTestFinished(() => {
    globalThis.fetch = fetch;
  });
  await start();
  expect([knownFigures.value.kind, passages.value.length > 0]).toEqual(['waiting', true]);
  released.dispatchEvent(new Event('released'));
  await vi.waitFor(() => expect(knownFigures.value.kind).toBe('answered'));
});
