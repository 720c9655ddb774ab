"""Nominal alpha of a units x coders matrix with numpy, and its bootstrap by units; prints times in milliseconds."""
import json
import sys
import time

import numpy as np

units, coders, categories, draws = (int(word) for word in sys.argv[1:5])
values = np.fromfile(sys.argv[5], dtype=np.int32).reshape(units, coders)


def counts_of(values):
    """How often each category stands in each unit; -1 is no value."""
    present = values >= 0
    flat = (np.arange(units)[:, None] * categories + values)[present]
    return np.bincount(flat, minlength=units * categories).reshape(units, categories).astype(float)


def alpha(counts, weights=None):
    sizes = counts.sum(axis=1)
    pairable = sizes >= 2
    counts, sizes = counts[pairable], sizes[pairable]
    times = np.ones(len(sizes)) if weights is None else weights[pairable]
    margin = times @ counts
    total = margin.sum()
    observed = times @ ((sizes**2 - (counts**2).sum(axis=1)) / (sizes - 1))
    expected = (total**2 - (margin**2).sum()) / (total - 1)
    return 1 - observed / expected


def best(work, times):
    spans = []
    for _ in range(times):
        start = time.perf_counter()
        result = work()
        spans.append((time.perf_counter() - start) * 1000)
    return sorted(spans)[len(spans) // 2], result


once, value = best(lambda: alpha(counts_of(values)), 9)
counts = counts_of(values)
# Units of one kind count together, as a careful numpy program does it.
kinds, times = np.unique(counts, axis=0, return_counts=True)
random = np.random.default_rng(1)


def bootstrap():
    samples = random.multinomial(units, times / units, size=draws).astype(float)
    return np.percentile([alpha_of_kinds(row) for row in samples], [2.5, 97.5]).tolist()


def alpha_of_kinds(weights):
    return alpha(kinds, weights)


drawn, limits = best(bootstrap, 3)
print(json.dumps({"once": once, "drawn": drawn, "value": value, "limits": limits}))
