import type { Locator } from 'playwright-core';

/** Lets a file go over an element. */
export async function dropFile(element: Locator, content: string, name: string, type = ''): Promise<void> {
  await element.evaluate(
    (target, [body, called, kind]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([body ?? ''], called ?? '', { type: kind ?? '' }));
      const init = { bubbles: true, cancelable: true, dataTransfer: transfer };
      target.dispatchEvent(new DragEvent('dragover', init));
      target.dispatchEvent(new DragEvent('drop', init));
    },
    [content, name, type],
  );
}
