import { writeKeptView } from '../../view/address.ts';
import { localDay } from '../../timeline/dates.ts';
import { formatDate, inLocale, spoken } from '../../locale.ts';
import { ontology } from '../../ontology.ts';
import type { Drawing } from '../../picture/shapes.ts';
import type { WrittenPdf } from '../write-pdf.ts';
import { makePdf } from './make-pdf.ts';
import type { PageSize } from './page-frame.ts';

const programName = 'Document graph explorer';

/** An address that is longer fills no line that anybody reads. */
const longestAddress = 160;

/** What is on screen as PDF, in the reader's language, with what it is taken from. Rejects as `makePdf` does. */
export function pdfOf(drawing: Drawing, page: PageSize, signal: AbortSignal): Promise<WrittenPdf> {
  const createdAt = new Date();
  const { title = null } = ontology.peek() ?? {};
  const source = [title ? inLocale(title) : '', formatDate(localDay(createdAt)), addressOfView()].join(' · ');
  return makePdf(drawing, { page, source, language: spoken.peek(), creator: programName, createdAt }, signal);
}

function addressOfView(): string {
  const view = writeKeptView();
  const address = `${location.origin}${location.pathname}`;
  return view === '' || view.length > longestAddress ? address : `${address}#${view}`;
}
