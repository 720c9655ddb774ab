import { discourseNetwork } from './discourseNetwork.ts';
import { framingFunctions } from './framingFunctions.ts';
import { newsFrames } from './newsFrames.ts';
import { persuasion2023 } from './persuasion2023.ts';
import { policyFrames } from './policyFrames.ts';
import { propaganda2020 } from './propaganda2020.ts';
import { speakers } from './speakers.ts';
import type { Template } from './template.ts';
import { tone } from './tone.ts';

/** Every codebook that comes with the program, in the order in which they are offered. */
export const templates: readonly Template[] = [
  newsFrames,
  framingFunctions,
  policyFrames,
  propaganda2020,
  persuasion2023,
  tone,
  speakers,
  discourseNetwork,
];
