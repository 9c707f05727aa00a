import { t } from '../../state/locale.ts';

/** What CodeMirror says of its own, in the reader's language: `$` is the place for its values. */
export const editorPhrases = (): Record<string, string> => ({
  Find: t('find.find'),
  Replace: t('find.with'),
  next: t('find.next'),
  previous: t('find.previous'),
  all: t('find.all'),
  'match case': t('find.case'),
  'by word': t('find.word'),
  regexp: t('find.pattern'),
  replace: t('find.replace'),
  'replace all': t('find.replaceAll'),
  close: t('find.close'),
  'current match': t('find.present'),
  'on line': t('find.line'),
  'replaced match on line $': t('find.replaced'),
  'replaced $ matches': t('find.replacedMany'),
  'Go to line': t('find.goToLine'),
  go: t('find.go'),
  Completions: t('editor.completions'),
  Diagnostics: t('editor.findings'),
  'No diagnostics': t('editor.noFindings'),
  'Selection deleted': t('editor.deleted'),
});
