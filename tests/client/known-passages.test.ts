import { expect, it, onTestFinished } from 'vitest';
import { notices } from '../../client/state/notices.ts';
import { knownPassages, loadPassages, passages } from '../../client/state/reading/passages.ts';
import { start } from '../../client/state/view/session.ts';
import { againstApp } from './against-app.ts';

againstApp();

it('knows late sentences from none and from those that did not come, and gets them when asked again', async () => {
  const { fetch } = globalThis;
  onTestFinished(() => {
    globalThis.fetch = fetch;
  });
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : input.toString();
    if (address.includes('/passages')) throw new TypeError('away');
    return fetch(input, init);
  };
  expect([knownPassages.value.kind, passages.value]).toEqual(['waiting', []]);
  await start();
  expect(knownPassages.value).toMatchObject({ kind: 'failed', problem: { code: 'offline' } });
  expect(notices.value).toMatchObject([{ kind: 'problem', problem: { code: 'offline' } }]);
  globalThis.fetch = fetch;
  const asked = loadPassages();
  expect(knownPassages.value.kind).toBe('waiting');
  await asked;
  expect([knownPassages.value.kind, passages.value.length > 0]).toEqual(['answered', true]);
});
