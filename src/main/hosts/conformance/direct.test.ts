import { directTransport } from '../../app/direct.ts';
import { describeCarrier } from './suite.ts';

describeCarrier('direct', (app) =>
  Promise.resolve({ open: () => Promise.resolve(directTransport(app)), close: () => Promise.resolve() }),
);
