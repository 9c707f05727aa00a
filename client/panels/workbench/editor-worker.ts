import { answerTask, takeWords } from './editor-answers.ts';
import type { FromWorker, ToWorker } from './editor-task.ts';

/** Knows the language beside the page, which goes on meanwhile. One task at a time, each with one reply. */

const say = (message: FromWorker): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('words' in data) takeWords(data.words);
  else {
    try {
      say({ reply: answerTask(data.task) });
    } catch (error) {
      say({ failed: String(error) });
    }
  }
});

say({ isReady: true });
