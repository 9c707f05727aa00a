import { nameOf } from '../ontology.ts';
import { passageAt } from './passages.ts';

/** An address in words, such as 第一部分第三项第二句; the address itself while its passage has not arrived, or where there is none. */
export function placeInWords(address: string): string {
  const passage = passageAt.value.get(address);
  return passage ? nameOf(passage) : address;
}
