import { afterEach, describe, expect, test, vi } from 'vitest';
import { pngOf } from './picture.ts';

/** What stands for canvas and pictures, which the page of tests has not: a drawing of this size, and what was drawn. */
function drawing(width: number, height: number, { hasCanvas = true, answer = 'data:image/png;base64,AAEC' } = {}) {
  const asked: { src: string; canvas: [number, number]; drawn: unknown[] } = { src: '', canvas: [0, 0], drawn: [] };
  vi.stubGlobal(
    'Image',
    class {
      naturalWidth = width;
      naturalHeight = height;
      set src(address: string) {
        asked.src = address;
      }
      decode(): Promise<void> {
        return asked.src.includes('broken') ? Promise.reject(new Error('no picture')) : Promise.resolve();
      }
    },
  );
  const canvas = {
    width: 0,
    height: 0,
    getContext: () =>
      hasCanvas ? { drawImage: (_: unknown, ...place: unknown[]) => void asked.drawn.push(place) } : null,
    toDataURL: () => {
      asked.canvas = [canvas.width, canvas.height];
      return answer;
    },
  };
  vi.spyOn(document, 'createElement').mockReturnValue(canvas as unknown as HTMLElement); // of it only these are used
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the picture of a plot', () => {
  test('has three pixels for one of the drawing, and is answered as bytes alone', async () => {
    const asked = drawing(640, 200);
    expect(await pngOf('<svg>α – “#”</svg>')).toBe('AAEC');
    expect(asked.canvas).toEqual([1920, 600]);
    expect(asked.drawn).toEqual([[0, 0, 1920, 600]]);
    // Signs that addresses give a meaning to are written otherwise.
    expect(decodeURIComponent(asked.src.split(',')[1] ?? '')).toBe('<svg>α – “#”</svg>');
    expect(asked.src.includes('#')).toBe(false);
  });

  test('of a very long plot is as sharp as a canvas can be', async () => {
    const asked = drawing(600, 60_000);
    await pngOf('<svg/>');
    expect(asked.canvas).toEqual([300, 30_000]);
  });

  test('is none of what is no drawing, without a canvas, or where the canvas says nothing', async () => {
    drawing(10, 10);
    await expect(pngOf('broken')).rejects.toThrow('no picture');
    drawing(10, 10, { hasCanvas: false });
    await expect(pngOf('<svg/>')).rejects.toThrow('no canvas');
    drawing(10, 10, { answer: 'data:' });
    await expect(pngOf('<svg/>')).rejects.toThrow('gave no picture');
  });
});
