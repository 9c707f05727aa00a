import { fileFormat, fileVersion } from './file-content.ts';
import type { FileContent } from './file-content.ts';

/** The content of a file; null where it is none, or of another version. */
export function readContent(text: string): FileContent | null {
  const found = parsed(text);
  return isContent(found) ? found : null;
}

/** Whether it says that it is ours: what the page has written is taken at its word. */
function isContent(found: unknown): found is FileContent {
  return (
    typeof found === 'object' &&
    found !== null &&
    'format' in found &&
    found.format === fileFormat &&
    'version' in found &&
    found.version === fileVersion
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
