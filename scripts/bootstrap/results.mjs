/**
 * What a run of tests came to. Names of skipped tests are kept, so that none is skipped unseen; so are those of tests that
 * failed, and of tests that passed when they were tried again, for the last lines.
 * @typedef {{ passed: number, failed: number, skipped: string[], failures: string[], secondTry: string[] }} Tally
 */

/**
 * The parts of vitest's JSON report that are read here.
 * @typedef {{ fullName: string, status: string, failureMessages?: string[] }} VitestTest
 * @typedef {{ name: string, status: string, assertionResults: VitestTest[] }} VitestFile
 * @typedef {{ success: boolean, testResults: VitestFile[] }} VitestReport
 */

/**
 * The parts of Playwright's JSON report that are read here.
 * @typedef {{ title: string, tests: { status: string }[] }} PlaywrightSpec
 * @typedef {{ title: string, specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 * @typedef {{ suites: PlaywrightSuite[], errors: unknown[] }} PlaywrightReport
 */

/** @returns {Tally} */
export function emptyTally() {
  return { passed: 0, failed: 0, skipped: [], failures: [], secondTry: [] };
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    skipped: tallies.flatMap(({ skipped }) => skipped),
    failures: tallies.flatMap(({ failures }) => failures),
    secondTry: tallies.flatMap(({ secondTry }) => secondTry),
  };
}

/**
 * A file that could not be run counts as one failed test, and so does a run that failed although every test passed
 * (an error outside of all tests).
 * @param {VitestReport} report
 * @returns {Tally}
 */
export function vitestTally(report) {
  const tally = emptyTally();
  for (const file of report.testResults) {
    let failedTests = 0;
    for (const { status, fullName, failureMessages } of file.assertionResults) {
      if (status === 'passed') tally.passed += 1;
      else if (status === 'failed') {
        failedTests += 1;
        tally.failures.push(`${fullName}: ${(failureMessages?.[0] ?? '').slice(0, longestReason)}`);
      } else tally.skipped.push(fullName);
    }
    if (file.status === 'failed' && failedTests === 0) tally.failures.push(`${file.name} did not run`);
    tally.failed += file.status === 'failed' ? Math.max(failedTests, 1) : failedTests;
  }
  if (!report.success && tally.failed === 0) {
    tally.failed = 1;
    tally.failures.push('an error outside of all tests');
  }
  return tally;
}

/** Characters that are kept of why a test failed. */
const longestReason = 600;

/** More files than this failing is no matter of chance. */
const mostTriedAgain = 3;

/**
 * The test files that are run again, once: those in which something went wrong outside of a test, and where few failed, those. What
 * passes then is named in the last lines, as Playwright names its own.
 * @param {VitestReport} report
 * @param {string} output of vitest
 * @returns {string[]} paths; none where the run passed, or what went wrong belongs to no file
 */
export function filesToTryAgain(report, output) {
  const failed = report.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
  const outside = errorsOutside(output).map(({ file }) => file);
  if (outside.includes(null)) return [];
  const isOf = (/** @type {string} */ path) => outside.some((file) => path === file || path.endsWith(`/${file}`));
  const again = new Set([...failed, ...report.testResults.map(({ name }) => name).filter(isOf)]);
  return again.size > mostTriedAgain ? [] : [...again];
}

/**
 * What went wrong outside of all tests: a promise that nobody waited for, an error thrown late, a process that died. Node 24's V8
 * dies of a signal once in some hundred runs where threads come and go (https://github.com/nodejs/node/issues/64500), which no test
 * can do anything about. vitest's report has none of it and calls such a run a success; only what it prints says so.
 * @param {string} output of vitest 5.1
 * @returns {{ told: string, file: string | null }[]} the first line of each error, and the test file as vitest names it: null
 *   where none is named
 */
export function errorsOutside(output) {
  // eslint-disable-next-line no-control-regex -- colours of a terminal
  const plain = output.replace(/\u001b\[[\d;]*m/g, '');
  const [, ...parts] = plain.split(/^⎯+ Un(?:handled|caught) (?:Rejection|Exception|Error) ⎯+$/m);
  const errors = parts.map((part) => {
    const file = /This error originated in "(.+?)" test file|while running test file (\S+)/.exec(part);
    const told = /^Caused by: (.+)$/m.exec(part)?.[1] ?? part.trim().split('\n')[0] ?? '';
    return { told: told.slice(0, longestReason), file: file?.[1] ?? file?.[2] ?? null };
  });
  const counted = Number(/^ +Errors +(\d+) errors?$/m.exec(plain)?.[1] ?? 0);
  return counted > errors.length ? [...errors, { told: 'an error outside of all tests', file: null }] : errors;
}

/**
 * A test that passed when tried again counts as passed; Playwright's own lines name it as flaky.
 * @param {PlaywrightReport} report
 * @returns {Tally}
 */
export function playwrightTally(report) {
  const tally = emptyTally();
  const visit = (/** @type {PlaywrightSuite} */ suite, /** @type {string} */ above) => {
    const title = above === '' ? suite.title : `${above} › ${suite.title}`;
    for (const spec of suite.specs ?? []) {
      const name = `${title} › ${spec.title}`;
      for (const { status } of spec.tests) {
        if (status === 'expected' || status === 'flaky') tally.passed += 1;
        else if (status === 'skipped') tally.skipped.push(name);
        else {
          tally.failed += 1;
          tally.failures.push(name);
        }
        if (status === 'flaky') tally.secondTry.push(name);
      }
    }
    for (const inner of suite.suites ?? []) visit(inner, title);
  };
  for (const suite of report.suites) visit(suite, '');
  tally.failed += report.errors.length;
  if (report.errors.length > 0) tally.failures.push('an error outside of all end-to-end tests');
  return tally;
}

/**
 * The names behind the counts, for whoever reads only the end.
 * @param {Tally} tally
 * @returns {string[]} lines
 */
export function lastLines({ failures, secondTry }) {
  return [
    ...secondTry.map((name) => `passed at the second try: ${name}`),
    ...failures.map((name) => `failed: ${name}`),
  ];
}

/**
 * @param {Tally} tally
 * @returns {string} such as `210 passed, 0 failed, 2 skipped`
 */
export function summary({ passed, failed, skipped }) {
  const counts = `${passed} passed, ${failed} failed`;
  return skipped.length === 0 ? counts : `${counts}, ${skipped.length} skipped`;
}
