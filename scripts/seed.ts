/** Before each test file: what fast-check draws from (see vitest.config.ts). */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.GALLEY_SEED) });
