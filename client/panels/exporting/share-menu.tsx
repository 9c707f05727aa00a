import { AppWindow, Download, FolderOpen, Link2, Save } from 'lucide-react';
import { useRef } from 'react';
import { Menu, MenuItem } from 'react-aria-components';
import { hasServer } from '../../api/transport.ts';
import { writeAddress, writeKeptView } from '../../state/view/address.ts';
import { dialog } from '../../state/dialog.ts';
import { embedCode } from '../../state/view/embedding.ts';
import { longestLink, openFile, viewFile } from '../../state/view/keeping.ts';
import { inLocale, t } from '../../state/locale.ts';
import { ontology } from '../../state/ontology.ts';
import { copyText } from '../widgets/copy-text.ts';
import { saveFile } from './save-file.ts';
import { menuTakesFocus } from '../widgets/takes-focus.ts';

/** Gives the view to others: as a link, or as a file where it is too long for one, opens such a file, and leads to the other formats. */
export function ShareMenu({ onDone }: { onDone: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const isLong = writeAddress().length > longestLink;
  return (
    <>
      <Menu className="menu" aria-label={t('share.label')} {...menuTakesFocus}>
        <MenuItem
          className="menu-item"
          isDisabled={isLong}
          onAction={() => {
            onDone();
            void copyLink();
          }}
        >
          <Link2 aria-hidden="true" size={16} /> {t('share.copy')}
        </MenuItem>
        {hasServer() && (
          <MenuItem
            className="menu-item"
            isDisabled={isLong}
            onAction={() => {
              onDone();
              void copyEmbedCode();
            }}
          >
            <AppWindow aria-hidden="true" size={16} /> {t('share.embed')}
          </MenuItem>
        )}
        <MenuItem
          className="menu-item"
          onAction={() => {
            onDone();
            saveView();
          }}
        >
          <Save aria-hidden="true" size={16} /> {t('share.save')}
        </MenuItem>
        <MenuItem
          className="menu-item"
          onAction={() => {
            onDone();
            dialog.value = 'export';
          }}
        >
          <Download aria-hidden="true" size={16} /> {t('command.export')}
        </MenuItem>
        <MenuItem className="menu-item" onAction={() => input.current?.click()}>
          <FolderOpen aria-hidden="true" size={16} /> {t('share.open')}
        </MenuItem>
      </Menu>
      <p className="hint share-hint">{t(isLong ? 'share.tooLong' : 'share.hint')}</p>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('share.open')}
        onChange={({ currentTarget: { files } }) => {
          onDone();
          const file = files?.[0];
          if (file) void openFile(file);
        }}
      />
    </>
  );
}

const addressOfPage = (): string => location.href.replace(/[?#].*/s, '');

async function copyLink(): Promise<void> {
  const address = writeAddress();
  await copyText(`${addressOfPage()}${address && `#${address}`}`, 'share.copied', 'share.notCopied');
}

async function copyEmbedCode(): Promise<void> {
  const title = ontology.peek()?.title;
  const code = embedCode(addressOfPage(), writeKeptView(), title ? inLocale(title) : '');
  await copyText(code, 'share.embedCopied', 'share.embedNotCopied');
}

function saveView(): void {
  const { name, content } = viewFile();
  saveFile(name, new Blob([content], { type: 'application/json' }));
}
