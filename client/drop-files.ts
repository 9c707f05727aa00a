import { isDropping, openFile } from './state/keeping.ts';
import { notify } from './state/notices.ts';
import { showSurface } from './state/surface-actions.ts';

const hasFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** Whether a file is for the document beside the picture: a text, or whatever is dropped there. */
const isForDocument = ({ type, name }: File, target: EventTarget | null): boolean =>
  type === 'text/plain' || name.endsWith('.txt') || (target instanceof Element && target.closest('.reading') !== null);

/** Opens the text of the document, and shows where it stands. */
async function openText(file: File): Promise<void> {
  const { openTextFile, textRefusal } = await import('./state/original-text.ts');
  showSurface('picture', 'reading');
  await openTextFile(file);
  const refusal = textRefusal.peek();
  if (refusal) notify({ kind: 'word', ...refusal });
}

/** Opens a view's file, or the text of the document, when it is dropped anywhere on the page. */
export function takeDroppedFiles(): void {
  addEventListener('dragover', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    isDropping.value = true;
  });
  addEventListener('dragleave', ({ relatedTarget }) => {
    // Between two parts of the page there is always a next one; out of the window there is none.
    if (relatedTarget === null) isDropping.value = false;
  });
  addEventListener('drop', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    isDropping.value = false;
    const file = event.dataTransfer?.files[0];
    if (file) void (isForDocument(file, event.target) ? openText(file) : openFile(file));
  });
}
