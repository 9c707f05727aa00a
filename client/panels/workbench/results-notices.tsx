import { TriangleAlert } from 'lucide-react';
import type { Notice } from '../../../server/contract/answer.ts';
import { t } from '../../state/locale.ts';
import { noticeWords } from '../../state/workbench/results-words.ts';
import { Places } from './results-problem.tsx';
import type { PlaceProps } from './results-problem.tsx';

/** What the reader should know of an answer, such as warnings of the database. */
export function ResultsNotices({ notices, ...places }: { notices: readonly Notice[] } & PlaceProps) {
  if (notices.length === 0) return null;
  return (
    <ul className="results-notices" aria-label={t('results.notices')}>
      {notices.map((notice, index) => {
        const words = noticeWords(notice);
        return (
          <li key={index}>
            <TriangleAlert aria-hidden="true" size={16} />
            <div>
              {words !== null && <p>{words}</p>}
              {words === null && <p lang="en">{notice.detail}</p>}
              <Places {...notice} {...places} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
