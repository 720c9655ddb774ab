import { keepCompiled } from '../shared/keepCompiled.ts';

keepCompiled();
await import('./serve.ts');
