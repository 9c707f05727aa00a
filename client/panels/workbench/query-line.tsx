import { Link2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../state/locale.ts';
import { shortText } from '../../state/workbench/own-query.ts';
import { queryLink } from '../../state/workbench/query-link.ts';
import { queryMessage } from '../../state/workbench/query-message.ts';
import type { SavedQuery } from '../../state/workbench/saved-queries.ts';
import { openInEditor } from '../../state/workbench/workbench.ts';
import { isHistoryShown } from '../../state/workbench/workbench-frame.ts';
import { sheetMedia, useMedia } from '../hooks/use-media.ts';

interface QueryLineProps {
  query: Pick<SavedQuery, 'cypher' | 'params'>;
  title?: string;
  /** What is told of it, in small. */
  about: ReactNode;
  /** What else can be done with it. */
  children: ReactNode;
}

/** A query that was run or saved: it opens in the editor, or goes to others as a link. */
export function QueryLine({ query: { cypher, params }, title = '', about, children }: QueryLineProps) {
  // There is no room for the editor beside the list, as in styles/workbench-writing.css.
  const isInPlace = useMedia(sheetMedia);
  return (
    <>
      <button
        type="button"
        className="query-line"
        title={t('queries.open')}
        onClick={() => {
          openInEditor(cypher, params, title);
          if (isInPlace) isHistoryShown.value = false;
        }}
      >
        {title !== '' && <strong>{title}</strong>}
        <code lang="en">{cypher}</code>
        <small>{about}</small>
      </button>
      <div className="query-acts">
        <button
          type="button"
          className="quiet icon-only"
          title={t('queries.share')}
          aria-label={t('queries.act', { act: t('queries.share'), name: title || shortText(cypher) })}
          onClick={() => void copyLink({ cypher, params, name: title })}
        >
          <Link2 aria-hidden="true" size={16} />
        </button>
        {children}
      </div>
    </>
  );
}

/** A page that is not served over https may not write to the clipboard. */
async function copyLink(query: Parameters<typeof queryLink>[0]): Promise<void> {
  const link = queryLink(query);
  if (link === null) {
    queryMessage.value = { kind: 'word', word: 'queries.linkTooLong' };
    return;
  }
  try {
    await navigator.clipboard.writeText(`${location.origin}${location.pathname}#${link}`);
    queryMessage.value = { kind: 'word', word: 'queries.linkCopied' };
  } catch {
    queryMessage.value = { kind: 'word', word: 'results.notCopied' };
  }
}
