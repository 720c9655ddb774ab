import type { Binding } from '../../../actions/binding.ts';
import { activeAnnotation, canChange, hasDocument, isReading } from '../../../actions/conditions.ts';
import { readerCommand } from '../../../actions/readerHandle.ts';
import type { ReaderCommand } from '../../../editor/types.ts';

export const canResize = (): boolean => canChange() && isReading() && activeAnnotation() !== null;

export const move = (name: ReaderCommand): Binding => ({ run: () => void readerCommand(name), enabled: hasDocument });

export const resize = (name: ReaderCommand): Binding => ({ run: () => void readerCommand(name), enabled: canResize });
