/** `galley serve`. */
export const serveVerbWords = {
  summary: 'Serve the window on 127.0.0.1, print its address, and stay until Ctrl+C.',
  details: ['The address holds for one visit of one browser on this machine.'],
  help: { port: 'The port. Default: any that is free.' },
} as const;
