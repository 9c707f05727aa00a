/** Control characters, halves of pairs, and the two that are no characters: XML 1.0 cannot hold them. */
export const unfitForXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
export const allUnfitForXml = new RegExp(unfitForXml, 'gu');

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text within XML, be it of an element or an attribute: without escapes, line ends would come back as others. */
export const escapedXml = (text: string): string =>
  text
    .replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign)
    .replaceAll(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll(allUnfitForXml, '\u{fffd}');
