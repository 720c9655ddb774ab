import { electronTransport } from '../../../renderer/transport/electronTransport.ts';
import { describeCarrier } from '../conformance/suite.ts';
import { carryCalls } from './calls.ts';
import { createFakeElectron } from './testElectron.ts';

describeCarrier('Electron', (app) => {
  const fake = createFakeElectron();
  carryCalls(fake.electron, app);
  return Promise.resolve({
    open() {
      new fake.electron.BrowserWindow({});
      const window = fake.windows.at(-1);
      if (window === undefined) throw new Error('No window was opened.');
      return Promise.resolve(electronTransport(fake.bridge(window)));
    },
    close() {
      for (const window of fake.windows) window.destroy();
      return Promise.resolve();
    },
  });
});
