/** A queue that gives the entry with the smallest key first. Adding and taking are O(log n). */
export interface Heap<T> {
  readonly push: (key: number, entry: T) => void;
  readonly pop: () => { readonly key: number; readonly entry: T } | undefined;
}

/** Makes an empty queue. */
export function createHeap<T>(): Heap<T> {
  const nodes: { key: number; entry: T }[] = [];
  const keyAt = (place: number): number => nodes[place]?.key ?? Infinity;
  const swap = (a: number, b: number): void => {
    const [first, second] = [nodes[a], nodes[b]];
    if (first === undefined || second === undefined) return;
    nodes[a] = second;
    nodes[b] = first;
  };
  return {
    push: (key, entry) => {
      let place = nodes.push({ key, entry }) - 1;
      while (place > 0) {
        const parent = (place - 1) >> 1;
        if (keyAt(parent) <= key) return;
        swap(place, parent);
        place = parent;
      }
    },
    pop: () => {
      const top = nodes[0];
      const last = nodes.pop();
      if (top === undefined || last === undefined || nodes.length === 0) return top;
      nodes[0] = last;
      let place = 0;
      for (;;) {
        const left = 2 * place + 1;
        const smaller = keyAt(left + 1) < keyAt(left) ? left + 1 : left;
        if (keyAt(smaller) >= keyAt(place)) return top;
        swap(place, smaller);
        place = smaller;
      }
    },
  };
}
