import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Asked for, or in a build: the long runs too. */
const isDeep = process.env['CI'] === 'true' || process.env['SCENEWRIGHT_TEST_TIER'] === 'deep';

const APART = '**/*.alone.test.ts'; // they put something in the place of a module, which nobody else may see

/** The longest first: begun last, it would run on for minutes beside a core with nothing to do. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith('/chaos.deep.test.ts');
    return (await super.sort(files)).toSorted((a, b) => Number(isLongest(b)) - Number(isLongest(a)));
  }
}

export default defineConfig({
  test: {
    globalSetup: ['test/run-directory.ts'],
    setupFiles: ['test/seed.ts'],
    sequence: { sequencer: LongestFirst },
    maxWorkers: 3, // for two cores: an eighth of the time two workers wait, for a child, a clock or a disk
    testTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } }, // what comes is waited for as long as a busy machine takes
    hookTimeout: 300_000, // the first hook of a run makes an empty database, which takes long on a busy machine
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          // One process for many files: what they import is read once, which is a sixth of the whole.
          isolate: false,
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'test/web/**', APART, ...(isDeep ? [] : ['**/*.deep.test.ts'])],
        },
      },
      { extends: true, test: { name: 'alone', include: ['src/**/*.alone.test.ts'] } },
    ],
  },
});
