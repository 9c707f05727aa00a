/**
 * A regular expression of Java as one of Rust that finds the same, as far as that is easy: characters, `.`, simple classes,
 * groups, `|`, repetitions, and `(?i)` at the beginning. Rust's own `\w`, `.` and `(?i)` take in more than Java's.
 * Gives undefined for anything else.
 */
export function toRust(java: string): string | undefined {
  const isCaseless = java.startsWith('(?i)');
  const pieces: string[] = [];
  for (let rest = isCaseless ? java.slice(4) : java; rest !== '';) {
    const piece = /^(?:[.*+?|()]|\{\d+(?:,\d*)?\}|\[\^?[^[\]\\&^]+\]|\\[-.*+?|()[\]{}\\^$/]|[^\\.*+?|()[\]{}^$])/u.exec(
      rest,
    )?.[0];
    if (piece === undefined || rest.startsWith('(?')) return undefined;
    const translated = inRust(piece, isCaseless);
    if (translated === undefined) return undefined;
    pieces.push(translated);
    rest = rest.slice(piece.length);
  }
  return pieces.join('');
}

/** For Java, these end a line. */
const notAtLineEnd = String.raw`[^\n\r\u{85}\u{2028}\u{2029}]`;

function inRust(piece: string, isCaseless: boolean): string | undefined {
  if (piece === '.') return notAtLineEnd;
  if (!isCaseless || !/[a-z]/i.test(piece)) return piece;
  return piece.startsWith('[') ? undefined : `[${piece.toLowerCase()}${piece.toUpperCase()}]`;
}
