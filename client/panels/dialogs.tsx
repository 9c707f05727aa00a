import { dialog } from '../state/dialog.ts';
import { lazyPart } from './widgets/lazy-part.tsx';
import { useSignal } from './hooks/use-signal.ts';

const CommandPalette = lazyPart(async () => (await import('./command-palette.tsx')).CommandPalette);
const ExportDialog = lazyPart(async () => (await import('./exporting/export-dialog.tsx')).ExportDialog);
const Gallery = lazyPart(async () => (await import('./questions/gallery.tsx')).Gallery);
const ShortcutsDialog = lazyPart(async () => (await import('./shortcuts-dialog.tsx')).ShortcutsDialog);

/** The dialog that lies over the page, if any: fetched when first asked for. */
export function Dialogs() {
  const open = useSignal(dialog);
  switch (open) {
    case 'palette':
      return <CommandPalette />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'gallery':
      return <Gallery />;
    case 'export':
      return <ExportDialog />;
    case null:
      return null;
  }
}
