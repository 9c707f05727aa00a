import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { dropFile } from './drop-file.ts';
import { madeText } from './made-text.ts';
import { button, expectInAddress, inChinese, notices } from './reader.ts';
import { pane, row, tree } from './reading-pane.ts';

describeTask('a reader to whom it did not come what the sentences gave', (explorer) => {
  it('is told of none that it is not in the graph which is, and how much of it there is', async () => {
    const page = await explorer.open({
      hash: 'view=reading&sel=law-firms&q=query%3Dnode%26id%3Dlawyers',
      expected: /net::ERR_CONNECTION/,
      before: (opened) => opened.route('**/api/queries/mentions*', (route) => route.abort('connectionrefused')),
    });
    const gave = row(page, 'lead.1').locator('.reading-yield');
    await gave.getByText(inChinese('reading.gave', { nodes: 4, relationships: 5 })).waitFor();
    await gave.getByText(/^图中 \d+\/13$/).waitFor();
    await row(page, 'head').getByText(inChinese('reading.gaveNothing')).waitFor();
    // Nor of a node that is not on the picture that the document does not say it.
    const name = await pane(page).locator('.mention-name').textContent();
    await pane(page)
      .getByText(inChinese('reading.mentionUnknown', { name: name ?? '' }))
      .waitFor();
  });
});

const most = 30;

describeTask(
  'a reader of a document of more sentences than the server answers with',
  (explorer) => {
    it('is told everywhere that it is only the first of them', async () => {
      const page = await explorer.open({ hash: 'view=reading' });
      await pane(page)
        .getByText(inChinese('reading.cut', { n: most }))
        .waitFor();
      expect(await tree(page).locator('[data-passage]').count()).toBe(most);
      await pane(page)
        .getByText(inChinese('coverage.cut', { n: most }))
        .waitFor();
      await dropFile(page.locator('main'), madeText(), '原文.txt', 'text/plain');
      const source = page.locator('.original-text');
      await source.getByText(inChinese('original.cut', { n: most })).waitFor();
      await source.getByText(inChinese('original.comparedMatch')).waitFor();
      expect(await source.getByText(inChinese('original.allMatch')).count()).toBe(0);
    });

    it('keeps a link to a sentence that has not come', async () => {
      const page = await explorer.open({ hash: 'view=reading&read=s3.i2.1' });
      await button(pane(page), inChinese('reading.foldAll')).click();
      await expectInAddress(page, 'folded', ['*']);
      await expectInAddress(page, 'read', ['s3.i2.1']);
      expect(
        await notices(page)
          .getByText(inChinese('notice.link', { what: 'read' }))
          .count(),
      ).toBe(0);
    });
  },
  { QUERY_MAX_ROWS: String(most) },
);
