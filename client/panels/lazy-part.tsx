import { Component, lazy, Suspense, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { t } from '../state/locale.ts';

/** What stands in a part's place until its script has arrived, and when that did not. */
interface Places {
  waiting?: ReactNode;
  /** The class of the box that says that the part did not load. */
  className?: string;
  /** The id of that box, where a link leads to the part. */
  id?: string;
}

/**
 * A component whose script is fetched when it is first shown. Where that fails, its place says so and offers to try again;
 * the rest of the page goes on.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { waiting = null, className = 'part-failed', id }: Places = {},
): ComponentType<Props> {
  const fetchPart = () => lazy(async () => ({ default: await load() }));
  // A part that was once refused stays refused: trying again takes a new one.
  let Part = fetchPart();
  return function LazyPart(props: Props) {
    const [attempt, setAttempt] = useState(0);
    const tryAgain = (): void => {
      Part = fetchPart();
      setAttempt(attempt + 1);
    };
    return (
      <FailureBoundary
        key={attempt}
        fallback={
          <div className={className} id={id} role="alert">
            {t('lazy.failed')}{' '}
            <button type="button" className="link" onClick={tryAgain}>
              {t('page.retry')}
            </button>
          </div>
        }
      >
        <Suspense fallback={waiting}>
          <Part {...props} />
        </Suspense>
      </FailureBoundary>
    );
  };
}

/** Shows something else in place of children that failed; React offers this to classes only. */
class FailureBoundary extends Component<{ children: ReactNode; fallback: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
