import { pairs, testPairs } from './testTaskPairs.ts';

testPairs(pairs.reading);
