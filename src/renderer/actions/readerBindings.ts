import { activeAnnotation, canChange, hasDocument } from './conditions.ts';
import type { ReaderCommand } from '../editor/types.ts';
import type { Binding } from './binding.ts';
import { readerCommand } from './readerHandle.ts';

export const canResize = (): boolean => canChange() && activeAnnotation() !== null;

export const move = (name: ReaderCommand): Binding => ({ run: () => void readerCommand(name), enabled: hasDocument });

export const resize = (name: ReaderCommand): Binding => ({ run: () => void readerCommand(name), enabled: canResize });
