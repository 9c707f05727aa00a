import { isDropping, openFile } from './state/keeping.ts';

const hasFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** Opens a view's file when it is dropped anywhere on the page. */
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
    if (file) void openFile(file);
  });
}
