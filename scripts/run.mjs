import { run } from './bootstrap/main.mjs';

await run(process.argv.slice(2));
