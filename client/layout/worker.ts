import { arrange } from './arrange.ts';
import type { LayoutTask, Places } from './task.ts';

/** What the worker answers: the places, or why there are none. */
export type LayoutReply = { places: Places } | { failed: string };

/** Lays out beside the page, which goes on meanwhile. */
addEventListener('message', ({ data }: MessageEvent<LayoutTask>) => void answer(data));

async function answer(task: LayoutTask): Promise<void> {
  const reply: LayoutReply = await arrange(task).then(
    (places) => ({ places }),
    (error: unknown) => ({ failed: String(error) }),
  );
  postMessage(reply);
}
