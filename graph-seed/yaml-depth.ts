/** Levels that a file may have: far more than any part of the format, far fewer than exhaust the parser's stack. */
const mostLevels = 100;

/**
 * The line at which a YAML text is nested too deep to be parsed, or undefined. It is found from the text alone, by brackets
 * that are open and by what is further to the right than all before it, since a parser would be at its end already.
 */
export function tooDeepAt(text: string): number | undefined {
  const indents: number[] = [];
  let open = 0;
  let line = 0;
  for (const content of lines(text)) {
    line += 1;
    const { indent, markers, isBlank } = leading(content);
    if (isBlank) continue;
    while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    indents.push(indent);
    open = brackets(content, open);
    if (indents.length + markers > mostLevels || open > mostLevels) return line;
  }
  return undefined;
}

function* lines(text: string): Iterable<string> {
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    yield text.slice(start, end);
    start = end + 1;
  }
  yield text.slice(start);
}

/** How far to the right a line begins, and how many lists and keys begin on it one in the other, as in `- - ? a`. */
function leading(content: string): { indent: number; markers: number; isBlank: boolean } {
  let indent = 0;
  while (content[indent] === ' ') indent += 1;
  let at = indent;
  let markers = 0;
  while (at < content.length && '-?: \t'.includes(content.charAt(at))) {
    if (content[at] !== ' ' && content[at] !== '\t') markers += 1;
    at += 1;
  }
  return { indent, markers, isBlank: content.trim() === '' };
}

/** Brackets that are open at their most on a line. Those in texts count, too: nobody writes so many that are not closed. */
function brackets(content: string, before: number): number {
  let open = before;
  for (const character of content) {
    if (character === '[' || character === '{') open += 1;
    else if (character === ']' || character === '}') open = Math.max(0, open - 1);
    if (open > mostLevels) return open;
  }
  return open;
}
