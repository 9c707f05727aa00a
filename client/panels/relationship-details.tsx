import { groundsOf } from '../state/evidence.ts';
import { inLocale, languageOf, t } from '../state/locale.ts';
import { factsOf, typeStyleOf } from '../state/ontology.ts';
import type { Selection } from '../state/picture.ts';
import { Citations } from './citations.tsx';
import { Sentence } from './sentence.tsx';

/** A relationship: one sentence, and where the document says so. */
export function RelationshipDetails({ selection }: { selection: Extract<Selection, { kind: 'relationship' }> }) {
  const { relationship } = selection;
  const style = typeStyleOf(relationship.type);
  const facts = factsOf(relationship.properties).filter(({ name }) => name !== 'id');
  return (
    <article className="details">
      <header>
        <p className="kind">
          <span aria-hidden="true" className="stroke" data-line={style.line} /> {inLocale(style.title)}
        </p>
        <h2 className="statement">
          <Sentence relationship={relationship} />
        </h2>
      </header>
      {facts.length > 0 && (
        <dl className="facts">
          {facts.map(({ name, title, value }) => (
            <div key={name}>
              <dt>{title}</dt>
              <dd lang={languageOf(value)}>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <section>
        <h3>{t('inspector.evidence')}</h3>
        <Citations grounds={groundsOf(relationship.properties)} />
      </section>
    </article>
  );
}
