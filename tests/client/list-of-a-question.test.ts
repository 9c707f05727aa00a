import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, goHome } from '../../client/state/actions.ts';
import { undo } from '../../client/state/view/history.ts';
import { ontology } from '../../client/state/ontology.ts';
import { followAskedQuestion } from '../../client/state/questions.ts';
import { start } from '../../client/state/view/session.ts';
import { twin } from '../../client/state/view/view.ts';
import type { Question } from '../../server/contract/data-set/question.ts';
import { againstApp } from './against-app.ts';
import { startWithoutCanvas } from './start-without-canvas.ts';

againstApp();
startWithoutCanvas();

function questionThatIsA(view: Question['view']): Question {
  const question = ontology.value?.questions.find((one) => one.view === view);
  if (!question) throw new Error(`no question is a ${view}`);
  return question;
}

describe('the list beside the picture', () => {
  let end: () => void;
  beforeAll(() => {
    end = followAskedQuestion();
  });
  afterAll(() => end());
  beforeEach(async () => {
    twin.value = null;
    await start();
    await ask(questionThatIsA('table'));
  });

  it.each([
    ['the way home', goHome],
    ['undoing', undo],
    ['a question that is a picture', () => ask(questionThatIsA('graph'))],
  ])('that a question opened goes with its answer, by %s', async (_, leave) => {
    expect(twin.value).toBe('list');
    await leave();
    expect(twin.value).toBeNull();
  });

  it('stays where the reader chose it', async () => {
    await goHome();
    twin.value = 'list';
    await ask(questionThatIsA('table'));
    await goHome();
    expect(twin.value).toBe('list');
  });
});
