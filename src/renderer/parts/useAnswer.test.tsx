import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect } from 'vitest';
import { client } from '../state/client.ts';
import { it } from '../testing/inWindow.ts';
import { useAnswer, useAnswerNow } from './useAnswer.ts';

type RemovalProps = { code: string; onRefused?: () => void; use?: typeof useAnswer };

/** How many codings removing a code would take along; a button asks for another rendering. */
function Removal({ code, onRefused, use: useIt = useAnswer }: RemovalProps) {
  const [drawn, setDrawn] = useState(1);
  const removal = useIt(() => client().call('codes.removal', { code }), onRefused);
  return (
    <>
      <p>{removal === undefined ? 'Counting' : `${removal.annotations} codings`}</p>
      <button onClick={() => setDrawn(drawn + 1)}>Drawn {drawn}</button>
    </>
  );
}

describe('what a dialog asks when it opens', () => {
  it('is shown once it has come, and not asked again while the dialog is open', async ({ galley }) => {
    const war = await galley.newCode('War');
    const article = await galley.newArticle('one', 'War is peace.\n');
    await galley.newCoding(article, 'War', war);
    galley.show(<Removal code={war} />);
    screen.getByText('Counting');
    await screen.findByText('1 codings');
    await galley.newCoding(article, 'peace', war);
    await galley.pressButton('Drawn 1');
    screen.getByText('1 codings');
  });

  it('is asked again after every act where it hangs on them', async ({ galley }) => {
    const war = await galley.newCode('War');
    const article = await galley.newArticle('one', 'War is peace.\n');
    galley.show(<Removal code={war} use={useAnswerNow} />);
    await screen.findByText('0 codings');
    await galley.newCoding(article, 'War', war);
    await screen.findByText('1 codings');
    await galley.client.call('history.undo', {});
    await screen.findByText('0 codings');
  });

  it('is refused with a notice, and the dialog hears of it', async ({ galley }) => {
    let refused = 0;
    const war = await galley.newCode('War');
    await galley.client.call('codes.remove', { code: war });
    galley.show(<Removal code={war} onRefused={() => (refused += 1)} />);
    await screen.findByText('This code is no longer in the codebook.');
    await waitFor(() => expect(refused).toBe(1));
    screen.getByText('Counting');
  });
});
