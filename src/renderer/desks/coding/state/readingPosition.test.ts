import { describe, expect, it } from 'vitest';
import { positionIn, withPosition } from './readingPosition.ts';

describe('the reading positions', () => {
  it('hold one place for each article, the beginning for all others', () => {
    const list = withPosition(withPosition(withPosition('', 'a', 12), 'b', 7), 'a', 30);
    expect([positionIn(list, 'a'), positionIn(list, 'b'), positionIn(list, 'c')]).toEqual([30, 7, 0]);
    expect(positionIn(withPosition(list, 'a', 0), 'a')).toBe(0);
  });

  it('are those of the 500 articles that were read last', () => {
    let list = '';
    for (let at = 1; at <= 501; at++) list = withPosition(list, `article-${at}`, at);
    expect([positionIn(list, 'article-1'), positionIn(list, 'article-2')]).toEqual([0, 2]);
    expect(list.split(' ')).toHaveLength(500);
  });
});
