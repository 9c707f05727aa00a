import { ChevronDown, ChevronRight } from 'lucide-react';
import { choosePath } from '../../state/picture/path-actions.ts';
import { inLocale, joinWords, t } from '../../state/locale.ts';
import { typeStyleOf } from '../../state/ontology.ts';
import { chosenPath, knownRelationship, nameOfId, picture } from '../../state/picture/picture.ts';
import { lazyPart } from '../widgets/lazy-part.tsx';
import { Statement } from '../workbench/statement.tsx';
import { useSignal } from '../hooks/use-signal.ts';

const PathOptions = lazyPart(async () => (await import('./path-options.tsx')).PathOptions);

/** Most paths that the server answers with. */
const mostPaths = 20;

/** The paths on screen, step by step, each a sentence with its evidence, and how they are asked for. */
export function PathDetails() {
  const { paths } = useSignal(picture);
  const [path = []] = paths;
  const ends = { from: nameOfId(path[0] ?? ''), to: nameOfId(path.at(-1) ?? '') };
  return (
    <article className="details">
      <h2>
        {paths.length === 1
          ? t('path.found', { ...ends, n: hopsOf(path) })
          : t('path.foundMany', { ...ends, n: paths.length })}
      </h2>
      <PathOptions />
      {paths.length === 1 ? <PathSteps path={path} /> : <PathList />}
      {paths.length >= mostPaths && <p className="hint">{t('path.most', { n: mostPaths })}</p>}
    </article>
  );
}

/** A path is its nodes and relationships in turn. */
const hopsOf = (path: readonly string[]): number => (path.length - 1) / 2;

/** Several paths: choosing one opens its steps and lets it stand out. */
function PathList() {
  const { paths } = useSignal(picture);
  const chosen = useSignal(chosenPath);
  return (
    <ol className="paths">
      {paths.map((path, index) => {
        const isChosen = index === chosen;
        const Sign = isChosen ? ChevronDown : ChevronRight;
        return (
          <li key={path.join(' ')}>
            <button
              type="button"
              className="entry"
              aria-expanded={isChosen}
              onClick={() => choosePath(isChosen ? null : index)}
            >
              <Sign aria-hidden="true" size={16} />
              <span>
                {titleOf(path)} <small>{joinWords(typesOf(path))}</small>
              </span>
            </button>
            {isChosen && <PathSteps path={path} />}
          </li>
        );
      })}
    </ol>
  );
}

/** A path in one line: its steps, and the nodes between its ends. */
function titleOf(path: readonly string[]): string {
  const between = path.filter((_, index) => index % 2 === 0).slice(1, -1);
  if (between.length === 0) return t('path.direct');
  return t('path.via', { n: hopsOf(path), names: joinWords(between.map(nameOfId)) });
}

/** Titles of the types by which a path leads, in order: several paths may lead over the same nodes. */
const typesOf = (path: readonly string[]): string[] =>
  path.flatMap((id) => knownRelationship(id) ?? []).map(({ type }) => inLocale(typeStyleOf(type).title));

function PathSteps({ path }: { path: readonly string[] }) {
  const { relationships } = useSignal(picture);
  return (
    <ol className="relations steps">
      {path
        .flatMap((id) => relationships.get(id) ?? [])
        .map((relationship) => (
          <li key={relationship.id}>
            <Statement relationship={relationship} />
          </li>
        ))}
    </ol>
  );
}
