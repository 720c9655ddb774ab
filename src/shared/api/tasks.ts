import { z } from 'zod';
import { control, query } from './define.ts';
import { taskSchema } from './events.ts';

export const tasksApi = {
  'tasks.list': query(z.strictObject({}), z.array(taskSchema)),
  'tasks.cancel': control(z.strictObject({ task: z.string() }), z.strictObject({})),
};
