import { assert, property, string } from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { canReadServer, hasServer, overHttp, sendBy } from '../../client/api/transport.ts';
import { embedCode, isEmbedded, takeEmbedding } from '../../client/state/view/embedding.ts';

afterEach(() => {
  takeEmbedding('');
  sendBy(overHttp);
});

test('a page stands in a frame when its address says so', () => {
  for (const [search, expected] of [
    ['?embed=1', true],
    ['?a=b&embed=1', true],
    ['?embed=0', false],
    ['?embed', false],
    ['', false],
  ] as const) {
    takeEmbedding(search);
    expect(isEmbedded.value).toBe(expected);
  }
});

test('in a frame, the page can read from the server, such as the text of the document, and do nothing else there', () => {
  expect([hasServer(), canReadServer()]).toEqual([true, true]);
  takeEmbedding('?embed=1');
  expect([hasServer(), canReadServer()]).toEqual([false, true]);
  sendBy(() => Promise.resolve(new Response()));
  expect([hasServer(), canReadServer()]).toEqual([false, false]);
});

test('the code for a frame holds the view, and no text can end what it stands in', () => {
  expect(embedCode('http://127.0.0.1:4300/', 'scene=whole&lang=en', 'Title')).toContain(
    'src="http://127.0.0.1:4300/?embed=1#scene=whole&amp;lang=en" title="Title"',
  );
  expect(embedCode('http://127.0.0.1:4300/', '', 'Title')).toContain('src="http://127.0.0.1:4300/?embed=1"');
  assert(
    property(string({ unit: 'binary' }), string({ unit: 'binary' }), (view, title) => {
      expect(embedCode('https://example.org/', view, title)).toMatch(
        /^<iframe src="[^"<>]*" title="[^"<>]*" [^<>]*><\/iframe>$/su,
      );
    }),
  );
});
