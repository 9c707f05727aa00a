import { describe, expect, it } from 'vitest';
import { startLanguage } from '../../client/panels/workbench/editor-language.ts';
import type { EditorReply, EditorTask, FromWorker, ToWorker } from '../../client/panels/workbench/editor-task.ts';

/** A worker that the test holds in its hands: it says what it is told to, and remembers what it was asked. */
class HeldWorker extends EventTarget implements Pick<Worker, 'postMessage' | 'terminate'> {
  readonly asked: EditorTask[] = [];
  isEnded = false;

  postMessage(message: ToWorker): void {
    if ('task' in message) this.asked.push(message.task);
  }

  terminate(): void {
    this.isEnded = true;
  }

  say(data: FromWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

function start() {
  const workers: HeldWorker[] = [];
  const language = startLanguage(() => {
    const worker = new HeldWorker();
    workers.push(worker);
    return Object.assign(worker, { onmessage: null, onmessageerror: null, onerror: null });
  });
  const present = (): HeldWorker => {
    const worker = workers.at(-1);
    if (!worker) throw new Error('no worker was made');
    return worker;
  };
  return { language, present };
}

const check = (text: string): EditorTask => ({ kind: 'check', text });
const reply: EditorReply = { kind: 'check', findings: [] };
const kinds = ({ asked }: HeldWorker): string[] => asked.map(({ kind }) => kind);

describe('the language worker, as the editor sees it', () => {
  it('is asked nothing before it is there, and then one thing at a time', async () => {
    const { language, present } = start();
    const first = language.ask(check('a'));
    expect([language.state.value, kinds(present())]).toEqual(['starting', []]);
    present().say({ isReady: true });
    void language.ask({ kind: 'sign', text: 'a', at: 0 });
    expect(kinds(present())).toEqual(['check']);
    present().say({ reply });
    expect(await first).toBe(reply);
    expect(kinds(present())).toEqual(['check', 'sign']);
  });

  it('does what the reader waits for first, and passes over what has become old', async () => {
    const { language, present } = start();
    present().say({ isReady: true });
    void language.ask(check('a'));
    const old = language.ask(check('ab'));
    void language.ask(check('abc'));
    void language.ask({ kind: 'format', text: 'abc', at: 0 });
    expect(await old).toBeNull();
    for (let turn = 0; turn < 3; turn += 1) present().say({ reply });
    expect(present().asked.map((task) => [task.kind, task.text])).toEqual([
      ['check', 'a'],
      ['format', 'abc'],
      ['check', 'abc'],
    ]);
  });

  it('may fail at a task, and goes on', async () => {
    const { language, present } = start();
    present().say({ isReady: true });
    const failed = language.ask(check('['));
    const next = language.ask({ kind: 'format', text: '[', at: 0 });
    present().say({ failed: 'RangeError' });
    expect(await failed).toBeNull();
    present().say({ reply });
    expect(await next).toBe(reply);
    expect(language.state.value).toBe('ready');
  });

  it('leaves nobody waiting when it is lost, and can be had again', async () => {
    const { language, present } = start();
    const waiting = language.ask(check('a'));
    const lost = present();
    lost.dispatchEvent(new Event('error'));
    expect(await waiting).toBeNull();
    expect(await language.ask(check('a'))).toBeNull();
    expect([language.state.value, lost.isEnded]).toEqual(['lost', true]);
    language.restart();
    expect(language.state.value).toBe('starting');
    present().say({ isReady: true });
    const again = language.ask(check('a'));
    present().say({ reply });
    expect(await again).toBe(reply);
  });
});
