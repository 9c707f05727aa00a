import { isDropping, openFile } from './state/view/keeping.ts';
import { notify } from './state/notices.ts';
import { isDocumentThere } from './state/reading/reading.ts';
import { showSurface } from './state/picture/surface-actions.ts';
import { isPresenting } from './state/view/view.ts';

const hasFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** Characters in which a file shows that it is JSON, behind a mark of its encoding and white space. */
const head = 64;

/**
 * Whether a file is the text of the document: what is named a text, or whatever is dropped where the document stands, but
 * never JSON, which a view's file is.
 * @param isOnDocument whether it was dropped where the document stands
 */
export async function isForDocument(file: File, isOnDocument: boolean): Promise<boolean> {
  if (!isDocumentThere.peek()) return false;
  const isText = file.type === 'text/plain' || /\.txt$/i.test(file.name);
  return (isText || isOnDocument) && !(await isJson(file));
}

async function isJson(file: File): Promise<boolean> {
  if (file.type === 'application/json' || /\.json$/i.test(file.name)) return true;
  // What cannot be read, such as a folder, is said to be so by who opens it.
  const start = await file
    .slice(0, head)
    .text()
    .catch(() => '');
  return start.trimStart().startsWith('{');
}

/** Opens the text of the document, and shows where it stands unless a show goes on. */
async function openText(file: File): Promise<void> {
  const { openTextFile, textRefusal } = await import('./state/reading/original-text.ts');
  await openTextFile(file);
  const refusal = textRefusal.peek();
  if (refusal === null && !isPresenting.peek()) showSurface('picture', 'reading');
  // The part of the page that is about the text tells it where it is shown.
  if (refusal !== null && !document.querySelector('.original-text')?.checkVisibility()) {
    notify({ kind: 'word', ...refusal });
  }
}

async function open(file: File, isOnDocument: boolean): Promise<void> {
  if (await isForDocument(file, isOnDocument)) return openText(file);
  try {
    await openFile(file);
  } catch {
    notify({ kind: 'word', word: 'file.unreadable' });
  }
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
    if (file) void open(file, event.target instanceof Element && event.target.closest('.reading') !== null);
  });
}
