/** `galley call`. */
export const callVerbWords = {
  summary: 'Call any method of the program’s interface and print its answer as JSON.',
  details: [
    'JSON is the method’s input, {} where it is left out. Where a method wants a file or folder, write {"path": "…"}.',
    'Long work is waited for; the answer is then its result.',
  ],
  noMethod: ({ method, methods }: { method: string; methods: readonly string[] }) =>
    `there is no method “${method}”; there are ${methods.join(', ')}`,
  notJson: ({ reason }: { reason: string }) => `the input is not JSON: ${reason}`,
} as const;
