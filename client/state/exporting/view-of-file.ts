import { readBase, readStep } from '../view/address-text.ts';
import { isOwn } from '../workbench/own-query.ts';
import type { OwnScene } from '../story/own-scenes.ts';
import type { Base } from '../view/view.ts';

/**
 * A view, as the text of an address, without what takes Cypher of the reader's own, which a file cannot run: a picture that
 * starts from that, or from a scene that does, is none without it, so that the first one stands in its place.
 * @param scenes the reader's own, one of which the view may name
 */
export function viewOfFile(
  view: string,
  scenes: readonly Pick<OwnScene, 'id' | 'view'>[] = [],
): { view: string; isWithoutOwn: boolean } {
  const search = new URLSearchParams(view);
  const base = baseOfView(view);
  const scene = scenes.find(({ id }) => id === search.get('scene'));
  if ((base && isOwn(base)) || (scene && viewOfFile(scene.view).isWithoutOwn)) {
    const language = search.get('lang');
    return { view: language === null ? '' : `lang=${language}`, isWithoutOwn: true };
  }
  const steps = search.getAll('s');
  const kept = steps.filter((step) => readStep(step)?.kind !== 'cypher');
  if (kept.length === steps.length) return { view, isWithoutOwn: false };
  search.delete('s');
  for (const step of kept) search.append('s', step);
  return { view: search.toString(), isWithoutOwn: true };
}

/** Where the picture of a view starts; null where that makes no sense. */
export const baseOfView = (view: string): Base | null => readBase(new URLSearchParams(view).get('q') ?? '');
