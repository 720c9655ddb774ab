#!/usr/bin/env node
import { run } from './bootstrap/main.mjs';

await run(['galley', ...process.argv.slice(2)]);
