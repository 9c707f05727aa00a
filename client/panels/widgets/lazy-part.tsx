import { Component, lazy, Suspense, useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { firstPicture } from '../../state/view/first-picture.ts';
import { t } from '../../state/locale.ts';

/** What stands in a part's place until its script has arrived, and when that did not. */
interface Places {
  waiting?: ReactNode;
  /** The class of the box that says that the part did not load. */
  className?: string;
  /** The id of that box, where a link leads to the part. */
  id?: string;
}

/** A component whose script comes later. */
type LazyPart<Props> = ComponentType<Props> & {
  /** Fetches the script before the part is shown, which then appears at once. A failure is told where it is shown. */
  fetchAhead: () => Promise<void>;
};

/**
 * A component whose script is fetched when it is first shown, or ahead of that. Where that fails, its place says so and
 * offers to try again; the rest of the page goes on.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { waiting = null, className = 'part-failed', id }: Places = {},
): LazyPart<Props> {
  let arrived: ComponentType<Props> | undefined;
  const arrive = async (): Promise<ComponentType<Props>> => (arrived = await load());
  const fetchPart = () => lazy(async () => ({ default: await arrive() }));
  // A part that was once refused stays refused: trying again takes a new one.
  let Part = fetchPart();
  function LazyPart(props: Props) {
    // React would show one frame without a part that is awaited, even where its script is there.
    const [Arrived] = useState(() => arrived);
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
        <Suspense fallback={waiting}>{Arrived ? <Arrived {...props} /> : <Part {...props} />}</Suspense>
      </FailureBoundary>
    );
  }
  return Object.assign(LazyPart, { fetchAhead: () => arrive().then(ignore, ignore) });
}

const ignore = (): void => undefined;

/** Fetches a part's script once the first picture stands: it is not needed for that, but should appear at once. */
export function useFetchedAhead({ fetchAhead }: Pick<LazyPart<never>, 'fetchAhead'>): void {
  useEffect(() => void firstPicture().then(fetchAhead), [fetchAhead]);
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
