import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { dialog } from '../../state/dialog.ts';
import { t } from '../../state/locale.ts';

/** A dialog over the page; Escape, a click beside it and its button close it, and the focus goes back. */
export function DialogFrame({
  title,
  isTitleHidden = false,
  size = 'usual',
  children,
}: {
  title: string;
  isTitleHidden?: boolean;
  size?: 'usual' | 'wide';
  children: ReactNode;
}) {
  return (
    <ModalOverlay isOpen isDismissable className="overlay" onOpenChange={() => (dialog.value = null)}>
      <Modal className="modal" data-size={size}>
        <Dialog className="dialog">
          <header className={isTitleHidden ? 'visually-hidden' : 'dialog-bar'}>
            <Heading slot="title">{title}</Heading>
            <Button slot="close" className="quiet icon-only" aria-label={t('dialog.close')}>
              <X aria-hidden="true" size={18} />
            </Button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
