import { keepCompiled } from '../shared/keepCompiled.ts';

keepCompiled();
await import('./command.ts');
