import { describe, expect, it } from 'vitest';
import { contract } from '../../shared/api/contract.ts';
import { methodTable } from '../desks/all.ts';
import { createMethods } from './methods.ts';

/** Two desks whose loading ends when the test says so. */
function twoDesks() {
  const loads: string[] = [];
  const ends: Partial<Record<string, () => void>> = {};
  const desk = (name: string) => () =>
    new Promise((resolve) => {
      loads.push(name);
      ends[name] = () =>
        resolve({ api: { [`${name}.act`]: { kind: 'query' } }, handlers: { [`${name}.act`]: () => name } });
    });
  const methods = createMethods({ one: desk('one'), two: desk('two') } as never); // other names than the program's
  return { methods, loads, end: (name: string) => ends[name]?.() };
}

const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));

describe('The methods of the program', () => {
  it('are all that the contract has, each with what it says of them and a handler', async () => {
    const methods = createMethods(methodTable);
    await methods.loadAll();
    for (const [name, { kind, input }] of Object.entries(contract)) {
      const found = methods.find(name);
      expect(found, name).toMatchObject({ kind, handler: expect.any(Function) as unknown });
      expect(found?.input, name).toBe(input);
      expect(methods.awaited(name), name).toBeNull();
    }
  });

  it.each([
    '',
    'documents',
    'documents.',
    'documents.no',
    'no.list',
    'toString',
    'documents.toString',
    '__proto__.x',
    '.list',
  ])('are not found where there is none: “%s”', async (name) => {
    const methods = createMethods(methodTable);
    await methods.awaited(name);
    expect(methods.find(name)).toBeUndefined();
    expect(methods.awaited(name)).toBeNull();
  });

  it('of a desk are loaded once, with the first of them', async () => {
    const { methods, loads, end } = twoDesks();
    const waits = [methods.awaited('one.act'), methods.awaited('one.act')];
    await pause();
    end('one');
    for (const wait of waits) await wait;
    expect(methods.awaited('one.act')).toBeNull();
    expect(loads).toEqual(['one']);
    expect(methods.find('two.act')).toBeUndefined();
  });

  it('of all namespaces of a desk are there with the first', async () => {
    const methods = createMethods(methodTable);
    await methods.awaited('tasks.list');
    expect(methods.awaited('backups.restore')).toBeNull();
    expect(methods.find('backups.restore')).toMatchObject({ kind: 'control' });
    expect(methods.awaited('codes.list')).not.toBeNull();
  });

  it('are called in the order in which they were asked for, also those that are there already', async () => {
    const { methods, end } = twoDesks();
    const first = methods.awaited('one.act');
    await pause();
    end('one');
    await first;
    const order: string[] = [];
    const asked = ['two.act', 'one.act', 'no.such', 'two.act'].map(async (name, place) => {
      await methods.awaited(name);
      order.push(`${place} ${name}`);
    });
    await pause();
    expect(order).toEqual([]);
    end('two');
    await Promise.all(asked);
    expect(order).toEqual(['0 two.act', '1 one.act', '2 no.such', '3 two.act']);
  });

  it('can be asked for again when they could not be loaded', async () => {
    let isBroken = true;
    const load = () =>
      isBroken
        ? Promise.reject(new Error('gone'))
        : Promise.resolve({ api: { 'one.act': { kind: 'query' } }, handlers: {} });
    const methods = createMethods({ one: load } as never); // as above
    await expect(methods.awaited('one.act')).rejects.toThrow('gone');
    isBroken = false;
    await methods.awaited('one.act');
    expect(methods.find('one.act')).toMatchObject({ kind: 'query' });
  });
});
