import { contentPlace } from '../../offline/file-content.ts';
import type { FileContent } from '../../offline/file-content.ts';

/**
 * The page as one file with its content; null where the template has no place for it. The content stands in it as JSON
 * that holds no `<`, so that no text of the graph can end the element that it is in, or begin another.
 */
export function fillTemplate(template: string, content: FileContent): string | null {
  const at = template.indexOf(contentPlace);
  if (at < 0) return null;
  const inside = at + contentPlace.indexOf('</script>');
  return template.slice(0, inside) + escaped(JSON.stringify(content)) + template.slice(inside);
}

/** JSON without signs that HTML, or an old reader of scripts, takes for its own. */
const escaped = (json: string): string =>
  json.replaceAll(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
